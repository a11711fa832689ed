"""The image that containers are made of: its name, and the command that builds it."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = ("guest", "native", "docker")
REPOSITORY = "landau-sandbox"
BUILD = "make sandbox-image"


@cache
def content_hash() -> str:
    """Of the text that runs in a container: judge and container must be of one mind."""
    digest = hashlib.sha256()
    files = [*PACKAGE.glob("*.py"), *(path for name in FOLDERS for path in (PACKAGE / name).rglob("*.py"))]
    for path in sorted(files):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def image_name() -> str:
    """LANDAU_DOCKER_IMAGE, else our own of this very version."""
    return os.environ.get("LANDAU_DOCKER_IMAGE") or f"{REPOSITORY}:{content_hash()}"


if __name__ == "__main__":
    print(image_name())
