"""Cylinders and gallons: empty, lent against a deposit, given back to the agent, put right with a reason."""

import pytest

from app.books.acts import act
from app.books.book import OpenBook
from app.cash.operations import open_shift
from app.cash.postings import SAFE
from app.catalog.models import Container
from app.foundation.database import db, unit_of_work
from app.inventory import postings
from app.inventory.models import ContainerStock
from app.inventory.operations import ContainerMove, correct_containers, move_containers, take_back_containers
from app.inventory.refusals import (
    ContainersNotLent,
    DepositTooHigh,
    DrawerTooLow,
    EmptiesTooFew,
    NothingChanged,
)
from app.ledger.draft import debit, draft
from app.ledger.operations import post
from app.purchasing.rules import ReceivedLine
from tests.inventory.faults import faults
from tests.inventory.goods import GAS
from tests.purchasing.goods import balance, bought, opened
from tests.village import TestVillage


@act("tests.lend")
def lend(book: OpenBook, *, pieces: int, deposit: int) -> None:
    """What the till does for cylinders that go out against a deposit, and one for an empty."""
    moves = [ContainerMove(1, lent=pieces, deposit=deposit), ContainerMove(1, empty=1)]
    move_containers(book, on=book.today, source="tests.sale", source_no=1, moves=moves)
    post(
        book, draft("tests.sale", 1, book.today, [debit(SAFE, "TOKO", deposit), postings.deposit(1, deposit)])
    )


def lent(village: TestVillage) -> int:
    """Two cylinders lent, one empty; the number of an open shift with Rp100.000 in its drawer."""
    with unit_of_work() as session:
        session.add(Container(gerai_id=village.gerai_id, no=1, name="Tabung 3 kg", deposit=150_000))
    lend(village.occasion("budi"), pieces=2, deposit=300_000)
    return int(open_shift(village.occasion("budi"), register="A", opening_float=200_000).answer["shift"] or 0)


def held(village: TestVillage) -> tuple[int, int, int]:
    row = db.session.get_one(ContainerStock, (village.gerai_id, 1), populate_existing=True)
    return row.empty, row.lent, row.deposit


def test_a_cylinder_comes_back_for_its_deposit(village: TestVillage) -> None:
    shift = lent(village)
    budi = village.occasion("budi")
    with pytest.raises(ContainersNotLent):
        take_back_containers(budi, container_no=1, pieces=3, refund=0, shift_no=shift)
    with pytest.raises(DepositTooHigh):
        take_back_containers(budi, container_no=1, pieces=1, refund=300_001, shift_no=shift)
    with pytest.raises(DrawerTooLow):
        take_back_containers(budi, container_no=1, pieces=2, refund=300_000, shift_no=shift)
    take_back_containers(budi, container_no=1, pieces=1, refund=150_000, shift_no=shift)
    assert held(village) == (2, 1, 150_000)
    assert balance(village, "2-1315", "container:1") == -150_000
    assert balance(village, "1-1110", f"shift:{shift}") == 50_000
    assert faults() == []


def test_what_nobody_can_claim_any_more_is_income(village: TestVillage) -> None:
    shift = lent(village)
    take_back_containers(village.occasion("budi"), container_no=1, pieces=2, refund=200_000, shift_no=shift)
    assert held(village) == (3, 0, 0)
    assert balance(village, "7-1900") == -100_000
    assert faults() == []


def test_a_count_is_put_right_with_a_reason(village: TestVillage) -> None:
    lent(village)
    agus = village.occasion("agus")
    correct_containers(agus, container_no=1, place="empty", pieces=5, reason="counted", note="")
    correct_containers(agus, container_no=1, place="lent", pieces=1, reason="lost", note="Pindah desa")
    assert held(village) == (5, 1, 150_000)
    assert balance(village, "7-1900") == -150_000
    with pytest.raises(NothingChanged):
        correct_containers(agus, container_no=1, place="empty", pieces=5, reason="counted", note="")
    assert faults() == []


def test_refills_are_received_for_empties(village: TestVillage) -> None:
    lent(village)
    agent = opened(village)
    with pytest.raises(EmptiesTooFew):
        bought(village, agent, ReceivedLine(GAS, 2_000, 32_000), empties=((1, 2),))
    bought(village, agent, ReceivedLine(GAS, 1_000, 16_000), empties=((1, 1),))
    assert held(village) == (0, 2, 300_000)
    assert faults() == []
