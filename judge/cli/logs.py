"""Where warnings of the judge go while a person looks at the terminal: into a file, not between the lines."""

from __future__ import annotations

import logging
from pathlib import Path

from judge.home import Home


def log_file(home: Home) -> Path:
    return home.folder / "errors.log"


def log_to_file(home: Home) -> None:
    """All loggers of this process; nothing where the file cannot be written."""
    try:
        home.make()
        handler = logging.FileHandler(log_file(home), encoding="utf-8", delay=True)
    except Exception:
        logging.lastResort = None
        return
    handler.setFormatter(logging.Formatter("--- %(asctime)s %(name)s %(levelname)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
