"""Values kept on disk by what they were made of. Losing any of it costs only time, so no fault of it stops anything."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

from sandbox.guest import wire

log = logging.getLogger(__name__)

DIGEST_BYTES = 32
LARGEST_BYTES = 4 << 30  # of all files together; the least lately used go first
TRIM_EVERY_BYTES = 256 << 20


def digest(*parts: bytes | str | int) -> str:
    """One name for a sequence of parts; no two sequences share one."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode()
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.hexdigest()


class Cache:
    """A folder of files, each a digest of its content and a message of the wire. Safe for many processes at once: a
    file appears whole or not at all, and one that is not whole is a miss."""

    def __init__(self, folder: Path, largest_bytes: int = LARGEST_BYTES) -> None:
        self.folder = folder
        self.largest_bytes = largest_bytes
        self._untrimmed = TRIM_EVERY_BYTES  # so that the first write trims

    def get(self, key: str) -> Any:
        """The value, or None."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data[DIGEST_BYTES:]).digest() != data[:DIGEST_BYTES]:
            log.warning("%s is damaged and will be made anew", path)
            return None
        try:
            value = wire.decode(memoryview(data)[DIGEST_BYTES:])
        except wire.WireError:
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return value

    def put(self, key: str, value: Any) -> None:
        path = self._path(key)
        data = wire.encode(value)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, aside = tempfile.mkstemp(dir=path.parent, prefix="new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest())
                    file.write(data)
                Path(aside).replace(path)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(aside).unlink()
                raise
        except OSError as error:
            log.warning("nothing is cached in %s: %s", self.folder, error.strerror or error)
            return
        self._untrimmed += len(data)
        if self._untrimmed >= TRIM_EVERY_BYTES:
            self._untrimmed = 0
            self._trim()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _trim(self) -> None:
        files: list[tuple[float, int, Path]] = []
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(OSError):
                state = path.stat()
                files.append((state.st_mtime, state.st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self.largest_bytes:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                total -= size
