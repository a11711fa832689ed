from __future__ import annotations

from benchmarks.overhead.contenders import Absent, CannotRun, Contender, command
from benchmarks.overhead.rounds import WARM_UP, measure
from benchmarks.overhead.table import row, text


def test_median_and_ninetieth_percentile() -> None:
    found = row("x", [n * 1_000_000 for n in range(1, 11)])
    assert (found.median_ms, found.p90_ms, found.least_ms, found.runs) == (5.5, 10.0, 1.0, 10)


def test_the_table_names_who_was_not_measured() -> None:
    lines = text([row("ours", [1_000_000])], {"isolate": "not installed"}).splitlines()
    assert "1.0 ms" in lines[1] and lines[2].endswith("not measured: not installed")


def test_everybody_runs_equally_often_and_who_fails_is_named() -> None:
    runs = {"steady": 0, "failing": 0}

    def steady() -> None:
        runs["steady"] += 1

    def failing() -> None:
        runs["failing"] += 1
        if runs["failing"] == 4:
            raise CannotRun("gone")

    absent: dict[str, str] = {}
    times = measure([Contender("steady", steady), Contender("failing", failing)], 5, absent, lambda: None)
    assert len(times["steady"]) == 5 and runs["steady"] == 5 + WARM_UP
    assert times["failing"] == [] and absent == {"failing": "failed: gone"}


def test_a_command_that_cannot_run_says_why() -> None:
    assert isinstance(command("true", ["true"]), Contender)
    gone = command("no such", ["/no/such/program"])
    assert isinstance(gone, Absent) and "No such file" in gone.reason
    failed = command("false", ["sh", "-c", "echo because >&2; exit 3"])
    assert isinstance(failed, Absent) and failed.reason.endswith("because")
