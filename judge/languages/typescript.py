"""TypeScript: checked and turned into JavaScript by tsc; a type error is an error of the build. Errors at run time are
told by the lines of the TypeScript. What Node.js brings is of type any."""

from __future__ import annotations

from judge.languages import ecmascript
from judge.languages.called import cannot_type
from judge.languages.drivers import js
from judge.languages.javascript import DOUBLE
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, SelfTest
from judge.problem.interface import Interface
from sandbox.api import Build, Program, Task

_OUTPUTS = ("solution.js", "solution.js.map")


class TypeScript(Language):
    name = "typescript"
    title = "TypeScript"
    suffixes = (".ts",)
    main = "solution.ts"
    toolchain = "tsc"
    version_command = ("tsc", "--version")
    build_flags = (
        "--target",
        "es2022",
        "--lib",
        "es2022",
        "--module",
        "commonjs",
        "--esModuleInterop",
        "--noEmitOnError",
        "--sourceMap",
        "--pretty",
        "false",
    )
    run_flags = ecmascript.RUN_FLAGS
    warms_up = True
    editor = "typescript"
    self_test = SelfTest("function double(x: number): number {\n  return x + x;\n}\n", DOUBLE, (21,), 42)

    def cannot(self, interface: Interface) -> str | None:
        return cannot_type(self.title, interface)

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        files = {self.main: source.encode("utf-8", "surrogatepass"), "node.d.ts": js.NODE_TYPES.read_bytes()}
        command = ("{node}", "{tsc}", *self.build_flags, "--outDir", "/tmp")
        text = Program(
            files, self.main, command=(*command, *(f"/program/{name}" for name in files)), toolchain=self.toolchain
        )
        return Plan(
            Task(text, Build(_OUTPUTS), NO_INPUT, BUILD_LIMITS),
            lambda built: ecmascript.program(dict(built), interface, "solution.js", self.main),
        )

    def starter(self, interface: Interface, docstring: str) -> str:
        return ecmascript.starter(interface, docstring, typed=True)
