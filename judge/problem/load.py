"""Read a problem's folder.

    <slug>/
      problem.yaml  statement.md  hints.md  editorial.md  starter.py  cases.py  [checker.py]
      submissions/{accepted,too_slow,wrong,too_much_memory,runtime_error}/*.py

All that can be told without running anything is told here, all faults at once. `judge.problem.check` proves the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from judge.languages import UnknownLanguage, language_for
from judge.languages.python import bound_names
from judge.problem.crosswise import crosswise
from judge.problem.faults import Fault, ProblemError
from judge.problem.model import (
    ClassInterface,
    CustomChecker,
    Expected,
    FunctionInterface,
    Known,
    Problem,
    ProblemSpec,
)
from judge.problem.written import Lines, read_yaml

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
REFERENCE_MARK = "# landau: reference"
BLANK = re.compile(r"\[\[fill in: ?(.*?)\]\]")  # what `judge problem new` leaves for the setter to write
TEXTS = ("problem.yaml", "statement.md", "hints.md", "editorial.md", "starter.py", "cases.py")


def load_problem(folder: Path) -> Problem:
    """The problem in a folder. Raises ProblemError with every fault of it."""
    return _Folder(folder).load()


class _Folder:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
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
        self.names("starter.py", texts["starter.py"])
        checks = self.names("checker.py", checker)
        spec, lines = read or (None, Lines(None))
        if spec is not None:
            self.faults.extend(
                Fault(self.folder / "problem.yaml", message, *lines.find(path)) for path, message in crosswise(spec)
            )
            self.cases(spec, cases)
            self.checker(spec, checks)
            self.callable(spec, self.folder / "starter.py", texts["starter.py"])
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
            starter=texts["starter.py"] or "",
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
        for number, line in enumerate(text.splitlines(), 1):
            for blank in BLANK.findall(line):
                self.faults.append(Fault(path, f"still to be filled in: {blank}", number, blank=True))
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
        found: list[Known] = []
        for folder in self.entries(root):
            if folder.name not in set(Expected):
                self.faults.append(Fault(folder, f"is not one of {', '.join(Expected)}"))
            elif folder.is_dir():
                found.extend(self.known_in(folder, Expected(folder.name)))
        marked = [one for one in found if one.expected is Expected.ACCEPTED and is_marked(one.source)]
        if len(marked) != 1:
            which = "no file has it" if not marked else ", ".join(one.path.name for one in marked) + " have it"
            self.faults.append(
                Fault(root / "accepted", f"one file's first line must be '{REFERENCE_MARK}', which marks it; {which}")
            )
        return sorted(found, key=lambda one: (list(Expected).index(one.expected), one not in marked, one.path.name))

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


def is_marked(source: str) -> bool:
    return source.partition("\n")[0].strip() == REFERENCE_MARK


def split_hints(text: str) -> tuple[str, ...]:
    """Hints are parted by lines of ``---``."""
    parts = re.split(r"^---[ \t]*$", text, flags=re.MULTILINE)
    return tuple(part.strip() for part in parts if part.strip())
