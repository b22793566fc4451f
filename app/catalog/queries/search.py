"""How people search goods: by pieces of the name in any order, or by the code on the package."""

from sqlalchemy import ColumnElement, and_, func, or_, true

from app.catalog.barcodes import NotBarcode, normalise
from app.catalog.models import Barcode, Item

LONGEST = 60


def matches(text: str) -> ColumnElement[bool]:
    """Items whose name holds every word, or with a barcode that is the text or begins with it."""
    words = "".join(sign if sign.isprintable() else " " for sign in text[:LONGEST]).lower().split()
    if not words:
        return true()
    named = and_(*(func.lower(Item.name).contains(word, autoescape=True) for word in words))
    code = _code("".join(words))
    return or_(named, Item.barcodes.any(Barcode.code.startswith(code))) if code else named


def _code(text: str) -> str | None:
    """A barcode in the form that is kept, or the first digits of one."""
    if not (text.isascii() and text.isdigit()):
        return None
    try:
        return normalise(text)
    except NotBarcode:
        return text
