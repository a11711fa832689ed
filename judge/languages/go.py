"""Go: one file, the standard library, no cgo. Its collector lets the heap grow to twice what lives; the second file
tells it the memory limit, so that it collects sooner where that would be too much."""

from __future__ import annotations

from judge.languages.language import BUILD_LIMITS, NO_INPUT, Plan, SelfTest
from judge.languages.stdio import STDIO, StdioLanguage
from judge.problem.interface import Interface
from sandbox.api import Build, Program, Task

BLANK = """\
package main

import (
	"bufio"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	_ = in
	panic("not written yet")
}
"""
LIMIT = """\
package main

import (
	"os"
	"runtime/debug"
	"strconv"
)

func init() {
	megabytes, _ := strconv.ParseInt(os.Args[1], 10, 64)
	debug.SetMemoryLimit(megabytes * 9 / 10 << 20)
	os.Args = os.Args[:1]
}
"""


class Go(StdioLanguage):
    name = "go"
    title = "Go"
    suffixes = (".go",)
    main = "main.go"
    toolchain = "go"
    version_command = ("go", "version")
    build_flags = ("CGO_ENABLED=0",)  # by the toolchain; any flag that changes code would build the library anew
    run_flags = ("GOMEMLIMIT=90 % of the limit",)
    editor = "go"
    self_test = SelfTest(
        'package main\n\nimport "fmt"\n\nfunc main() {\n\tvar x int\n\tfmt.Scan(&x)\n\tfmt.Println(x + x)\n}\n',
        STDIO,
        "21\n",
        "42\n",
    )

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        files = {self.main: source.encode("utf-8", "surrogatepass"), "memory_limit.go": LIMIT.encode()}
        command = ("{go}", "build", "-o", "main", *(f"/program/{name}" for name in files))
        text = Program(files, self.main, command=command, toolchain=self.toolchain)
        return Plan(
            Task(text, Build(("main",)), NO_INPUT, BUILD_LIMITS),
            # Its runtime reserves far more addresses than it uses: the toolchain's quirk, not the compiler, is wanted.
            lambda built: Program(
                dict(built), "main", command=("/program/main", "{memory_mb}"), toolchain=self.toolchain
            ),
        )

    def blank(self) -> str:
        return BLANK
