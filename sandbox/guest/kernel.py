"""The Linux calls that Python's standard library lacks, through the C library."""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from typing import Any

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 32, 4096, 16384, 1 << 18
MNT_DETACH = 2

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
_SECCOMP_MODE_FILTER = 2
_ADDR_NO_RANDOMIZE = 0x0040000
_LINUX_CAPABILITY_VERSION_3 = 0x20080522
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

_CAPABILITY_HEADER = ctypes.create_string_buffer(struct.pack("<Ii", _LINUX_CAPABILITY_VERSION_3, 0))
_NO_CAPABILITIES = ctypes.create_string_buffer(24)
_libc = ctypes.CDLL(None, use_errno=True)
_libc.mount.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_char_p)
_libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)


class _SockFprog(ctypes.Structure):
    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _call(name: str, *arguments: Any) -> None:
    if getattr(_libc, name)(*arguments) == -1:
        number = ctypes.get_errno()
        shown = " ".join(a.decode() for a in arguments if isinstance(a, bytes))
        raise OSError(number, f"{name}: {os.strerror(number)}", shown or None)


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    _call("mount", source.encode(), target.encode(), kind.encode(), flags, options.encode())


def unmount_lazily(target: str) -> None:
    _call("umount2", target.encode(), MNT_DETACH)


def pivot_root(new_root: str, put_old: str) -> None:
    number = _PIVOT_ROOT.get(platform.machine())
    if number is None:
        raise OSError(f"no sandbox on {platform.machine()} yet: only x86_64 and aarch64")
    _call("syscall", ctypes.c_long(number), new_root.encode(), put_old.encode())


def unshare(flags: int) -> None:
    _call("unshare", flags)


def setns(fd: int, flags: int) -> None:
    _call("setns", fd, flags)


def die_with_parent(signal_number: int) -> None:
    _call("prctl", _PR_SET_PDEATHSIG, signal_number, 0, 0, 0)


def set_dumpable(on: bool) -> None:
    _call("prctl", _PR_SET_DUMPABLE, int(on), 0, 0, 0)


def no_new_privileges() -> None:
    _call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def drop_bounding_set() -> None:
    """No exec can ever gain a capability again; those held now stay until dropped."""
    for capability in range(64):
        try:
            _call("prctl", _PR_CAPBSET_DROP, capability, 0, 0, 0)
        except OSError:
            return  # past the last one this kernel knows


def drop_capabilities() -> None:
    _call("capset", _CAPABILITY_HEADER, _NO_CAPABILITIES)


def fix_addresses() -> None:
    """No random addresses after the next exec."""
    _call("personality", ctypes.c_ulong(_ADDR_NO_RANDOMIZE))


def set_hostname(name: str) -> None:
    _call("sethostname", name.encode(), len(name))


def install_filter(program: bytes) -> None:
    """Bind this thread, and all that it starts, to a seccomp filter (an array of struct sock_filter)."""
    buffer = ctypes.create_string_buffer(program, len(program))
    header = _SockFprog(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    _call("prctl", _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(header), 0, 0)


def set_thread_stack(size_bytes: int) -> None:
    """The default stack of new threads, which otherwise follows the (large) stack limit of the main one."""
    setter = getattr(_libc, "pthread_setattr_default_np", None)
    if setter is None:
        return
    attribute = ctypes.create_string_buffer(256)
    _libc.pthread_attr_init(attribute)
    _libc.pthread_attr_setstacksize(attribute, ctypes.c_size_t(size_bytes))
    setter(attribute)
    _libc.pthread_attr_destroy(attribute)


def give_back_freed_memory() -> None:
    trim = getattr(_libc, "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))
