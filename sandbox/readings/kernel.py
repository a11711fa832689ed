"""The kernel's switches, and what it lets this user do: tried in forked children, so that nothing changes here."""

from __future__ import annotations

import ctypes
import os
import platform
from collections.abc import Callable
from pathlib import Path

NAMESPACES = {
    "mount": 0x00020000,
    "uts": 0x04000000,
    "ipc": 0x08000000,
    "pid": 0x20000000,
    "net": 0x40000000,
}
NEW_USER = 0x10000000


def read_text(path: str | Path) -> str | None:
    """The one line of a file of /proc or /sys; None where there is none."""
    try:
        return Path(path).read_text().strip()
    except (OSError, ValueError):
        return None


def read_number(path: str | Path) -> int | None:
    text = read_text(path)
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None


def in_child(action: Callable[[], None]) -> str | None:
    """Do it in a forked child, so that this process stays as it is; None, or why it failed."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            action()
        except BaseException as error:
            os.write(writer, str(error).encode()[:500] or b"failed")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode(errors="replace")
    _, status = os.waitpid(pid, 0)
    if said:
        return said
    return None if status == 0 else f"the attempt ended with status {status}"


def try_namespaces() -> dict[str, str | None]:
    """Each namespace, made in a child: by itself for root, inside a user namespace for others."""
    if platform.system() != "Linux":
        return dict.fromkeys(("user", *NAMESPACES), "only Linux has them")
    libc = ctypes.CDLL(None, use_errno=True)

    def unshare(flags: int) -> Callable[[], None]:
        def attempt() -> None:
            if libc.unshare(flags):
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

        return attempt

    found = {"user": in_child(unshare(NEW_USER))}
    base = 0 if os.geteuid() == 0 else NEW_USER
    for name, flag in NAMESPACES.items():
        found[name] = in_child(unshare(base | flag))
    return found


def read_userns_sysctls() -> dict[str, int]:
    names = {
        "kernel.unprivileged_userns_clone": "kernel/unprivileged_userns_clone",
        "user.max_user_namespaces": "user/max_user_namespaces",
        "kernel.apparmor_restrict_unprivileged_userns": "kernel/apparmor_restrict_unprivileged_userns",
    }
    found = {name: read_number(Path("/proc/sys", path)) for name, path in names.items()}
    return {name: value for name, value in found.items() if value is not None}  # not every kernel has each


def try_seccomp() -> str | None:
    """Load a filter that allows everything, in a child."""
    try:
        import pyseccomp
    except Exception as error:
        return f"libseccomp cannot be loaded: {error}"

    def attempt() -> None:
        pyseccomp.SyscallFilter(pyseccomp.ALLOW).load()

    return in_child(attempt)
