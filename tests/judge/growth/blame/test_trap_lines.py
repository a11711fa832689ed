"""The bank's traps: the line that carries the growth of each, and the known cause. By a short climb, not a verdict. One
of each problem, drawn alike every time; LANDAU_TEST_ALL_TRAPS=1 takes all."""

from __future__ import annotations

import os
import random
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from judge.growth.blame import Blame
from judge.problem.cases import CaseMaker, reference_program
from judge.problem.load import load_problem
from judge.report import Resource
from sandbox.api import Program, Sandbox
from tests.judge.growth.blame.lines import line_of

BANK = Path(__file__).parents[4] / "problems"
TRAPS: dict[str, dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("traps.yaml"))
SHARE = 0.9


def chosen() -> dict[str, dict[str, Any]]:
    if os.environ.get("LANDAU_TEST_ALL_TRAPS"):
        return TRAPS
    rng = random.Random(2)
    named = sorted(trap for trap, wanted in TRAPS.items() if not wanted.get("endless"))
    groups = [list(group) for _, group in groupby(named, key=lambda trap: trap.split("/")[0])]
    return {trap: TRAPS[trap] for trap in map(rng.choice, groups)}


def _source(trap: str) -> str:
    slug, kind, name = trap.split("/")
    return (BANK / slug / "submissions" / kind / name).read_text(encoding="utf-8")


def _blame(source: str, wanted: dict[str, Any], maker: CaseMaker) -> Blame | None:
    problem = maker.problem
    mine, reference = Program.single(source, problem.spec.runtime), reference_program(problem)
    resource = Resource(wanted.get("resource", "time"))
    return line_of(problem, mine, reference, maker, maker.sandbox, wanted["family"], resource)


def test_every_trap_has_its_line() -> None:
    kinds = ("too_slow", "too_much_memory")
    bank = {f"{p.parts[-4]}/{p.parts[-2]}/{p.name}" for kind in kinds for p in BANK.glob(f"*/submissions/{kind}/*.py")}
    assert bank == set(TRAPS)
    for trap, wanted in TRAPS.items():
        for text in wanted["line"]:
            assert text in _source(trap), f"{trap} has no {text!r}"


@pytest.mark.slow
def test_nine_of_ten_traps_are_blamed_on_the_right_line(box: Sandbox, tmp_path: Path) -> None:
    wrong, causes = [], []
    traps = chosen()
    for trap, wanted in traps.items():
        source = _source(trap)
        maker = CaseMaker(load_problem(BANK / trap.split("/")[0]), box, b"s" * 32, tmp_path)
        blame = _blame(source, wanted, maker) or _blame(source, wanted, maker)  # on a busy host a climb may see nothing
        text = source.splitlines()[blame.line - 1] if blame else ""
        if not any(part in text for part in wanted["line"]):
            wrong.append(f"{trap}: {text.strip()!r}")
        elif blame and "cause" in wanted and (blame.cause is None or blame.cause.key != wanted["cause"]):
            causes.append(f"{trap}: {blame.cause}")
    share = 1 - len(wrong) / len(traps)
    print(f"{share:.0%} of {len(traps)} traps; wrong lines: {wrong}; wrong causes: {causes}")
    assert share >= SHARE, wrong
    assert len(causes) <= (1 - SHARE) * len(traps), causes
