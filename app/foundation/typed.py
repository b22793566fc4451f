"""What no database can hold is refused before any view sees it: NUL, and halves of a letter.

PostgreSQL takes neither, SQLite takes both, and neither can be typed by a person.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from flask import Flask, abort, request

UNSTORABLE = re.compile("[\0\ud800-\udfff]")
# Without any of these in its bytes no JSON holds either: an escape, half a letter in UTF-8, another encoding.
MAY_HIDE_IT = re.compile(rb"\\u|\xed|\0")


def is_storable(text: str) -> bool:
    return UNSTORABLE.search(text) is None


def strings_in(value: Any) -> Iterator[str]:
    """Every string within parsed JSON, keys included."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            waiting += each


def _sent() -> Iterable[str]:
    yield request.path
    for fields in (request.args, request.form):
        yield from strings_in(fields.to_dict(flat=False))
    if request.is_json:
        body = request.get_json(silent=True)
        if MAY_HIDE_IT.search(request.get_data()):
            yield from strings_in(body)


def _check() -> None:
    try:
        storable = all(is_storable(text) for text in _sent())
    except RecursionError:  # JSON nested so deep that nobody meant it
        storable = False
    if not storable:
        abort(400)


def init_app(app: Flask) -> None:
    app.before_request(_check)
