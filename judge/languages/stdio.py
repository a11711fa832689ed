"""Languages in which a submission is a whole program, from stdin to stdout."""

from __future__ import annotations

from abc import abstractmethod

from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, tables_alone
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface, StdioInterface
from sandbox.api import Build, Program, Task

STDIO = StdioInterface(kind="stdio")


class StdioLanguage(Language):
    """A subclass says how its `blank` begins and how it comments."""

    comment = "//"

    def cannot(self, interface: Interface) -> str | None:
        match interface:
            case FunctionInterface(name=name):
                return f"{self.title} is for problems that read stdin; this one calls the function {name}"
            case ClassInterface(name=name):
                return f"{self.title} is for problems that read stdin; this one calls the class {name}"
            case SqlInterface():
                return tables_alone(self.title)
        return None

    def starter(self, interface: Interface, docstring: str) -> str:
        said = "".join(f"{self.comment} {line}".rstrip() + "\n" for line in docstring.splitlines())
        return said + self.blank()

    def compiled(self, source: str, *command: str) -> Plan:
        """The plan of a compiler that leaves one executable, `main`."""
        files = {self.main: source.encode("utf-8", "surrogatepass")}
        text = Program(files, self.main, command=command, toolchain=self.toolchain)
        return Plan(
            Task(text, Build(("main",)), NO_INPUT, BUILD_LIMITS),
            lambda built: Program(dict(built), "main", command=("/program/main",)),
        )

    @abstractmethod
    def blank(self) -> str:
        """A program that builds and does nothing yet."""
