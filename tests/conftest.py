"""For all tests: a home of their own, and a loud word on what could not be run here and why."""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault: no test is judged by a clock.
settings.register_profile("landau", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("landau")

IN_CI = os.environ.get("CI") == "true"


def need_tool(name: str, apt_package: str) -> str:
    """The path of a program that a test needs. Without it the test is skipped, and fails where CI could install it."""
    found = shutil.which(name)
    if found is not None:
        return found
    reason = f"{name} is not installed: sudo apt-get install {apt_package}"
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


# A shell's background job ignores Ctrl-C, and so would every program that a test starts and interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The clock of a busy machine is measured only where that is what is tested.
os.environ["LANDAU_CALIBRATION"] = "default"


@pytest.fixture(scope="session", autouse=True)
def _no_home_of_the_person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test ever reads or writes the home of whoever runs the tests."""
    before = os.environ.get("LANDAU_HOME")
    os.environ["LANDAU_HOME"] = str(tmp_path_factory.mktemp("home"))
    yield
    if before is None:
        del os.environ["LANDAU_HOME"]
    else:
        os.environ["LANDAU_HOME"] = before


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Every reason for which something was not run, with how many tests it cost."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[text.removeprefix("Skipped: ")] += 1
    if not reasons:
        return
    terminalreporter.section("NOT RUN on this machine", sep="=", yellow=True, bold=True)
    for reason, count in reasons.most_common():
        terminalreporter.line(f"{count:>4} x {reason}", yellow=True)


def pytest_report_header() -> str:
    user = "root" if os.geteuid() == 0 else f"user id {os.geteuid()}"
    group = "v2" if Path("/sys/fs/cgroup/cgroup.controllers").exists() else "v1 or none"
    return f"landau: as {user}, {len(os.sched_getaffinity(0))} cores, cgroup {group}, CI={os.environ.get('CI', '')}"
