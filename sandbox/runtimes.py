"""The environments a program can ask for by name: what its zygote has imported before any submitted code exists."""

from __future__ import annotations

from dataclasses import dataclass

_STDLIB = (
    "abc array ast asyncio base64 bisect calendar cmath collections collections.abc contextlib copy csv ctypes dataclasses "
    "datetime decimal enum fractions functools hashlib heapq inspect io itertools json linecache math numbers operator os "
    "pathlib pprint queue random re statistics string struct sys textwrap threading time traceback types typing "
    "unicodedata uuid weakref zlib"
)


@dataclass(frozen=True, slots=True)
class Runtime:
    """A name, and the modules that its zygote imports; `required` ones must exist for the runtime to start."""

    name: str
    preload: tuple[str, ...]
    required: tuple[str, ...] = ()


RUNTIMES: dict[str, Runtime] = {
    runtime.name: runtime
    for runtime in (
        Runtime("python", tuple(_STDLIB.split())),
        Runtime(
            "python-data",
            (*_STDLIB.split(), "sqlite3", "numpy", "pandas", "duckdb"),
            required=("numpy", "pandas", "duckdb"),
        ),
    )
}
