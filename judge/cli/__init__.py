"""The terminal's face of Landau: ``judge COMMAND``. One file a command; `root.py` finds them."""

from __future__ import annotations

import sys


def main() -> None:
    from judge.cli.root import run

    sys.exit(run(sys.argv[1:]))
