"""A cell that runs a command instead of Python text: a compiler, a compiled program, a virtual machine.

    cell       pid 1 of its namespaces: only waits, then says how the command ended
      command  executed under the same filter and limits; alone it may call execve

Signals that a process sends itself would pass pid 1 by, so the command is never that.
"""

from __future__ import annotations

import fcntl
import os
import signal
import stat
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from landau_guest import cell, kernel, wire

ENDED = b"X"
STATUS = struct.Struct("<i")
STANDARD_STREAMS = 3
_IGNORED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE, signal.SIGXFSZ)  # by the zygote or Python


def run(task: dict[str, Any], fds: list[int], config: dict[str, Any]) -> int:
    """Run the task's command. Returns the exit code of the cell."""
    program, input_fd = cell.take_descriptors(fds)
    cell.lay_files(task, program, runnable=True)
    if task["command"]["proc"]:
        cell.mount_proc()
    cell.drop(config)
    cell.limit(task)
    locked, locking = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(locking)
        os.read(locked, 1)  # its end
        os.close(locked)
        _become(task, config, input_fd)
    # Where there is a /proc, the command could reach into this process by it.
    kernel.set_dumpable(False)
    kernel.install_filter(config["executing_filter"])
    os.close(locking)
    os.close(locked)
    os.close(input_fd)
    os.closerange(0, STANDARD_STREAMS)
    _, status = os.waitpid(pid, 0)
    if task["entry"] == "build" and status == 0:
        _answer_with_outputs(task)
    else:
        cell.say(ENDED, STATUS.pack(status))
    return 0


def _become(task: dict[str, Any], config: dict[str, Any], input_fd: int) -> None:
    """In the child: be ready, then be the command. A driver says itself when it is ready."""
    try:
        command = task["command"]
        for number in _IGNORED:
            signal.signal(number, signal.SIG_DFL)
        argv = [*command["argv"]]
        if command["driver"]:
            argv.append(str(input_fd))
        else:
            os.close(input_fd)
            fcntl.fcntl(cell.CONTROL, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
        kernel.install_filter(config["executing_filter"])
        if not command["driver"]:
            cell.say(cell.READY, b"")
            if os.read(cell.CONTROL, 1) != cell.GO:
                return
        os.execve(argv[0], argv, command["environment"])
    except OSError as error:
        os.write(2, f"{task['command']['argv'][0]} does not start: {error.strerror}\n".encode())
    finally:
        os._exit(127)


def _answer_with_outputs(task: dict[str, Any]) -> None:
    found: dict[str, bytes] = {}
    left = task["output_bytes"]
    for wanted in task["command"]["outputs"]:
        names = list(_files_below(wanted)) if wanted.endswith("/") else [wanted]
        for name in names:
            data = _contents(name, left)
            if data is None:
                cell.say(cell.BUILD_ERROR, f"the build left no file {name!r} of at most {left} bytes".encode())
                return
            left -= len(data)
            found[name] = data
    cell.say(cell.ANSWER, wire.encode(found))


def _files_below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (str(Path(parent, name)) for name in sorted(names))


def _contents(name: str, most: int) -> bytes | None:
    """A regular file's bytes; None for what is missing, too large or of another kind. What the command put there is not
    followed: a link could name any file that the cell sees."""
    try:
        fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(fd, "rb") as file:
        facts = os.fstat(fd)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > most:
            return None
        return file.read(most)
