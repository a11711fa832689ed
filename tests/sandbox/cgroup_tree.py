"""A folder that stands in for the kernel's tree of cgroups of version 2."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from sandbox.native import cgroup


class Tree:
    """Answers like a kernel with a v2 hierarchy: a new folder has its files, a removed one loses them, a process is in
    one group, and what holds processes gives no controllers on, the root excepted."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.absent: set[str] = set()
        self.mount = cgroup.Mount(2, frozenset(), root)
        make, remove, write = Path.mkdir, Path.rmdir, Path.write_text

        def mkdir(path: Path, *arguments: object, **keywords: object) -> None:
            make(path, *arguments, **keywords)  # type: ignore[arg-type]
            if path.is_relative_to(root) and not (path / "cgroup.procs").exists():
                self.fill(path)

        def rmdir(path: Path) -> None:
            for file in path.iterdir():
                file.unlink()
            remove(path)

        def write_text(path: Path, text: str) -> int:
            if path.name == "cgroup.procs":
                for procs in root.rglob("cgroup.procs"):
                    write(procs, "".join(f"{pid}\n" for pid in procs.read_text().split() if pid != text.strip()))
                text = path.read_text() + text + "\n"
            elif path.name == "cgroup.subtree_control" and path.parent != root and inhabited(path.parent):
                raise OSError(errno.EBUSY, "no internal processes")
            return write(path, text)

        monkeypatch.setattr(Path, "mkdir", mkdir)
        monkeypatch.setattr(Path, "rmdir", rmdir)
        monkeypatch.setattr(Path, "write_text", write_text)

    def group(self, path: str, *pids: int, on: bool = False) -> Path:
        """A group with processes; `on`: its children have controllers."""
        folder = self.root / path
        folder.mkdir()
        if on:
            (folder / "cgroup.subtree_control").write_text("memory pids\n")
        for pid in pids:
            (folder / "cgroup.procs").write_text(str(pid))
        return folder

    def fill(self, folder: Path) -> None:
        texts = {
            "cgroup.controllers": "cpu io memory pids\n",
            "cgroup.subtree_control": "",
            "cgroup.procs": "",
            "cpu.stat": "usage_usec 1234567\nuser_usec 1000000\nsystem_usec 234567\n",
            "memory.current": "4000000\n",
            "memory.max": "max\n",
            "memory.swap.max": "max\n",
            "memory.peak": "5000000\n",
            "memory.events": "low 0\nhigh 0\nmax 7\noom 1\noom_kill 3\n",
            "pids.current": "2\n",
            "pids.max": "max\n",
        }
        for name, text in texts.items():
            if name not in self.absent:
                with (folder / name).open("w") as file:
                    file.write(text)


def inhabited(folder: Path) -> bool:
    return bool((folder / "cgroup.procs").read_text())
