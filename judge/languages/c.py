"""C: one file, the standard library and its mathematics."""

from __future__ import annotations

from judge.languages.language import Plan, SelfTest
from judge.languages.stdio import STDIO, StdioLanguage
from judge.problem.interface import Interface

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
    frees_at_once = True
    self_test = SelfTest(TWICE, STDIO, "21\n", "42\n")

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        *flags, mathematics = self.build_flags
        return self.compiled(source, "{gcc}", *flags, "-o", "main", f"/program/{self.main}", mathematics)

    def blank(self) -> str:
        return BLANK
