"""``make bench-growth``: a labelled corpus judged, beside fixed time limits on the same recordings."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.growth.corpus import tasks
from benchmarks.growth.record import Judgement, judge
from benchmarks.growth.table import is_wrong, row, summary
from judge.growth import Budget
from sandbox import open_sandbox
from sandbox.api import SandboxError


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="every solution once; otherwise three times, new inputs")
    parser.add_argument("--repeat", type=int, help="how often each solution is judged")
    parser.add_argument("--busy", type=int, default=0, help="keep so many processes busy beside it")
    parser.add_argument("--only", default="", help="only names (task/solution) that contain this")
    parser.add_argument("--save", type=Path, help="append the recordings to this file, a JSON line each")
    parser.add_argument("--replay", type=Path, help="no runs: the table of saved recordings")
    options = parser.parse_args()
    try:
        judgements = list(replayed(options.replay)) if options.replay else list(measured(options))
    except SandboxError as error:
        print(error, file=sys.stderr)
        return 1
    if not judgements:
        print(f"no solution is called like {options.only!r}", file=sys.stderr)
        return 1
    print("\n" + summary(judgements))
    return 1 if any(map(is_wrong, judgements)) else 0


def measured(options: argparse.Namespace) -> Iterator[Judgement]:
    repeats = options.repeat or (1 if options.quick else 3)
    with open_sandbox() as sandbox, busy(options.busy):
        for number in range(repeats):
            for task in tasks():
                for one in judge(task, sandbox, b"corpus %d" % number, Budget(), options.only):
                    print(row(one), flush=True)
                    if options.save:
                        with options.save.open("a") as file:
                            file.write(json.dumps(one.plain()) + "\n")
                    yield one


def replayed(path: Path) -> Iterator[Judgement]:
    with path.open() as file:
        for line in file:
            one = Judgement.of(json.loads(line))
            print(row(one))
            yield one


@contextmanager
def busy(count: int) -> Iterator[None]:
    processes = [multiprocessing.Process(target=_spin, daemon=True) for _ in range(count)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.kill()


def _spin() -> None:
    while True:
        sum(range(100_000))


if __name__ == "__main__":
    sys.exit(main())
