"""``judge languages``: what submissions may be written in here, with versions and flags, or how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from judge.cli.exitcodes import ExitCode
from judge.cli.terminal import console, cpu_time, json_option, marks, print_json

if TYPE_CHECKING:
    from judge.languages.host import OnHost
    from judge.languages.selftest import Tested


@dataclass(frozen=True, slots=True)
class Row:
    """A language on this host; `tested` where its self-test was run."""

    found: OnHost
    tested: Tested | None

    @property
    def fault(self) -> str:
        return self.found.missing or (self.tested.fault if self.tested else "")

    def document(self) -> dict[str, Any]:
        language = self.found.language
        said = {
            "name": language.name,
            "title": language.title,
            "suffixes": list(language.suffixes),
            "available": self.found.available,
            "version": self.found.version,
            "build_flags": list(language.build_flags),
            "run_flags": list(language.run_flags),
            "missing": self.found.missing,
        }
        if self.tested is None:
            return said
        times = {"build_ns": self.tested.build_ns, "run_ns": self.tested.run_ns}
        return {**said, "works": self.tested.works, "fault": self.tested.fault, **times}


@click.command()
@click.argument("names", nargs=-1)
@click.option("--test", "tests", is_flag=True, help="Build and run each one's self-test in the sandbox.")
@json_option
def command(names: tuple[str, ...], tests: bool, as_json: bool) -> int:
    """The languages that solutions may be written in: version here, flags, or how to install what is missing.

    With --test, ends with 1 if one that is installed does not work.

    \b
    judge languages
    judge languages --test
    judge languages cpp rust --test --json
    """
    from judge.languages import LANGUAGES, language_for
    from judge.languages.host import on_host_all

    chosen = [language_for(name) for name in names] or list(LANGUAGES)
    found = on_host_all(chosen)
    rows = [
        Row(one, result) for one, result in zip(found, test_all(found) if tests else [None] * len(found), strict=True)
    ]
    if as_json:
        print_json({"languages": [row.document() for row in rows]})
    else:
        say(rows)
    broken = any(row.tested is not None and row.found.available and not row.tested.works for row in rows)
    return ExitCode.WRONG if broken else ExitCode.ACCEPTED


def test_all(found: list[OnHost]) -> list[Tested]:
    from judge.languages.selftest import check_language
    from sandbox import open_sandbox

    with open_sandbox() as sandbox:
        return [check_language(one.language, sandbox) for one in found]


def say(rows: list[Row]) -> None:
    for row in rows:
        for number, line in enumerate(lines(row)):
            console().print(line, style="dim" if number else "", markup=False)


def lines(row: Row) -> Iterator[str]:
    """Name, files and version; then flags and times, or what is missing."""
    language = row.found.language
    mark = marks().bad if row.fault else marks().good
    yield f"{mark} {language.name:<11}{' '.join(language.suffixes):<15}{row.found.version}".rstrip()
    for label, flags in (("build", language.build_flags), ("run", language.run_flags)):
        if flags:
            yield f"    {label}: {' '.join(flags)}"
    if row.tested is not None and row.tested.works:
        yield f"    self-test: built in {cpu_time(row.tested.build_ns)}, ran in {cpu_time(row.tested.run_ns)}"
    if row.fault:
        yield f"    {row.fault}"
