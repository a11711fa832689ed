"""Java: one file; for a function a class with a method of its name, static or not, spelled as in the problem or as Java
would (rollingAverage); for a program a class with a main method.

Values arrive as long, double, String, boolean, arrays of these, Map and Set, or as what the signature asks for: int,
List<Integer>, Map<Integer, List<String>> and the like. They are made so before the clock starts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from judge.languages import javatext
from judge.languages.called import cannot_type
from judge.languages.drivers import java as driver
from judge.languages.language import BUILD_LIMITS, NO_INPUT, Language, Plan, SelfTest
from judge.problem.interface import FunctionInterface, Interface, Parameter
from sandbox.api import Build, Program, Task

# The compiler is a short run of a virtual machine of its own.
_COMPILER = ("-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-XX:-UsePerfData", "-J-Xmx512m")
# For the driver alone: descriptors by their number are Java's private affair.
_DRIVER_FLAGS = ("--add-opens", "java.base/java.io=ALL-UNNAMED")
_FIRST = ("Solution", "Main")


class Java(Language):
    name = "java"
    title = "Java"
    suffixes = (".java",)
    main = "Solution.java"
    toolchain = "jdk"
    version_command = ("java", "--version")
    build_flags = ("-encoding", "UTF-8", "-proc:none")
    run_flags = (
        "-Xmx{heap_mb}m",
        "-XX:MaxDirectMemorySize={memory_mb}m",
        # What its collector does is then done in order, and costs the same each time.
        "-XX:+UseSerialGC",
        "-XX:ActiveProcessorCount=1",
        "-XX:-UseContainerSupport",
        "-XX:-UsePerfData",
        # Every exception has its stack, however often it was thrown.
        "-XX:-OmitStackTraceInFastThrow",
        "-Dfile.encoding=UTF-8",
        "-Dsun.stdout.encoding=UTF-8",
        "-Dsun.stderr.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
    )
    warms_up = True
    editor = "java"
    self_test = SelfTest(
        "class Solution {\n    static long twice(long x) {\n        return x + x;\n    }\n}\n",
        FunctionInterface(kind="function", name="twice", parameters=[Parameter(name="x", type="int")], returns="int"),
        (21,),
        42,
    )

    def cannot(self, interface: Interface) -> str | None:
        return cannot_type(self.title, interface)

    def plan(self, source: str, interface: Interface, runtime: str) -> Plan:
        file = file_name(source)
        build = self._compiled({file: source.encode("utf-8", "surrogatepass")}, "classes")
        return Plan(
            build, lambda built: self._program(built, interface, file), self._compiled(driver.sources(), "driver")
        )

    def _compiled(self, files: dict[str, bytes], folder: str) -> Task:
        texts = (f"/program/{name}" for name in files)
        command = ("{javac}", *_COMPILER, *self.build_flags, "-d", f"/tmp/{folder}", *texts)
        program = Program(files, next(iter(files)), command=command, toolchain=self.toolchain)
        return Task(program, Build((f"{folder}/",)), NO_INPUT, BUILD_LIMITS)

    def _program(self, built: Mapping[str, bytes], interface: Interface, file: str) -> Program:
        said = driver.interface_file(interface, classes(built))
        return Program(
            {**built, driver.INTERFACE: said},
            file,
            command=("{java}", *self.run_flags, *_DRIVER_FLAGS, "-cp", "/program/driver", driver.MAIN, "/program"),
            driver=True,
            toolchain=self.toolchain,
        )

    def starter(self, interface: Interface, docstring: str) -> str:
        return javatext.starter(interface, docstring)


def classes(built: Mapping[str, bytes]) -> list[str]:
    """The top-level classes of a build by their full names, the likeliest first."""
    found = [name[len("classes/") : -len(".class")] for name in built if name.startswith("classes/")]
    names = [name.replace("/", ".") for name in found if "$" not in name]
    return sorted(names, key=lambda name: (name not in _FIRST, name))


_NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
_PUBLIC = re.compile(
    r"\bpublic\s+(?:(?:final|abstract|sealed|non-sealed|strictfp)\s+)*(?:class|interface|enum|record)\s+(\w+)"
)
_BRACE = re.compile(r"[{}]")


def file_name(source: str) -> str:
    """What the compiler wants the file called: by its public class, where it has one."""
    code = _NOT_CODE.sub(" ", source)
    for match in _PUBLIC.finditer(code):
        before = _BRACE.findall(code[: match.start()])
        if before.count("{") == before.count("}"):
            return f"{match[1]}.java"
    return Java.main
