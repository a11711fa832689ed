from judge.report import Built, CaseFinished, FamilyGrowth, Outcome, Report, Resource, Tier, TierCount, Verdict
from judge.sentence import sentence

REASON = "each doubling of n multiplied your time by 3.9 (about n^1.97); line 7, `q.pop(0)`, carries it"


def report(**changes):
    plain = {
        "problem": "p",
        "language": "python",
        "mode": "submit",
        "verdict": Verdict.AC,
        "accepted": True,
        "sentence": "",
        "built": Built(ok=True, language="python"),
    }
    return Report(**{**plain, **changes})


def case(verdict, **changes):
    plain = {"index": 0, "total": 1, "tier": Tier.SCALE, "name": "x", "family": "window_half", "size": 160_000}
    return CaseFinished(verdict=verdict, **{**plain, **changes})


def family(outcome, resource=Resource.TIME, **changes):
    reason = "each doubling of n multiplied your time by 3.9 (about n^1.97)"
    plain = {"family": "window_half", "required": "n", "points": [], "reason": reason}
    return FamilyGrowth(resource=resource, outcome=outcome, **{**plain, **changes})


def test_too_slow_says_the_growth_and_where_it_was_stopped():
    text = sentence(
        report(
            verdict=Verdict.TLE,
            growth=Outcome.EXCEEDS,
            cases=[case(Verdict.TLE, message="stopped at 4.0 s of CPU time")],
            families=[family(Outcome.EXCEEDS, reason=REASON, line=7, line_text="q.pop(0)")],
        )
    )
    assert text.startswith("Correct, but too slow: each doubling of n multiplied your time by 3.9")
    assert text.count("q.pop(0)") == 1
    assert text.endswith("Stopped at 4.0 s of CPU time on scale/window_half, n = 160\u202f000.")


def test_a_wrong_answer_is_not_called_correct_because_it_is_slow_too():
    text = sentence(
        report(
            verdict=Verdict.WA,
            growth=Outcome.EXCEEDS,
            cases=[case(Verdict.WA, tier=Tier.EDGE, name="empty list", family=None, size=None, message="got 1")],
            tiers=[TierCount(tier=Tier.EDGE, passed=11, total=14)],
            families=[family(Outcome.EXCEEDS)],
        )
    )
    assert text == "Wrong answer on edge/empty list: got 1. 11 of 14 edge cases passed."


def test_a_run_says_that_hidden_tests_were_not_run():
    text = sentence(report(mode="run", tiers=[TierCount(tier=Tier.SAMPLE, passed=3, total=3)]))
    assert text == "3/3 samples passed; hidden tests not run."


def test_accepted_tells_within_from_inconclusive_and_unmeasured():
    tiers = [TierCount(tier=Tier.EDGE, passed=4, total=4)]
    within = sentence(report(tiers=tiers, growth=Outcome.WITHIN, families=[family(Outcome.WITHIN)]))
    unsure = sentence(report(tiers=tiers, growth=Outcome.INCONCLUSIVE, families=[family(Outcome.INCONCLUSIVE)]))
    unmeasured = sentence(report(tiers=tiers))
    assert "grows as it may" in within
    assert "inconclusive" in unsure
    assert "not measured" in unmeasured


def test_a_cost_that_may_not_grow_is_said_in_words_and_so_is_one_that_nobody_asked_for():
    flat = family(Outcome.WITHIN, required="1")
    assert sentence(report(growth=Outcome.WITHIN, families=[flat])).endswith("does not grow (O(1) on every family).")
    assert sentence(report(growth_asked=False)).endswith("; nothing grows in this task.")


def test_a_build_error_shows_the_compilers_last_line():
    built = Built(ok=False, language="python", message="line 3\nSyntaxError: '(' was never closed")
    assert sentence(report(verdict=Verdict.CE, accepted=False, built=built)) == (
        "Does not build: SyntaxError: '(' was never closed"
    )


def test_the_judges_fault_says_so():
    text = sentence(report(verdict=Verdict.JE, accepted=False, cases=[case(Verdict.JE, message="no cell")]))
    assert "does not count against you" in text
    assert "no cell" in text


def test_steep_growth_without_a_failing_case_names_no_case():
    text = sentence(
        report(growth=Outcome.EXCEEDS, cases=[case(Verdict.AC)], families=[family(Outcome.EXCEEDS)], accepted=False)
    )
    assert text.endswith("(about n^1.97) (on window_half).")


def test_a_right_run_and_a_right_but_steep_submission_name_no_failing_case():
    passed = case(Verdict.AC)
    tiers = [TierCount(tier=Tier.SAMPLE, passed=1, total=1)]
    assert sentence(report(mode="run", cases=[passed], tiers=tiers)) == "1/1 sample passed; hidden tests not run."
    steep = sentence(report(growth=Outcome.EXCEEDS, cases=[passed], families=[family(Outcome.EXCEEDS)]))
    assert "scale/x" not in steep
