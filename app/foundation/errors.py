"""One handler for every no, and one for every bug.

A refusal becomes a page or ``application/problem+json`` (RFC 9457). Whatever else is raised is a
bug: rolled back, logged with the request's reference, and shown as that reference and nothing more.
"""

import json
from typing import Any

import structlog
from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from app.foundation.guard import SignInRequired, View
from app.foundation.refusals import Refusal

log = structlog.get_logger()


def speaks_json(view: View) -> View:
    """Mark a view that is for programs: whatever it refuses is told as JSON, however it was asked."""
    view.speaks_json = True  # type: ignore[attr-defined]  # the mark travels with the function
    return view


def wants_json() -> bool:
    if getattr(current_app.view_functions.get(request.endpoint or ""), "speaks_json", False):
        return True
    best = request.accept_mimetypes.best_match(["text/html", "application/json"])
    return request.is_json or best == "application/json"


def problem(status: int, code: str, detail: str, **facts: Any) -> Response:
    """An RFC 9457 answer. ``detail`` is a sentence to show; ``code`` is for programs."""
    body = {"type": "about:blank", "title": code, "status": status, "code": code, "detail": detail}
    response = make_response(json.dumps(body | facts, ensure_ascii=False), status)
    response.content_type = "application/problem+json"
    return response


def _refused(refusal: Refusal) -> ResponseReturnValue:
    if wants_json():
        facts = {key: value for key, value in refusal.facts.items() if isinstance(value, int | str | list)}
        return problem(refusal.status, refusal.code, refusal.message, **facts)
    if isinstance(refusal, SignInRequired):
        return redirect(url_for("access.sign_in", next=_came_from()), 303)
    page = f"errors/{refusal.status}.html" if refusal.status in (403, 404) else "errors/refusal.html"
    return render_template(page, refusal=refusal), refusal.status


def _came_from() -> str | None:
    return request.full_path.rstrip("?") if request.method == "GET" and request.path != "/" else None


def _csrf(_error: CSRFError) -> ResponseReturnValue:
    sentence = _("Halaman ini sudah terlalu lama terbuka. Muat ulang, lalu coba lagi.")
    if wants_json():
        return problem(403, "csrf_expired", sentence)
    return render_template("errors/refusal.html", refusal={"message": sentence, "code": "csrf_expired"}), 403


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error
    if wants_json():
        return problem(status, f"http_{status}", error.name)
    page = {403: "403", 404: "404", 429: "429"}.get(status)
    if page:
        return render_template(f"errors/{page}.html"), status
    sentence = _("Permintaan ini tidak dapat dilayani.")
    return render_template(
        "errors/refusal.html", refusal={"message": sentence, "code": f"http_{status}"}
    ), status


def _bug(error: Exception) -> ResponseReturnValue:
    log.error("bug", exc_info=error)
    reference = g.get("request_reference", "-")
    if wants_json():
        sentence = _("Terjadi kesalahan pada sistem. Sebutkan nomor rujukan ini kepada petugas.")
        return problem(500, "bug", sentence, reference=reference)
    return render_template("errors/500.html", reference=reference), 500


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)
