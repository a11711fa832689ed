"""Texts: runs, brackets."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _short_runs(n: int, rng: random.Random) -> tuple[str]:
    return ("".join(rng.choice("abcd") * rng.randrange(1, 4) for _ in range(n // 2)),)


def _one_run(n: int, rng: random.Random) -> tuple[str]:
    return ("x" * n + "y" * (n // 3),)


def _flat(n: int, rng: random.Random) -> tuple[str]:
    return ("".join(rng.choice(["()", "[]", "[()]", "([])"]) for _ in range(n // 3)),)


def _deep(n: int, rng: random.Random) -> tuple[str]:
    opening = rng.choices("([", k=n // 2)
    return ("".join(opening) + "".join(")]"["([".index(c)] for c in reversed(opening)),)


RUNS = Task(
    "run-lengths",
    "runs",
    "n",
    (Family("short_runs", _short_runs, 1000, 1_000_000), Family("one_run", _one_run, 2000, 3_000_000)),
    (
        right(
            "pointer",
            "one step a character",
            """
            def runs(text):
                out, last, count = [], text[0], 0
                for c in text:
                    if c == last:
                        count += 1
                    else:
                        out.append((last, count))
                        last, count = c, 1
                out.append((last, count))
                return out
            """,
        ),
        right(
            "groupby",
            "the same with itertools",
            """
            from itertools import groupby
            def runs(text):
                return [(c, sum(1 for _ in group)) for c, group in groupby(text)]
            """,
        ),
        right(
            "numpy",
            "differences of code points in C",
            """
            import numpy as np
            def runs(text):
                codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
                ends = np.append(np.flatnonzero(np.diff(codes)) + 1, len(codes))
                counts = np.diff(ends, prepend=0)
                return [(chr(c), n) for c, n in zip(codes[ends - 1].tolist(), counts.tolist())]
            """,
            Kind.FAST,
        ),
        right(
            "states",
            "a pandas row and an object a character: dearer by a factor",
            """
            import pandas as pd
            class Run:
                def __init__(self, char):
                    self.char, self.count = char, 0
                def takes(self, other):
                    return self.char == other
                def grow(self):
                    self.count += 1
                    return self
            def runs(text):
                found = []
                for row in pd.DataFrame({"char": list(text)}).itertuples():
                    if not found or not found[-1].takes(row.char):
                        found.append(Run(row.char))
                    found[-1].grow()
                return [(run.char, run.count) for run in found]
            """,
            Kind.SLOW,
        ),
        worse(
            "cut_front",
            "what is left of the text is copied for every run, a byte a character",
            """
            def runs(text):
                out = []
                while text:
                    rest = text.lstrip(text[0])
                    out.append((text[0], len(text) - len(rest)))
                    text = rest
                return out
            """,
            Kind.HIDDEN,
            blame="text.lstrip(text[0])",
        ),
        worse(
            "compare_slices",
            "a run is compared whole with each of its prefixes",
            """
            def runs(text):
                out, start = [], 0
                while start < len(text):
                    end = start + 1
                    while end < len(text) and text[start : end + 1] == text[start] * (end + 1 - start):
                        end += 1
                    out.append((text[start], end - start))
                    start = end
                return out
            """,
            Kind.FAMILY,
            blame="text[start : end + 1] == text[start]",
        ),
        worse(
            "new_lists",
            "a new list for every run",
            """
            def runs(text):
                out = []
                for c in text:
                    if out and out[-1][0] == c:
                        out[-1] = (c, out[-1][1] + 1)
                    else:
                        out = out + [(c, 1)]
                return out
            """,
            Kind.FAMILY,
            blame="out + [(c, 1)]",
        ),
    ),
    runtime="python-data",
)


BRACKETS = Task(
    "bracket-depth",
    "depth",
    "n",
    (Family("flat", _flat, 500, 2_000_000), Family("deep", _deep, 500, 2_000_000)),
    (
        right(
            "stack",
            "one push or pop a character",
            """
            def depth(text):
                stack, most = [], 0
                for c in text:
                    if c in "([":
                        stack.append(c)
                        most = max(most, len(stack))
                    elif not stack or stack.pop() + c not in ("()", "[]"):
                        return -1
                return -1 if stack else most
            """,
        ),
        right(
            "linked",
            "a chain of pairs instead of a list",
            """
            def depth(text):
                closing, top, now, most = {"(": ")", "[": "]"}, None, 0, 0
                for c in text:
                    if c in closing:
                        top, now = (closing[c], top), now + 1
                        if now > most:
                            most = now
                    elif top is None or top[0] != c:
                        return -1
                    else:
                        top, now = top[1], now - 1
                return most if top is None else -1
            """,
        ),
        right(
            "tokens",
            "a regular expression's match and an object a character",
            """
            import re
            class Open:
                def __init__(self, match, depth):
                    self.text, self.depth = match.group("open"), depth
                def closed_by(self, match):
                    return {"(": ")", "[": "]"}[self.text] == match.group("close")
            def depth(text):
                stack, most = [], 0
                for match in re.finditer(r"(?P<open>[(\\[])|(?P<close>[)\\]])", text):
                    if match.lastgroup == "open":
                        stack.append(Open(match, len(stack) + 1))
                        most = max(most, stack[-1].depth)
                    elif not stack or not stack.pop().closed_by(match):
                        return -1
                return -1 if stack else most
            """,
            Kind.SLOW,
        ),
        worse(
            "replace",
            "as many replacements in C as brackets lie inside one another: n/2 where deep",
            """
            def depth(text):
                rounds = 0
                while "()" in text or "[]" in text:
                    text = text.replace("()", ".").replace("[]", ".").replace(".", "")
                    rounds += 1
                return -1 if text else rounds
            """,
            Kind.FAMILY,
            blame="text.replace",
        ),
        worse(
            "text_stack",
            "the stack is a string that is copied for every bracket, a byte a character",
            """
            def depth(text):
                stack, most = "", 0
                for c in text:
                    if c in "([":
                        stack = c + stack
                        most = max(most, len(stack))
                    elif stack[:1] + c not in ("()", "[]"):
                        return -1
                    else:
                        stack = stack[1:]
                return -1 if stack else most
            """,
            Kind.HIDDEN,
            blame="stack = c + stack",
        ),
        worse(
            "partner",
            "counts from every opening bracket to its partner: n/2 on where deep, next door where flat",
            """
            def depth(text):
                most = now = 0
                for i, c in enumerate(text):
                    if c not in "([":
                        now -= 1
                        continue
                    now += 1
                    most = max(most, now)
                    inside = 0
                    for j in range(i, len(text)):
                        inside += 1 if text[j] in "([" else -1
                        if inside == 0:
                            break
                    if inside or c + text[j] not in ("()", "[]"):
                        return -1
                return most if now == 0 else -1
            """,
            Kind.EARLY,
            blame='inside += 1 if text[j] in "(["',
        ),
    ),
)


TASKS = (RUNS, BRACKETS)
