"""What the till's page is made of: the scripts it loads, and the words they say.

Both are files that a browser keeps for good: their addresses carry a fingerprint of what is in them.
"""

import hashlib
import json
from functools import cache
from pathlib import Path

from flask import Blueprint, Flask, Response, make_response, url_for
from flask_babel import force_locale, get_locale

from app.foundation.guard import signed_in
from app.foundation.language import LANGUAGES
from app.foundation.refusals import NotFound
from app.sales.till.words import words

blueprint = Blueprint("till", __name__)
STATIC = Path(__file__).parents[2] / "static"
FOR_GOOD = "private, max-age=31536000, immutable"


@cache
def modules() -> tuple[str, ...]:
    """Every script of the till as a static file's name, so that the browser asks for all of them at once."""
    return tuple(path.relative_to(STATIC).as_posix() for path in sorted((STATIC / "till").rglob("*.js")))


@cache
def _script(language: str) -> tuple[str, str]:
    """The words as a script, and its fingerprint."""
    with force_locale(language):
        script = f"globalThis.tillWords = {json.dumps(words(), ensure_ascii=False)};\n"
    return script, hashlib.sha256(script.encode()).hexdigest()[:10]


def words_url() -> str:
    language = str(get_locale() or LANGUAGES[0])
    return url_for("till.words_script", language=language, fingerprint=_script(language)[1])


@blueprint.get("/till-words/<language>/<fingerprint>.js")
@signed_in
def words_script(language: str, fingerprint: str) -> Response:
    """The words in one language. Those of another version are answered too, but not to be kept."""
    if language not in LANGUAGES:
        raise NotFound()
    script, current = _script(language)
    response = make_response(script)
    response.content_type = "text/javascript; charset=utf-8"
    response.headers["Cache-Control"] = FOR_GOOD if fingerprint == current else "no-store"
    return response


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(till_modules=modules, till_words_url=words_url)
    app.register_blueprint(blueprint)
