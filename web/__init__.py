"""The page and its API: a face over ``judge.practice``. Talks to judge, never to sandbox."""

from __future__ import annotations

from collections.abc import Collection

from flask import Flask

from judge.practice import Practice
from judge.problem.bank import Bank

MAX_BODY_BYTES = 1 << 20


def create_app(practice: Practice, bank: Bank, hosts: Collection[str] = ()) -> Flask:
    """The WSGI app. `hosts` are names beside the loopback ones that a request may address."""
    from web import api, assets, errors, pages, rounds, security, stream, words  # noqa: F401 - rounds adds to api, pages
    from web.door import Door

    app = Flask(__name__, static_folder="static", static_url_path="/static")
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions["landau"] = Door(practice, bank)
    words.register(app)
    assets.register(app)
    security.register(app, hosts)
    errors.register(app)
    app.register_blueprint(pages.pages)
    app.register_blueprint(api.api)
    app.register_blueprint(stream.stream)
    return app
