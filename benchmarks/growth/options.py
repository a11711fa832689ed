"""The command line, and which run it means."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks.growth.corpus import Corpus, Kind
from benchmarks.growth.rundir import FINISHED, MANIFEST, BadRun, Manifest, RunDir

REPEATS = 3
QUICK_MINUTES = 9.0  # to begin judgements in; with what is under way then it ends within ten


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.growth",
        description="Judge a labelled corpus, beside other rules on the same recordings.",
    )
    made.add_argument("--into", type=Path, help="the run's directory; several processes may share one")
    made.add_argument("--workers", type=_count, help="processes that judge (default: 1; all cores with --quick)")
    made.add_argument(
        "--repeat", type=_count, help=f"judge each solution so often, fresh inputs each (default: {REPEATS})"
    )
    made.add_argument(
        "--corpus",
        type=Corpus,
        choices=list(Corpus),
        help="the corpus of our own (default), one that nothing was tuned to, the bank's known submissions, or all",
    )
    made.add_argument("--only", help="only names (task/solution) that contain this")
    made.add_argument("--kind", choices=[str(kind) for kind in Kind], help="only solutions of this kind")
    made.add_argument(
        "--busy",
        type=_phases,
        help='keep so many cores busy beside it; "0,2": first quiet, then loaded (default: 0, and all cores)',
    )
    made.add_argument("--shuffle", action="store_true", default=None, help="a seeded order instead of the corpus's")
    made.add_argument("--quick", action="store_true", help="a sample in ten minutes on two cores, with looser bounds")
    made.add_argument("--minutes", type=float, help=f"begin nothing after so long (--quick: {QUICK_MINUTES:g})")
    made.add_argument("--replay", type=Path, metavar="DIR|FILE", help="no runs: decide recordings by today's rules")
    made.add_argument("--markdown", action="store_true", help="the table in Markdown")
    return made


def wanted(options: argparse.Namespace) -> dict[str, object]:
    """What was asked for in words, without defaults."""
    asked = {
        "repeats": options.repeat,
        "phases": options.busy,
        "corpus": options.corpus,
        "only": options.only,
        "kind": options.kind,
        "shuffle": options.shuffle,
        "quick": options.quick or None,
    }
    return {name: value for name, value in asked.items() if value is not None}


def open_run(options: argparse.Namespace) -> RunDir:
    """The run that is meant: the one in --into, else the last unfinished one of the same kind, else a new one.

    Raises BadRun where it was begun with other options."""
    asked = wanted(options)
    fresh = Manifest.fresh(**{**defaults(options.quick), **asked})
    directory = RunDir.open(options.into or _unfinished(fresh) or _new(), fresh)
    begun = directory.manifest
    for name, value in asked.items():
        there = getattr(begun, name)
        if name == "repeats" and isinstance(value, int) and value > there:
            directory.raise_repeats(replace(begun, repeats=value))
        elif there != value:
            where, was, asks = directory.folder / MANIFEST, _shown(there), _shown(value)
            raise BadRun(f"{where}: begun with {name} {was}, not {asks}; go on as begun, or --into another")
    return directory


def defaults(quick: bool) -> dict[str, object]:
    if quick:
        return {"repeats": 1, "phases": (0,)}
    return {"repeats": REPEATS, "phases": (0, os.cpu_count() or 1)}


def _shown(value: object) -> str:
    return repr(str(value) if isinstance(value, str) else value)  # of an enum the word


def _runs() -> Path:
    return user_cache_path("landau") / "growth"


def _new() -> Path:
    second = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    names = chain([second], (f"{second}-{number}" for number in count(2)))
    return next(path for name in names if not (path := _runs() / name).exists())


def _unfinished(fresh: Manifest) -> Path | None:
    for path in sorted(_runs().glob(f"*/{MANIFEST}"), reverse=True):
        if (path.parent / FINISHED).exists():
            continue
        if replace(Manifest.load(path), seed=fresh.seed) == fresh:
            return path.parent
    return None


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _phases(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.split(","))
    if min(numbers) < 0 or len(set(numbers)) < len(numbers):
        raise argparse.ArgumentTypeError("numbers of cores, each once")
    return numbers
