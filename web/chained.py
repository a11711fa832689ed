"""What a session's pages say of the chain that it is a round of."""

from __future__ import annotations

from typing import Any

from flask import redirect, url_for
from werkzeug.wrappers import Response

from judge.chain import round_number
from judge.records import Session
from web.door import practice


def break_page() -> Response | None:
    """Where to go instead of a problem: in a break there is none to be seen."""
    on = practice().break_now()
    return redirect(url_for("pages.chain", chain_id=on[0].id)) if on else None


def of_chain(session: Session) -> dict[str, Any]:
    """`chain`, `round_number`, and `after`: where one goes when the session is finished."""
    if session.chain_id is None:
        return {"chain": None, "after": url_for("pages.scorecard_page", session_id=session.id)}
    chain = practice().chain(session.chain_id)
    after = url_for("pages.chain", chain_id=chain.id)
    return {"chain": chain, "round_number": round_number(chain, session), "after": after}
