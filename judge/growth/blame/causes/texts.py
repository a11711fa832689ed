"""A line goes through a text, or reads everything anew, with each of its runs."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import TEXTS, Cause, Look, shown

SCANS = {"find", "rfind", "index", "rindex", "count", "replace", "split", "partition", "startswith", "join"}
READERS = {"readlines", "read", "getvalue", "open", "findall", "finditer", "seek", "read_text", "read_csv"}


def scans(look: Look) -> Cause | None:
    for call, value, method in look.methods():
        if method in SCANS and look.kind(value) in TEXTS and (look.grows(value) or method == "join"):
            return Cause(
                "scan",
                f"`{shown(call)}` goes through the whole text {look.each}: "
                "go through it once, and remember in a dictionary what is needed",
            )
    for call in look.of(ast.Call):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in READERS and name not in look.functions:
            return Cause(
                "reread", f"`{shown(call)}` reads everything again {look.each}: read once and keep what is needed"
            )
    return None
