"""Reading a bank's CSV as Indonesian banks write them. Pure: no Flask, no SQLAlchemy.

Columns are found by their headings, in whatever order and language; amounts with dots or commas for
thousands, with or without sen (which must be 00), with CR or DB behind them; days in the usual ways.
"""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MOST_LINES = 3_000
LONGEST = 200
HEADINGS = {
    "day": ("tanggal", "tgl", "date", "posting date", "transaction date", "waktu"),
    "description": ("keterangan", "uraian", "deskripsi", "description", "remark", "berita", "rincian"),
    "debit": ("debit", "debet", "keluar", "db", "withdrawal", "mutasi debet"),
    "credit": ("kredit", "credit", "masuk", "cr", "deposit", "mutasi kredit"),
    "amount": ("jumlah", "nominal", "amount", "mutasi", "nilai"),
    "balance": ("saldo", "balance", "saldo akhir"),
}
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb peb", "mar", "apr", "mei may", "jun", "jul", "agu agt aug ags", "sep", "okt oct", "nov nop", "des dec"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_AMOUNT = re.compile(r"(?:rp\.?)?(-?\d[\d.,]*)(cr|db|k|d)?", re.IGNORECASE)
_PART = re.compile(r"(\d{1,4})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{2,4})")


class NotAStatement(ValueError):
    """No line of the file names the columns that are needed."""


@dataclass(frozen=True)
class StatementLine:
    """One line: money in is positive; ``balance`` after it, where the bank says it."""

    on: date
    description: str
    amount: int
    balance: int | None


@dataclass(frozen=True)
class BadLine:
    """A line that could not be read: its number in the file, what stood there, and why."""

    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Statement:
    lines: Sequence[StatementLine]
    bad: Sequence[BadLine]

    @property
    def fingerprints(self) -> list[str]:
        """One for each line; equal lines of one file are told apart by how often they came before."""
        seen: Counter[StatementLine] = Counter()
        found = []
        for line in self.lines:
            seen[line] += 1
            content = (line.on.isoformat(), line.description, line.amount, line.balance, seen[line])
            found.append(hashlib.sha256(repr(content).encode()).hexdigest())
        return found


def read_statement(text: str, today: date) -> Statement:
    """The lines of a file, good and bad. Raises NotAStatement."""
    rows = _rows(text)
    start, places = _find_heading(rows)
    lines: list[StatementLine] = []
    bad: list[BadLine] = []
    for number, row in enumerate(rows[start + 1 :], start + 2):
        if not any(cell.strip() for cell in row) or _is_sum(row, places):
            continue
        if len(lines) + len(bad) >= MOST_LINES:
            bad.append(BadLine(number, "", "too_many"))
            break
        try:
            lines.append(_line(row, places, today))
        except ValueError as error:
            bad.append(BadLine(number, " | ".join(row)[:LONGEST], str(error)))
    return Statement(lines, bad)


def _rows(text: str) -> list[list[str]]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return list(csv.reader(io.StringIO(plain), delimiter=_delimiter(plain)))
    except csv.Error as error:
        raise NotAStatement(str(error)) from None


def _delimiter(text: str) -> str:
    head = "\n".join(text.splitlines()[:20])
    return max(";,\t|", key=head.count)


def _find_heading(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    for i, row in enumerate(rows[:30]):
        places = dict(_places(row))
        moves = "amount" in places or ("debit" in places and "credit" in places)
        if "day" in places and "description" in places and moves:
            return i, places
    raise NotAStatement("no heading")


def _places(row: Sequence[str]) -> Iterator[tuple[str, int]]:
    taken: set[str] = set()
    for place, cell in enumerate(row):
        words = re.sub(r"[^a-z ]", " ", cell.lower()).split()
        heading = " ".join(words)
        for kind, names in HEADINGS.items():
            fits = heading in names or (bool(words) and words[0] in names)
            if kind not in taken and fits:
                taken.add(kind)
                yield kind, place
                break


def _is_sum(row: Sequence[str], places: dict[str, int]) -> bool:
    """A line of totals or a foot: it has no day."""
    day = _cell(row, places, "day").lower()
    return not day or day.startswith(("total", "saldo", "mutasi", "jumlah"))


def _cell(row: Sequence[str], places: dict[str, int], kind: str) -> str:
    place = places.get(kind)
    return row[place].strip() if place is not None and place < len(row) else ""


def _line(row: Sequence[str], places: dict[str, int], today: date) -> StatementLine:
    on = read_day(_cell(row, places, "day"))
    if on > today:
        raise ValueError("future")
    amount = _moved(row, places)
    if not amount:
        raise ValueError("no_amount")
    balance = _cell(row, places, "balance")
    description = " ".join(_cell(row, places, "description").split())[:LONGEST]
    return StatementLine(on, description, amount, read_amount(balance) if balance else None)


def _moved(row: Sequence[str], places: dict[str, int]) -> int:
    if "debit" in places and "credit" in places:
        out, into = _cell(row, places, "debit"), _cell(row, places, "credit")
        return (abs(read_amount(into)) if into else 0) - (abs(read_amount(out)) if out else 0)
    return read_amount(_cell(row, places, "amount"))


def read_day(text: str) -> date:
    """``05/11/2026``, ``5-11-26``, ``2026-11-05``, ``05 Nov 2026``; raises ValueError."""
    match = _PART.match(text.strip().strip("'"))
    if match is None:
        raise ValueError("no_day")
    first, month, last = match.groups()
    number = int(month) if month.isdigit() else MONTHS.get(month[:3].lower(), 0)
    day, year = (int(last), int(first)) if len(first) == 4 else (int(first), int(last))
    try:
        return date(year + 2000 if year < 100 else year, number, day)
    except ValueError:
        raise ValueError("no_day") from None


def read_amount(text: str) -> int:
    """``1.234.567,00``, ``1,234,567.00``, ``Rp 50.000 DB``, ``-`` as nothing; whole rupiah only, else ValueError."""
    plain = re.sub(r"\s|\+", "", text).replace("\N{MINUS SIGN}", "-")
    if plain in ("", "-"):
        return 0
    inside = plain.startswith("(") and plain.endswith(")")
    match = _AMOUNT.fullmatch(plain.strip("()"))
    if match is None:
        raise ValueError("no_amount")
    number, side = match[1], (match[2] or "").lower()
    digits, sen = _parts(number.lstrip("-"))
    if sen.strip("0"):
        raise ValueError("sen")
    if len(digits) > 15:
        raise ValueError("no_amount")
    taken = inside or number.startswith("-") or side in ("db", "d")
    return -int(digits) if taken else int(digits)


def _parts(number: str) -> tuple[str, str]:
    """(digits, sen): the last sign is a decimal mark when one or two digits follow it, else it groups thousands."""
    match = re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", number)
    if match is None:
        raise ValueError("no_amount")
    whole, sen = match[1], match[2] or ""
    if re.fullmatch(r"\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*", whole) is None:
        raise ValueError("no_amount")
    return re.sub(r"[.,]", "", whole), sen
