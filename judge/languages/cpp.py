"""C++20 with the standard library: a whole program, a function, or a class.

A function may also be the method of a class Solution. Parameters may be taken by value, by reference, or as other
number types, which are checked; results may be of what the declared type can be made of. A text is a string of UTF-8,
or a u32string of code points where the submission says so. A function that is called ``main`` is not run.
"""

from __future__ import annotations

from collections.abc import Mapping

from judge.languages.drivers import cpp as driver
from judge.languages.drivers.cpp_types import cannot, listed, signature
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, SelfTest
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Method, Parameter
from sandbox.api import Build, Program, Task

DOUBLE = FunctionInterface(kind="function", name="twice", parameters=[Parameter(name="x", type="int")], returns="int")
INDENT = "    "


class Cpp(Language):
    name = "cpp"
    title = "C++20"
    suffixes = (".cpp", ".cc", ".cxx")
    main = driver.SOLUTION
    toolchain = "gcc"
    version_command = ("g++", "-dumpfullversion")
    build_flags = ("-std=c++20", "-O2")
    editor = "cpp"
    frees_at_once = True
    self_test = SelfTest("long long twice(long long x) {\n    return x + x;\n}\n", DOUBLE, (21,), 42)

    def cannot(self, interface: Interface) -> str | None:
        return cannot(self.title, interface)

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        if not isinstance(interface, FunctionInterface | ClassInterface):
            text = {self.main: source.encode("utf-8", "surrogatepass")}
            return Plan(self._build(text, self.main, "main"), _program)
        return Plan(
            self._build(
                driver.solution_files(source, interface), self.main, "solution.so", *driver.solution_flags("/program")
            ),
            _driven,
            self._build(driver.driver_files(interface), "driver.cpp", "main"),
        )

    def _build(self, files: dict[str, bytes], unit: str, output: str, *flags: str) -> Task:
        command = ("{g++}", *self.build_flags, *flags, "-o", output, f"/program/{unit}")
        program = Program(files, unit, command=command, toolchain=self.toolchain)
        return Task(program, Build((output,)), NO_INPUT, BUILD_LIMITS)

    def starter(self, interface: Interface, docstring: str) -> str:
        return starter(interface, docstring)


def _program(built: Mapping[str, bytes]) -> Program:
    return Program(dict(built), "main", command=("/program/main",))


def _driven(built: Mapping[str, bytes]) -> Program:
    return Program(dict(built), "main", command=("/program/main", "/program/solution.so"), driver=True)


def starter(interface: Interface, docstring: str) -> str:
    head = "#include <bits/stdc++.h>\nusing namespace std;\n\n" + _comment(docstring)
    match interface:
        case FunctionInterface(name=name, parameters=parameters, returns=returns):
            return head + _unwritten(signature(name, parameters, returns), "")
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            body = [f"{INDENT}{name}({listed(constructor)}) {{\n{INDENT}}}\n", *map(_unwritten_method, methods)]
            return f"{head}class {name} {{\npublic:\n" + "\n".join(body) + "};\n"
    return head + _unwritten("int main()", "")


def _unwritten_method(method: Method) -> str:
    return _unwritten(signature(method.name, method.parameters, method.returns), INDENT)


def _unwritten(head: str, indent: str) -> str:
    return f'{indent}{head} {{\n{indent}{INDENT}throw logic_error("not written yet");\n{indent}}}\n'


def _comment(text: str) -> str:
    if not text:
        return ""
    lines = text.replace("*/", "* /").splitlines()
    return "/*\n" + "".join(f" * {line}".rstrip() + "\n" for line in lines) + " */\n"
