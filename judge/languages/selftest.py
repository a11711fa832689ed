"""Does a language work on this host? Its own small program, built and run in the sandbox."""

from __future__ import annotations

import time
from dataclasses import dataclass

from judge.languages.build import Builder, BuildFault
from judge.languages.host import missing_here
from judge.languages.language import Language
from judge.problem.task import entry_for
from sandbox.api import Sandbox, Status, Task
from sandbox.guest import wire

OWNER = "self-test"


@dataclass(frozen=True, slots=True)
class Tested:
    """`fault` is empty where it works. Times are wall times, of building and of one run."""

    language: Language
    fault: str = ""
    build_ns: int = 0
    run_ns: int = 0

    @property
    def works(self) -> bool:
        return not self.fault


def check_language(language: Language, sandbox: Sandbox, builder: Builder | None = None) -> Tested:
    """`builder`: one that keeps nothing where none is given, so that building is tested too. Never raises."""
    missing = missing_here(language)
    if missing:
        return Tested(language, missing)
    test = language.self_test
    started = time.monotonic_ns()
    try:
        plan = language.plan(test.source, test.interface, "python")
        built = (builder or Builder(sandbox, None)).build(plan, OWNER)
    except BuildFault as fault:
        return Tested(language, f"the sandbox failed: {fault}")
    build_ns = time.monotonic_ns() - started
    if built.program is None:
        return Tested(language, f"its program does not build: {built.message}", build_ns)
    started = time.monotonic_ns()
    execution = sandbox.run(Task(built.program, entry_for(test.interface, built.program.main), wire.encode(test.input)))
    run_ns = time.monotonic_ns() - started
    if execution.status is not Status.OK:
        said = execution.message.strip() or execution.stderr.decode("utf-8", "replace").strip()
        return Tested(language, f"its program ended with {execution.status}: {said[-500:]}", build_ns, run_ns)
    if execution.answer != wire.encode(test.answer):
        answer = wire.decode(execution.answer or b"N")
        return Tested(language, f"its program answered {answer!r:.200}, not {test.answer!r:.200}", build_ns, run_ns)
    return Tested(language, "", build_ns, run_ns)
