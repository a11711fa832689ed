"""Judging's events as the page takes them: each with its id, its data, and the piece of page that it adds."""

from __future__ import annotations

from typing import Any

from flask import render_template

from judge.report import CaseFinished, Decided, Event, GrowthDecided


def payload(number: int, event: Event) -> dict[str, Any]:
    """``{"id", "type", "event", "html"}``; `html` is None for what only moves the progress line."""
    data = event.model_dump(mode="json", exclude_defaults=not isinstance(event, Decided))
    data["type"] = event.type
    return {"id": number, "type": event.type, "event": data, "html": _html(event)}


def _html(event: Event) -> str | None:
    if isinstance(event, CaseFinished):
        return render_template("fragments/case.html", case=event)
    if isinstance(event, GrowthDecided):
        return render_template("fragments/growth.html", growth=event.growth)
    if isinstance(event, Decided):
        return render_template("fragments/report.html", report=event.report)
    return None
