"""The canonical form of a request: what "the same content" means. Pure.

Dataclasses become objects without their ``compare=False`` fields, dates and enums their text, and
the whole is JSON with sorted keys, so that spelling (``"1.25"``, ``"1.250"``) never tells two requests apart.
A field that a request got later (``metadata=LATER``) counts only where it says something: what was sent
before there was such a field is still the same content, and references never expire.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

LATER = {"later": True}


def plain(value: Any) -> Any:
    """``value`` as JSON can hold it. Raises TypeError for what has no canonical form (a float has none)."""
    compared = _compared(type(value))  # type: ignore[arg-type]  # a class is hashable
    if compared is not None:
        return {
            name: plain(said)
            for name, later in compared
            if (said := getattr(value, name)) is not None or not later
        }
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return _scalar(value)


@cache
def _compared(kind: Any) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a dataclass that count as content, and whether they came later; None for what is no dataclass."""
    if not is_dataclass(kind):
        return None
    return tuple((f.name, "later" in f.metadata) for f in fields(kind) if f.compare)


def _scalar(value: Any) -> Any:
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.timestamp().hex()
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no canonical form for {type(value).__name__}")


def content_hash(kind: str, content: Any) -> str:
    """SHA-256 of the act's kind and canonical content, in hex."""
    text = json.dumps([kind, plain(content)], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
