"""The pages, drawn on the server. What moves on them is in static/js."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from flask import Blueprint, Response, has_request_context, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from judge import clock as clocks
from judge.languages.host import missing_here
from judge.problem.model import Problem
from judge.problem.pasteable import as_code
from judge.problem.samples import SampleText
from judge.problem.spoken import default_language, languages_of, starter_in
from judge.records import Attempt, ClockMode, ProblemStatus, Session
from web import chained, markdown, plain, scorecard
from web.door import bank, practice, problem_or_404

pages = Blueprint("pages", __name__)
log = logging.getLogger(__name__)


@pages.app_context_processor
def everywhere() -> dict[str, Any]:
    if not has_request_context():  # a stream draws pieces after its request has been answered
        return {}
    theme = request.cookies.get("theme")
    return {"theme": theme if theme in ("light", "dark") else None, "now": clocks.utcnow(), "plain": plain}


@pages.get("/")
def index() -> str:
    found, loops = bank().all(), practice().loops()
    return render_template(
        "index.html",
        problems=found,
        faults=[*bank().faults(), *practice().loop_faults()],
        statuses=practice().statuses(),
        tags=sorted({tag for problem in found for tag in problem.spec.tags}),
        loops=loops,
        missing={name: practice().missing(loop) for name, loop in loops.items()},
        titles={problem.slug: problem.spec.title for problem in found},
        session=practice().open_session(),
        chain=practice().open_chain(),
        open_attempts=[a for problem in found if (a := practice().open_attempt(problem.slug)) and not a.session_id],
    )


@pages.get("/problems/<slug>")
def problem(slug: str) -> str | AnyResponse:
    found = problem_or_404(slug)
    if away := chained.break_page():
        return away
    attempt = practice().open_attempt(slug)
    if attempt is not None and attempt.session_id is not None:
        return redirect(url_for(".session_problem", session_id=attempt.session_id, slug=slug))
    return _problem_page(found, attempt, None)


@pages.get("/sessions/<int:session_id>/problems/<slug>")
def session_problem(session_id: int, slug: str) -> str | AnyResponse:
    if away := chained.break_page():
        return away
    session = practice().session(session_id)
    attempt = next((a for a in session.attempts if a.problem == slug), None)
    return _problem_page(problem_or_404(slug), attempt, session)


def _problem_page(problem: Problem, attempt: Attempt | None, session: Session | None) -> str:
    now = clocks.utcnow()
    status = practice().statuses().get(problem.slug, ProblemStatus.TODO)
    past = practice().submissions(problem.slug)
    hard = attempt is not None and attempt.clock.mode is ClockMode.HARD and not clocks.is_over(attempt.clock, now)
    if hard and attempt is not None:
        past = [submission for submission in past if submission.attempt_id == attempt.id]
    draft = practice().draft(attempt.id) if attempt else None
    languages = _languages(problem, attempt)
    shown = practice().hints_shown(attempt.id) if attempt else []
    return render_template(
        "problem.html",
        problem=problem,
        spec=problem.spec,
        statement=markdown.render(problem.statement),
        samples=_samples(problem),
        attempt=attempt,
        clock=plain.clock_json(attempt.clock, now) if attempt else None,
        draft=draft,
        languages=languages,
        own_language=default_language(problem.spec.interface).name,
        language=draft.language if draft and draft.language in languages else None,
        session=session,
        after=chained.of_chain(session)["after"] if session else None,
        titles=_titles(session),
        status=status,
        hard=hard,
        past=past,
        hints=[markdown.render(hint) for hint in shown],
        hints_total=len(problem.hints),
        latest=next((s for s in past if attempt and s.attempt_id == attempt.id), None),
    )


@pages.get("/submissions/<int:submission_id>")
def submission(submission_id: int) -> str:
    found = practice().submission(submission_id)
    titles = {problem.slug: problem.spec.title for problem in bank().all()}
    return render_template("submission.html", submission=found, title=titles.get(found.problem, found.problem))


@pages.get("/submissions/<int:submission_id>/report")
def report(submission_id: int) -> str:
    """The report alone, as a piece of page."""
    return render_template("fragments/past.html", submission=practice().submission(submission_id))


@pages.get("/sessions/<int:session_id>")
def session(session_id: int) -> str | AnyResponse:
    found = practice().session(session_id)
    now = clocks.utcnow()
    if clocks.is_over(found.clock, now):
        return redirect(url_for(".scorecard_page", session_id=session_id))
    return render_template(
        "cards.html" if found.talks else "session.html",
        session=found,
        clock=plain.clock_json(found.clock, now),
        problems={slug: bank().get(slug) for slug in _titles(found)},
        card=practice().scorecard(session_id),
        **chained.of_chain(found),
    )


@pages.get("/sessions/<int:session_id>/scorecard")
def scorecard_page(session_id: int) -> str:
    card = practice().scorecard(session_id)
    return render_template("scorecard.html", **scorecard.view(practice(), card))


@pages.get("/sessions/<int:session_id>/scorecard.html")
def scorecard_file(session_id: int) -> Response:
    card = practice().scorecard(session_id)
    name = f"scorecard-{card.session.loop.replace('/', '-')}-{_day(card.session.clock.started_at)}.html"
    return Response(
        scorecard.file(practice(), card),
        mimetype="text/html",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@pages.get("/history")
def history() -> str:
    found = practice().history()
    titles = {problem.slug: problem.spec.title for problem in bank().all()}
    return render_template(
        "history.html", submissions=found, titles=titles, sessions=practice().sessions(50), chains=practice().chains(50)
    )


def _languages(problem: Problem, attempt: Attempt | None) -> dict[str, dict[str, Any]]:
    """What the editor needs of each language that can solve it: its own starter and draft, or why it is not here."""
    drafts = practice().drafts(attempt.id) if attempt else {}
    return {
        language.name: {
            "title": language.title,
            "mode": language.editor,
            "starter": starter_in(problem, language),
            "draft": plain.draft_json(drafts.get(language.name)),
            "missing": missing_here(language),
        }
        for language in languages_of(problem.spec.interface)
    }


def _samples(problem: Problem) -> list[tuple[SampleText, str]] | None:
    """The samples as code, or None where this host cannot make them: the page is worth having without."""
    try:
        texts = practice().samples(problem.slug)
    except Exception:
        log.exception("the samples of %s", problem.slug)
        return None
    return [(text, as_code(problem.spec.interface, text.input, text.expected)) for text in texts]


def _titles(session: Session | None) -> dict[str, str]:
    if session is None:
        return {}
    return {attempt.problem: bank().get(attempt.problem).spec.title for attempt in session.attempts}


def _day(when: datetime) -> str:
    return f"{when:%Y%m%d-%H%M}"
