"""The rules of the house that hold for the whole repository."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300  # lines; most files stay under 200
# A file may be longer where splitting would hide its one idea; each says which.
ALLOWED = {
    "sandbox/guest/wire.py": 720,  # one format: writing and reading it, side by side
    "judge/growth/complexity.py": 440,  # one small language: reading, naming and ordering classes
}
# Labelled solutions, one after the other: data, though in Python. A file is a theme.
CORPUS, CORPUS_LONGEST = ("benchmarks/growth/tasks/", "benchmarks/growth/holdout/"), 700
GENERATED = ("web/static/dist/", "requirements/", "web/frontend/package-lock.json")
TEXT = {
    ".py",
    ".md",
    ".yaml",
    ".yml",
    ".toml",
    ".js",
    ".mjs",
    ".css",
    ".html",
    ".json",
    ".txt",
    ".in",
    ".lock",
    ".ini",
    "",
}
# Where a package comes from is the business of the machine that installs it.
REGISTRIES = re.compile(
    r"(?<![\w.])(pypi\.org|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org|registry-1\.docker\.io|"
    r"index-url[ =]+(https?|file):|find-links[ =]+\S)"
)
MACHINE_PATHS = re.compile(r"(?<![\w./-])(/work/|/root/|/home/[a-z]+/|/Users/[a-z]+/|/opt/(wheels|pypi))")


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode != 0:
        pytest.skip("this copy of the tree has no git history")
    paths = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def is_generated(name: str) -> bool:
    return name.startswith(GENERATED)


def texts() -> list[tuple[str, str]]:
    """Every tracked text: path below the root, and what it says."""
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in TEXT and not is_generated(name):
            found.append((name, path.read_text(encoding="utf-8")))
    return found


def test_no_file_is_too_long() -> None:
    code = [(name, text) for name, text in texts() if name.endswith((".py", ".js", ".mjs"))]

    def longest(name: str) -> int:
        return CORPUS_LONGEST if name.startswith(CORPUS) else ALLOWED.get(name, LONGEST)

    long = {name: n for name, text in code if (n := text.count("\n")) > longest(name)}
    assert not long, f"split these, or give them an allowance with its reason: {long}"


def test_allowances_are_used() -> None:
    """An allowance that is not needed any more goes."""
    lines = {name: text.count("\n") for name, text in texts()}
    assert [name for name in ALLOWED if lines.get(name, 0) <= LONGEST] == []


def places(pattern: re.Pattern[str], skip: tuple[str, ...] = ()) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in texts()
        if name not in skip
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_one_machine() -> None:
    assert places(MACHINE_PATHS, skip=("tests/test_house.py",)) == []


def test_no_registry_is_named() -> None:
    assert places(REGISTRIES, skip=("tests/test_house.py", ".gitignore")) == []


@pytest.mark.parametrize("name", ["requirements/app.lock", "requirements/dev.lock", "requirements/runner.lock"])
def test_locks_pin_every_package_with_hashes(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    assert not [line for line in lines if REGISTRIES.search(line)]
    packages = [line for line in lines if re.match(r"[a-z0-9]", line, re.IGNORECASE)]
    assert packages and all("==" in line and line.endswith("\\") for line in packages)


def test_submissions_see_no_package_of_the_judge() -> None:
    """The runner's lock has what is declared for submissions, and nothing that the judge itself is made of."""
    runner = (ROOT / "requirements/runner.lock").read_text().lower()
    assert not re.search(r"^(flask|sqlalchemy|pydantic|click|landau)\b", runner, re.MULTILINE)


def test_imports_run_web_judge_sandbox_and_never_back() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_guest_needs_only_the_standard_library() -> None:
    """It runs where no package of ours exists."""
    imported = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
    for path in (ROOT / "sandbox/guest").glob("*.py"):
        modules = set(imported.findall(path.read_text()))
        assert modules <= {*sys.stdlib_module_names, "landau_guest", "numpy", "pandas", "duckdb"}, path.name


def test_problems_import_nothing_of_the_judge() -> None:
    imported = re.compile(r"^\s*(?:from|import) (judge|sandbox|web)\b", re.MULTILINE)
    assert [str(path) for path in (ROOT / "problems").rglob("*.py") if imported.search(path.read_text())] == []


def test_nobody_is_sent_to_another_host() -> None:
    """Pages load nothing from elsewhere."""
    other = re.compile(r"""(?:src|href)=["']https?://""")
    assert places(other, skip=("tests/test_house.py",)) == []


def test_the_container_is_published_on_loopback_and_has_no_capability() -> None:
    service = YAML(typ="safe").load((ROOT / "compose.yaml").read_text())["services"]["landau"]
    assert service["ports"] == ["127.0.0.1:8000:8000"]
    assert service["cap_drop"] == ["ALL"] and "cap_add" not in service and "privileged" not in service
    assert "seccomp=deploy/seccomp.json" in service["security_opt"]


def test_the_containers_filter_lets_the_sandbox_be_made_and_the_host_be() -> None:
    profile = json.loads((ROOT / "deploy/seccomp.json").read_text())
    forbidden = {name for rule in profile["syscalls"] for name in rule["names"] if rule["action"] == "SCMP_ACT_ERRNO"}
    assert not forbidden & {"unshare", "clone", "clone3", "setns", "mount", "umount2", "pivot_root", "seccomp"}
    assert forbidden >= {"init_module", "kexec_load", "bpf", "ptrace", "keyctl", "reboot", "swapon", "settimeofday"}
