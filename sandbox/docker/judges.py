"""Which judge made a container, and whether that judge still lives."""

from __future__ import annotations

import os
import platform
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import psutil

LABEL = "landau.judge"


@dataclass(frozen=True, slots=True)
class Judge:
    """A process. `space`: the pid namespace in which `pid` is its number."""

    host: str
    boot: str
    space: str
    pid: int
    started: str

    def text(self) -> str:
        return "/".join(map(str, astuple(self)))


def parse(text: str) -> Judge | None:
    try:
        host, boot, space, pid, started = text.split("/")
        return Judge(host, boot, space, int(pid), started)
    except ValueError:
        return None


def this_judge() -> Judge:
    host, boot, space = _here()
    pid = os.getpid()
    return Judge(host, boot, space, pid, _started(pid))


def is_gone(judge: Judge) -> bool:
    """Certainly. One of another computer, or of another container's processes, may live for all that we can see."""
    host, boot, space = _here()
    if judge.host != host:
        return False
    if judge.boot != boot:
        return True
    return judge.space == space and _started(judge.pid) != judge.started


@cache
def _here() -> tuple[str, str, str]:
    host = _read("/etc/machine-id") or platform.node()
    boot = _read("/proc/sys/kernel/random/boot_id") or str(int(psutil.boot_time()) // 60)
    try:
        space = Path("/proc/self/ns/pid").readlink().name
    except OSError:
        space = "pid"
    return host.replace("/", "-"), boot, space


def _read(path: str) -> str:
    try:
        return Path(path).read_text().strip()
    except OSError:
        return ""


def _started(pid: int) -> str:
    """When process `pid` started; empty where there is none."""
    try:  # in ticks since boot: the same whatever becomes of the clock
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        pass
    try:
        return str(int(psutil.Process(pid).create_time()))
    except psutil.Error:
        return ""
