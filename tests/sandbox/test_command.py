"""Programs that are commands: compiled in a cell, run in a cell, called through a driver."""

from __future__ import annotations

import functools
import os

import psutil
import pytest

from sandbox.api import MIB, Build, Execution, Function, Limits, Main, Program, Sandbox, Status, Task
from sandbox.guest import wire
from tests.conftest import need_tool
from tests.sandbox.kit import answer, run, until

BUILD_LIMITS = Limits(memory_bytes=1024 * MIB, processes=16)


def build(sandbox: Sandbox, source: str, *options: str, outputs: tuple[str, ...] = ("main",)) -> Execution:
    need_tool("gcc", "gcc")
    command = ("{gcc}", "-O1", "-o", "main", *options, "/program/main.c", "-lm")
    program = Program({"main.c": source.encode()}, "main.c", command=command, toolchain="gcc")
    return sandbox.run(Task(program, Build(outputs), b"N", BUILD_LIMITS))


@functools.cache
def built(sandbox: Sandbox, source: str) -> bytes:
    made: bytes = answer(build(sandbox, source))["main"]
    return made


def start(sandbox: Sandbox, source: str, text: str = "", **limits: int) -> Execution:
    program = Program({"main": built(sandbox, source)}, "main", command=("/program/main", "one"))
    return sandbox.run(Task(program, Main(), wire.encode(text), Limits(**limits)))


HEAD = """
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
"""


def main(body: str) -> str:
    return HEAD + "int main(int argc, char **argv) {" + body + "}"


def test_a_program_is_built_and_run(sandbox: Sandbox) -> None:
    seen = start(sandbox, main('char b[9]; fgets(b, 9, stdin); printf("%d %s %s", argc, argv[1], b);'), "text")
    assert seen.status is Status.OK, seen
    assert answer(seen) == "2 one text"
    assert 0 < seen.cpu_ns < seen.wall_ns * 8


@pytest.mark.parametrize(
    ("body", "status", "exit_code", "signal"),
    [
        ("return 7;", Status.EXIT, 7, None),
        ("abort();", Status.SIGNAL, None, 6),  # a process that is pid 1 would not feel its own signal
        ("return *(volatile int *)8;", Status.SIGNAL, None, 11),
        ("raise(SIGTERM);", Status.SIGNAL, None, 15),
        ("for (;;);", Status.CPU_LIMIT, None, None),
        ("for (;;) sleep(1);", Status.WALL_LIMIT, None, None),
        ("for (;;) puts(argv[0]);", Status.OUTPUT_LIMIT, None, None),
        ("for (;;) memset(malloc(1 << 20), 1, 1 << 20);", Status.MEMORY_LIMIT, None, None),
        ("syscall(SYS_ptrace, 0, 0, 0, 0);", Status.SIGNAL, None, 31),
        ('printf("\\377");', Status.BAD_ANSWER, None, None),
    ],
)
def test_every_ending_has_its_status(
    sandbox: Sandbox, body: str, status: Status, exit_code: int | None, signal: int | None
) -> None:
    wall_ns = 2_000_000_000 if status is Status.WALL_LIMIT else 60_000_000_000  # on a busy host others take long
    limits = {"cpu_ns": 300_000_000, "wall_ns": wall_ns, "memory_bytes": 64 * MIB, "output_bytes": MIB}
    seen = start(sandbox, main(body), **limits)
    assert seen.status is status, seen
    if status in (Status.EXIT, Status.SIGNAL):
        assert (seen.exit_code, seen.signal) == (exit_code, signal)


def test_memory_is_that_of_the_program_not_of_what_started_it(sandbox: Sandbox) -> None:
    body = "char *p = malloc({0} << 20); memset(p, 1, {0} << 20); usleep(30000); return p[5] - 1;"
    small, large = (start(sandbox, main(body.format(size))).memory_bytes for size in (1, 41))
    assert 38 * MIB < large - small < 42 * MIB
    assert small < 8 * MIB


def test_work_of_children_is_counted(sandbox: Sandbox) -> None:
    body = "for (int i = 0; i < 4; i++) if (!fork()) {{ for (volatile long n = 0; n < {0}; n++); _exit(0); }}"
    waited = body + " while (wait(0) > 0);"
    less, more = (start(sandbox, main(waited.format(count))).cpu_ns for count in (1_000_000, 40_000_000))
    assert more > 5 * less


def test_a_child_left_behind_ends_with_its_cell(own_sandbox: Sandbox) -> None:
    name = f"left-{os.getpid()}"
    body = "if (!fork()) { setsid(); close(0); close(1); close(2); for (;;) pause(); }"
    assert start(own_sandbox, main(f'if (prctl(PR_SET_NAME, "{name}")) return 1; {body}')).status is Status.OK
    # By its name: a count of all processes would take in the next cells, which are made after a run has returned.
    assert until(lambda: all(process.info["name"] != name for process in psutil.process_iter(["name"])))


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "/proc/self/exe", "/var", "/usr/bin/gcc", "/sys", "/home", "/guest/../work"]
)
def test_what_is_not_the_cells_is_not_there(sandbox: Sandbox, path: str) -> None:
    seen = start(sandbox, main(f'return open("{path}", O_RDONLY) >= 0 ? 1 : errno == ENOENT ? 0 : 2;'))
    assert seen.status is Status.OK, (path, seen.exit_code)


def test_a_program_cannot_leave_or_change_itself(sandbox: Sandbox) -> None:
    body = """
    int failed = 0;
    failed |= (open("/program/main", O_WRONLY) >= 0) << 0;
    failed |= (socket(AF_INET, SOCK_STREAM, 0) >= 0) << 1;
    failed |= (setuid(0) == 0 && geteuid() == 0) << 2;
    int fd = open("/tmp/x", O_CREAT | O_RDWR, 0755);
    failed |= (write(fd, "#!/program/main", 15) != 15) << 3;
    close(fd);
    char *none[] = {0};
    execve("/tmp/x", none, none);  /* nothing that it wrote itself may run */
    failed |= (errno != EACCES) << 4;
    failed |= (kill(1, SIGKILL) == 0 && kill(1, 0) != 0) << 5;
    return failed;
    """
    seen = start(sandbox, main(body))
    assert (seen.status, seen.exit_code) == (Status.OK, 0)


def test_a_broken_text_is_a_build_error_with_its_line(sandbox: Sandbox) -> None:
    seen = build(sandbox, "int main() {\n  return x;\n}\n")
    assert seen.status is Status.BUILD_ERROR
    assert "main.c:2" in seen.message


@pytest.mark.parametrize("host_file", ["/etc/passwd", "/etc/shadow", "/proc/self/environ", "/guest/../root/.bashrc"])
def test_a_build_reads_nothing_of_the_host(sandbox: Sandbox, host_file: str) -> None:
    for text in (f'#include "{host_file}"\nint main() {{}}', f'__asm__(".incbin \\"{host_file}\\"");int main() {{}}'):
        seen = build(sandbox, text)
        assert seen.status is Status.BUILD_ERROR
        assert "No such file" in seen.message or "can't open" in seen.message or "not found" in seen.message, (
            seen.message
        )


def test_an_output_that_is_missing_is_named(sandbox: Sandbox) -> None:
    seen = build(sandbox, "int main() {}", outputs=("main", "more"))
    assert seen.status is Status.BUILD_ERROR
    assert "'more'" in seen.message


def test_outputs_of_a_folder_are_all_its_regular_files(sandbox: Sandbox) -> None:
    seen = build(sandbox, "int main() {}", "-save-temps=cwd", outputs=("./",))
    assert seen.status is Status.OK, seen
    assert any(name.endswith(".s") for name in answer(seen))


def test_a_compile_bomb_is_ended(sandbox: Sandbox) -> None:
    need_tool("gcc", "gcc")
    bomb = "int main[-1u] = {1};"
    program = Program(
        {"main.c": bomb.encode()}, "main.c", command=("{gcc}", "-o", "main", "/program/main.c"), toolchain="gcc"
    )
    limits = Limits(cpu_ns=2_000_000_000, memory_bytes=512 * MIB, files_bytes=32 * MIB, output_bytes=8 * MIB)
    seen = sandbox.run(Task(program, Build(("main",)), b"N", limits))
    assert seen.status in (Status.BUILD_ERROR, Status.MEMORY_LIMIT, Status.CPU_LIMIT, Status.OUTPUT_LIMIT), seen


def test_python_cells_see_no_toolchain(sandbox: Sandbox) -> None:
    built(sandbox, main("return 0;"))
    seen = run(
        sandbox,
        "import os\ndef f():\n    return [os.path.exists(p) for p in ('/usr/bin/gcc', '/usr/include', '/usr/lib/gcc')]",
    )
    assert answer(seen) == [False, False, False]


DRIVER = (
    HEAD
    + """
#include <stdint.h>
static int say(char kind, const void *data, uint64_t size) {
  char header[9]; header[0] = kind; memcpy(header + 1, &size, 8);
  return write(3, header, 9) == 9 && write(3, data, size) == (ssize_t)size;
}
int main(int argc, char **argv) {
  char input[256], go, *told = "N";
  ssize_t size = pread(atoi(argv[argc - 1]), input, sizeof input, 0);
  if (getenv("UNREADY")) return 3;
  say('R', "", 0);
  if (read(3, &go, 1) != 1 || go != 'G') return 1;
  BODY
  read(3, &go, 1);
}
"""
)


def call(sandbox: Sandbox, body: str, value: object = (1, "x")) -> Execution:
    program = Program(
        {"main": built(sandbox, DRIVER.replace("BODY", body))}, "main", command=("/program/main",), driver=True
    )
    return sandbox.run(Task(program, Function("f"), wire.encode(value), Limits(cpu_ns=500_000_000)))


def test_a_driver_decodes_answers_and_is_measured_from_go_on(sandbox: Sandbox) -> None:
    seen = call(sandbox, "say('A', input, size);")
    assert seen.status is Status.OK, seen
    assert answer(seen) == (1, "x")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("say('E', \"why\", 3);", Status.EXCEPTION),
        ("say('M', \"\", 0);", Status.MEMORY_LIMIT),
        ("say('N', \"no\", 2);", Status.BAD_ANSWER),
        ("say('A', \"??\", 2);", Status.BAD_ANSWER),
        ("return 0;", Status.EXIT),
        ("abort();", Status.SIGNAL),
        ("close(3); for (;;);", Status.CPU_LIMIT),
        # It says how it ended, and does not end.
        ("int s = 0; say('X', &s, 4); for (;;);", Status.CPU_LIMIT),
        ("say('X', \"a\", 1); for (;;);", Status.BAD_ANSWER),
    ],
)
def test_what_a_driver_says_is_believed_only_as_data(sandbox: Sandbox, body: str, status: Status) -> None:
    assert call(sandbox, body).status is status


def test_only_drivers_can_be_called(sandbox: Sandbox) -> None:
    program = Program({"main": b""}, "main", command=("/program/main",))
    seen = sandbox.run(Task(program, Function("f"), wire.encode(())))
    assert seen.status is Status.FAULT
    assert "driver" in seen.message


def test_a_command_that_is_no_program_says_so(sandbox: Sandbox) -> None:
    program = Program({"main": b"\\0\\0"}, "main", command=("/program/main",))
    seen = sandbox.run(Task(program, Main(), wire.encode("")))
    assert (seen.status, seen.exit_code) == (Status.EXIT, 127)
    assert b"does not start" in seen.stderr
