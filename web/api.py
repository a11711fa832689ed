"""The API: JSON in, JSON out. One function an act; what an act means is ``judge.practice``'s affair."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, jsonify, request

from judge.clock import utcnow
from judge.growth.complexity import parse_claim
from judge.problem.model import Problem
from judge.problem.spoken import UnusableLanguage, default_language, offered, usable_language
from judge.problem.text import InputError, parse_input
from judge.records import ClockMode, ProblemStatus
from web import body, markdown, plain
from web.door import bank, practice, problem_or_404
from web.errors import BadRequest

api = Blueprint("api", __name__, url_prefix="/api")


@api.get("/now")
def now() -> Response:
    return jsonify(now=utcnow().isoformat())


@api.get("/problems")
def problems() -> Response:
    statuses = practice().statuses()
    return jsonify(problems=[_problem_json(problem, statuses) for problem in bank().all()])


@api.get("/problems/<slug>/languages")
def languages(slug: str) -> Response:
    """In what the problem may be solved; the versions of what is installed, and how to get the rest."""
    found = offered(problem_or_404(slug).spec.interface)
    return jsonify(languages=[plain.language_json(each) for each in found])


@api.post("/problems/<slug>/attempts")
def start_attempt(slug: str) -> tuple[Response, int]:
    problem_or_404(slug)
    asked = body.read(body.StartAttempt)
    attempt = practice().start_attempt(slug, asked.mode, asked.minutes)
    return jsonify(attempt=plain.attempt_json(attempt, utcnow())), 201


@api.get("/attempts/<int:attempt_id>")
def attempt(attempt_id: int) -> Response:
    found = practice().attempt(attempt_id)
    return jsonify(
        attempt=plain.attempt_json(found, utcnow()),
        draft=plain.draft_json(practice().draft(attempt_id)),
        drafts={name: plain.draft_json(draft) for name, draft in practice().drafts(attempt_id).items()},
        submissions=[plain.submission_json(s) for s in practice().submissions(attempt_id=attempt_id)],
    )


@api.post("/attempts/<int:attempt_id>/<any(pause, resume, finish):act>")
def turn_clock(attempt_id: int, act: str) -> Response:
    acts = {"pause": practice().pause, "resume": practice().resume, "finish": practice().finish_attempt}
    acts[act](attempt_id)
    return jsonify(attempt=plain.attempt_json(practice().attempt(attempt_id), utcnow()))


@api.post("/attempts/<int:attempt_id>/draft")
def save_draft(attempt_id: int) -> Response:
    """Saves always; `other` is the draft that was there meanwhile, when it is not the one this text was written on.
    Each language has its own."""
    asked = body.read(body.SaveDraft)
    language = asked.language or _own_language(practice().attempt(attempt_id).problem)
    before = practice().draft(attempt_id, language)
    saved = practice().save_draft(attempt_id, asked.source, language)
    crossed = before is not None and before.source != asked.source and not same_moment(asked.base, before.saved_at)
    return jsonify(saved_at=saved.saved_at.isoformat(), other=plain.draft_json(before) if crossed else None)


@api.get("/attempts/<int:attempt_id>/drafts")
def drafts(attempt_id: int) -> Response:
    return jsonify(drafts=[plain.draft_json(draft) for draft in practice().draft_history(attempt_id)])


@api.post("/attempts/<int:attempt_id>/submissions")
def submit(attempt_id: int) -> tuple[Response, int]:
    asked = body.read(body.Submit)
    problem = problem_or_404(practice().attempt(attempt_id).problem)
    _check_claim(asked.claim)
    _check_own_cases(problem, asked.own_cases)
    language = asked.language or _own_language(problem.slug)
    _check_language(problem, language)
    made = practice().submit(
        attempt_id,
        asked.source,
        mode=asked.mode,
        language=language,
        claim=asked.claim,
        own_cases=tuple(asked.own_cases),
    )
    return jsonify(submission=plain.submission_json(made)), 201


@api.get("/submissions")
def submissions() -> Response:
    found = practice().submissions(request.args.get("problem"), request.args.get("attempt", type=int))
    return jsonify(submissions=[plain.submission_json(s) for s in found])


@api.get("/submissions/<int:submission_id>")
def submission(submission_id: int) -> Response:
    return jsonify(submission=plain.submission_json(practice().submission(submission_id), whole=True))


@api.post("/attempts/<int:attempt_id>/hints")
def show_hint(attempt_id: int) -> Response:
    total = len(problem_or_404(practice().attempt(attempt_id).problem).hints)
    return jsonify(hints=[markdown.render(hint) for hint in practice().show_hint(attempt_id)], total=total)


@api.post("/attempts/<int:attempt_id>/editorial")
def editorial(attempt_id: int) -> Response:
    """The editorial's HTML: after the problem was solved, or to who gives up; never under a running hard clock."""
    found = practice().attempt(attempt_id)
    problem = problem_or_404(found.problem)
    if found.clock.mode is ClockMode.HARD and not plain.clock_json(found.clock, utcnow())["over"]:
        raise BadRequest("The editorial opens when the interview is over.", status=403)
    solved = practice().statuses().get(problem.slug) is ProblemStatus.SOLVED
    if not solved and not body.read(body.Editorial).give_up:
        raise BadRequest("The editorial opens when the problem is solved, or when you give up.", status=403)
    return jsonify(html=markdown.render(problem.editorial))


@api.post("/sessions")
def start_session() -> tuple[Response, int]:
    asked = body.read(body.StartSession)
    session = practice().start_session(asked.loop, asked.hard)
    return jsonify(session=plain.session_json(session, utcnow())), 201


@api.get("/sessions/<int:session_id>")
def session(session_id: int) -> Response:
    return jsonify(session=plain.session_json(practice().session(session_id), utcnow()))


@api.post("/sessions/<int:session_id>/finish")
def finish_session(session_id: int) -> Response:
    practice().finish_session(session_id)
    return jsonify(session=plain.session_json(practice().session(session_id), utcnow()))


@api.get("/sessions/<int:session_id>/scorecard")
def scorecard(session_id: int) -> Response:
    return jsonify(scorecard=plain.scorecard_json(practice().scorecard(session_id), utcnow()))


def _problem_json(problem: Problem, statuses: dict[str, ProblemStatus]) -> dict[str, Any]:
    return {
        "slug": problem.slug,
        "title": problem.spec.title,
        "difficulty": problem.spec.difficulty,
        "minutes": problem.spec.clock_minutes,
        "tags": problem.spec.tags,
        "status": statuses.get(problem.slug, ProblemStatus.TODO).value,
    }


def _check_claim(claim: str | None) -> None:
    if claim is None:
        return
    try:
        parse_claim(claim)
    except ValueError as error:
        raise BadRequest(str(error), "claim") from None


def _own_language(slug: str) -> str:
    return default_language(problem_or_404(slug).spec.interface).name


def _check_language(problem: Problem, name: str) -> None:
    try:
        usable_language(problem.spec.interface, name)
    except UnusableLanguage as error:
        raise BadRequest(str(error), "language") from None


def _check_own_cases(problem: Problem, cases: list[str]) -> None:
    for number, text in enumerate(cases, 1):
        try:
            parse_input(problem.spec.interface, text)
        except InputError as error:
            raise BadRequest(f"Case {number}: {error}", f"own_cases.{number - 1}") from None


def same_moment(base: str | None, saved_at: datetime) -> bool:
    return base is not None and base == saved_at.isoformat()
