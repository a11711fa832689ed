"""A folder for a new problem: complete, with its blanks marked. `load_problem` lists those that are left; once all are
filled, `judge problem check` proves it."""

from __future__ import annotations

import json
import keyword
from pathlib import Path
from typing import Literal, get_args

from judge.problem import blank
from judge.problem.faults import Fault, ProblemError
from judge.problem.load import SLUG

Kind = Literal["function", "class", "stdio"]


def new_problem(bank: Path, slug: str, kind: Kind = "function", title: str = "") -> Path:
    """Write the folder `slug` into the folder of a bank; returns it. `title`: made of the slug where it is empty.
    Raises ProblemError where nothing can be written there."""
    folder = bank / slug
    if not SLUG.fullmatch(slug):
        raise ProblemError(slug, [Fault(folder, "a problem's folder is named in small letters, digits and hyphens")])
    if kind not in get_args(Kind):
        raise ProblemError(slug, [Fault(folder, f"no interface is called {kind!r}: {', '.join(get_args(Kind))}")])
    texts = blank_texts(slug, kind, title.strip() or slug.replace("-", " ").capitalize())
    try:
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    except FileExistsError:
        raise ProblemError(slug, [Fault(folder, "is there already")]) from None
    except OSError as error:
        raise ProblemError(slug, [Fault(folder, f"cannot be written: {error.strerror}")]) from None
    return folder


def blank_texts(slug: str, kind: Kind, title: str) -> dict[str, str]:
    """Every file of the folder, by its path."""
    name = _name(slug, kind)
    sample = blank.SAMPLES[kind].format(name=name)
    code = blank.CODE[kind]
    texts = {
        "problem.yaml": blank.YAML.format(
            title=json.dumps(title, ensure_ascii=False),  # JSON's text is YAML's too
            interface=blank.INTERFACES[kind].format(name=name),
            checker="tokens" if kind == "stdio" else "exact",
        ),
        "cases.py": blank.CASES.format(
            slug=slug, input_shape=blank.SHAPES[kind], sample=sample, validated=blank.VALIDATED[kind]
        ),
        "statement.md": blank.STATEMENT,
        "hints.md": blank.HINTS,
        "editorial.md": blank.EDITORIAL,
        "starter.py": code.format(name=name, blank=""),
    }
    for path, (head, words) in blank.KNOWN.items():
        texts[path] = head + _without_docstrings(code).format(name=name, blank=f"  # {words}")
    return texts


def _name(slug: str, kind: Kind) -> str:
    words = slug.split("-")
    name = "".join(word.capitalize() for word in words) if kind == "class" else "_".join(words)
    return name if name.isidentifier() and not keyword.iskeyword(name) else f"solve_{name}"


def _without_docstrings(code: str) -> str:
    return "".join(line for line in code.splitlines(keepends=True) if not line.strip().startswith('"""'))
