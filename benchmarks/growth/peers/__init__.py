"""Other rules, in our own words, on the same recordings: what each would have rejected."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.growth.peers.big_o import big_o
from benchmarks.growth.peers.bigobench import bigobench
from benchmarks.growth.peers.curves import rejects
from benchmarks.growth.peers.google_benchmark import google_benchmark
from benchmarks.growth.peers.limits import beyond_limit
from benchmarks.growth.record import Judgement

PEERS: tuple[tuple[str, Callable[[Judgement], bool]], ...] = (
    ("time limit, 2 x the reference", lambda judgement: beyond_limit(judgement, 2)),
    ("time limit, 5 x the reference", lambda judgement: beyond_limit(judgement, 5)),
    ("class by least squares (big_O)", lambda judgement: rejects(judgement, big_o)),
    ("class by RMS (Google Benchmark)", lambda judgement: rejects(judgement, google_benchmark)),
    ("class by penalised fit (BigOBench)", lambda judgement: rejects(judgement, bigobench)),
)
