"""The act log: everything that changed in a gerai, who did it and when."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.books import queries as books
from app.books.acts import CONFLICT
from app.foundation.guard import permitted
from app.gerai import queries
from app.gerai.facts import GeraiFacts
from app.gerai.hooks import openings
from app.gerai.routes.blueprint import blueprint
from app.gerai.stories import tell
from app.gerai.words import DISTRICT_ACTS

PAGE = 50


@blueprint.get("/g/<code>/acts")
@permitted("books.acts")
def acts(gerai: GeraiFacts) -> ResponseReturnValue:
    """Filtered by kind and person; older and newer by the number of the act."""
    chosen = _chosen()
    before, after = _number("before"), _number("after")
    rows = list(books.acts(gerai.gerai_id, before=before, after=after, limit=PAGE + 1, **chosen))
    more = len(rows) > PAGE
    if more:
        rows = rows[1:] if after is not None else rows[:PAGE]
    has_newer = more if after is not None else before is not None
    has_older = after is not None or more
    return render_template(
        "gerai/acts.html",
        gerai=gerai,
        days=tell(gerai, rows),
        conflict=CONFLICT,
        conflicts=books.conflicts(gerai.gerai_id, limit=1),
        names=sorted(_names().items(), key=lambda item: str(item[1])),
        people=queries.everyone(gerai.gerai_id),
        chosen=chosen,
        older=_url(gerai, chosen, before=rows[-1].Act.no) if rows and has_older else None,
        newer=_url(gerai, chosen, after=rows[0].Act.no) if rows and has_newer else None,
    )


def _names() -> dict[str, Any]:
    """The kinds of acts that a gerai's book can hold."""
    return {kind: name for kind, name in openings().act_names.items() if kind not in DISTRICT_ACTS}


def _chosen() -> dict[str, Any]:
    kind = request.args.get("kind") or None
    return {"kind": kind[:40] if kind else None, "user_id": _number("who")}


def _number(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None


def _url(gerai: GeraiFacts, chosen: dict[str, Any], **where: Any) -> str:
    return url_for("gerai.acts", code=gerai.code, kind=chosen["kind"], who=chosen["user_id"], **where)
