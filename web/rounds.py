"""Pages and API of what is not a problem: cards to talk about, and chains of rounds with their breaks."""

from __future__ import annotations

from flask import Response, abort, jsonify, render_template

from judge import chain as chains
from judge import clock as clocks
from judge.records import Session
from web import body, plain
from web.api import api, same_moment
from web.chained import of_chain
from web.door import practice
from web.pages import pages


@pages.get("/sessions/<int:session_id>/cards/<int:number>")
def card(session_id: int, number: int) -> str:
    session = practice().session(session_id)
    talk = practice().talk(session_id, number)
    now = clocks.utcnow()
    return render_template(
        "talk.html",
        session=session,
        talk=talk,
        state=plain.talk_json(talk),
        over=clocks.is_over(session.clock, now),
        clock=plain.clock_json(session.clock, now),
        **of_chain(session),
    )


@pages.get("/chains/<int:chain_id>")
def chain(chain_id: int) -> str:
    found = practice().chain(chain_id)
    now = clocks.utcnow()
    pause = chains.break_at(found, now)
    return render_template(
        "chain.html",
        chain=found,
        cards=[practice().scorecard(session.id) for session in found.sessions],
        running=chains.running_round(found, now),
        pause=pause,
        is_over=chains.is_over(found, now),
        clock=plain.clock_json(chains.clock_of(found, pause), now) if pause else None,
        planned=[chains.planned_at(found, number) for number in range(1, len(found.rounds) + 1)],
    )


@api.post("/sessions/<int:session_id>/<any(pause, resume):act>")
def turn_session_clock(session_id: int, act: str) -> Response:
    turned = practice().pause_session(session_id) if act == "pause" else practice().resume_session(session_id)
    return jsonify(session=plain.session_json(turned, clocks.utcnow()))


@api.post("/sessions/<int:session_id>/cards/<int:number>/start")
def start_take(session_id: int, number: int) -> Response:
    return _talk(practice().start_take(session_id, number), number)


@api.post("/sessions/<int:session_id>/cards/<int:number>/stop")
def stop_take(session_id: int, number: int) -> Response:
    return _talk(practice().stop_take(session_id), number)


@api.get("/sessions/<int:session_id>/cards/<int:number>")
def talk(session_id: int, number: int) -> Response:
    return _talk(practice().session(session_id), number)


@api.post("/sessions/<int:session_id>/cards/<int:number>/note")
def save_note(session_id: int, number: int) -> Response:
    """Saves always; `other` is the note that was there meanwhile, as with a draft."""
    asked = body.read(body.SaveNote)
    before = practice().talk(session_id, number).note
    saved = practice().save_note(session_id, number, asked.source)
    crossed = before is not None and before.text != asked.source and not same_moment(asked.base, before.saved_at)
    return jsonify(saved_at=saved.saved_at.isoformat(), other=plain.note_json(before) if crossed else None)


@api.get("/sessions/<int:session_id>/cards/<int:number>/notes")
def notes(session_id: int, number: int) -> Response:
    practice().talk(session_id, number)
    return jsonify(notes=[plain.note_json(note) for note in practice().note_history(session_id, number)])


@api.get("/chains/<int:chain_id>")
def chain_state(chain_id: int) -> Response:
    return jsonify(chain=plain.chain_json(practice().chain(chain_id), clocks.utcnow()))


@api.post("/chains/<int:chain_id>/begin")
def begin_round(chain_id: int) -> Response:
    return jsonify(session=plain.session_json(practice().begin_round(chain_id), clocks.utcnow()))


@api.post("/chains/<int:chain_id>/finish")
def finish_chain(chain_id: int) -> Response:
    return jsonify(chain=plain.chain_json(practice().finish_chain(chain_id), clocks.utcnow()))


def _talk(session: Session, number: int) -> Response:
    if not 1 <= number <= len(session.talks):
        abort(404, f"There is no card {number}.")
    found = session.talks[number - 1]
    takes = render_template("fragments/takes.html", talk=found)
    clock = plain.clock_json(session.clock, clocks.utcnow())
    return jsonify(talk=plain.talk_json(found), takes=takes, clock=clock)
