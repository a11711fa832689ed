"""A folder for a new problem: complete, with its blanks marked. `load_problem` lists those that are left; once all are
filled, `judge problem check` proves it."""

from __future__ import annotations

import json
import keyword
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from judge.problem import blank, blankframe, blanksql
from judge.problem.faults import Fault, ProblemError
from judge.problem.load import SLUG
from judge.problem.model import Problem
from judge.problem.skeleton import skeleton_texts

Kind = Literal["function", "class", "stdio", "sql"]
RuntimeName = Literal["python", "python-data"]
CheckerName = Literal["exact", "float", "unordered", "mapping", "tuple", "tokens", "table", "frame", "custom"]
FITTING: dict[str, tuple[CheckerName, ...]] = {"stdio": ("tokens", "exact", "custom"), "sql": ("table",)}
ONLY = {
    "tokens": "programs answer in text",
    "table": "queries answer with a table",
    "frame": "functions of the runtime python-data answer with a data frame",
}
SAID = {"stdio": "a program answers in text", "sql": "a query answers with a table"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the new problem is to be. `title`: made of the slug where it is empty; `runtime`, `checker`: the usual ones
    of the kind where they are None."""

    kind: Kind = "function"
    title: str = ""
    runtime: RuntimeName | None = None
    checker: CheckerName | None = None

    @property
    def runs_in(self) -> RuntimeName:
        return self.runtime or fitting_runtimes(self.kind, self.checker)[0]

    @property
    def checked_by(self) -> CheckerName:
        return self.checker or fitting_checkers(self.kind, self.runs_in)[0]


def fitting_checkers(kind: Kind, runtime: RuntimeName) -> tuple[CheckerName, ...]:
    """The checkers that fit the answers of a kind, the usual one first: a program's answer is text, that of a function
    beside pandas mostly a data frame."""
    values = tuple(name for name in get_args(CheckerName) if name not in ONLY)
    frames: tuple[CheckerName, ...] = ("frame",) if (kind, runtime) == ("function", "python-data") else ()
    return FITTING.get(kind) or (*frames, *values)


def fitting_runtimes(kind: Kind, checker: CheckerName | None) -> tuple[RuntimeName, ...]:
    """The same for runtimes: the engines and pandas are where the data packages are."""
    return ("python-data",) if kind == "sql" or checker == "frame" else get_args(RuntimeName)


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
        ("runtime", wanted.runs_in, get_args(RuntimeName)),
        ("checker", wanted.checked_by, get_args(CheckerName)),
    ):
        if value not in allowed:
            raise ProblemError(folder.name, [Fault(folder, f"no {word} is called {value!r}: {', '.join(allowed)}")])
    if wanted.runs_in not in fitting_runtimes(wanted.kind, wanted.checker):
        what = wanted.kind if wanted.kind == "sql" else f"the checker {wanted.checker}"
        raise ProblemError(folder.name, [Fault(folder, f"the runtime of {what} is python-data")])
    fitting = fitting_checkers(wanted.kind, wanted.runs_in)
    if wanted.checked_by not in fitting:
        answers = SAID.get(wanted.kind) or f"only {ONLY[wanted.checked_by]}"
        message = f"the checker {wanted.checked_by} does not fit {wanted.kind}: {answers}; {', '.join(fitting)} do"
        raise ProblemError(folder.name, [Fault(folder, message)])


def blank_texts(slug: str, wanted: Wanted) -> dict[str, str]:
    """Every file of the folder, by its path."""
    kind = wanted.kind
    title = json.dumps(wanted.title.strip() or _title(slug), ensure_ascii=False)  # JSON's text is YAML's too
    if kind == "sql":
        return {"hints.md": blank.HINTS, "editorial.md": blank.EDITORIAL, **blanksql.texts(slug, title)}
    name = name_of(slug, kind)
    if wanted.checked_by == "frame":
        return {"hints.md": blank.HINTS, "editorial.md": blank.EDITORIAL, **blankframe.texts(slug, title, name)}
    checker, returns = blank.CHECKERS[wanted.checked_by]
    sample = blank.SAMPLES[kind].format(name=name)
    code = blank.CODE[kind]
    texts = {
        "problem.yaml": blank.YAML.format(
            title=title,
            runtime=wanted.runs_in,
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
