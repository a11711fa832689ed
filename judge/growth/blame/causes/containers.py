"""A line looks for something in what is not made for it, or its keys collide."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import ARRAYS, SEQUENCES, TEXTS, Cause, Look, shown

STEEP = 1.6  # in powers of n: nearly a walk past all keys for each of them


def membership(look: Look) -> Cause | None:
    for test in look.of(ast.Compare):
        for op, right in zip(test.ops, test.comparators, strict=True):
            if not isinstance(op, ast.In | ast.NotIn) or isinstance(right, ast.Constant):
                continue
            kind = look.kind(right)
            if not look.grows(right):
                continue
            if kind in SEQUENCES or kind in ARRAYS or kind == "values":
                return Cause(
                    "membership",
                    f"`in` looks through the whole {'dictionary' if kind == 'values' else kind} `{shown(right)}` "
                    f"{look.each}: keep what was seen in a set (or a dictionary), whose lookup does not grow",
                )
            if kind in TEXTS:
                return Cause(
                    "scan",
                    f"`in` looks through the whole text `{shown(right)}` {look.each}: "
                    "keep its characters in a set, or remember where each was seen last",
                )
    return None


def collisions(look: Look) -> Cause | None:
    """Only what was seen: of keys that collide each lookup is as long as there are keys."""
    if look.exponent < STEEP:
        return None
    for node in look.nodes:
        if isinstance(node, ast.Name | ast.Attribute) and look.crowded(node):
            return Cause(
                "collision",
                f"hashes of the keys in `{shown(node)}` collide, so that each lookup walks past the other keys: "
                "use keys that hash apart (a string or a tuple made of the number), or sort instead",
            )
    return None
