"""How a submission is called, as problem.yaml says it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]


class Written(BaseModel):
    """Base of what people write: unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def is_frame(type: str) -> bool:
    """Whether a type, as shown to people, is a data frame or a series."""
    return type.removeprefix("pd.") in ("DataFrame", "Series")


class Parameter(Written):
    name: Name
    type: str  # as shown to people, "list[float]"


class Method(Written):
    name: Name
    parameters: list[Parameter] = []
    returns: str = "None"


class FunctionInterface(Written):
    """Input: tuple of arguments. Answer: what the function returns.

    many_calls: an input is a list of such tuples, called in turn in one process; the answer is the list of what they
    returned. pure: in all but scale cases, arguments must stay as they are, and the global random generators where they
    stand. reproducible: those cases run twice, in two processes, and must be answered alike.
    """

    kind: Literal["function"]
    name: Name
    parameters: list[Parameter]
    returns: str
    many_calls: bool = False
    pure: bool = False
    reproducible: bool = False


class ClassInterface(Written):
    """Input: list of (method, args), the constructor first under the class's name. Answer: list of returned values."""

    kind: Literal["class"]
    name: Name
    constructor: list[Parameter] = []
    methods: list[Method] = Field(min_length=1)


class StdioInterface(Written):
    """Input: text on stdin (or a stream). Answer: text on stdout."""

    kind: Literal["stdio"]


Dialect = Literal["sqlite", "duckdb"]


class Column(Written):
    name: Name
    type: Literal["INTEGER", "DOUBLE", "TEXT", "DATE", "TIMESTAMP", "BOOLEAN"]


Columns = Annotated[list[Column], Field(min_length=1)]


def _apart(names: list[str], what: str) -> None:
    """SQL does not tell names apart by case."""
    folded = [name.lower() for name in names]
    twice = sorted({name for name in folded if folded.count(name) > 1})
    if twice:
        raise ValueError(f"{what} {', '.join(twice)} twice")


class Table(Written):
    name: Name
    columns: Columns

    @model_validator(mode="after")
    def _named_apart(self) -> Table:
        _apart([column.name for column in self.columns], f"table {self.name} has the column")
        return self


class SqlInterface(Written):
    """Input: a tuple with one list of row tuples a table, in this order; None is NULL, DATE and TIMESTAMP are
    datetime.date and datetime.datetime. Answer: (list of column names, list of row tuples), as the engine names and
    types them; in SQLite that is ISO text for dates and times, and 0 or 1 for BOOLEAN."""

    kind: Literal["sql"]
    dialects: list[Dialect] = Field(min_length=1)  # the first is what a starter and a new attempt are in
    tables: list[Table] = Field(min_length=1)
    result: Columns

    @model_validator(mode="after")
    def _named_apart(self) -> SqlInterface:
        _apart(list(self.dialects), "dialects has")
        _apart([table.name for table in self.tables], "tables has")
        _apart([column.name for column in self.result], "result has the column")
        return self


Interface = Annotated[FunctionInterface | ClassInterface | StdioInterface | SqlInterface, Field(discriminator="kind")]
