"""YAML that people write, checked against a model; every fault with its line and key."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from judge.problem.faults import Fault

Model = TypeVar("Model", bound=BaseModel)
Step = str | int

# pydantic's words where they would puzzle someone who writes YAML.
MESSAGES = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_type": "must be text; put it in quotes",
    "model_type": "must be a mapping (key: value)",
    "model_attributes_type": "must be a mapping (key: value)",
    "dict_type": "must be a mapping (key: value)",
    "list_type": "must be a list",
}
NAME_WANTED = "must be a name: letters, digits and _, not beginning with a digit"


class Lines:
    """Where each key of a YAML text stands."""

    def __init__(self, root: Node | None) -> None:
        self.root = root

    def find(self, path: tuple[Step, ...]) -> tuple[int | None, str]:
        """The line (from 1) and the dotted key of a path. Steps that the text does not have (a model's own, such as
        the tag of a union) are left out; what is missing has its parent's line."""
        node, line, known = self.root, None, []
        if node is not None:
            line = node.start_mark.line + 1
        for at, step in enumerate(path):
            key_node, child = _child(node, step)
            if child is not None:
                node = child
                line = (key_node or child).start_mark.line + 1
                known.append(step)
            elif at == len(path) - 1:
                known.append(step)
        return line, dotted(known)


def _child(node: Node | None, step: Step) -> tuple[Node | None, Node | None]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == str(step):
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def dotted(path: list[Step]) -> str:
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_yaml(path: Path, text: str, model: type[Model]) -> tuple[Model | None, Lines, list[Fault]]:
    """The text as a `model`, or None and what is wrong with it."""
    try:
        data: Any = YAML(typ="safe", pure=True).load(text)
        lines = Lines(YAML(typ="safe", pure=True).compose(text))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(part for part in (error.context, error.problem) if part)
        return None, Lines(None), [Fault(path, f"not YAML: {words}", mark.line + 1 if mark else None)]
    except (YAMLError, ValueError, RecursionError) as error:
        words = (str(error).splitlines() or [type(error).__name__])[0]
        return None, Lines(None), [Fault(path, f"not YAML: {words}")]
    if data is None:
        return None, lines, [Fault(path, "is empty")]
    try:
        return model.model_validate(data), lines, []
    except ValidationError as error:
        return None, lines, [_fault(path, lines, detail) for detail in error.errors(include_url=False)]


def _fault(path: Path, lines: Lines, detail: Any) -> Fault:
    where = tuple(detail["loc"])
    message = MESSAGES.get(detail["type"]) or detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "union_tag_not_found":
        where = (*where, "kind")
        message = "is missing"
    elif detail["type"] == "union_tag_invalid":
        where = (*where, "kind")
        message = f"is {detail['ctx']['tag']!r}; expected one of {detail['ctx']['expected_tags']}"
    elif detail["type"] == "string_pattern_mismatch":
        message = "must be small letters, digits and hyphens" if where[-1] == "slug" else NAME_WANTED
    line, key = lines.find(where)
    return Fault(path, message, line, key)
