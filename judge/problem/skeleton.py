"""The shape of a problem without its contents, for a new one like it: the interface, checker, limits, families and
sizes stay; every text and every body is a blank. No line of another problem's solutions is carried over."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from judge.problem import blank, blanksql
from judge.problem.checkerspec import FrameChecker
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from judge.problem.load import MARK, is_marked
from judge.problem.model import Expected, Known, Problem

RAISES = "raise NotImplementedError"
WORDS = {
    Expected.ACCEPTED: "another right solution, and what its cost differs by",
    Expected.TOO_SLOW: "a right idea, and why it grows too fast",
    Expected.WRONG: "a common mistake, and which case shows it",
    Expected.TOO_MUCH_MEMORY: "a right idea, and what it keeps too much of",
    Expected.RUNTIME_ERROR: "a common slip, and which case it dies of",
}


def skeleton_texts(problem: Problem, slug: str, title: str, name: str) -> dict[str, str]:
    """Every file of the new folder, by its path. `name`: of its function or class."""
    interface = problem.spec.interface
    if isinstance(interface, SqlInterface):
        return _of_queries(problem, interface, slug, title)
    old = getattr(interface, "name", None)
    starter = _blank_docstrings(_renamed(problem.starter, old, name))
    texts = {
        "problem.yaml": _yaml(problem, title, name),
        "cases.py": _cases(problem, slug, name),
        "statement.md": _under_headings(problem.statement, blank.STATEMENT),
        "hints.md": _hints(problem),
        "editorial.md": _under_headings(problem.editorial, blank.EDITORIAL),
        "starter.py": starter,
    }
    if problem.checker_source is not None:
        texts["checker.py"] = blank.CHECKER.format(slug=slug)
    body = _without_docstrings(starter).replace(RAISES, f"{RAISES}  # [[fill in: the solution]]")
    return texts | {path: _head(known, "#") + body for path, known in _numbered(problem) if known.path.suffix == ".py"}


def _of_queries(problem: Problem, interface: SqlInterface, slug: str, title: str) -> dict[str, str]:
    """The same for an SQL problem; each query in the dialect that it was in."""
    cases = blanksql.CASES.format(slug=slug, sample=str(([],) * len(interface.tables)), answer="[]")
    return {
        "problem.yaml": _yaml(problem, title, ""),
        "cases.py": _with_families(cases, problem, "tables"),
        "statement.md": _under_headings(problem.statement, blanksql.STATEMENT),
        "hints.md": _hints(problem),
        "editorial.md": _under_headings(problem.editorial, blank.EDITORIAL),
        "starter.sql": blanksql.STARTER,
        **{path: f"{_head(known, '--')}SELECT  -- [[fill in: the query]]\n" for path, known in _numbered(problem)},
    }


def _hints(problem: Problem) -> str:
    return "\n---\n".join(f"[[fill in: hint {at}]]\n" for at in range(1, len(problem.hints) + 1))


def _numbered(problem: Problem) -> Iterator[tuple[str, Known]]:
    """The submissions, with paths that say nothing of their ideas."""
    counts: dict[tuple[Expected, str], int] = {}
    for known in problem.known:
        suffix = "".join(known.path.suffixes)
        number = counts[known.expected, suffix] = counts.get((known.expected, suffix), 0) + 1
        stem = "reference" if is_marked(known.source) else f"{known.expected}_{number}"
        yield f"submissions/{known.expected}/{stem}{suffix}", known


def _head(known: Known, remark: str) -> str:
    if is_marked(known.source):
        return f"{remark} {MARK}\n{remark} [[fill in: the idea, in a line; simple, and of the required growth]]\n"
    return f"{remark} [[fill in: {WORDS[known.expected]}]]\n"


def _yaml(problem: Problem, title: str, name: str) -> str:
    """problem.yaml as its writer laid it out, with the texts blank."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    data: Any = yaml.load((problem.folder / "problem.yaml").read_text(encoding="utf-8"))
    data["title"] = DoubleQuotedScalarString(title)
    data["tags"] = [_blank("two or three tags, such as arrays")]
    data["source"] = {"guide": _blank("where it was asked"), "topics": [], "companies": [], "rounds": []}
    if "name" in data["interface"]:
        data["interface"]["name"] = name
    data["growth"]["variable"] = _blank("what n is")
    for family in data["growth"]["families"]:
        family["about"] = _blank("what these inputs are, and the worst case of which trap")
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _blank(words: str) -> DoubleQuotedScalarString:
    return DoubleQuotedScalarString(f"[[fill in: {words}]]")


def _cases(problem: Problem, slug: str, name: str) -> str:
    interface = problem.spec.interface
    sample = _sample(interface, name)
    text = blank.CASES.format(slug=slug, input_shape=_shape(interface), sample=sample, validated=_validated(interface))
    return _with_families(text, problem, "an input")


def _with_families(text: str, problem: Problem, what: str) -> str:
    if isinstance(problem.spec.checker, FrameChecker):
        text = text.replace("Only the standard library,", "The standard library, numpy, pandas,")
        text = text.replace("\n\n\ndef samples", "\n\nimport numpy as np\nimport pandas as pd\n\n\ndef samples", 1)
    functions = text.index("def typical("), text.index("def validate(")
    families = "".join(
        f"def {family.name}(n, rng):\n    raise NotImplementedError  # [[fill in: return {what} of size n]]\n\n\n"
        for family in problem.spec.growth.families
    )
    return text[: functions[0]] + families + text[functions[1] :]


def _sample(interface: Interface, name: str) -> str:
    if isinstance(interface, FunctionInterface):
        return _tuple(len(interface.parameters))
    if isinstance(interface, ClassInterface):
        return f'[("{name}", {_tuple(len(interface.constructor))})]'
    return blank.SAMPLES["stdio"]


def _tuple(length: int) -> str:
    return str((None,) * length)


def _shape(interface: Interface) -> str:
    if isinstance(interface, FunctionInterface):
        typed = ", ".join(f"{one.name}: {one.type}" for one in interface.parameters)
        return f"a tuple of the arguments ({typed})"
    return blank.SHAPES[interface.kind]


def _validated(interface: Interface) -> str:
    if isinstance(interface, FunctionInterface):
        return ", ".join(one.name for one in interface.parameters)
    return blank.VALIDATED[interface.kind]


def _under_headings(text: str, otherwise: str) -> str:
    """The headings of a text, a blank under each; `otherwise` where it has none."""
    headings = re.findall(r"^#+ .*$", text, flags=re.MULTILINE)
    if not headings:
        return otherwise
    start = "" if text.lstrip().startswith("#") else otherwise.split("\n\n")[0].rstrip() + "\n\n"
    return start + "\n".join(f"{heading}\n\n[[fill in: {heading.lstrip('# ')}]]\n" for heading in headings)


def _renamed(source: str, old: str | None, new: str) -> str:
    return source if old is None else re.sub(rf"\b{re.escape(old)}\b", new, source)


def _docstrings(source: str) -> list[ast.Constant]:
    """Those of the module, its classes and functions, the last first, so that lines may be replaced one by one."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = [
        node.body[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    ]
    texts = [one for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return sorted(texts, key=lambda one: one.lineno, reverse=True)


def _blank_docstrings(source: str) -> str:
    return _with_docstrings(source, '"""[[fill in: what it does, in a line]]"""')


def _without_docstrings(source: str) -> str:
    return _with_docstrings(source, "")


def _with_docstrings(source: str, text: str) -> str:
    lines = source.splitlines(keepends=True)
    for one in _docstrings(source):
        end = one.end_lineno or one.lineno
        lines[one.lineno - 1 : end] = [" " * one.col_offset + text + "\n"] if text else []
    return "".join(lines)
