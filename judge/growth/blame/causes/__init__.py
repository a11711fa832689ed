"""Why a line costs so much, where the cause is a known one, and what to do instead. Pure: from the text, the line, and
what the tracer saw its names stand for. Says nothing rather than something unsure."""

from __future__ import annotations

from judge.growth.blame.carrier import Carrier
from judge.growth.blame.causes import arrays, containers, copies, memory, numbers, passes, reads, sequences, texts
from judge.growth.blame.causes.look import Cause, Look
from judge.growth.blame.causes.repeated import repeated
from judge.growth.blame.outline import Outline
from judge.growth.blame.tracing import Things
from judge.report import Resource

__all__ = ["Cause", "find_cause"]

# The first that applies is said.
TIME = (
    sequences.front,
    sequences.middle,
    arrays.numpy_growth,
    passes.sorting,
    containers.membership,
    passes.aggregate,
    copies.concatenation,
    sequences.slicing,
    copies.copying,
    texts.scans,
    containers.collisions,
    numbers.long_numbers,
)
PROBES = (reads.reads_all, sequences.slicing, reads.reads_on)
MEMORY = (memory.keeps, copies.concatenation)


def find_cause(
    program: Outline, found: Carrier, things: Things, before: Things, resource: Resource = Resource.TIME
) -> Cause | None:
    """`things`: what names stood for at the largest size, `before` at the smallest."""
    look = Look(program, found, things, before)
    if resource is Resource.MEMORY:
        return look.first(MEMORY)
    if resource is Resource.PROBES:
        return look.first(PROBES)
    return repeated(program, found) if found.runs else look.first(TIME)
