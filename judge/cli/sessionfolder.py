"""Where the problems of a session lie, so that commands need no arguments:

amazon-ds-r7/
  .landau-session.json    which session it is; of a chain, which chain
  1-rolling-average/      a problem's folder, see judge.cli.workspace

full-day/
  1-amazon-ds-r3/         a session's folder a round, made when the round begins
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from judge.chain import round_number
from judge.cli.app import App
from judge.cli.describe import markdown
from judge.cli.errors import CliError
from judge.cli.workspace import Workspace, find_workspace, lay_out
from judge.problem.spoken import default_language
from judge.records import Attempt, Chain, Session

MARKER = ".landau-session.json"


def free_target(folder: Path | None, loop: str) -> Path:
    """The named folder, else one called as the loop; it must be empty."""
    target = (folder or Path.cwd() / loop.replace("/", "-")).resolve()
    if target.exists() and any(target.iterdir()):
        raise CliError(f"{target} exists and is not empty; name another with --folder")
    return target


def mark_chain(chain: Chain, target: Path) -> None:
    _mark(target, {"chain": chain.id})


def lay_out_session(app: App, session: Session, target: Path) -> None:
    """One problem's folder an attempt. What a person may have written stays."""
    _mark(target, {"session": session.id})
    for number, attempt in enumerate(session.attempts, 1):
        problem, samples = app.bank.get(attempt.problem), app.practice.samples(attempt.problem)
        spoken = default_language(problem.spec.interface).name
        workspace = Workspace(target / f"{number}-{attempt.problem}", attempt.problem, attempt.id, spoken)
        lay_out(workspace, markdown(problem, samples), problem.starter, samples, fresh=False)


def round_folder(chain: Chain, session: Session, folder: Path | None) -> Path:
    """Where a round of a chain lies, or is to lie: in the chain's folder, which we stand in or beside."""
    beside = Path.cwd() / chain.loop.replace("/", "-")
    tops = (top for top in (*_upwards(), beside) if _marked(top).get("chain") == chain.id)
    top = folder or next(tops, None)
    if top is None:
        raise CliError(f"the folder of {chain.title} is not here; go there, or name it with --folder")
    return top.resolve() / f"{round_number(chain, session)}-{session.loop.replace('/', '-')}"


def folder_of(attempt: Attempt) -> Path | None:
    """Where its folder is: beside us or below us, in a chain also in another round's."""
    above = [folder for folder in _upwards() if (folder / MARKER).exists()]
    rounds = [each for top in above for each in sorted(top.iterdir()) if (each / MARKER).exists()]
    for folder in (each for top in (*above, *rounds) for each in sorted(top.iterdir()) if each.is_dir()):
        found = find_workspace(folder)
        if found is not None and found.attempt_id == attempt.id:
            return folder
    return None


def _upwards() -> Iterator[Path]:
    here = Path.cwd().resolve()
    yield from (here, *here.parents)


def _marked(folder: Path) -> dict[str, int]:
    try:
        found = json.loads((folder / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _mark(target: Path, what: dict[str, int]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    (target / MARKER).write_text(json.dumps(what) + "\n", encoding="utf-8")
