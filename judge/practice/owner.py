"""Who judges: a name that tells, later and from another process, whether its bearer still lives.

``host|pid|start``: the host is its name, this boot of it, and the pid namespace; the start keeps a reused pid apart.
"""

from __future__ import annotations

import os
import socket
from datetime import timedelta
from pathlib import Path

import psutil


def this_owner() -> str:
    return f"{_host()}|{os.getpid()}|{_start(os.getpid())}"


def is_dead(owner: str, *, silent: timedelta, lease: timedelta) -> bool:
    """On this host by its process; on another by how long it has been silent."""
    host, _, process = owner.partition("|")
    pid, _, start = process.partition("|")
    if host != _host() or not pid.isdigit():
        return silent > lease
    return _start(int(pid)) != start


def _host() -> str:
    parts = [socket.gethostname()]
    try:
        parts.append(Path("/proc/sys/kernel/random/boot_id").read_text().strip())
        parts.append(str(Path("/proc/self/ns/pid").stat().st_ino))
    except OSError:
        parts.append(str(round(psutil.boot_time())))
    return "/".join(parts)


def _start(pid: int) -> str | None:
    """When the process started, in a form that stays the same; None where none runs (a zombie does not)."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if after_name[0] in "ZX" else after_name[19]
    except OSError:
        pass
    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else str(round(process.create_time()))
    except psutil.NoSuchProcess:
        return None
