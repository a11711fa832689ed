"""What programs other than warm Python need of the host: compilers, virtual machines, and their quirks in a cell.

Where each is found on a host is looked up once. A cell sees the named programs and folders of its toolchain, read-only
and at the host's own paths, beside the shared libraries that every cell sees; nothing else of /usr/bin.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sandbox.api import MIB, SandboxError

SEARCH = "/usr/local/bin:/usr/bin:/bin"


@dataclass(frozen=True, slots=True)
class Toolchain:
    """`programs`: all must be there; `folders`: patterns of folders and files that they read, as far as they exist."""

    name: str
    programs: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    proc: bool = False  # it reads its own /proc entries
    reserves: bool = False  # it maps far more than it touches: limits on mappings would stop it
    threads: int = 0  # that it starts for itself
    inflates: int = 1  # how many times as large as on the wire an input is at most, while a driver decodes it
    overhead_bytes: int = 0  # of its own beside what the program allocates
    out_of_memory: tuple[bytes, ...] = ()  # what it writes to stderr when it ends for lack of memory
    install: str = ""  # the command that brings it


@dataclass(frozen=True, slots=True)
class Found:
    """A toolchain on this host. `paths`: name of a program to its real file; `links`: (text, where) of symbolic links
    by which programs find each other."""

    toolchain: Toolchain
    paths: dict[str, str]
    folders: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    def program(self, name: str) -> str:
        return self.paths[name]


_MAPPED = frozenset({"modules", "cc1", "cc1plus"})  # beside shared libraries
_GCC_FOLDERS = ("/usr/lib/gcc", "/usr/libexec/gcc", "/usr/include")

TOOLCHAINS: dict[str, Toolchain] = {
    toolchain.name: toolchain
    for toolchain in (
        Toolchain(
            "",  # programs that bring all they need
            out_of_memory=(
                b"'std::bad_alloc'",
                b"memory allocation of ",
                b"fatal error: runtime: out of memory",
                b"fatal error: runtime: cannot allocate memory",
            ),
        ),
        Toolchain("gcc", ("gcc", "g++", "as", "ld"), _GCC_FOLDERS, threads=8, install="apt install g++"),
        Toolchain(
            "jdk",
            ("java", "javac"),
            ("/etc/java-*-openjdk",),
            proc=True,
            reserves=True,
            threads=32,
            inflates=6,
            overhead_bytes=160 * MIB,
            out_of_memory=(b"java.lang.OutOfMemoryError",),
            install="apt install default-jdk-headless",
        ),
        Toolchain(
            "node",
            ("node",),
            ("/usr/share/nodejs",),
            {"UV_THREADPOOL_SIZE": "1", "UV_USE_IO_URING": "0"},
            reserves=True,
            threads=16,
            inflates=4,
            overhead_bytes=64 * MIB,
            out_of_memory=(b"JavaScript heap out of memory", b"Array buffer allocation failed"),
            install="apt install nodejs",
        ),
        Toolchain(
            "tsc",
            ("node", "tsc"),
            ("/usr/share/nodejs", "/usr/lib/node_modules/typescript", "/usr/local/lib/node_modules/typescript"),
            {"UV_THREADPOOL_SIZE": "1", "UV_USE_IO_URING": "0"},
            reserves=True,
            threads=16,
            install="apt install node-typescript",
        ),
        Toolchain(
            "rust",
            ("rustc", "gcc", "cc", "as", "ld"),
            (*_GCC_FOLDERS, "/usr/lib/rustlib"),
            proc=True,
            threads=32,
            install="apt install rustc",
        ),
        Toolchain(
            "go",
            ("go",),
            ("/usr/lib/go-*", "/usr/share/go-*", "/usr/lib/go", "/usr/local/go"),
            {"CGO_ENABLED": "0", "GOCACHE": "/tmp/.cache", "GOPATH": "/tmp/.go", "GOTOOLCHAIN": "local"},
            reserves=True,
            threads=48,
            install="apt install golang-go",
        ),
        Toolchain(
            "pypy",
            ("pypy3",),
            ("/usr/lib/pypy3*", "/usr/share/pypy3*", "/usr/lib/*/libpypy3*.so"),
            {"PYPY_GC_NURSERY": "4M"},
            reserves=True,
            threads=4,
            overhead_bytes=64 * MIB,
            out_of_memory=(b"\nMemoryError",),
            install="apt install pypy3",
        ),
    )
}


@lru_cache(maxsize=32)
def find(name: str) -> Found:
    """Where the toolchain is on this host. Raises SandboxError, which says how to get what is missing."""
    toolchain = TOOLCHAINS.get(name)
    if toolchain is None:
        raise SandboxError(f"no toolchain {name!r}; there are: {', '.join(sorted(filter(None, TOOLCHAINS)))}")
    paths: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for program in toolchain.programs:
        at = shutil.which(program, path=SEARCH)
        if at is None:
            raise SandboxError(f"{program} is not installed: {toolchain.install}")
        paths[program] = str(Path(at).resolve())
        links += _links(at)
    folders = [str(found) for pattern in toolchain.folders for found in _matching(pattern)]
    folders += [str(home) for path in paths.values() if (home := _home(Path(path))) is not None]
    return Found(toolchain, paths, tuple(dict.fromkeys(folders)), tuple(dict.fromkeys(links)))


def read_ahead(found: Found) -> None:
    """Have the toolchain's programs and libraries in the page cache, booked to whoever calls. Else the kernel books
    them to the first cell that maps them, and lets one that is short of memory read them again and again."""
    large = [Path(path) for path in (*found.paths.values(), *found.folders) if Path(path).is_file()]
    for folder in found.folders:
        for parent, _, names in os.walk(folder):
            large += [Path(parent, name) for name in names if name in _MAPPED or ".so" in name]
    for path in large:
        with suppress(OSError), path.open("rb", buffering=0) as file:
            while file.read(MIB):
                pass


def _links(at: str) -> list[tuple[str, str]]:
    """The symbolic links on the way from `at` to its file."""
    found = []
    while Path(at).is_symlink():
        text = str(Path(at).readlink())
        found.append((text, at))
        at = os.path.normpath(Path(at).parent / text)
    return found


def _matching(pattern: str) -> list[Path]:
    return sorted(path for path in Path("/").glob(pattern.lstrip("/")) if path.exists())


def _home(program: Path) -> Path | None:
    """Its installation, where it lies in one of its own: /usr/lib/jvm/x/bin/java is of /usr/lib/jvm/x."""
    home = program.parent.parent
    return home if program.parent.name == "bin" and home not in (Path("/usr"), Path("/usr/local"), Path("/")) else None
