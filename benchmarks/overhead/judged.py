"""One hundred trivial hidden cases, judged whole: from the text of a submission to the last verdict."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.overhead.contenders import CannotRun
from judge.evaluate import Submitted, evaluate
from judge.problem.cases import CaseMaker
from judge.problem.load import load_problem
from judge.report import CaseFinished, Decided, Tier
from sandbox import open_sandbox

FOLDER = Path(__file__).parent / "hundred"
CASES = 100
SOURCE = "def add(a, b):\n    return a + b\n"


def hundred_cases(times: int, tick: Callable[[], None]) -> list[float]:
    """Seconds of each judging, in a judge that is warm. The reference's answers are known from the first one on, as
    they are for every submission but the first to a problem. Raises CannotRun where one is not judged right."""
    problem = load_problem(FOLDER)
    seconds = []
    with TemporaryDirectory() as cache, open_sandbox() as box:
        maker = CaseMaker(problem, box, secrets.token_bytes(32), Path(cache))
        for _ in range(times + 1):
            began = time.perf_counter()
            hidden = 0
            for event in evaluate(Submitted(SOURCE), problem, box, maker):
                if isinstance(event, CaseFinished):
                    hidden += event.tier is not Tier.SAMPLE
                if isinstance(event, Decided):
                    if not event.report.accepted or hidden != CASES:
                        raise CannotRun(f"{hidden} hidden cases: {event.report.sentence}")
                    seconds.append(time.perf_counter() - began)
            tick()
    return seconds[1:]
