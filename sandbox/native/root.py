"""Which parts of the host a cell may see: a plan that the zygote carries out. Deciding only; nothing is mounted here.

    /            an empty tmpfs, read-only once made
    /usr/lib …   shared libraries            read-only
    <prefix>     the runner's base Python    read-only, at its own path, without its site-packages
    /site        the runner's packages       read-only
    /guest       sandbox/guest               read-only
    /program     the submission's files      read-only, made anew for each cell
    /tmp         the cell's own tmpfs        made anew for each cell
    /dev         null full random urandom
    <toolchain>  for commands only: its programs and folders, read-only, at their own paths

There is no /proc, /sys, /etc/passwd, /run, no home and no project.
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sandbox.api import SandboxError
from sandbox.native.callgrind import Tool
from sandbox.toolchains import Found

GUEST = Path(__file__).resolve().parent.parent / "guest"
PROJECT = GUEST.parent.parent
CLEAN_FLAGS = ("-S", "-s", "-P", "-B")
_ASK = """
import json, os, sys, sysconfig
print(json.dumps({
    "version": sys.version_info[:2],
    "prefix": sys.base_prefix,
    "stdlib": sysconfig.get_path("stdlib"),
    "platstdlib": sysconfig.get_path("platstdlib"),
    "path": sys.path,
    "executable": os.path.realpath(sys.executable),
}))
"""
_LIBRARIES = ("/lib", "/lib64", "/usr/lib64", "/usr/local/lib64")
_PUBLIC_DATA = ("/etc/ld.so.cache", "/usr/share/zoneinfo")


@dataclass(frozen=True, slots=True)
class Runner:
    """The Python environment that submissions run in."""

    python: str
    prefix: str
    stdlib: tuple[str, ...]
    path: tuple[str, ...]
    site: str
    executable: str = ""  # the base interpreter, without links


@dataclass(frozen=True, slots=True)
class RootPlan:
    """`binds` are (source, target); `links` are (text, target); `masks` are hidden under an empty tmpfs."""

    binds: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    masks: tuple[str, ...]


@lru_cache(maxsize=8)
def find_runner(folder: Path) -> Runner:
    """Ask the interpreter of the virtual environment `folder` about itself. Raises SandboxError."""
    python = folder / "bin" / "python"
    try:
        said = subprocess.run(
            [str(python), *CLEAN_FLAGS, "-c", _ASK], capture_output=True, text=True, timeout=60, env={}, check=True
        )
        facts = json.loads(said.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise SandboxError(
            f"no usable Python for submissions at {python} ({error}); run `make setup`, or name another "
            "environment in LANDAU_RUNNER"
        ) from None
    major, minor = facts["version"]
    if (major, minor) < (3, 11):
        raise SandboxError(f"{python} is Python {major}.{minor}; submissions need 3.11 or newer")
    site = folder / "lib" / f"python{major}.{minor}" / "site-packages"
    stdlib = tuple(dict.fromkeys((facts["stdlib"], facts["platstdlib"])))
    path = tuple(entry for entry in facts["path"] if entry)
    return Runner(str(python), facts["prefix"], stdlib, path, str(site), facts["executable"])


def plan_root(
    runner: Runner, project: Path = PROJECT, tool: Tool | None = None, found: Found | None = None
) -> RootPlan:
    """The file system of every cell of `runner`. Nothing of `project` is in it. With `tool`, counted runs can start the
    interpreter anew under it; no other may. With `found`, it is for commands of that toolchain."""
    binds: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    for path in _LIBRARIES:
        if Path(path).is_symlink():
            links.append((str(Path(path).readlink()), path))
        elif Path(path).is_dir():
            binds.append((path, path))
    folders = [*_shared_libraries(), *runner.stdlib, *(found.folders if found is not None else ())]
    if runner.prefix not in ("/usr", "/"):
        folders += [str(Path(runner.prefix, name)) for name in ("lib", "lib64") if Path(runner.prefix, name).is_dir()]
    binds += [(folder, folder) for folder in _outermost(folders)]
    binds += [(path, path) for path in _PUBLIC_DATA if Path(path).exists()]
    if tool is not None:
        binds += [(path, path) for path in (tool.folder, runner.executable)]
    if found is not None:
        folders = [target for _, target in binds]
        binds += [(path, path) for path in dict.fromkeys(found.paths.values()) if not _within(path, folders)]
        links += [link for link in found.links if not _within(link[1], folders)]
    masks = [str(packages) for source, _ in binds for packages in _packages_in(Path(source))]
    masks += [str(project) for source, _ in binds if project.is_relative_to(source)]
    if Path(runner.site).is_dir():
        binds.append((runner.site, "/site"))
    binds.append((str(GUEST), "/guest"))
    return RootPlan(tuple(binds), tuple(links), tuple(dict.fromkeys(masks)))


def _shared_libraries() -> list[str]:
    """Debian keeps them apart from all else below /usr/lib; elsewhere they lie in it."""
    multiarch = [str(path) for path in sorted(Path("/usr/lib").glob("*-linux-gnu*")) if path.is_dir()]
    return multiarch or ["/usr/lib"]


def _outermost(folders: list[str]) -> list[str]:
    real = list(dict.fromkeys(folder for folder in folders if Path(folder).is_dir()))
    return [f for f in real if not any(f != other and Path(f).is_relative_to(other) for other in real)]


def _within(path: str, folders: list[str]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


def _packages_in(folder: Path) -> list[Path]:
    """Places of installed packages below a bound folder: the judge itself may be installed there."""
    found = []
    for pattern in ("*-packages", "python3*/*-packages"):
        found += [path for path in folder.glob(pattern) if path.name in ("site-packages", "dist-packages")]
    return sorted(found)
