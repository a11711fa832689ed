"""A PostgreSQL server of our own for a test run: in a temporary folder, on a Unix socket, nobody else's."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import need_tool
from tests.judge.dispatch.kit import wait_for

NOBODY = 65534


def find_program(name: str) -> str:
    """Debian keeps them out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else need_tool(name, "postgresql")


@contextmanager
def server() -> Iterator[Path]:
    """Yields the folder of its socket; user and database ``postgres`` need no password there."""
    initdb, postgres = find_program("initdb"), find_program("postgres")
    root = os.geteuid() == 0  # which PostgreSQL refuses to run as
    folder = Path(tempfile.mkdtemp(prefix="landau-pg-"))
    if root:
        os.chown(folder, NOBODY, NOBODY)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
    data = folder / "data"
    try:
        command = [initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, **user)
        options = ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=300"]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen([postgres, *options], cwd=folder, stdout=log, stderr=log, **user)
        try:
            wait_for(lambda: "ready to accept connections" in (folder / "log").read_text())
            yield folder
        finally:
            process.terminate()
            process.wait()
    finally:
        shutil.rmtree(folder)
