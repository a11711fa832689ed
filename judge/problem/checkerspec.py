"""What makes an answer right, as problem.yaml says it; judge.checkers does it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from judge.problem.interface import Written


class ExactChecker(Written):
    """Equal type by type (True is not 1; 1 is not 1.0 unless `numbers` says so)."""

    kind: Literal["exact"]
    numbers: bool = False  # 1 == 1.0


class FloatChecker(Written):
    """Numbers within a tolerance, anywhere inside the answer; NaN equals NaN; the shape exact."""

    kind: Literal["float"]
    relative: float = Field(1e-9, ge=0)
    absolute: float = Field(0.0, ge=0)


class UnorderedChecker(Written):
    """A list as a multiset."""

    kind: Literal["unordered"]


class MappingChecker(Written):
    """A dict; its values by another checker."""

    kind: Literal["mapping"]
    values: Checker


class TupleChecker(Written):
    """A tuple (or, where one is expected, a list) of fixed length; each part by its own checker."""

    kind: Literal["tuple"]
    parts: list[Checker] = Field(min_length=1)


class TokensChecker(Written):
    """Text, by its white-space separated tokens; numbers within a tolerance where one is given."""

    kind: Literal["tokens"]
    relative: float | None = Field(None, ge=0)


class TableChecker(Written):
    """The result of a query: its columns by name (case does not count) and by the types of the interface's `result`,
    numbers of a DOUBLE column within a tolerance. `ordered`: the rows in the query's order, else as a multiset."""

    kind: Literal["table"]
    ordered: bool = False
    relative: float = Field(1e-9, ge=0)
    absolute: float = Field(1e-12, ge=0)


class FrameChecker(Written):
    """A data frame or a series: columns by name and order, floats within a tolerance, a missing value equal to another.
    `ordered`: the rows in the reference's order, else as a multiset. `index`: what is no column is nothing, or compared
    by its values. `dtypes`: a column holds the same kind (whole numbers, floats, text …), or has the same dtype."""

    kind: Literal["frame"]
    ordered: bool = False
    index: Literal["ignore", "compare"] = "ignore"
    dtypes: Literal["kind", "exact"] = "kind"
    any_column_order: bool = False
    relative: float = Field(1e-9, ge=0, lt=1)
    absolute: float = Field(1e-12, ge=0)


class CustomChecker(Written):
    """``check(input, expected, answer) -> None | str`` in the folder's checker.py, run in a cell of its own. One with a
    fourth parameter is also told what the run used: {"probes": int}."""

    kind: Literal["custom"]


Checker = Annotated[
    ExactChecker
    | FloatChecker
    | UnorderedChecker
    | MappingChecker
    | TupleChecker
    | TokensChecker
    | TableChecker
    | FrameChecker
    | CustomChecker,
    Field(discriminator="kind"),
]
