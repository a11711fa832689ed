"""What this host can enforce, what that means for a verdict, and the command that mends what is missing.

Readings in, facts out: everything here is pure; `sandbox.readings.collect` does the looking. A host that does not tell
of a thing (a virtual machine of its processor's frequency, say) has no fact about it.
"""

from __future__ import annotations

from sandbox.doctor import cpu, kernel, memory, proof, tools
from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Readings

__all__ = ["Fact", "Level", "diagnose", "possible"]


def diagnose(readings: Readings) -> list[Fact]:
    """All facts: what a sandbox is made of, what blurs a measurement, the programs beside it, and last the proof (a
    program run in the sandbox)."""
    return [
        *kernel.facts(readings),
        *memory.facts(readings),
        *cpu.facts(readings),
        *tools.facts(readings),
        *proof.facts(readings),
    ]


def possible(facts: list[Fact]) -> bool:
    """Whether submissions can be judged here at all."""
    return all(fact.level is not Level.MISSING for fact in facts)
