"""A line works with numbers that grow long."""

from __future__ import annotations

from judge.growth.blame.causes.look import Cause, Look

LONG_BITS = 256


def long_numbers(look: Look) -> Cause | None:
    for name, (kind, bits) in look.things.items():
        if kind == "int" and bits > LONG_BITS and bits > 1.5 * look.before.get(name, ("", bits))[1]:
            return Cause(
                "long-numbers",
                f"the number `{name}` grows to {bits:,} bits, and work with it takes the longer: "
                "keep numbers short (a remainder, a pair, or a string)",
            )
    return None
