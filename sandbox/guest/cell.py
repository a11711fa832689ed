"""One cell: a fresh fork that locks itself in, decodes its input, says ready, and only then meets submitted code."""

from __future__ import annotations

import base64
import fcntl
import gc
import mmap
import os
import resource
import struct
import sys
import traceback
from pathlib import Path
from typing import Any

from landau_guest import entry, handles, kernel, wire

CONTROL = 3  # stdin, stdout, stderr, control, then one descriptor an attachment
HEADER = struct.Struct("<cQ")
READY, FAULT, GO = b"R", b"F", b"G"
MESSAGE_CHARS = 16_384
_OUT_OF_THE_WAY = 300
said_last: list[bytes] = []


def run(task: dict[str, Any], fds: list[int], config: dict[str, Any]) -> None:
    """Never returns to the slot: the process ends here, whatever happens."""
    code = 1
    try:
        try:
            os.setsid()  # a process group reaches across pid namespaces: kill(0, …) would hit the slot
            statm = os.open("self/statm", os.O_RDONLY, dir_fd=config["proc"])
            program, data, statm = _take_descriptors(fds, statm)
            job = _prepare(task, config, program, data)
            _limit_mappings(task, statm)
        except BaseException:
            say(FAULT, traceback.format_exc().encode()[-MESSAGE_CHARS:])
            return
        say(READY, b"")
        if os.read(CONTROL, 1) != GO:
            return
        code = job()
        if said_last:
            os.read(CONTROL, 1)  # sleep, so that all time so far is booked; the parent ends this
    finally:
        os._exit(code)


def say(kind: bytes, payload: bytes | bytearray) -> None:
    """Write one frame to the parent. After `ready` there is only one more."""
    if kind != READY:
        said_last.append(kind)
    for piece in (HEADER.pack(kind, len(payload)), payload):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(CONTROL, rest) :]


def _take_descriptors(fds: list[int], statm: int) -> tuple[bytes, mmap.mmap | None, int]:
    """Lay stdin, stdout, stderr, control and the attachments on 0, 1, 2, …; close all else, the host's /proc first of
    all. Returns the contents of the two memory files that come last, program files and input, and the new `statm`."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD, _OUT_OF_THE_WAY) for fd in (*fds, statm)]
    *laid, program_fd, input_fd, statm = high
    for number, fd in enumerate(laid):
        os.dup2(fd, number)
    size = os.fstat(input_fd).st_size
    data = mmap.mmap(input_fd, size, mmap.MAP_PRIVATE, mmap.PROT_READ) if size else None
    program = os.pread(program_fd, os.fstat(program_fd).st_size, 0)
    keep = len(laid)
    os.dup2(statm, keep)
    os.closerange(keep + 1, 1 << 20)
    return program, data, keep


def _prepare(task: dict[str, Any], config: dict[str, Any], program: bytes, data: mmap.mmap | None) -> entry.Job:
    _lay_files(task, program)
    _drop(task, config)
    _limit(task)  # after: a user namespace takes the number of processes allowed at its birth for its maker's own
    value = None
    if data is not None and task["entry"] in ("function", "script"):
        value = wire.decode(memoryview(data), handles.attacher(CONTROL + 1))
        gc.freeze()  # the input is not for the submission's collector to walk
        if len(data) > 1 << 20:
            kernel.give_back_freed_memory()
    kernel.install_filter(base64.b64decode(config["seccomp"]))
    return entry.prepare(task, value)


def _lay_files(task: dict[str, Any], program: bytes) -> None:
    flags = kernel.CLONE_NEWNS | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS
    kernel.unshare(flags)
    locked = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
    kernel.mount("program", "/program", "tmpfs", locked, f"size={len(program) + (1 << 20)},nr_inodes=1k,mode=755")
    at = 0
    for name, size in task["files"]:
        path = Path("/program", name)
        if len(path.parts) > 3:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(program[at : at + size])
        at += size
    kernel.mount("none", "/program", "", kernel.MS_REMOUNT | kernel.MS_RDONLY | locked)
    owner = f"mode=700,uid={task['uid']},gid={task['uid']}"
    kernel.mount("work", "/tmp", "tmpfs", locked, f"size={task['files_bytes']},nr_inodes=4k,{owner}")
    os.chdir("/tmp")


def _limit(task: dict[str, Any]) -> None:
    for name, value in task["rlimits"].items():
        resource.setrlimit(getattr(resource, name), (value, value))


def _limit_mappings(task: dict[str, Any], statm: int) -> None:
    """Bound what may be mapped beyond what is mapped now. From inside: the parent may lack the right to."""
    size, _, _, _, _, data, _ = (int(field) * mmap.PAGESIZE for field in os.pread(statm, 256, 0).split())
    os.close(statm)
    for name, now in (("RLIMIT_AS", size), ("RLIMIT_DATA", data)):
        if task["mappings"][name] is not None:
            value = now + task["mappings"][name]
            resource.setrlimit(getattr(resource, name), (value, value))


def _drop(task: dict[str, Any], config: dict[str, Any]) -> None:
    if config["user_namespace"]:
        # One more: the cell has nothing to say over the mounts, and its processes are counted by themselves.
        kernel.unshare(kernel.CLONE_NEWUSER)
    else:
        os.setgroups([])
        os.setresgid(task["uid"], task["uid"], task["uid"])
        os.setresuid(task["uid"], task["uid"], task["uid"])
    kernel.drop_capabilities()
    kernel.set_dumpable(True)  # the parent reads its clocks and memory in the host's /proc; inside there is none
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)  # noqa: SIM115
