"""One cell: a fresh fork that locks itself in, decodes its input, says ready, and only then meets submitted code."""

from __future__ import annotations

import fcntl
import gc
import json
import mmap
import os
import resource
import socket
import struct
import sys
import traceback
from pathlib import Path
from typing import Any

from landau_guest import command, entry, handles, kernel, query, wire

CONTROL = 3  # after stdin, stdout, stderr; then one descriptor an attachment
HEADER = struct.Struct("<cQ")
LENGTH = struct.Struct("<Q")
MAX_FDS = 240
LOCKED = kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC
READY, FAULT, GO = b"R", b"F", b"G"
ANSWER, BUILD_ERROR = b"A", b"B"
MESSAGE_CHARS = 16_384
_OUT_OF_THE_WAY = 300
said_last: list[bytes] = []


def run(channel: int, config: dict[str, Any]) -> None:
    """Never returns to the slot: the process ends here, whatever happens."""
    code = 1
    try:
        try:
            statm = _leave_the_slot(channel, config)
            _make_file_systems(config)
            _open_pipes()
            entry.rehearse()
            task, fds = _receive()
            if task["count"] is not None or task["command"] is not None:
                os.close(statm)
            if task["count"] is not None:
                _start_cold(task, fds, config)
            if task["command"] is not None:
                code = command.run(task, fds, config)
                return
            program, input_fd = take_descriptors(fds)
            job = _prepare(task, config, program, _map(input_fd))
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


def say_too_large(size: int) -> None:
    """Announce an answer that the parent will refuse to read; it ends this."""
    said_last.append(ANSWER)
    os.write(CONTROL, HEADER.pack(ANSWER, size))


def _leave_the_slot(channel: int, config: dict[str, Any]) -> int:
    """Keep nothing of the slot but the channel. Returns a descriptor that tells this process's size: /proc is not here,
    and the host's is closed with the rest."""
    os.setsid()  # a process group reaches across pid namespaces: kill(0, …) would hit the slot
    statm = os.open("self/statm", os.O_RDONLY, dir_fd=config["proc"])
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD, _OUT_OF_THE_WAY) for fd in (channel, statm)]
    os.dup2(high[0], CONTROL)
    os.closerange(CONTROL + 1, high[1])
    os.closerange(high[1] + 1, 1 << 20)
    return high[1]


def _make_file_systems(config: dict[str, Any]) -> None:
    kernel.unshare(kernel.CLONE_NEWNS | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS)
    kernel.mount("program", "/program", "tmpfs", LOCKED, "nr_inodes=1k,mode=755")
    kernel.mount("work", "/tmp", "tmpfs", LOCKED, f"nr_inodes=4k,mode=700,uid={config['uid']},gid={config['uid']}")
    os.chdir("/tmp")


def _open_pipes() -> None:
    """Make Python's standard streams while nobody waits; what they are to be is laid under them later."""
    reader, writer = os.pipe()
    for number, fd in enumerate((reader, writer, writer)):
        os.dup2(fd, number)
    os.close(reader)
    os.close(writer)
    open_standard_streams()


def _receive() -> tuple[dict[str, Any], list[int]]:
    """The task, with its descriptors. The judge may also go away instead: then there is nothing to do."""
    channel = socket.socket(fileno=CONTROL)
    message, fds, _, _ = socket.recv_fds(channel, 1 << 16, MAX_FDS)
    while message and len(message) < LENGTH.size + LENGTH.unpack_from(message)[0]:
        message += channel.recv(1 << 16)
    channel.detach()
    if not message:
        os._exit(0)
    return json.loads(message[LENGTH.size :]), fds


def take_descriptors(fds: list[int]) -> tuple[bytes, int]:
    """Lay stdin, stdout and stderr on 0, 1, 2, and all others in their order behind the control channel. The last two
    are memory files: returns the contents of the first, the program's files, and the descriptor of the second, the
    input."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD, _OUT_OF_THE_WAY) for fd in fds]
    for fd in fds:
        os.close(fd)
    for number, fd in enumerate(high):
        os.dup2(fd, number if number < CONTROL else number + 1)
        os.close(fd)
    program_fd, input_fd = len(fds) - 1, len(fds)
    program = os.pread(program_fd, os.fstat(program_fd).st_size, 0)
    os.close(program_fd)
    return program, input_fd


def _map(fd: int) -> mmap.mmap | None:
    size = os.fstat(fd).st_size
    data = mmap.mmap(fd, size, mmap.MAP_PRIVATE, mmap.PROT_READ) if size else None
    os.close(fd)
    return data


def _prepare(task: dict[str, Any], config: dict[str, Any], program: bytes, data: mmap.mmap | None) -> entry.Job:
    source = lay_files(task, program)
    drop(config)
    limit(task)  # after: a user namespace takes the number of processes allowed at its birth for its maker's own
    value = decode_input(task, data)
    kernel.install_filter(config["filter"])
    return entry.prepare(task, source, value)


def decode_input(task: dict[str, Any], data: mmap.mmap | None) -> Any:
    if data is None or task["entry"] not in ("function", "script", "query"):
        return None
    if task["entry"] == "query":
        return query.read(memoryview(data))
    value = wire.decode(memoryview(data), handles.attacher(CONTROL + 1))
    gc.freeze()  # the input is not for the submission's collector to walk
    if len(data) > 1 << 20:
        kernel.give_back_freed_memory()
    return value


def open_standard_streams() -> None:
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", errors="surrogateescape")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)


def _start_cold(task: dict[str, Any], fds: list[int], config: dict[str, Any]) -> None:
    """Become cold.py under callgrind, locked in before: that Python does all its work inside the cell."""
    program, input_fd = take_descriptors(fds)
    lay_files(task, program)
    mount_proc()
    drop(config)
    limit(task)
    given = {"task": task, "path": config["path"], "preload": config["preload"]}
    command = [*task["count"]["command"], json.dumps(given), str(input_fd)]
    environment = {**os.environ, **task["count"]["environment"], "PYTHONHASHSEED": config["hash_seed"]}
    kernel.fix_addresses()
    kernel.install_filter(config["executing_filter"])
    os.execve(command[0], command, environment)


def mount_proc() -> None:
    """Of this pid namespace only, for what reads its own maps; without what /proc tells of the host, where the kernel
    can leave that out (5.8)."""
    flags = LOCKED | kernel.MS_RDONLY
    kernel.unshare(kernel.CLONE_NEWCGROUP)  # /proc/self/cgroup would tell where on the host we are
    try:
        kernel.mount("proc", "/proc", "proc", flags, "subset=pid")
    except OSError:
        kernel.mount("proc", "/proc", "proc", flags)


def lay_files(task: dict[str, Any], program: bytes, runnable: bool = False) -> bytes:
    """Write the program's files, and make their folder read-only. Returns the text of the main one. `runnable`: they
    may be executed."""
    at = 0
    source = b""
    for name, size in task["files"]:
        if "/" in name:
            Path("/program", name).parent.mkdir(parents=True, exist_ok=True)
        data = program[at : at + size]
        _write_file(f"/program/{name}", data, 0o755 if runnable else 0o644)
        at += size
        if name == task["main"]:
            source = data
    locked = LOCKED & ~kernel.MS_NOEXEC if runnable else LOCKED
    kernel.mount("none", "/program", "", kernel.MS_REMOUNT | kernel.MS_RDONLY | locked)
    kernel.mount("none", "/tmp", "", kernel.MS_REMOUNT | LOCKED, f"size={task['files_bytes']}")
    return source


def _write_file(path: str, data: bytes, mode: int) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]
    os.close(fd)


def limit(task: dict[str, Any]) -> None:
    for name, value in task["rlimits"].items():
        number = getattr(resource, name)
        _, most = resource.getrlimit(number)  # of the judge itself: a host may forbid cores by 0, say
        value = value if most == resource.RLIM_INFINITY else min(value, most)
        resource.setrlimit(number, (value, value))


def _limit_mappings(task: dict[str, Any], statm: int) -> None:
    """Bound what may be mapped beyond what is mapped now. From inside: the parent may lack the right to."""
    size, _, _, _, _, data, _ = (int(field) * mmap.PAGESIZE for field in os.pread(statm, 256, 0).split())
    os.close(statm)
    for name, now in (("RLIMIT_AS", size), ("RLIMIT_DATA", data)):
        if task["mappings"][name] is not None:
            value = now + task["mappings"][name]
            resource.setrlimit(getattr(resource, name), (value, value))


def drop(config: dict[str, Any]) -> None:
    if config["user_namespace"]:
        # One more: the cell has nothing to say over the mounts, and its processes are counted by themselves.
        kernel.unshare(kernel.CLONE_NEWUSER)
    else:
        os.setresuid(config["uid"], config["uid"], config["uid"])
    kernel.drop_capabilities()
    kernel.set_dumpable(True)  # the parent reads its clocks and memory in the host's /proc; inside there is none
