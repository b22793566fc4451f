"""Long lists of items, a page at a time in the order of their names. A page is found by its first item, never by counting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, literal, select, tuple_

from app.catalog.models import Item
from app.foundation.database import db

PAGE = 50
NAME = func.lower(Item.name)
_PLACE = tuple_(NAME, Item.no)


@dataclass(frozen=True)
class Page:
    """Some rows that have an item's ``no``, and the item each neighbouring page goes on from (None: there is none)."""

    rows: Sequence[Any]
    previous: int | None
    next: int | None


@dataclass(frozen=True)
class Mark:
    """From where a page is asked for: the items after one, or those before one; neither means the first."""

    after: int | None = None
    before: int | None = None


def page(gerai_id: int, query: Select[Any], mark: Mark, read: Callable[[Any], Any]) -> Page:
    """A page of ``query``, which selects from Item; ``read`` gives its rows."""
    place = _place(gerai_id, mark.after or mark.before or 0)
    if place is None:
        return _onwards(query, read)
    if mark.after:
        return _onwards(query.where(place < _PLACE), read, beyond=True)
    return _back(query.where(place > _PLACE), read)


def _place(gerai_id: int, no: int) -> Any:
    name = (
        db.session.scalar(select(Item.name).where(Item.gerai_id == gerai_id, Item.no == no)) if no else None
    )
    return tuple_(func.lower(literal(name)), literal(no)) if name else None


def _onwards(query: Select[Any], read: Callable[[Any], Any], *, beyond: bool = False) -> Page:
    found = read(query.order_by(NAME, Item.no).limit(PAGE + 1)).all()
    shown = found[:PAGE]
    more = shown[-1].no if len(found) > PAGE else None
    return Page(shown, shown[0].no if beyond and shown else None, more)


def _back(query: Select[Any], read: Callable[[Any], Any]) -> Page:
    found = read(query.order_by(NAME.desc(), Item.no.desc()).limit(PAGE + 1)).all()
    shown = found[:PAGE][::-1]
    return Page(shown, shown[0].no if len(found) > PAGE else None, shown[-1].no if shown else None)
