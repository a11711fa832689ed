"""JavaScript under Node.js: CommonJS, a module where it imports or exports, or plain top-level declarations. What the
interface names may be exported or only declared, and may be async."""

from __future__ import annotations

import re

from judge.languages import ecmascript
from judge.languages.called import camel, cannot_type
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, SelfTest
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter
from sandbox.api import Build, Program, Task

DOUBLE = FunctionInterface(kind="function", name="double", parameters=[Parameter(name="x", type="int")], returns="int")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_MODULE = re.compile(r"^\s*(?:export\b|import\s*[\w{*\"'])", re.MULTILINE)


class JavaScript(Language):
    name = "javascript"
    title = "JavaScript (Node.js)"
    suffixes = (".js", ".mjs", ".cjs")
    main = "solution.js"
    toolchain = "node"
    version_command = ("node", "--version")
    build_flags = ("--check",)
    run_flags = ecmascript.RUN_FLAGS
    warms_up = True
    editor = "javascript"
    self_test = SelfTest("function double(x) {\n  return x + x;\n}\n", DOUBLE, (21,), 42)

    def cannot(self, interface: Interface) -> str | None:
        return cannot_type(self.title, interface)

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        file = "solution.mjs" if is_module(source) else self.main
        text = source.encode("utf-8", "surrogatepass")
        command = ("{node}", *self.build_flags, f"/program/{file}")
        check = Program({file: text}, file, command=command, toolchain=self.toolchain)
        run = text + _telling(interface).encode() if is_module(source) else text
        made = ecmascript.program({file: run}, interface, file, self.main)
        return Plan(Task(check, Build(()), NO_INPUT, BUILD_LIMITS), lambda built: made)

    def starter(self, interface: Interface, docstring: str) -> str:
        return ecmascript.starter(interface, docstring, typed=False)


def is_module(source: str) -> bool:
    """Whether the text has imports or exports of its own, which only a module may have."""
    return _MODULE.search(_COMMENT.sub("", source)) is not None


def _telling(interface: Interface) -> str:
    """What a module says at its end, so that it need not export what it declares."""
    if not isinstance(interface, FunctionInterface | ClassInterface):
        return ""
    names = dict.fromkeys([interface.name, camel(interface.name)])
    asked = ", ".join(f'typeof {name} === "undefined" ? undefined : {name}' for name in names)
    return f"\n;export const __declared = [{asked}];\n"
