"""Who may ask, and what a page may do: Host and Origin checks against other sites' pages, and the headers.

There is no login in solo mode, so a page of another site must not be able to reach the app through the person's
browser: by a form (Origin, Sec-Fetch-Site), or by a name that it makes point to loopback (Host).
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Collection
from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, request

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


def register(app: Flask, hosts: Collection[str]) -> None:
    allowed = frozenset(host.lower() for host in hosts)

    @app.before_request
    def check() -> None:
        g.nonce = secrets.token_urlsafe(16)
        if not host_allowed(request.headers.get("Host", ""), allowed):
            abort(421, "This app answers only to the names it was started for.")
        if request.method not in SAFE_METHODS and not same_origin():
            abort(403, "Refused: the request came from another site.")

    @app.after_request
    def headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=g.get("nonce", "none")))
        return response

    app.jinja_env.globals["style_nonce"] = lambda: g.nonce


def host_allowed(header: str, allowed: Collection[str]) -> bool:
    """Is the Host header a loopback name or address, or one of `allowed`? The port does not matter."""
    try:
        name = urlsplit(f"//{header}").hostname
    except ValueError:
        return False
    if name is None:
        return False
    if name == "localhost" or name in allowed:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def same_origin() -> bool:
    """A browser says where a POST comes from in at least one of two headers; a program that sends neither carries
    nobody's cookies or rights."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("Host")
