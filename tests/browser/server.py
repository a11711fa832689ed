"""The real thing on a free port and a home of its own: `judge serve`, page and worker."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

READY_WITHIN_S = 90


class Server:
    """Started and stopped as often as a test likes, always at the same address on the same home."""

    def __init__(self, home: Path) -> None:
        self.home = home
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        environment = {**os.environ, "LANDAU_HOME": str(self.home)}
        command = [sys.executable, "-m", "judge", "serve", "--port", str(self.port), "--json"]
        log = (self.home.parent / "serve.log").open("a")
        self._process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                assert json.loads(line)["url"].rstrip("/") == self.url
                return
        raise AssertionError(f"judge serve ended: {(self.home.parent / 'serve.log').read_text()[-2000:]}")

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(READY_WITHIN_S)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process = None
