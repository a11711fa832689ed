"""PyPy: Python made faster by a just-in-time compiler; the standard library alone."""

from __future__ import annotations

from judge.languages.language import BUILD_LIMITS, NO_INPUT, Plan, SelfTest
from judge.languages.stdio import STDIO, StdioLanguage
from judge.problem.model import Interface
from sandbox.api import Build, Program, Task

CHECK = "compile(open('/program/main.py', 'rb').read(), 'main.py', 'exec', dont_inherit=True)"
BLANK = "import sys\n\n\ndef main():\n    raise NotImplementedError\n\n\nmain()\n"


class PyPy(StdioLanguage):
    name = "pypy"
    title = "PyPy 3"
    suffixes = ()  # a .py file is Python's; PyPy is asked for by name
    main = "main.py"
    comment = "#"
    toolchain = "pypy"
    version_command = ("pypy3", "-c", "import sys; print('PyPy %d.%d.%d' % sys.pypy_version_info[:3], sys.version[:6])")
    run_flags = ("-I", "-B")
    editor = "python"
    warms_up = True
    self_test = SelfTest("print(2 * int(input()))\n", STDIO, "21\n", "42\n")

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        files = {self.main: source.encode("utf-8", "surrogatepass")}

        def program(*command: str) -> Program:
            return Program(files, self.main, command=("{pypy3}", *command), toolchain=self.toolchain)

        check = Task(program("-I", "-S", "-B", "-c", CHECK), Build(()), NO_INPUT, BUILD_LIMITS)
        return Plan(check, lambda built: program(*self.run_flags, f"/program/{self.main}"))

    def blank(self) -> str:
        return BLANK
