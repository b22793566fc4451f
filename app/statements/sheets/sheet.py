"""A statement as rows and columns, whatever it is then written on: screen, PDF or spreadsheet. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.statements.month_books import AccountFacts

Amounts = tuple[int, ...]
GROUP, LINE, SUBTOTAL, TOTAL = "group", "line", "subtotal", "total"


@dataclass(frozen=True)
class Row:
    """One row; a group's heading has no amounts. ``account`` is where its figures come from, if from one."""

    kind: str
    label: str
    amounts: Amounts = ()
    account: str | None = None


@dataclass(frozen=True)
class Sheet:
    """``period`` is what the title says of time; ``columns`` head the amounts."""

    key: str
    title: str
    period: str
    columns: tuple[str, ...]
    rows: Sequence[Row] = ()
    notes: Sequence[str] = field(default_factory=tuple)


def filled(sheet: Sheet) -> bool:
    """Whether any figure stands on it."""
    return any(any(row.amounts) for row in sheet.rows)


def lines(accounts: Iterable[AccountFacts], figures: Callable[[str], Amounts]) -> Iterator[Row]:
    """A row for each account that has a figure other than nought."""
    for each in accounts:
        amounts = figures(each.code)
        if any(amounts):
            yield Row(LINE, each.name, amounts, each.code)


def total(rows: Iterable[Row], columns: int) -> Amounts:
    """The sum of the lines, column by column."""
    summed = [0] * columns
    for row in rows:
        if row.kind == LINE:
            summed = [a + b for a, b in zip(summed, row.amounts, strict=True)]
    return tuple(summed)


def block(heading: str, rows: Sequence[Row], closing: str, columns: int) -> list[Row]:
    """A heading, its lines and their subtotal; nothing at all where there are no lines."""
    if not rows:
        return []
    return [Row(GROUP, heading), *rows, Row(SUBTOTAL, closing, total(rows, columns))]
