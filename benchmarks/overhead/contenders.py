"""Who is measured: each runs a Python program that does nothing, once a call.

A contender that cannot run here says why; it is never left out in silence.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sandbox import open_sandbox, runner_folder
from sandbox.api import Function, Program, Sandbox, SandboxError, Status, Task
from sandbox.guest.wire import encode_input

NOTHING = "def nothing():\n    return None\n"
IMAGE = "landau"  # of our own Dockerfile: it has a Python, and is there where somebody built it


@dataclass(frozen=True, slots=True)
class Contender:
    name: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Absent:
    name: str
    reason: str


class CannotRun(Exception):
    """A contender failed; the message says how."""


def contenders(stack: ExitStack) -> Iterator[Contender | Absent]:
    """All of them; what they hold open is closed by `stack`."""
    python = bare_python()
    yield command("bare python3 -c pass", [python, "-c", "pass"])
    yield command("bare python3 -I -S -c pass", [python, "-I", "-S", "-c", "pass"])
    yield Contender("Landau, cold: open the sandbox and run", cold)
    box = stack.enter_context(open_sandbox())
    yield Contender("Landau, warm", warm(box, "python"))
    yield Contender("Landau, warm, pandas and duckdb loaded", warm(box, "python-data"))
    yield in_docker(stack)
    yield bubblewrap(python)
    yield isolate(stack, python)
    yield docker()
    yield dmoj()


def bare_python() -> str:
    """The interpreter that submissions run on, outside every environment and wrapper script."""
    return str((runner_folder() / "bin" / "python").resolve())


def task(runtime: str) -> Task:
    data, attachments = encode_input(())
    return Task(Program.single(NOTHING, runtime), Function("nothing"), data, attachments=attachments)


def check_run(box: Sandbox, what: Task) -> None:
    seen = box.run(what)
    if seen.status is not Status.OK:
        raise CannotRun(f"{seen.status}: {seen.message}")


def warm(box: Sandbox, runtime: str) -> Callable[[], None]:
    what = task(runtime)
    return lambda: check_run(box, what)


def in_docker(stack: ExitStack) -> Contender | Absent:
    name = "Landau, docker backend, warm"
    try:
        return Contender(name, warm(stack.enter_context(open_sandbox("docker")), "python"))
    except SandboxError as error:
        return Absent(name, str(error))


def cold() -> None:
    """Closing is not counted against anybody's first run, but it is small beside opening."""
    with open_sandbox() as box:
        check_run(box, task("python"))


def command(name: str, arguments: list[str]) -> Contender | Absent:
    """One process a run. Tried once, so that one that cannot work here is told from one that is slow."""

    def run() -> None:
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise CannotRun(said[-1] if said else f"exit code {done.returncode}")

    try:
        run()
    except (CannotRun, OSError) as error:
        return Absent(name, f"does not run here: {error}")
    return Contender(name, run)


def bubblewrap(python: str) -> Contender | Absent:
    name = "bubblewrap, all namespaces"
    found = shutil.which("bwrap")
    if found is None:
        return Absent(name, "not installed: apt-get install bubblewrap")
    root = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"]
    return command(name, [found, "--unshare-all", "--die-with-parent", *root, python, "-c", "pass"])


def isolate(stack: ExitStack, python: str) -> Contender | Absent:
    name = "isolate --run"
    found = shutil.which("isolate")
    if found is None:
        return Absent(name, "not installed: github.com/ioi/isolate")
    box = subprocess.run([found, "--init"], capture_output=True, check=False)
    if box.returncode != 0:
        return Absent(name, f"does not run here: {box.stderr.decode(errors='replace').strip()}")
    stack.callback(subprocess.run, [found, "--cleanup"], capture_output=True, check=False)
    folders = {str(Path(python).parent.parent)} - {"/usr"}
    binds = [f"--dir={folder}" for folder in folders]
    return command(name, [found, "--processes", *binds, "--run", "--", python, "-c", "pass"])


def docker() -> Contender | Absent:
    name = f"docker run {IMAGE}"
    found = shutil.which("docker")
    if found is None:
        return Absent(name, "not installed: apt-get install docker.io")
    if subprocess.run([found, "info"], capture_output=True, check=False).returncode != 0:
        return Absent(name, "no Docker engine runs (or this user may not use it)")
    if subprocess.run([found, "image", "inspect", IMAGE], capture_output=True, check=False).returncode != 0:
        return Absent(name, "the image is not built: docker compose build")
    return command(name, [found, "run", "--rm", "--network", "none", IMAGE, "python3", "-c", "pass"])


DMOJ = """
import sys, time
from dmoj import judgeenv
judgeenv.env['runtime'] = {'python3': sys.argv[1]}
from dmoj.executors.PY3 import Executor
program = Executor('nothing', b'pass')
for _ in sys.stdin:
    process = program.launch(time=5, memory=262144, stdin=-1, stdout=-1, stderr=-1)
    process.communicate(None)
    print(process.returncode, flush=True)
"""


def dmoj() -> Contender | Absent:
    """Its executor is loaded once, as its judge does; a line to it is one run."""
    name = "DMOJ, one case"
    found = shutil.which("dmoj")
    if found is None:
        return Absent(name, "not installed: pip install dmoj (beside its own Python; it needs libseccomp-dev and g++)")
    first = Path(found).read_bytes().split(b"\n", 1)[0].decode(errors="replace")
    interpreter = first.removeprefix("#!").strip() if first.startswith("#!") else sys.executable
    pipe = subprocess.PIPE
    held = subprocess.Popen([interpreter, "-c", DMOJ, bare_python()], stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert held.stdin and held.stdout

    def run() -> None:
        try:
            print("go", file=held.stdin, flush=True)
            said = held.stdout.readline() if held.stdout else ""
        except OSError as error:
            raise CannotRun(str(error)) from None
        if said.strip() != "0":
            why = held.stderr.read().strip().splitlines() if not said and held.stderr else []
            raise CannotRun(why[-1] if why else f"exit code {said.strip()}")

    try:
        run()
    except CannotRun as error:
        held.kill()
        return Absent(name, f"does not run here: {error}")
    return Contender(name, run)
