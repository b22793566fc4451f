"""An act in words: what it was called, who did it, and what it was about."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from flask import current_app, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from app.books.acts import CONFLICT
from app.books.models import Act
from app.foundation.dates import local_date
from app.foundation.written import bulan
from app.gerai import queries
from app.gerai.facts import GeraiFacts
from app.gerai.hooks import openings
from app.gerai.roles import NAMES, Role

DOCUMENTS = {
    "sale": (_l("penjualan %(no)s"), "sales.sale"),
    "shift": (_l("sif %(no)s"), "cash.shift"),
    "receiving": (_l("barang masuk %(no)s"), "purchasing.receiving"),
    "adjustment": (_l("penyesuaian stok %(no)s"), "inventory.adjustment"),
    "member": (_l("anggota %(no)s"), "members.member"),
    "card": (_l("kartu %(no)s"), ""),
    "movement": (_l("setoran %(no)s"), "savings.receipt"),
    "item": (_l("barang %(no)s"), "catalog.item"),
    "entry": (_l("ayat %(no)s"), "ledger.entry"),
}
"""What an answer's key names, and the page that shows it, if that page is there."""


@dataclass(frozen=True)
class Story:
    no: int
    name: Any
    who: str | None
    at: datetime
    about: list[tuple[str, str | None]]
    is_conflict: bool


def tell(gerai: GeraiFacts, rows: Sequence[Row[Act, str]]) -> list[tuple[date, list[Story]]]:
    """The acts as stories, by day, in the order given."""
    answers = [json.loads(row.Act.answer) for row in rows]
    answers = [answer if isinstance(answer, dict) else {} for answer in answers]
    people = queries.names_of(_user(answer) for answer in answers if "user" in answer)
    names = openings().act_names
    stories = [
        Story(
            row.Act.no,
            names.get(row.Act.kind, row.Act.kind),
            row.name,
            row.Act.at,
            _about(gerai, answer, people),
            row.Act.kind == CONFLICT,
        )
        for row, answer in zip(rows, answers, strict=True)
    ]
    return [(day, list(those)) for day, those in groupby(stories, key=lambda story: local_date(story.at))]


def _user(answer: dict[str, Any]) -> int:
    return int(answer["user"])


def _about(gerai: GeraiFacts, answer: dict[str, Any], people: dict[int, str]) -> list[tuple[str, str | None]]:
    about: list[tuple[str, str | None]] = []
    if "user" in answer:
        about.append((people.get(_user(answer), ""), None))
    if answer.get("role") in list(Role):
        about.append((str(NAMES[Role(answer["role"])]), None))
    if isinstance(answer.get("month"), str):
        about.append((bulan(date.fromisoformat(answer["month"])), None))
    for key, (words, endpoint) in DOCUMENTS.items():
        if isinstance(answer.get(key), int):
            about.append((str(words % {"no": answer[key]}), _page(endpoint, gerai, answer[key])))
    return about


def _page(endpoint: str, gerai: GeraiFacts, no: int) -> str | None:
    """The document's page: the endpoint has the gerai's code and one more argument, its number."""
    if endpoint not in current_app.view_functions:
        return None
    rule = next(current_app.url_map.iter_rules(endpoint))
    rest: Iterable[str] = rule.arguments - {"code"}
    values: dict[str, Any] = dict.fromkeys(rest, no)
    return url_for(endpoint, code=gerai.code, **values) if len(values) == 1 else None
