"""The environments a program can ask for by name: what its zygote has imported before any submitted code exists."""

from __future__ import annotations

from dataclasses import dataclass

_STDLIB_NAMES = """
    abc array ast asyncio base64 bisect calendar cmath collections collections.abc contextlib copy csv ctypes
    dataclasses datetime decimal enum fractions functools hashlib heapq inspect io itertools json linecache math numbers
    operator os pathlib pprint queue random re statistics string struct sys textwrap threading time traceback types
    typing unicodedata uuid weakref zlib
"""
_STDLIB = tuple(_STDLIB_NAMES.split())


@dataclass(frozen=True, slots=True)
class Runtime:
    """A name, and the modules that its zygote imports; `required` ones must exist for the runtime to start."""

    name: str
    preload: tuple[str, ...]
    required: tuple[str, ...] = ()


LAUNCHER = "launcher"  # nothing but the guest: for cells that run a command

RUNTIMES: dict[str, Runtime] = {
    runtime.name: runtime
    for runtime in (
        Runtime(LAUNCHER, ()),
        Runtime("python", _STDLIB),
        Runtime(
            "python-data",
            (*_STDLIB, "sqlite3", "numpy", "pandas", "duckdb"),
            required=("numpy", "pandas", "duckdb"),
        ),
    )
}
