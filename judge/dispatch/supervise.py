"""Keep a child (the worker, the page) running: started anew when it fails, ended when this process ends."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)

MODULE = "judge.dispatch.worker"
FIRST_REST_S = 0.5
LONGEST_REST_S = 30.0
HEALTHY_S = 10.0  # a worker that lived so long starts again without a rest
GRACE_S = 8.0


class Supervisor:
    """``with Supervisor(): serve()``. The worker has the environment of this process."""

    def __init__(self, command: list[str] | None = None) -> None:
        """command: what to run in place of the worker; it is told ``--parent PID``."""
        self.endings = 0  # how often it ended by itself
        self._command = command or [sys.executable, "-P", "-m", MODULE]
        # For the log: the module, where one is run.
        self._name = self._command[self._command.index("-m") + 1] if "-m" in self._command else self._command[0]
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        # It starts the worker itself and lives as long as this process: the kernel's signal to the orphan is bound to
        # the thread that started it, not to the process.
        self._thread = threading.Thread(target=self._run, name="worker-supervisor", daemon=True)

    @property
    def pid(self) -> int | None:
        """Of the worker that runs now."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the worker; returns when it is gone."""
        with self._lock:
            self._stopping.set()
            process = self._process
        if process is not None:
            process.terminate()
            try:
                process.wait(GRACE_S)
            except subprocess.TimeoutExpired:
                process.kill()
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        rest_s = FIRST_REST_S
        while not self._stopping.is_set():
            began = time.monotonic()
            code = self._run_once()
            if self._stopping.is_set():
                return
            if time.monotonic() - began >= HEALTHY_S:
                rest_s = FIRST_REST_S
            self.endings += 1
            log.error("%s ended (%s); starting it again in %.1f s", self._name, _ending(code), rest_s)
            self._stopping.wait(rest_s)
            rest_s = min(2 * rest_s, LONGEST_REST_S)

    def _run_once(self) -> int | None:
        """Its exit code; None where it could not be started or was not to be."""
        with self._lock:
            if self._stopping.is_set():
                return None
            try:
                self._process = self._spawn()
            except OSError as error:
                log.error("cannot start %s: %s", self._name, error)
                return None
        with self._process as process:
            return process.wait()

    def _spawn(self) -> subprocess.Popen[bytes]:
        code = str(Path(__file__).resolve().parents[2])
        paths = [code, *filter(None, [os.environ.get("PYTHONPATH")])]
        return subprocess.Popen(
            [*self._command, "--parent", str(os.getpid())],
            stdin=subprocess.PIPE,  # held open, never written: its end tells the worker that we are gone
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,  # Ctrl-C is for us: we end the worker, in order
        )


def _ending(code: int | None) -> str:
    if code is None:
        return "not started"
    return f"signal {-code}" if code < 0 else f"exit code {code}"
