"""``make bench-overhead``: what the sandbox costs, what it keeps, and how fast it ends what must end.

runs      one run of a program that does nothing, beside bare Python and other sandboxes
judging   one hundred trivial hidden cases, judged whole
limits    how long after its limit a run is dead, with every core busy
parallel  the CPU time of a fixed program, alone and among others
memory    what an idle judge holds, and after thousands of runs
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from benchmarks.overhead import judged, limits, memory, parallel
from benchmarks.overhead.contenders import CannotRun
from benchmarks.overhead.machine import facts
from benchmarks.overhead.rounds import run_all
from benchmarks.overhead.table import median_and_worst, row, text
from sandbox import open_sandbox
from sandbox.api import SandboxError

PARTS = ("runs", "judging", "limits", "parallel", "memory")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(PARTS)}; all unless named")
    parser.add_argument("--rounds", type=int, default=40, help="of the runs (default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown or options.rounds < 1:
        parser.error(f"no part {', '.join(sorted(unknown))}" if unknown else "--rounds must be at least 1")
    found: dict[str, object] = {}
    try:
        with open_sandbox() as box:
            found["machine"] = facts(box.strength().accounting)
        if not options.json:
            print("\n".join(f"{key}: {value}" for key, value in found["machine"].items()))  # type: ignore[attr-defined]
        for part in PARTS:
            if not options.parts or part in options.parts:
                found[part], shown = _MEASURES[part](options.rounds)
                if not options.json:
                    print(f"\n{shown}", flush=True)
    except (SandboxError, CannotRun) as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(found, indent=2))
    return 0


def _runs(rounds: int) -> tuple[object, str]:
    times, absent = run_all(rounds, _tick("runs"))
    rows = [row(name, values) for name, values in times.items() if values]
    return {"rows": [asdict(one) for one in rows], "absent": absent}, text(rows, absent)


def _judging(rounds: int) -> tuple[object, str]:
    seconds = sorted(judged.hundred_cases(min(rounds, 15), _tick("judging")))
    middle = seconds[len(seconds) // 2]
    return (
        seconds,
        f"{judged.CASES} trivial hidden cases, judged whole: {middle:.2f} s median, {seconds[0]:.2f} s least",
    )


def _limits(rounds: int) -> tuple[object, str]:
    found = limits.overruns(5 * rounds, _tick("limits"))
    lines = [f"{name}: {median_and_worst(values)}" for name, values in found.items()]
    every = [value for values in found.values() for value in values]
    head = f"dead after its limit, all cores busy: {median_and_worst(every)}"
    return found, "\n  ".join([head, *lines])


def _parallel(rounds: int) -> tuple[object, str]:
    found = parallel.beside(min(rounds, 25), _tick("parallel"))
    lines = [
        f"{one.others} others: {one.alone_ms:.1f} ms alone, {one.among_ms:.1f} ms among them ({one.slower:+.1%})"
        for one in found
    ]
    return [asdict(one) for one in found], "\n  ".join(["CPU time of a fixed program", *lines])


def _memory(rounds: int) -> tuple[object, str]:
    found = memory.held("python", 250 * rounds, _tick("memory"))
    loaded = memory.held("python-data", 0, lambda: None)
    first, last = found[0], found[-1]
    lines = [
        f"an idle judge holds {first.memory_mib:.0f} MiB, {loaded[0].memory_mib:.0f} MiB with pandas and duckdb loaded",
        f"after {last.runs} runs {last.memory_mib:.0f} MiB and {last.descriptors - first.descriptors:+d} descriptors "
        f"(on the way: {', '.join(f'{one.memory_mib:.0f}' for one in found)})",
    ]
    return [asdict(one) for one in (*found, *loaded)], "\n".join(lines)


_MEASURES: dict[str, Callable[[int], tuple[object, str]]] = {
    "runs": _runs,
    "judging": _judging,
    "limits": _limits,
    "parallel": _parallel,
    "memory": _memory,
}


def _tick(part: str) -> Callable[[], None]:
    """Call it at each step: shows on a terminal how far the part is."""
    steps = 0

    def tick() -> None:
        nonlocal steps
        steps += 1
        if sys.stderr.isatty():
            print(f"\r{part}: {steps}", end="\r", file=sys.stderr, flush=True)

    return tick


if __name__ == "__main__":
    sys.exit(main())
