"""What stands on every paper of a month, whatever it is written as. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.statements.sheets import Sheet


@dataclass(frozen=True)
class Paper:
    """Ready words: who (``cooperative``, ``lines``), of what (``part``), how firm (``state``), and when printed."""

    cooperative: str
    lines: Sequence[str]
    part: str
    state: str
    printed: str
    title: str
    roles: Sequence[str]
    sheets: Sequence[Sheet]
