"""``python -m web`` as a process: where it listens, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from web.__main__ import listen

Process = subprocess.Popen[str]


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def start(home: Path, *arguments: str) -> Process:
    return subprocess.Popen(
        [sys.executable, "-m", "web", *arguments],
        env={**os.environ, "LANDAU_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_taken_port_is_passed_over(taken: int) -> None:
    with listen("127.0.0.1", taken) as listener:
        assert listener.getsockname()[1] > taken


def test_no_free_port_is_an_error(taken: int) -> None:
    with pytest.raises(OSError, match="no free port"):
        listen("127.0.0.1", taken, ports=1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_when_told(tmp_path: Path, taken: int, number: signal.Signals) -> None:
    process = start(tmp_path / "home", "--port", str(taken))
    assert process.stdout is not None and process.stderr is not None
    with process:
        assert process.stdout.readline().startswith(f"Port {taken} is taken; using ")
        address = process.stdout.readline().split()[-1]
        with urllib.request.urlopen(address) as answer:
            assert b"Problems" in answer.read()
        process.send_signal(number)
        assert process.wait(30) == 0
        assert "Traceback" not in process.stderr.read()


def test_with_exact_a_taken_port_is_said_and_nothing_starts(tmp_path: Path, taken: int) -> None:
    process = start(tmp_path / "home", "--port", str(taken), "--exact")
    _, error = process.communicate(timeout=60)
    assert process.returncode == 2 and "no free port" in error and "Traceback" not in error


def test_a_home_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    process = start(tmp_path / "file" / "home", "--port", "0")
    _, error = process.communicate(timeout=60)
    assert process.returncode == 2 and error.startswith("web: ") and "Traceback" not in error
