"""A bounded stretch of the coverage-guided fuzzer; `make fuzz` runs it for longer."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import IN_CI

RUNS = 20_000
PLACE = Path(__file__).parents[3]


def need_atheris() -> None:
    if importlib.util.find_spec("atheris") is not None:
        return
    if IN_CI and sys.version_info < (3, 13) and os.uname().machine == "x86_64":
        pytest.fail("atheris is not installed: make dev-setup", pytrace=False)
    pytest.skip("atheris is not installed (it has no wheel for Python 3.13 and newer, nor beyond Linux on x86_64)")


def fuzz(corpus: Path, *options: str, source: str = "") -> subprocess.CompletedProcess[str]:
    module = "tests.sandbox.fuzz.atheris_wire"
    start = f"import sys; from {module} import *; {source or 'pass'}; main()" if source else ""
    command = [sys.executable, "-c", start] if source else [sys.executable, "-m", module]
    # As a shell's child: a program inherits the peak memory of the process that it replaces, and after other tests that
    # may be beyond the fuzzer's limit.
    shell = ["/bin/sh", "-c", '"$@"; exit $?', "sh"]
    return subprocess.run(
        [*shell, *command, str(corpus), *options], cwd=PLACE, capture_output=True, text=True, check=False
    )


def test_the_fuzzer_finds_nothing_in_so_many_runs(tmp_path: Path) -> None:
    need_atheris()
    done = fuzz(tmp_path / "corpus", f"-runs={RUNS}")
    assert done.returncode == 0, done.stderr[-4000:]
    assert f"Done {RUNS} runs" in done.stderr
    assert not list(tmp_path.glob("corpus-found-*"))


def test_the_fuzzer_would_find_a_reader_that_raises(tmp_path: Path) -> None:
    need_atheris()
    broken = "wire._BY_CODE[ord('k')] = lambda reader, depth: {}[0]"
    done = fuzz(tmp_path / "corpus", f"-runs={RUNS}", source=broken)
    assert done.returncode != 0 and "KeyError" in done.stdout + done.stderr
    assert list(tmp_path.glob("corpus-found-crash-*"))
