"""PyPy: Python made faster by a just-in-time compiler; the standard library alone. What the warm guest does for Python
its driver does with the same code, so that values and tracebacks are the same."""

from __future__ import annotations

from judge.languages.called import cannot_type
from judge.languages.drivers import pypy as driver
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, SelfTest
from judge.languages.python import Python
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter
from sandbox.api import Build, Program, Task

CHECK = """\
import sys, traceback
try:
    compile(open("/program/main.py", "rb").read(), "main.py", "exec", dont_inherit=True)
except (SyntaxError, ValueError, RecursionError) as error:
    sys.exit("".join(traceback.format_exception_only(type(error), error)))
"""
VERSION = "import platform, sys; print('PyPy %d.%d.%d,' % sys.pypy_version_info[:3], platform.python_version())"
ISOLATED = ("-I", "-B")


class PyPy(Language):
    name = "pypy"
    title = "PyPy 3"
    suffixes = ()  # a .py file is Python's; PyPy is asked for by name
    main = "main.py"
    toolchain = "pypy"
    version_command = ("pypy3", "-c", VERSION)
    run_flags = ISOLATED
    editor = "python"
    warms_up = True
    self_test = SelfTest(
        "def double(x):\n    return x + x\n",
        FunctionInterface(kind="function", name="double", parameters=[Parameter(name="x", type="int")], returns="int"),
        (21,),
        42,
    )

    def cannot(self, interface: Interface) -> str | None:
        return cannot_type(self.title, interface)

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        text = {self.main: source.encode("utf-8", "surrogatepass")}
        command = ("{pypy3}", *ISOLATED, "-S", "-c", CHECK)
        check = Program(text, self.main, command=command, toolchain=self.toolchain)
        program = Program(
            {**text, **driver.files()},
            self.main,
            command=("{pypy3}", *ISOLATED, f"/program/{driver.DRIVER}", *_called(interface), self.main),
            driver=True,
            toolchain=self.toolchain,
        )
        return Plan(Task(check, Build(()), NO_INPUT, BUILD_LIMITS), lambda built: program)

    def starter(self, interface: Interface, docstring: str) -> str:
        return Python().starter(interface, docstring)


def _called(interface: Interface) -> tuple[str, str]:
    match interface:
        case FunctionInterface(name=name):
            return "function", name
        case ClassInterface(name=name):
            return "script", name
    return "main", ""
