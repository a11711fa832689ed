"""``make bench-overhead``: everybody takes turns, in a new order each round, so that a busy minute hits all alike."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict

from benchmarks.overhead.contenders import Absent, CannotRun, Contender, contenders
from benchmarks.overhead.machine import facts
from benchmarks.overhead.table import row, text
from sandbox import open_sandbox
from sandbox.api import SandboxError

WARM_UP = 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    try:
        with open_sandbox() as box:
            machine = facts(box.strength().accounting)
        with ExitStack() as stack:
            found = list(contenders(stack))
            absent = {one.name: one.reason for one in found if isinstance(one, Absent)}
            times = measure([one for one in found if isinstance(one, Contender)], options.rounds, absent)
    except SandboxError as error:
        print(error, file=sys.stderr)
        return 1
    rows = [row(name, values) for name, values in times.items() if values]
    if options.json:
        print(json.dumps({"machine": machine, "rows": [asdict(r) for r in rows], "absent": absent}, indent=2))
    else:
        print("\n".join(f"{key}: {value}" for key, value in machine.items()), end="\n\n")
        print(text(rows, absent))
    return 0


def measure(running: list[Contender], rounds: int, absent: dict[str, str]) -> dict[str, list[int]]:
    """Wall times in ns. Who fails on the way leaves the table and is named in `absent`."""
    times: dict[str, list[int]] = {one.name: [] for one in running}
    for number in range(WARM_UP + rounds):
        for one in random.sample(running, len(running)):
            if one.name in absent:
                continue
            began = time.perf_counter_ns()
            try:
                one.run()
            except CannotRun as error:
                absent[one.name] = f"failed: {error}"
                times[one.name] = []
                continue
            if number >= WARM_UP:
                times[one.name].append(time.perf_counter_ns() - began)
        if sys.stderr.isatty():
            print(f"\rround {number + 1} of {WARM_UP + rounds}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return times


if __name__ == "__main__":
    sys.exit(main())
