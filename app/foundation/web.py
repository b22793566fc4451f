"""What every answer over HTTP carries: headers, a nonce, compression, CSRF, and fingerprinted files."""

import hashlib
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from flask import Flask, Response, g, request, session
from flask_compress import Compress
from flask_wtf.csrf import CSRFProtect
from werkzeug.routing import IntegerConverter, Map

csrf = CSRFProtect()
compress = Compress()


class DocumentNumber(IntegerConverter):
    """An ``<int:no>`` in a path: larger ones name nothing and no engine can hold them, so they are 404."""

    def __init__(self, url_map: Map, **kwargs: Any) -> None:
        super().__init__(url_map, **{"max": 2**31 - 1, **kwargs})


def static_version(folder: Path) -> str:
    """A fingerprint of all static files: it stands in their URL, so they may be cached for good."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:10]


def csp_nonce() -> str:
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def _policy() -> str:
    nonce = f"'nonce-{csp_nonce()}'"
    return (
        f"default-src 'none'; script-src 'self' {nonce}; style-src 'self' {nonce}; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'self'"
    )


def _within(response: Response) -> Response:
    """The router's own redirects name the host that the request claimed; the way within this site needs none."""
    to = urlsplit(response.location or "")
    if to.netloc and to.netloc == request.host:
        response.location = urlunsplit(("", "", "/" + to.path.lstrip("/"), to.query, to.fragment))
    return response


def _kept_for_good(response: Response) -> Response:
    """A file under its fingerprint is never asked for again, so nothing is said that serves only to ask again."""
    for name in ("ETag", "Last-Modified", "Accept-Ranges", "Content-Disposition"):
        response.headers.pop(name, None)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    session.accessed = False  # it is the same for everybody: signing in does not make a cached one stale
    return response


def _headers(response: Response) -> Response:
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    if request.is_secure:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint == "static":  # a page has fifty of these: what protects documents stays off them
        return _kept_for_good(response)
    headers["Content-Security-Policy"] = _policy()
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()"
    headers.setdefault("Cache-Control", "no-store")
    return response


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = DocumentNumber
    csrf.init_app(app)
    compress.init_app(app)
    app.after_request(_within)
    app.after_request(_headers)
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
