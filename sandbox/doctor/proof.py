"""The proof: a program that ran in the sandbox, or did not."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.api import Accounting
from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Readings

WAYS = {
    Accounting.CGROUP_V2: "figures from cgroup v2",
    Accounting.CGROUP_V1: "figures from cgroup v1",
    Accounting.SAMPLED: "figures from process clocks and samples",
}


def facts(r: Readings) -> Iterator[Fact]:
    if r.strength is None:
        found = r.sandbox_error or "it did not start"
        yield Fact("sandbox", Level.MISSING, found, "nothing can be judged", "see the lines above")
        return
    found = f"{r.strength.backend}: a program ran in it; {WAYS[r.strength.accounting]}"
    if r.strength.strong:
        yield Fact("sandbox", Level.GOOD, found, "every point of the trust line is enforced")
        return
    means = "; ".join(r.strength.weaknesses) or "not every point of the trust line is enforced"
    mend = "mend the lines above marked weak; `judge serve` stays on loopback"
    yield Fact("sandbox", Level.WEAK, found, means, mend)
