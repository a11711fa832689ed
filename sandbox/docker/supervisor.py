"""What runs in a container: the native sandbox, for the tasks that come in on stdin. Replies go out on stdout.

Started as ``python -m sandbox.docker.supervisor``. Messages are values of the wire (see codec, framing):

    in   {"hash_seed", "runtimes", "at_once"}      first; the runtimes are warmed
    out  {"build"}                                 ready: which version this is; or {"error"}
    in   (number, task)                            any number of them, at most `at_once` unanswered
    out  (number, execution)                       in any order

The end of stdin means that the judge is gone: everything ends then.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from sandbox import runner_folder
from sandbox.api import Compile, Execution, Program, Sandbox, SandboxError, Status, Task
from sandbox.docker.codec import decode_task, encode_execution
from sandbox.docker.framing import Messages, framed
from sandbox.docker.image import content_hash
from sandbox.guest import wire
from sandbox.native.backend import NativeSandbox

CHUNK = 1 << 18
MOST_BYTES = 1 << 40  # the judge is trusted
# Where the kernel counts the container's processes that it ended for lack of memory: cgroup v2, v1.
OOM_FILES = ("/sys/fs/cgroup/memory.events", "/sys/fs/cgroup/memory/memory.oom_control")


class Line:
    """The two ends of the line to the judge, kept from everybody else in this process."""

    def __init__(self) -> None:
        self._input, self._output = os.dup(0), os.dup(1)
        null_fd = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null_fd, 0)
        os.dup2(2, 1)
        os.close(null_fd)
        self._lock = threading.Lock()

    def heard(self) -> Iterator[bytes]:
        messages = Messages(lambda: MOST_BYTES)
        while data := os.read(self._input, CHUNK):
            yield from messages.feed(memoryview(data))

    def say(self, message: bytes) -> None:
        with self._lock:
            rest = memoryview(framed(message))
            while rest:
                rest = rest[os.write(self._output, rest) :]


def main() -> None:
    line = Line()
    heard = line.heard()
    opening = wire.decode(next(heard, b"N"))
    if opening is None:
        return
    try:
        box = NativeSandbox(runner_folder(), ordinary_user=True, hash_seed=opening["hash_seed"])
        for runtime in opening["runtimes"]:
            warm(box, runtime)
    except SandboxError as error:
        line.say(wire.encode({"error": str(error)}))
        return
    line.say(wire.encode({"build": content_hash()}))
    pool = ThreadPoolExecutor(opening["at_once"])
    for message in heard:
        pool.submit(serve, line, box, message)
    os._exit(0)


def warm(box: Sandbox, runtime: str) -> None:
    """Have a cell of `runtime` ready. Raises SandboxError."""
    seen = box.run(Task(Program({"nothing.py": b""}, "nothing.py", runtime), Compile(), b""))
    if seen.status is not Status.OK:
        raise SandboxError(seen.message)


def serve(line: Line, box: Sandbox, message: bytes) -> None:
    number, packed = wire.decode(message)
    before = oom_kills()
    seen = box.run(decode_task(packed))
    line.say(wire.encode((number, encode_execution(corrected(seen, oom_kills() - before)))))


def corrected(seen: Execution, oom_kills: int) -> Execution:
    """That the kernel killed for lack of memory in this container is its owner's doing, who is alone here."""
    if oom_kills > 0 and (seen.status is Status.FAULT or seen.signal is not None):
        return replace(seen, status=Status.MEMORY_LIMIT, signal=None, message="")
    return seen


def oom_kills() -> int:
    for path in OOM_FILES:
        try:
            text = Path(path).read_text()
        except OSError:
            continue
        return sum(int(words[1]) for line in text.splitlines() if (words := line.split())[0] == "oom_kill")
    return 0


if __name__ == "__main__":
    main()
