"""A driver as the sandbox would run it, but outside of any cell: for tests of its codec and its manners."""

from __future__ import annotations

import os
import resource
import socket
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import Any, Self

from sandbox.guest import wire

FRAME = Struct("<cQ")
STACK_BYTES = 256 * 1024 * 1024  # as in a cell


@dataclass
class Driven:
    """One run: `ready` is the first frame; `go` lets it go on and returns the next one."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    folder: tempfile.TemporaryDirectory[str]
    ready: tuple[bytes, bytes]

    @classmethod
    def start(
        cls, files: dict[str, bytes], command: Callable[[Path], Sequence[str]], data: bytes, stdin: bytes | None = None
    ) -> Self:
        """`command`: of the folder that the program lies in."""
        folder = tempfile.TemporaryDirectory()
        for name, text in files.items():
            path = Path(folder.name) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        ours, theirs = socket.socketpair()
        memory = os.memfd_create("input")
        os.write(memory, data)
        argv = [*command(Path(folder.name)), str(memory)]

        def prepare() -> None:
            os.dup2(theirs.fileno(), 3)
            resource.setrlimit(resource.RLIMIT_STACK, (STACK_BYTES, resource.getrlimit(resource.RLIMIT_STACK)[1]))

        process = subprocess.Popen(
            argv,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=(3, memory),
            preexec_fn=prepare,
        )
        os.close(memory)
        theirs.close()
        assert process.stdin is not None
        if stdin is not None:
            process.stdin.write(stdin)
        process.stdin.close()
        return cls(process, ours, folder, read_frame(ours))

    def go(self) -> tuple[bytes, bytes]:
        self.control.sendall(b"G")
        return read_frame(self.control)

    def end(self) -> tuple[bytes, bytes]:
        """stdout and stderr; the process is gone afterwards."""
        assert self.process.stdout is not None and self.process.stderr is not None
        self.control.close()
        out, error = self.process.stdout.read(), self.process.stderr.read()
        self.process.wait()
        self.folder.cleanup()
        return out, error


def read_frame(control: socket.socket) -> tuple[bytes, bytes]:
    """(kind, payload); (b"", b"") where it ended without one."""
    header = _exactly(control, FRAME.size)
    if len(header) < FRAME.size:
        return b"", b""
    kind, size = FRAME.unpack(header)
    return kind, _exactly(control, size)


def _exactly(control: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size and (piece := control.recv(min(size - len(data), 1 << 20))):
        data += piece
    return data


def answered(
    files: dict[str, bytes], command: Callable[[Path], Sequence[str]], value: Any
) -> tuple[bytes, bytes, bytes, bytes]:
    """(kind of the last frame, its payload, stdout, stderr) of one whole run."""
    run = Driven.start(files, command, wire.encode(value))
    kind, payload = run.ready
    if kind == b"R":
        kind, payload = run.go()
    return kind, payload, *run.end()
