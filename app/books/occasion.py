"""How a route says who acts, where and when."""

from typing import Any

from flask_login import current_user

from app.books.book import Occasion
from app.foundation.clock import now
from app.foundation.fields import ActForm


def occasion(gerai: Any, form: ActForm | None = None) -> Occasion:
    """The present user acts now in ``gerai`` (anything with a ``gerai_id``; an int names the book itself)."""
    gerai_id = gerai if isinstance(gerai, int) else gerai.gerai_id
    return Occasion(gerai_id, current_user.id, now(), form.reference.data if form is not None else None)
