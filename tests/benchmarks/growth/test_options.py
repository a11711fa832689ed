"""Which run a command line means."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.growth.corpus import Corpus
from benchmarks.growth.options import open_run, parser
from benchmarks.growth.rundir import MANIFEST, BadRun, RunDir


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def opened(*words: str) -> RunDir:
    return open_run(parser().parse_args(words))


def test_an_unfinished_run_goes_on(cache: Path) -> None:
    first = opened("--repeat", "2")
    assert first.folder.is_relative_to(cache / "landau" / "growth")
    assert opened("--repeat", "2").folder == first.folder
    assert opened("--repeat", "2").manifest.seed == first.manifest.seed


def test_another_kind_of_run_is_another(tmp_path: Path) -> None:
    assert opened("--into", str(tmp_path / "a"), "--quick").manifest.quick
    assert opened("--into", str(tmp_path / "a")).manifest.quick  # as begun


def test_a_finished_run_is_left_alone(tmp_path: Path) -> None:
    first = opened("--only", "sums")
    renamed = first.folder.with_name("20000101-000000")
    first.folder.rename(renamed)
    assert opened("--only", "sums").folder == renamed
    RunDir.open(renamed, first.manifest).finish()
    assert opened("--only", "sums").folder != renamed


def test_quiet_and_loaded_by_default() -> None:
    manifest = opened().manifest
    assert manifest.phases[0] == 0 < manifest.phases[1]
    assert manifest.repeats == 3


def test_a_run_can_be_made_longer_and_nothing_else(tmp_path: Path) -> None:
    into = ("--into", str(tmp_path / "run"))
    seed = opened(*into, "--repeat", "2").manifest.seed
    longer = opened(*into, "--repeat", "5").manifest
    assert (longer.repeats, longer.seed) == (5, seed)
    assert opened(*into).manifest.repeats == 5
    with pytest.raises(BadRun, match="begun with repeats 5, not 3"):
        opened(*into, "--repeat", "3")
    with pytest.raises(BadRun, match="begun with only '', not 'sums'"):
        opened(*into, "--only", "sums")


def test_a_corpus_is_part_of_what_a_run_is(tmp_path: Path) -> None:
    into = ("--into", str(tmp_path / "run"))
    assert opened().manifest.corpus is Corpus.OWN
    assert opened("--corpus", "bank").folder != opened().folder
    assert opened(*into, "--corpus", "bank").manifest.corpus is Corpus.BANK
    assert opened(*into).manifest.corpus is Corpus.BANK
    with pytest.raises(BadRun, match="begun with corpus 'bank', not 'own'"):
        opened(*into, "--corpus", "own")


def test_a_run_of_before_there_were_corpora_goes_on(tmp_path: Path) -> None:
    folder = opened("--into", str(tmp_path / "run")).folder
    plain = json.loads((folder / MANIFEST).read_text())
    del plain["corpus"]
    (folder / MANIFEST).write_text(json.dumps(plain))
    assert opened("--into", str(folder)).manifest.corpus is Corpus.OWN


@pytest.mark.parametrize(
    "words", [("--busy", "2,2"), ("--busy", "-1"), ("--busy", "x"), ("--repeat", "0"), ("--corpus", "x")]
)
def test_nonsense_is_refused(words: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(words)
    assert words[0] in capsys.readouterr().err
