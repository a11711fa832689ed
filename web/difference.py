"""Where an answer parts from what was expected, for the eye. Pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

# Comparing is quadratic at worst; beyond this the first difference alone is shown.
MOST_TOKENS = 2000
_TOKEN = re.compile(r"-?\w+(?:\.\w+)?|\s+|.", re.DOTALL)


def marked(expected: str, answer: str, aligned: bool = False) -> tuple[Markup, Markup]:
    """Both texts as HTML: what only the expected one has in <ins>, what only the answer has in <del>. `aligned`: how
    much space there is between words only lays columns below each other."""
    left, right = _TOKEN.findall(expected), _TOKEN.findall(answer)
    if max(len(left), len(right)) > MOST_TOKENS:
        return _from_first_difference(expected, answer)
    here: list[Markup] = []
    there: list[Markup] = []
    ours, theirs = (list(map(_one_space, each)) if aligned else each for each in (left, right))
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        same = kind == "equal"
        here.append(_wrap("ins", left[a:b], same))
        there.append(_wrap("del", right[c:d], same))
    return Markup().join(here), Markup().join(there)


def _one_space(token: str) -> str:
    return " " if token.isspace() and "\n" not in token else token


def _from_first_difference(expected: str, answer: str) -> tuple[Markup, Markup]:
    at = next((i for i, (a, b) in enumerate(zip(expected, answer, strict=False)) if a != b), None)
    if at is None:
        at = min(len(expected), len(answer))
    return (
        escape(expected[:at]) + _wrap("ins", [expected[at:]], False),
        escape(answer[:at]) + _wrap("del", [answer[at:]], False),
    )


def _wrap(tag: str, tokens: list[str], same: bool) -> Markup:
    text = escape("".join(tokens))
    return text if same or not text else Markup(f"<{tag}>{text}</{tag}>")
