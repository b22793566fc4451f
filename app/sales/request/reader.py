"""Reading a JSON body field by field, and naming everything that is wrong with it. Pure."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from app.foundation.dates import JAKARTA
from app.foundation.quantity import NotQuantity, read_quantity
from app.sales.refusals import Malformed

NUMBER = re.compile(r"([A-Z]{1,2})-(\d{6,9})")


class Reader:
    """Reads fields out of one object and collects what is wrong with them."""

    def __init__(self, body: dict[str, Any], path: str, errors: list[dict[str, str]]) -> None:
        self.body, self.path, self.errors = body, path, errors

    def wrong(self, name: str, message: str) -> None:
        self.errors.append({"field": f"{self.path}{name}", "message": message})

    def whole(
        self, name: str, low: int, high: int, default: int | None = None, *, needed: bool = True
    ) -> int | None:
        value = self.body.get(name)
        if value is None and (not needed or default is not None):
            return default
        if type(value) is not int or not low <= value <= high:
            self.wrong(name, f"an integer from {low} to {high}")
            return default
        return value

    def text(self, name: str, longest: int, *, needed: bool = True) -> str | None:
        value = self.body.get(name)
        if value is None and not needed:
            return None
        if not isinstance(value, str) or not 0 < len(value) <= longest or "\0" in value:
            self.wrong(name, f"a text of 1 to {longest} characters")
            return None
        return value

    def parsed(self, name: str, parse: Callable[[str], Any], what: str) -> Any:
        value = self.text(name, 60)
        if value is None:
            return None
        try:
            return parse(value)
        except ValueError:
            self.wrong(name, what)
            return None

    def flag(self, name: str) -> bool:
        value = self.body.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name, "true or false")
        return value is True

    def quantity(self, *, needed: bool = True) -> int:
        """In thousandths; 0 where it was left out and may be."""
        value = self.body.get("quantity")
        if value is None and not needed:
            return 0
        text = str(value) if type(value) is int else value
        try:
            milli = read_quantity(text) if isinstance(text, str) else 0
        except NotQuantity:
            milli = 0
        if milli <= 0:
            self.wrong("quantity", 'a quantity above zero with at most three decimals, like "1.250"')
        return milli

    def objects(self, name: str, low: int, high: int) -> list["Reader"]:
        value = self.body.get(name)
        if not isinstance(value, list) or not low <= len(value) <= high:
            self.wrong(name, f"a list of {low} to {high} objects")
            return []
        readers = []
        for i, item in enumerate(value):
            if isinstance(item, dict):
                readers.append(Reader(item, f"{self.path}{name}.{i}.", self.errors))
            else:
                self.wrong(f"{name}.{i}", "an object")
        return readers

    def done(self) -> None:
        """Raises Malformed with every fault that was found."""
        if self.errors:
            raise Malformed(errors=self.errors)


def reader_of(body: Any) -> Reader:
    """Raises Malformed for what is no object."""
    if not isinstance(body, dict):
        raise Malformed(errors=[{"field": "", "message": "a JSON object"}])
    return Reader(body, "", [])


def as_uuid(text: str) -> str:
    if len(text) != 36:
        raise ValueError(text)
    return str(UUID(text))


def as_number(text: str) -> str:
    if not text.isascii() or NUMBER.fullmatch(text) is None or int(text.partition("-")[2]) == 0:
        raise ValueError(text)
    return text


def as_moment(text: str) -> datetime:
    """A moment without an offset is one on the clocks of Jakarta."""
    moment = datetime.fromisoformat(text)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=JAKARTA)
    if not 2020 <= moment.year < 2100:
        raise ValueError(text)
    return moment
