"""Names and lifetimes of static files: built ones carry a hash and last for ever, the others are revalidated."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from flask import Flask, Response, request, url_for

DIST = Path(__file__).parent / "static" / "dist"


@cache
def manifest() -> dict[str, str]:
    return dict(json.loads((DIST / "manifest.json").read_text()))


def built(name: str) -> str:
    """The address of a built file: ``built("editor.js")``."""
    return url_for("static", filename=f"dist/{manifest()[name]}")


def register(app: Flask) -> None:
    app.jinja_env.globals["built"] = built

    @app.after_request
    def lifetime(response: Response) -> Response:
        if request.path.startswith("/static/dist/"):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        else:
            response.headers.setdefault("Cache-Control", "no-cache")
        return response
