"""C: one file, the standard library and its mathematics."""

from __future__ import annotations

from judge.languages.language import BUILD_LIMITS, NO_INPUT, Plan, SelfTest
from judge.languages.stdio import STDIO, StdioLanguage
from judge.problem.model import Interface
from sandbox.api import Build, Program, Task
from sandbox.toolchains import find

TWICE = """\
#include <stdio.h>

int main(void) {
    long long x;
    if (scanf("%lld", &x) != 1) return 1;
    printf("%lld\\n", x + x);
    return 0;
}
"""
BLANK = """\
#include <stdio.h>

int main(void) {
    fprintf(stderr, "not written yet\\n");
    return 1;
}
"""


class C(StdioLanguage):
    name = "c"
    title = "C17"
    suffixes = (".c",)
    main = "main.c"
    toolchain = "gcc"
    version_command = ("gcc", "-dumpfullversion")
    build_flags = ("-std=gnu17", "-O2", "-lm")
    editor = "c"
    self_test = SelfTest(TWICE, STDIO, "21\n", "42\n")

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        *flags, mathematics = self.build_flags
        compiler = find(self.toolchain).program("gcc")
        command = (compiler, *flags, "-o", "main", f"/program/{self.main}", mathematics)
        text = Program(
            {self.main: source.encode("utf-8", "surrogatepass")}, self.main, command=command, toolchain=self.toolchain
        )
        return Plan(
            Task(text, Build(("main",)), NO_INPUT, BUILD_LIMITS),
            lambda built: Program(dict(built), "main", command=("/program/main",)),
        )

    def blank(self) -> str:
        return BLANK
