"""The files of PyPy's driver: its own text, and the guest's codec and caller as its older Python can read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sandbox import guest

DRIVER = "driver.py"
_GUEST = Path(guest.__file__).parent
_SHARED = ("carried.py", "frames.py", "records.py", "wire.py", "entry.py")


@cache
def files() -> dict[str, bytes]:
    shared = {f"landau_guest/{name}": (_GUEST / name).read_bytes() for name in _SHARED}
    return {DRIVER: (Path(__file__).parent / "pypy" / "driver.py").read_bytes(), **shared}
