"""The browser's side without a browser: what is built is what the sources say, and the pure parts of the modules."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import need_tool
from web.assets import manifest

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "web" / "frontend"
DIST = ROOT / "web" / "static" / "dist"


def test_manifest_names_what_is_there() -> None:
    built = {path.name for path in DIST.iterdir()}
    assert built == {*manifest().values(), "manifest.json", "LICENSES.txt"}
    assert all(re.search(r"-[0-9A-Z]{8}\.js$", name) for name in manifest().values())


def test_every_package_inside_has_its_licence() -> None:
    licences = (DIST / "LICENSES.txt").read_text()
    for name in json.loads((FRONTEND / "package.json").read_text())["dependencies"]:
        assert re.search(rf"^{re.escape(name)} \d+\.\d+\.\d+ \(MIT\)$", licences, re.MULTILINE), name


def test_pins_are_exact_and_no_registry_is_named() -> None:
    package = json.loads((FRONTEND / "package.json").read_text())
    for version in [*package["dependencies"].values(), *package["devDependencies"].values()]:
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    lock = json.loads((FRONTEND / "package-lock.json").read_text())
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry
        assert not name or entry["integrity"].startswith("sha512-")


def test_what_is_committed_is_what_the_sources_build(tmp_path: Path) -> None:
    node = need_tool("node", "nodejs npm")
    if not (FRONTEND / "node_modules").is_dir():
        pytest.skip("the editor's packages are not here: npm ci --prefix web/frontend")
    subprocess.run([node, "build.mjs", str(tmp_path / "dist")], cwd=FRONTEND, check=True)
    for path in (tmp_path / "dist").iterdir():
        assert path.read_bytes() == (DIST / path.name).read_bytes(), path.name
    assert len(list((tmp_path / "dist").iterdir())) == len(list(DIST.iterdir()))


def test_the_pure_parts_of_the_modules() -> None:
    node = need_tool("node", "nodejs")
    tests = sorted(map(str, (Path(__file__).parent / "js").glob("*.test.mjs")))
    done = subprocess.run([node, "--test", *tests], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^# pass [1-9]", done.stdout, re.MULTILINE) or re.search(r"pass [1-9]", done.stdout)


@pytest.mark.parametrize("path", sorted((ROOT / "web/static/js").glob("*.js")), ids=lambda path: path.name)
def test_modules_import_only_what_exists(path: Path) -> None:
    """A misspelt import would break the whole page, and only there."""
    text = path.read_text()
    for names, source in re.findall(r"import \{([^}]+)\} from \"\./([\w.]+)\"", text):
        exported = (path.parent / source).read_text()
        for name in (each.strip() for each in names.split(",") if each.strip()):
            assert re.search(rf"export (async )?(function|const|class) {name}\b", exported), f"{source}: {name}"
