"""The files of PyPy's driver: its own text, and the guest's codec and caller as its older Python can read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sandbox import guest

DRIVER = "driver.py"
_GUEST = Path(guest.__file__).parent
# Evaluated when the module is loaded, which only Python 3.10 can; it is for type checkers alone.
_TYPES_ALONE = b"Attachment = Stream | ProbeSequence\n"


@cache
def files() -> dict[str, bytes]:
    wire = (_GUEST / "wire.py").read_bytes()
    return {
        DRIVER: (Path(__file__).parent / "pypy" / "driver.py").read_bytes(),
        "landau_guest/wire.py": wire.replace(_TYPES_ALONE, b"\n"),
        "landau_guest/entry.py": (_GUEST / "entry.py").read_bytes(),
    }
