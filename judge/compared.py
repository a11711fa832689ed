"""With what a submission's growth is compared: one of its own language where there is one, else Python's reference."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import NamedTuple

from judge.growth import Budget
from judge.languages import Language
from judge.languages.build import Builder, BuildFault
from judge.problem.cases import REFERENCE, reference_program
from judge.problem.interface import SqlInterface
from judge.problem.model import Problem
from judge.problem.references import reference_for
from sandbox.api import Program

log = logging.getLogger(__name__)


class Compared(NamedTuple):
    reference: Program
    budget: Budget


def compared_with(problem: Problem, language: Language, program: Program, builder: Builder) -> Compared:
    """`program`: the submission's, in `language`. A reference that does not build here is as one that is not there."""
    if language.name == "python":
        # Both pay for the same runtime. Loading pandas under a counter takes longer than all that is timed here.
        budget = Budget(count_instructions=not problem.spec.has_frames)
        return Compared(replace(reference_program(problem), runtime=program.runtime), budget)
    found = reference_for(problem, language)
    if found is not None:
        spec = problem.spec
        made = None
        if found.language.cannot(spec.interface) is None:
            plan = found.language.plan(found.known.source, spec.interface, spec.runtime)
            try:
                made = builder.build(plan, owner=REFERENCE)
            except BuildFault as fault:
                log.error("%s %s: %s", problem.slug, found.known.name, fault)
        if made is not None and made.program is not None:
            if isinstance(spec.interface, SqlInterface):
                return Compared(made.program, Budget.of_queries(language.counts_steps))
            return Compared(made.program, Budget.of_language(language.warms_up, language.frees_at_once))
        log.warning("%s: %s does not build: %s", problem.slug, found.known.name, made.message if made else "")
    return Compared(reference_program(problem), Budget.between_languages(language.warms_up))
