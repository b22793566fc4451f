"""A counter where members of Sukamaju pay in: pokok 100.000, wajib 20.000 a month."""

from datetime import date, datetime
from typing import Any

from app.books.acts import Outcome
from app.cash.operations import open_shift
from app.savings.kinds import SavingsKind
from app.savings.operations import receive_dues, set_terms
from tests.members.people import SITI_NIK, candidate
from tests.village import MORNING, TestVillage

POKOK, WAJIB, SUKARELA = SavingsKind.POKOK, SavingsKind.WAJIB, SavingsKind.SUKARELA
NOVEMBER = date(2026, 11, 1)


def opened_counter(village: TestVillage) -> int:
    """Terms are set and the teller's shift is open; answers its number."""
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=20_000, valid_from=date(2026, 1, 1))
    done = open_shift(village.occasion("yuni"), register="A", opening_float=0)
    return int(done.answer["shift"] or 0)


def pay(
    village: TestVillage,
    member_no: int,
    kind: SavingsKind,
    amount: int,
    *,
    at: datetime = MORNING,
    reference: str | None = None,
    **facts: Any,
) -> Outcome[dict[str, Any]]:
    facts = {"shift_no": 1} | facts
    return receive_dues(
        village.occasion("yuni", at, reference), member_no=member_no, kind=kind, amount=amount, **facts
    )


def full_member(village: TestVillage, name: str = "Siti Aminah", nik: str = SITI_NIK) -> int:
    """The number of a member who has paid the pokok at the counter."""
    no = candidate(village, name, nik)
    pay(village, no, POKOK, 100_000)
    return no
