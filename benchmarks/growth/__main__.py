"""``make bench-growth``: a labelled corpus judged, beside other rules on the same recordings."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
import time
from multiprocessing.process import BaseProcess

from benchmarks.growth.bounds import FULL, QUICK, checks, checks_table
from benchmarks.growth.corpora import tasks_of
from benchmarks.growth.corpus import Corpus
from benchmarks.growth.options import QUICK_MINUTES, open_run, parser
from benchmarks.growth.plan import Item, relabelled
from benchmarks.growth.progress import Counter, row, shown
from benchmarks.growth.record import Judgement, is_wrong
from benchmarks.growth.replay import changes, recorded, replayed
from benchmarks.growth.rundir import BadRun, RunDir
from benchmarks.growth.table import summary
from benchmarks.growth.worker import CANNOT, STOPPED, items_of, work

LOOK_S = 0.3


def main() -> int:
    options = parser().parse_args()
    try:
        return replay(options) if options.replay else run(options)
    except BadRun as error:
        print(error, file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever read the table has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def replay(options: argparse.Namespace) -> int:
    all_again = replayed(relabelled(recorded(options.replay), tasks_of(Corpus.ALL)))
    if not all_again:
        raise BadRun(f"{options.replay}: nothing is recorded there")
    print(changes(all_again) + "\n")
    return report([one.after for one in all_again], options, options.quick)


def run(options: argparse.Namespace) -> int:
    directory = open_run(options)
    items, refused = items_of(directory.manifest)
    for name, why in refused.items():
        print(f"not judged: {name}: {why}", file=sys.stderr)
    if not items:
        raise BadRun("no solution is so called, or of that kind, that this host can judge")
    print(f"{len(items)} judgements, recorded in {directory.folder}", flush=True)
    try:
        ended_well = watch(directory, items, options)
    except KeyboardInterrupt:
        done = sum(item.key in directory.judgements for item in items)
        print(f"\nstopped; {unfinished(done, items, directory)}")
        return STOPPED
    made = [directory.judgements[item.key] for item in items if item.key in directory.judgements]
    if not made:
        return CANNOT
    if len(made) == len(items):
        directory.finish()
    else:
        print(unfinished(len(made), items, directory))
    result = report(relabelled(made, tasks_of(directory.manifest.corpus)), options, directory.manifest.quick)
    return result if ended_well else CANNOT


def unfinished(done: int, items: list[Item], directory: RunDir) -> str:
    return f"{done} of {len(items)} are done; to go on: python -m benchmarks.growth --into {directory.folder}"


def watch(directory: RunDir, items: list[Item], options: argparse.Namespace) -> bool:
    """Starts the workers and shows what is recorded, by them or by others. False where one of them failed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    keys = {item.key for item in items}
    directory.refresh()
    done = [directory.judgements[key] for key in keys if key in directory.judgements]
    counter = Counter(len(keys), len(done), sum(map(is_wrong, done)))
    workers = start(directory, options)
    try:
        with shown(counter) as display:
            while True:
                ended = not any(worker.is_alive() for worker in workers)
                for judgement in directory.refresh():
                    if judgement.key in keys:
                        display.show(judgement)
                if ended:
                    return all(worker.exitcode == 0 for worker in workers)
                time.sleep(LOOK_S)
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()


def start(directory: RunDir, options: argparse.Namespace) -> list[BaseProcess]:
    quick = directory.manifest.quick
    count = options.workers or ((os.cpu_count() or 1) if quick else 1)
    minutes = options.minutes or (QUICK_MINUTES if quick else None)
    deadline = None if minutes is None else time.monotonic() + 60 * minutes
    context = multiprocessing.get_context("spawn")  # a worker opens a sandbox and threads of its own
    workers: list[BaseProcess] = [
        context.Process(target=work, args=(directory.folder, directory.manifest, os.getpid(), deadline))
        for _ in range(count)
    ]
    for worker in workers:
        worker.start()
    return workers


def report(judgements: list[Judgement], options: argparse.Namespace, quick: bool) -> int:
    """Prints what they come to; 0 where that is as it must be."""
    wrong = [one for one in judgements if is_wrong(one)]
    if wrong:
        print("\nwrong:", *map(row, wrong), sep="\n")
    found = checks(judgements, QUICK if quick else FULL)
    print("\n" + summary(judgements, options.markdown))
    table = checks_table(found, f"what a {'quick run' if quick else 'run'} must reach")
    print("\n" + (table.markdown() if options.markdown else table.text()))
    return 0 if all(check.met for check in found) else 1


if __name__ == "__main__":
    sys.exit(main())
