"""What a request handler reaches: the practice and the bank of its app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import abort, current_app

from judge.practice import Practice
from judge.problem.bank import Bank, UnknownProblem
from judge.problem.model import Problem


@dataclass(frozen=True, slots=True)
class Door:
    practice: Practice
    bank: Bank


def practice() -> Practice:
    return cast(Door, current_app.extensions["landau"]).practice


def bank() -> Bank:
    return cast(Door, current_app.extensions["landau"]).bank


def problem_or_404(slug: str) -> Problem:
    try:
        return bank().get(slug)
    except UnknownProblem as error:
        abort(404, str(error))
