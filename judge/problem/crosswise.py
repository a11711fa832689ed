"""Faults between keys of problem.yaml, each of which is well formed alone. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from judge.growth.complexity import parse_class
from judge.problem.checkerspec import CustomChecker, MappingChecker, TupleChecker
from judge.problem.interface import ClassInterface, FunctionInterface
from judge.problem.model import ProblemSpec
from judge.problem.written import Step


def crosswise(spec: ProblemSpec) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Each with the path of the key that it is told at."""
    families = [family.name for family in spec.growth.families]
    for at, family in enumerate(spec.growth.families):
        if family.name in families[:at]:
            yield ("growth", "families", at, "name"), f"{family.name!r} is there twice"
        for resource, needed in (("memory", "space"), ("probes", "probes")):
            if resource in family.measures and getattr(spec.growth, needed) is None:
                yield (
                    ("growth", "families", at, "measures"),
                    f"{resource} is measured, so growth.{needed} must be given",
                )
    for tier in ("adversarial", "scale"):
        for at, draw in enumerate(getattr(spec.draws, tier)):
            if draw.family not in families:
                yield (
                    ("draws", tier, at, "family"),
                    f"growth.families has no {draw.family!r}, only {', '.join(families)}",
                )
    for key in ("time", "space", "probes"):
        text = getattr(spec.growth, key)
        if text is not None:
            try:
                parse_class(text)
            except ValueError as error:
                yield ("growth", key), str(error)
    yield from _twice(spec)
    inner = list(_parts(spec.checker))[1:]
    if any(isinstance(part, CustomChecker) for part in inner):
        yield ("checker",), "a custom checker checks the whole answer; it cannot be a part of another"


def _parts(checker: object) -> Iterator[object]:
    yield checker
    if isinstance(checker, MappingChecker):
        yield from _parts(checker.values)
    elif isinstance(checker, TupleChecker):
        for part in checker.parts:
            yield from _parts(part)


def _twice(spec: ProblemSpec) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Names given twice in the interface."""
    interface = spec.interface
    lists: list[tuple[tuple[Step, ...], list[str]]] = []
    if isinstance(interface, FunctionInterface):
        lists.append((("interface", "parameters"), [one.name for one in interface.parameters]))
    elif isinstance(interface, ClassInterface):
        lists.append((("interface", "constructor"), [one.name for one in interface.constructor]))
        lists.append((("interface", "methods"), [one.name for one in interface.methods]))
        for at, method in enumerate(interface.methods):
            lists.append((("interface", "methods", at, "parameters"), [one.name for one in method.parameters]))
    for path, names in lists:
        for at, name in enumerate(names):
            if name in names[:at]:
                yield (*path, at, "name"), f"{name!r} is there twice"
