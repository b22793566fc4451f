"""Refusals: what the product says no to, by name.

A refusal is expected. It has a name (the class), a code (the name in snake case), a sentence for
the person at the counter, and the facts of the case. Everything else that is raised is a bug.
"""

import re
from collections.abc import Callable
from typing import Any, ClassVar

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


class Refusal(Exception):
    """Base of every refusal; subclasses state what is so: ``PeriodClosed``, ``StockShort``.

    ``field`` names the input it belongs to, when it belongs to one. ``facts`` fill the sentence
    and travel with the JSON answer; ``formats`` says how a raw fact is written for a person.
    """

    status: ClassVar[int] = 422
    sentence: ClassVar[LazyString | str]
    formats: ClassVar[dict[str, Callable[[Any], str]]] = {}

    def __init__(self, field: str | None = None, **facts: Any) -> None:
        super().__init__(self.code)
        self.field = field
        self.facts = facts

    @property
    def code(self) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def message(self) -> str:
        return str(self.sentence) % self.written()

    def written(self) -> dict[str, str]:
        """The facts as a person reads them."""
        return {key: self.formats.get(key, str)(value) for key, value in self.facts.items()}

    def __str__(self) -> str:
        return f"{self.code} {self.facts}"


class NotFound(Refusal):
    """It does not exist, or not for this person; the two look the same on purpose."""

    status = 404
    sentence = _l("Halaman atau data ini tidak ada.")
