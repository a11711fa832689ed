"""``judge doctor`` on recorded readings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sandbox.readings import Readings
from tests.judge.cli.conftest import Judge
from tests.sandbox.test_doctor import GOOD

NO_FILTER = replace(GOOD, seccomp="Invalid argument", huge_pages="always", toolchains={"go": "apt install golang-go"})


@pytest.mark.parametrize(("readings", "code"), [(GOOD, 0), (NO_FILTER, 7)])
def test_the_keys_that_programs_read(
    judge: Judge, monkeypatch: pytest.MonkeyPatch, readings: Readings, code: int
) -> None:
    monkeypatch.setattr("sandbox.readings.collect", lambda _runner: readings)
    said = judge("doctor", "--json")
    assert said.code == code
    assert set(said.json) == {"possible", "facts"} and said.json["possible"] is (code == 0)
    assert {frozenset(fact) for fact in said.json["facts"]} == {frozenset(("name", "level", "found", "means", "mend"))}
    names = [fact["name"] for fact in said.json["facts"]]
    assert len(set(names)) == len(names)


def test_each_fact_has_its_mark_meaning_and_mend(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.readings.collect", lambda _runner: NO_FILTER)
    lines = judge("doctor").out.splitlines()
    at = next(number for number, line in enumerate(lines) if "system-call filter: Invalid argument" in line)
    assert "means: submitted code could ask the kernel for anything" in lines[at + 1]
    assert "mend: a kernel with CONFIG_SECCOMP_FILTER" in lines[at + 2]
    assert len({line[0] for line in lines if not line.startswith(" ")}) == 4  # good, note, weak, missing
