"""Errors as people and programs see them: a page, or ``{"error": {"message", "where"}}`` below /api."""

from __future__ import annotations

import logging

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from judge.practice import Conflict, NotFound, PracticeError, TimeUp
from judge.problem.faults import ProblemError

log = logging.getLogger(__name__)


class BadRequest(Exception):
    """What was sent cannot be used. `where` names the field, and its line where there is one."""

    def __init__(self, message: str, where: str = "", status: int = 400) -> None:
        super().__init__(message)
        self.where = where
        self.status = status


def answer(status: int, message: str, where: str = "") -> tuple[Response | str, int]:
    if request.path.startswith("/api/"):
        return jsonify(error={"message": message, "where": where}), status
    return render_template("error.html", status=status, message=message), status


def register(app: Flask) -> None:
    @app.errorhandler(BadRequest)
    def bad_request(error: BadRequest) -> tuple[Response | str, int]:
        return answer(error.status, str(error), error.where)

    @app.errorhandler(PracticeError)
    def practice_error(error: PracticeError) -> tuple[Response | str, int]:
        status = {NotFound: 404, TimeUp: 410, Conflict: 409}.get(type(error), 400)
        return answer(status, str(error))

    @app.errorhandler(ProblemError)
    def problem_error(error: ProblemError) -> tuple[Response | str, int]:
        return answer(500, f"This problem's folder has faults.\n{error}")

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> tuple[Response | str, int]:
        return answer(error.code or 500, error.description or error.name)

    @app.errorhandler(Exception)
    def fault(error: Exception) -> tuple[Response | str, int]:
        log.exception("%s %s", request.method, request.path)
        return answer(500, "Landau failed here; the log has the details. Nothing that was saved is lost.")
