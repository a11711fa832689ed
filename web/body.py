"""What a request's JSON body must hold; the first fault is answered with the field's name."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from flask import request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from judge.languages import UnknownLanguage, language_for
from judge.records import LONGEST_SOURCE, ClockMode
from web.errors import BadRequest


def _known(name: str) -> str:
    try:
        return language_for(name).name
    except UnknownLanguage as error:
        raise ValueError(str(error)) from None


Source = Annotated[str, StringConstraints(max_length=LONGEST_SOURCE)]
Language = Annotated[str, StringConstraints(max_length=100), AfterValidator(_known)]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class StartAttempt(Body):
    mode: ClockMode = ClockMode.COUNTDOWN
    minutes: float | None = Field(None, gt=0, le=24 * 60)


class SaveDraft(Body):
    source: Source
    language: Language | None = None  # the problem's own where none is said
    base: str | None = None  # saved_at of the draft that this text was written on


class SaveNote(Body):
    source: Source
    base: str | None = None  # saved_at of the note that this text was written on


class Submit(Body):
    source: Source
    language: Language | None = None
    mode: Literal["run", "submit"] = "submit"
    claim: str | None = Field(None, max_length=100)
    own_cases: list[Annotated[str, StringConstraints(max_length=100_000)]] = Field([], max_length=20)


class StartSession(Body):
    loop: str = Field(max_length=200)
    hard: bool = False


class Editorial(Body):
    give_up: bool = False


AnyBody = TypeVar("AnyBody", bound=Body)


def read(kind: type[AnyBody]) -> AnyBody:
    """The body as `kind`; raises BadRequest. The content type does not matter: a beacon cannot always choose it."""
    try:
        return kind.model_validate_json(request.get_data() or b"{}")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadRequest(first["msg"], where) from None
