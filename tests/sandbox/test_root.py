"""The plan of a cell's file system."""

from __future__ import annotations

from pathlib import Path

from sandbox import runner_folder
from sandbox.native.root import PROJECT, Runner, find_runner, plan_root


def test_nothing_of_the_project_is_bound_but_the_guest() -> None:
    runner = find_runner(runner_folder())
    plan = plan_root(runner)
    ours = [source for source, _ in plan.binds if Path(source).is_relative_to(PROJECT)]
    assert set(ours) <= {str(PROJECT / "sandbox" / "guest"), runner.site}
    seen = [target for source, target in plan.binds if PROJECT.is_relative_to(source)]
    assert not seen or str(PROJECT) in plan.masks


def test_packages_of_the_base_python_are_hidden() -> None:
    runner = find_runner(runner_folder())
    plan = plan_root(runner)
    for _, target in plan.binds:
        if target in ("/site", "/guest"):
            continue
        for found in Path(target).glob("python3*/*-packages"):
            assert str(found) in plan.masks


def test_a_judge_installed_beside_the_libraries_is_hidden(tmp_path: Path) -> None:
    library = tmp_path / "lib"
    (library / "python3.11" / "site-packages").mkdir(parents=True)
    project = library / "landau"
    project.mkdir()
    runner = Runner("python", str(tmp_path), (str(library / "python3.11"),), (), str(tmp_path / "nothing"))
    plan = plan_root(runner, project)
    assert str(project) in plan.masks
    assert str(library / "python3.11" / "site-packages") in plan.masks
    assert (str(library), str(library)) in plan.binds
    assert not any(source == str(library / "python3.11") for source, _ in plan.binds)
