"""Where in the tree of version 2 this process may make groups: one tree, delegated to us by systemd, a container
engine, a chown, or being root.

A group below which controllers are on may hold no processes itself, the root of the tree excepted: the kernel then says
EBUSY. So the place is the first of these that can be had:

1. the group we are in, or the nearest above it, where controllers are on already or can be switched on as it stands;
   one that systemd says is delegated, or that holds nobody but our family, is first emptied into a leaf of it;
2. the group we are in with whoever else is in it, all moved into a leaf.

A user's family are also those who started us (a shell, make): systemd marks no delegated scope of a user. What root
shares with others has systemd's slices before it: no session is moved without need.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

import psutil

from sandbox.native import cgroup

NEEDED = frozenset({"memory", "pids"})  # CPU time is counted everywhere, without the cpu controller
OWN_LEAF = "judge"
_DELEGATED = ("user.delegate", "trusted.delegate")  # what systemd writes on a group of a unit with Delegate=yes
_LOOKS = 10


def own_family() -> set[int]:
    """The pids that may be moved without asking."""
    us = psutil.Process()
    return {us.pid} | ({parent.pid for parent in us.parents()} if os.geteuid() != 0 else set())


def find_place(mounts: list[cgroup.Mount], own: dict[str, str], family: set[int]) -> Path | None:
    """A group below which groups with memory and pids controllers can be made; None where there is none."""
    mount = next((m for m in mounts if m.version == 2), None)
    if mount is None or "" not in own:
        return None
    if ".." in (*PurePosixPath(mount.root).parts, *PurePosixPath(own[""]).parts):
        return None  # seen from our cgroup namespace, the mount or we are outside: the kernel moves nobody across
    here = cgroup.own_folder(mount, own[""])
    if here.name == OWN_LEAF:  # moved there before, by us or by who started us
        here = here.parent
    for place in (here, *here.parents):
        if not place.is_relative_to(mount.path):
            break
        with suppress(OSError):
            if _prepare(place, family):
                return place
    with suppress(OSError):
        if _is_ours(here):
            _move_out(here)
            switch_on(here)
            return here
    return None


def switch_on(folder: Path) -> None:
    """Let groups below `folder` have the controllers we need. Raises OSError: EBUSY where it holds processes."""
    (folder / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in sorted(NEEDED)))


def _prepare(place: Path, family: set[int]) -> bool:
    if not _is_ours(place):
        return False
    if set((place / "cgroup.subtree_control").read_text().split()) >= NEEDED:
        return True
    try:
        switch_on(place)
    except OSError as error:
        if error.errno != errno.EBUSY or not (_is_delegated(place) or _inhabitants(place) <= family):
            return False
        _move_out(place)
        switch_on(place)
    return True


def _is_ours(place: Path) -> bool:
    """Whether we may make groups here, move processes below it, and the controllers reach it."""
    if not os.access(place, os.W_OK) or not os.access(place / "cgroup.procs", os.W_OK):
        return False
    return set((place / "cgroup.controllers").read_text().split()) >= NEEDED


def _is_delegated(place: Path) -> bool:
    for name in _DELEGATED:
        with suppress(OSError):
            if os.getxattr(place, name) == b"1":
                return True
    return False


def _inhabitants(place: Path) -> set[int]:
    return set(cgroup.read_pids(place))


def _move_out(place: Path) -> None:
    """Move all processes of `place` into a leaf of it. What is forked meanwhile is found by the next look."""
    leaf = place / OWN_LEAF
    for _ in range(_LOOKS):
        inhabitants = _inhabitants(place)
        if not inhabitants:
            return
        if 0 in inhabitants:
            raise PermissionError("a process of another pid namespace is in this group")
        leaf.mkdir(exist_ok=True)
        for pid in sorted(inhabitants):
            with suppress(ProcessLookupError):
                (leaf / "cgroup.procs").write_text(str(pid))
