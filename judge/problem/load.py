"""Read a problem's folder.

    <slug>/
      problem.yaml  statement.md  hints.md  editorial.md  starter.py|starter.sql  cases.py  [checker.py]
      submissions/{accepted,too_slow,wrong,too_much_memory,runtime_error}/*.py

All that can be told without running anything is told here, all faults at once. `judge.problem.check` proves the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from judge.languages import UnknownLanguage, language_for
from judge.languages.python import bound_names
from judge.problem.checkerspec import CustomChecker
from judge.problem.crosswise import crosswise
from judge.problem.faults import Fault, ProblemError
from judge.problem.interface import ClassInterface, FunctionInterface, SqlInterface
from judge.problem.model import Expected, Known, Problem, ProblemSpec
from judge.problem.written import Lines, read_yaml

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MARK = "landau: reference"
REFERENCE_MARK = f"# {MARK}"
BLANK = re.compile(r"\[\[fill in: ?(.*?)\]\]")  # what `judge problem new` leaves for the setter to write
TEXTS = ("problem.yaml", "statement.md", "hints.md", "editorial.md", "cases.py")
WRITTEN_LAST = ("hints.md", "editorial.md")


def load_problem(folder: Path, draft: bool = False) -> Problem:
    """The problem in a folder. Raises ProblemError with every fault of it. `draft`: blanks of what is written last are
    no faults yet."""
    return _Folder(folder, WRITTEN_LAST if draft else ()).load()


def with_others(problem: Problem, folder: Path) -> Problem:
    """The problem with further known submissions, of `folder`/<slug>/{accepted,too_slow,...}, kept apart from those
    that its limits were made with. Where the folder has none of it, the problem as it is. Raises ProblemError."""
    root = folder / problem.slug
    if not root.is_dir():
        return problem
    reader = _Folder(root)
    others = reader.submissions(root)
    if reader.faults:
        raise ProblemError(problem.slug, reader.faults)
    return replace(problem, known=(*problem.known, *others))


class _Folder:
    def __init__(self, folder: Path, may_be_blank: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.may_be_blank = may_be_blank
        self.faults: list[Fault] = []

    def load(self) -> Problem:
        if not self.folder.is_dir():
            raise ProblemError(self.folder.name, [Fault(self.folder, "is not a folder")])
        slug = self.folder.resolve().name
        if not SLUG.fullmatch(slug):
            self.faults.append(Fault(self.folder, "a problem's folder is named in small letters, digits and hyphens"))
        texts = {name: self.text(self.folder / name) for name in TEXTS}
        checker = self.text(self.folder / "checker.py") if (self.folder / "checker.py").exists() else None
        known = self.known()
        read = self.spec(texts["problem.yaml"])
        cases = self.names("cases.py", texts["cases.py"])
        checks = self.names("checker.py", checker)
        spec, lines = read or (None, Lines(None))
        sql = isinstance(spec.interface, SqlInterface) if spec is not None else (self.folder / "starter.sql").exists()
        starter = self.starter("starter.sql" if sql else "starter.py")
        if spec is not None and isinstance(spec.interface, SqlInterface):
            known = self.by_dialect(spec.interface, known)
        else:
            self.one_reference(known)
        if spec is not None:
            self.faults.extend(
                Fault(self.folder / "problem.yaml", message, *lines.find(path)) for path, message in crosswise(spec)
            )
            self.cases(spec, cases)
            self.checker(spec, checks)
            if not sql:
                self.callable(spec, self.folder / "starter.py", starter)
            for one in known:
                why = language_for(one.path).cannot(spec.interface)
                if why:
                    self.faults.append(Fault(one.path, why))
                elif one.expected is Expected.ACCEPTED:
                    self.callable(spec, one.path, one.source)
        if self.faults or spec is None:
            raise ProblemError(slug, sorted(self.faults, key=lambda fault: (str(fault.path), fault.line or 0)))
        return Problem(
            slug=slug,
            folder=self.folder,
            spec=spec,
            statement=texts["statement.md"] or "",
            hints=split_hints(texts["hints.md"] or ""),
            editorial=texts["editorial.md"] or "",
            starter=starter or "",
            cases_source=texts["cases.py"] or "",
            checker_source=checker,
            known=tuple(known),
        )

    def text(self, path: Path) -> str | None:
        """A file's text; None (and a fault) where there is none. Blanks that were not filled are faults too."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            self.faults.append(Fault(path, "is missing"))
            return None
        except OSError as error:
            self.faults.append(Fault(path, f"cannot be read: {error.strerror}"))
            return None
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.faults.append(Fault(path, "is not UTF-8 text", data.count(b"\n", 0, error.start) + 1))
            return None
        if path.name in self.may_be_blank:
            return text
        for number, line in enumerate(text.splitlines(), 1):
            for blank in BLANK.findall(line):
                self.faults.append(Fault(path, f"still to be filled in: {blank}", number, blank=True))
        return text

    def starter(self, name: str) -> str | None:
        text = self.text(self.folder / name)
        if name.endswith(".py"):
            self.names(name, text)
        return text

    def spec(self, text: str | None) -> tuple[ProblemSpec, Lines] | None:
        if text is None:
            return None
        spec, lines, faults = read_yaml(self.folder / "problem.yaml", text, ProblemSpec)
        self.faults.extend(faults)
        return None if spec is None else (spec, lines)

    def known(self) -> list[Known]:
        """The submissions, the reference first."""
        root = self.folder / "submissions"
        if not root.is_dir():
            self.faults.append(Fault(root, "is missing"))
            return []
        found = self.submissions(root)
        return sorted(found, key=lambda one: (list(Expected).index(one.expected), not _refers(one), one.path.name))

    def one_reference(self, known: list[Known]) -> None:
        if not (self.folder / "submissions").is_dir():
            return
        marked = [one for one in known if _refers(one)]
        if len(marked) != 1:
            message = f"one file's first line must be '{REFERENCE_MARK}', which marks it; {_which(marked)}"
            self.faults.append(Fault(self.folder / "submissions" / "accepted", message))

    def submissions(self, root: Path) -> list[Known]:
        found: list[Known] = []
        for folder in self.entries(root):
            if folder.name not in set(Expected):
                self.faults.append(Fault(folder, f"is not one of {', '.join(Expected)}"))
            elif folder.is_dir():
                found.extend(self.known_in(folder, Expected(folder.name)))
        return found

    def by_dialect(self, interface: SqlInterface, known: list[Known]) -> list[Known]:
        """The same with each dialect's reference first, in the order of the dialects: what the first says is right."""
        references = []
        for dialect in interface.dialects:
            marked = [one for one in known if _refers(one) and language_for(one.path).name == dialect]
            if len(marked) != 1:
                first = f"the first line of one query in {dialect} must be '-- {MARK}', which marks it"
                message = f"{first}; {_which(marked)}"
                self.faults.append(Fault(self.folder / "submissions" / "accepted", message))
            references += marked[:1]
        return [*references, *(one for one in known if one not in references)]

    def entries(self, folder: Path) -> list[Path]:
        try:
            return [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "__"))]
        except OSError as error:
            self.faults.append(Fault(folder, f"cannot be read: {error.strerror}"))
            return []

    def known_in(self, folder: Path, expected: Expected) -> Iterator[Known]:
        for path in self.entries(folder):
            try:
                language = language_for(path)
            except UnknownLanguage as error:
                self.faults.append(Fault(path, str(error)))
                continue
            source = self.text(path)
            if source is None:
                continue
            fault = language.syntax_fault(source)
            if fault is not None:
                self.faults.append(Fault(path, f"not {language.title}: {fault.message}", fault.line))
            yield Known(expected, path, source)

    def names(self, name: str, source: str | None) -> set[str] | None:
        """The names a Python file of the folder binds; None where it is missing or does not parse."""
        if source is None:
            return None
        fault = language_for(name).syntax_fault(source)
        if fault is not None:
            self.faults.append(Fault(self.folder / name, f"not Python: {fault.message}", fault.line))
            return None
        return bound_names(source)

    def cases(self, spec: ProblemSpec, names: set[str] | None) -> None:
        if names is None:
            return
        wanted = {"samples": "samples()", "edges": "edges(rng)"}
        wanted |= {family.name: f"{family.name}(n, rng), the family of problem.yaml" for family in spec.growth.families}
        for name, shown in wanted.items():
            if name not in names:
                self.faults.append(Fault(self.folder / "cases.py", f"has no function {shown}"))

    def checker(self, spec: ProblemSpec, names: set[str] | None) -> None:
        path = self.folder / "checker.py"
        if isinstance(spec.checker, CustomChecker):
            if not path.exists():
                self.faults.append(Fault(path, "is missing, and the checker is custom"))
            elif names is not None and "check" not in names:
                self.faults.append(Fault(path, "has no function check(input, expected, answer)"))
        elif path.exists():
            self.faults.append(Fault(path, f"is not used: the checker of problem.yaml is {spec.checker.kind}"))

    def callable(self, spec: ProblemSpec, path: Path, source: str | None) -> None:
        """Whether a file defines what the interface calls."""
        if source is None or not isinstance(spec.interface, FunctionInterface | ClassInterface):
            return
        language = language_for(path)
        if language.syntax_fault(source) is None and not language.defines(source, spec.interface.name):
            self.faults.append(Fault(path, f"does not define the {spec.interface.kind} {spec.interface.name}"))


def _refers(known: Known) -> bool:
    return known.expected is Expected.ACCEPTED and is_marked(known.source)


def _which(marked: list[Known]) -> str:
    return "no file has it" if not marked else ", ".join(one.path.name for one in marked) + " have it"


def is_marked(source: str) -> bool:
    return source.partition("\n")[0].strip() in (REFERENCE_MARK, f"-- {MARK}")


def split_hints(text: str) -> tuple[str, ...]:
    """Hints are parted by lines of ``---``."""
    parts = re.split(r"^---[ \t]*$", text, flags=re.MULTILINE)
    return tuple(part.strip() for part in parts if part.strip())
