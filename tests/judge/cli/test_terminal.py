from __future__ import annotations

from datetime import timedelta

import pytest

from judge.cli.terminal import ASCII, UNICODE, cpu_time, duration, marks_for, memory


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf-16"])
def test_marks_where_the_encoding_has_them(encoding: str) -> None:
    assert marks_for(encoding) is UNICODE


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "no such encoding", None])
def test_plain_marks_where_it_has_not(encoding: str | None) -> None:
    assert marks_for(encoding) is ASCII


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59.9, "0:59"), (723, "12:03"), (3723, "1:02:03"), (-192, "-3:12"), (-0.5, "0:00")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("ns", "text"), [(1_300_000, "1.3 ms"), (410_000_000, "410 ms"), (999_999_999, "1.00 s"), (2_560_000_000, "2.56 s")]
)
def test_cpu_times(ns: int, text: str) -> None:
    assert cpu_time(ns) == text


def test_memory() -> None:
    assert memory(512 * 1024) == "512 KB"
    assert memory(23 * 1024 * 1024) == "23 MB"
