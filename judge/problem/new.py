"""A folder for a new problem: complete, with its blanks marked. `load_problem` lists those that are left; once all are
filled, `judge problem check` proves it."""

from __future__ import annotations

import json
import keyword
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from judge.problem import blank
from judge.problem.faults import Fault, ProblemError
from judge.problem.load import SLUG
from judge.problem.model import Problem
from judge.problem.skeleton import skeleton_texts

Kind = Literal["function", "class", "stdio"]
RuntimeName = Literal["python", "python-data"]
CheckerName = Literal["exact", "float", "unordered", "mapping", "tuple", "tokens", "custom"]
FOR_TEXT: tuple[CheckerName, ...] = ("tokens", "exact", "custom")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new problem is to be. `title`: made of the slug where it is empty; `checker`: the usual one of the kind
    where it is None."""

    kind: Kind = "function"
    title: str = ""
    runtime: RuntimeName = "python"
    checker: CheckerName | None = None

    @property
    def checked_by(self) -> CheckerName:
        return self.checker or fitting_checkers(self.kind)[0]


def fitting_checkers(kind: Kind) -> tuple[CheckerName, ...]:
    """The checkers that fit the answers of a kind, the usual one first: a program's answer is text."""
    return FOR_TEXT if kind == "stdio" else tuple(name for name in get_args(CheckerName) if name != "tokens")


def new_problem(bank: Path, slug: str, wanted: Wanted | Problem = Wanted()) -> Path:
    """Write the folder `slug` into the folder of a bank; returns it. `wanted`: also a problem, to have its shape (names
    of parameters, families, sizes, checker, submissions) with every text blank. Raises ProblemError where nothing can
    be written there."""
    folder = bank / slug
    if not SLUG.fullmatch(slug):
        raise ProblemError(slug, [Fault(folder, "a problem's folder is named in small letters, digits and hyphens")])
    if isinstance(wanted, Problem):
        texts = skeleton_texts(wanted, slug, _title(slug), name_of(slug, wanted.spec.interface.kind))
    else:
        _refuse(folder, wanted)
        texts = blank_texts(slug, wanted)
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


def _refuse(folder: Path, wanted: Wanted) -> None:
    for word, value, allowed in (
        ("interface", wanted.kind, get_args(Kind)),
        ("runtime", wanted.runtime, get_args(RuntimeName)),
        ("checker", wanted.checked_by, get_args(CheckerName)),
    ):
        if value not in allowed:
            raise ProblemError(folder.name, [Fault(folder, f"no {word} is called {value!r}: {', '.join(allowed)}")])
    fitting = fitting_checkers(wanted.kind)
    if wanted.checked_by not in fitting:
        answers = "a program answers in text" if wanted.kind == "stdio" else "only programs answer in text"
        message = f"the checker {wanted.checked_by} does not fit {wanted.kind}: {answers}; {', '.join(fitting)} do"
        raise ProblemError(folder.name, [Fault(folder, message)])


def blank_texts(slug: str, wanted: Wanted) -> dict[str, str]:
    """Every file of the folder, by its path."""
    kind = wanted.kind
    name = name_of(slug, kind)
    checker, returns = blank.CHECKERS[wanted.checked_by]
    sample = blank.SAMPLES[kind].format(name=name)
    code = blank.CODE[kind]
    title = wanted.title.strip() or _title(slug)
    texts = {
        "problem.yaml": blank.YAML.format(
            title=json.dumps(title, ensure_ascii=False),  # JSON's text is YAML's too
            runtime=wanted.runtime,
            interface=blank.INTERFACES[kind].format(name=name, returns=returns),
            checker=checker,
        ),
        "cases.py": blank.CASES.format(
            slug=slug, input_shape=blank.SHAPES[kind], sample=sample, validated=blank.VALIDATED[kind]
        ),
        "statement.md": blank.STATEMENT,
        "hints.md": blank.HINTS,
        "editorial.md": blank.EDITORIAL,
        "starter.py": code.format(name=name, returns=returns, blank=""),
    }
    if wanted.checked_by == "custom":
        texts["checker.py"] = blank.CHECKER.format(slug=slug)
    for path, (head, words) in blank.KNOWN.items():
        texts[path] = head + _without_docstrings(code).format(name=name, returns=returns, blank=f"  # {words}")
    return texts


def name_of(slug: str, kind: str) -> str:
    """What the function or class of a problem may be called."""
    words = slug.split("-")
    name = "".join(word.capitalize() for word in words) if kind == "class" else "_".join(words)
    return name if name.isidentifier() and not keyword.iskeyword(name) else f"solve_{name}"


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _without_docstrings(code: str) -> str:
    return "".join(line for line in code.splitlines(keepends=True) if not line.strip().startswith('"""'))
