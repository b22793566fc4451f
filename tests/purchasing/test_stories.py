"""What an accountant reads: goods on tempo paid in two parts, a bill that comes later, goods given back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.cash.models import Shift
from app.cash.operations import open_shift
from app.cash.queries import drawer_by_unit
from app.foundation.database import db
from app.purchasing.models import Payable, PayableSettlement
from app.purchasing.operations import end_supplier, pay_supplier, record_bill, return_goods
from app.purchasing.operations.returning import ReturnedLine
from app.purchasing.refusals import (
    AlreadyBilled,
    CreditTooLarge,
    DrawerTooLow,
    DueBeforeReceipt,
    DueNeeded,
    FreightNeedsValue,
    NotaNeeded,
    NotaRepeated,
    PaidTooMuch,
    ReturnedTooMuch,
    SettledOtherwise,
    StockTooLow,
    SupplierEnded,
    SupplierNeeded,
    SupplierStillOwed,
)
from app.purchasing.rules import ReceivedLine
from tests.inventory.faults import faults
from tests.inventory.goods import CHILLI, RICE, adjust
from tests.inventory.test_consistency import sell
from tests.purchasing.goods import DUE, TODAY, balance, bought, on_hand, opened, supplier
from tests.village import MORNING, TestVillage


def test_goods_on_tempo_are_paid_in_two_parts(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur)
    assert balance(village, "2-1100", "supplier:1") == -650_000
    assert on_hand(village) == (10_000, 650_000)
    wati = village.occasion("wati", MORNING + timedelta(days=7))
    first = pay_supplier(wati, supplier_no=makmur, amount=400_000, paid_from="safe").answer
    assert first["left"] == 250_000
    assert balance(village, "2-1100", "supplier:1") == -250_000
    assert balance(village, "1-1100") == -400_000
    with pytest.raises(PaidTooMuch):
        pay_supplier(wati, supplier_no=makmur, amount=250_001, paid_from="safe")
    assert pay_supplier(wati, supplier_no=makmur, amount=250_000, paid_from="safe").answer["left"] == 0
    assert balance(village, "2-1100", "supplier:1") == 0
    assert faults() == []


def test_a_payment_goes_to_the_oldest_debt_or_to_the_chosen_one(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur, nota="A", due_on=DUE)
    bought(village, makmur, nota="B", due_on=DUE - timedelta(days=10))
    wati = village.occasion("wati")
    pay_supplier(wati, supplier_no=makmur, amount=700_000, paid_from="safe")
    left = dict(db.session.execute(select(Payable.nota, Payable.amount - Payable.settled)).all())
    assert left == {"A": 600_000, "B": 0}
    bought(village, makmur, nota="C", due_on=DUE + timedelta(days=10))
    pay_supplier(wati, supplier_no=makmur, amount=650_000, paid_from="safe", chosen=(3,))
    left = dict(db.session.execute(select(Payable.nota, Payable.amount - Payable.settled)).all())
    assert left == {"A": 600_000, "B": 0, "C": 0}
    assert faults() == []


def test_a_drawer_pays_no_more_than_lies_in_it(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur)
    shift = int(
        open_shift(village.occasion("budi"), register="A", opening_float=300_000).answer["shift"] or 0
    )
    wati = village.occasion("wati")
    with pytest.raises(DrawerTooLow):
        pay_supplier(wati, supplier_no=makmur, amount=300_001, paid_from="drawer", shift_no=shift)
    pay_supplier(wati, supplier_no=makmur, amount=120_000, paid_from="drawer", shift_no=shift)
    assert (
        sum(drawer_by_unit(village.gerai_id, db.session.get_one(Shift, (village.gerai_id, shift))).values())
        == 180_000
    )
    assert faults() == []


def test_discount_and_freight_are_spread_by_value_to_the_last_rupiah(village: TestVillage) -> None:
    makmur = opened(village)
    lines = (
        ReceivedLine(RICE, 24_000, 1_000_000, discount=100_000, pack="dus", pack_milli=12_000),
        ReceivedLine(CHILLI, 1_500, 100_000),
    )
    answer = bought(village, makmur, *lines, freight=1_001)
    assert answer["cost"] == 1_001_001
    assert on_hand(village, RICE) == (24_000, 900_901)
    assert on_hand(village, CHILLI) == (1_500, 100_100)
    with pytest.raises(FreightNeedsValue):
        bought(village, makmur, ReceivedLine(RICE, 1_000, 0), freight=500, nota="2")
    assert faults() == []


def test_the_same_nota_of_a_supplier_comes_in_once(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur, nota="INV 07/a")
    with pytest.raises(NotaRepeated):
        bought(village, makmur, nota="inv07/A")
    bought(village, supplier(village, "Toko Lain"), nota="inv07/A")


def test_tempo_needs_a_supplier_a_nota_and_a_day(village: TestVillage) -> None:
    makmur = opened(village)
    for refused, facts in (
        (NotaNeeded, {"nota": ""}),
        (DueNeeded, {"due_on": None}),
        (DueBeforeReceipt, {"due_on": TODAY - timedelta(days=1)}),
    ):
        with pytest.raises(refused):
            bought(village, makmur, **facts)
    with pytest.raises(SupplierNeeded):
        bought(village, None)
    end_supplier(village.occasion("agus"), supplier_no=makmur)
    with pytest.raises(SupplierEnded):
        bought(village, makmur)


def test_who_is_still_owed_stays_on_the_list(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur)
    with pytest.raises(SupplierStillOwed):
        end_supplier(village.occasion("agus"), supplier_no=makmur)


def test_a_bill_that_comes_later_turns_what_was_received_into_a_debt(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, None, paid_from="unbilled", supplier="UD Makmur")
    sell(village.occasion("budi"), item_no=RICE, quantity_milli=4_000)
    content = {"receiving_no": 1, "supplier_no": makmur, "nota": "T-1", "billed_on": TODAY, "due_on": DUE}
    done = record_bill(village.occasion("wati"), amount=700_000, **content).answer
    assert done["difference"] == 50_000
    assert on_hand(village) == (6_000, 390_000 + 30_000)
    assert balance(village, "5-7100") == 20_000
    assert balance(village, "2-1107", "receiving:1") == 0
    assert balance(village, "2-1100", "supplier:1") == -700_000
    with pytest.raises(AlreadyBilled):
        record_bill(village.occasion("wati"), amount=700_000, **content)
    assert faults() == []


def test_a_cheaper_bill_takes_no_value_below_nothing(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, None, paid_from="unbilled", supplier="UD Makmur")
    content = {"receiving_no": 1, "supplier_no": makmur, "nota": "T-1", "billed_on": TODAY, "due_on": DUE}
    record_bill(village.occasion("wati"), amount=0, **content)
    assert on_hand(village) == (10_000, 0)
    assert balance(village, "2-1100", "supplier:1") == 0
    assert faults() == []


def test_goods_given_back_reduce_what_is_owed_for_them(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur, freight=10_000)
    agus = village.occasion("agus")
    back = {"receiving_no": 1, "settled_by": "payable", "reason": "Sobek"}
    done = return_goods(agus, lines=(ReturnedLine(1, 4_000),), **back).answer
    assert done["credit"] == 260_000
    assert on_hand(village) == (6_000, 396_000)
    assert balance(village, "5-7100") == 4_000
    assert balance(village, "2-1100", "supplier:1") == -400_000
    with pytest.raises(ReturnedTooMuch):
        return_goods(agus, lines=(ReturnedLine(1, 7_000),), **back)
    adjust(village, RICE, 5_000, "lost")
    with pytest.raises(StockTooLow):
        return_goods(agus, lines=(ReturnedLine(1, 2_000),), **back)
    assert faults() == []


def test_goods_that_were_paid_come_back_as_money(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur, paid_from="safe")
    agus = village.occasion("agus")
    lines = (ReturnedLine(1, 1_000),)
    with pytest.raises(CreditTooLarge):
        return_goods(agus, receiving_no=1, lines=lines, settled_by="payable", reason="Sobek")
    with pytest.raises(SettledOtherwise):
        return_goods(agus, receiving_no=1, lines=lines, settled_by="unbilled", reason="Sobek")
    return_goods(agus, receiving_no=1, lines=lines, settled_by="safe", reason="Sobek")
    assert balance(village, "1-1100") == -585_000
    assert faults() == []


def test_goods_given_back_before_their_bill_are_not_billed(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, None, paid_from="unbilled", supplier="UD Makmur")
    lines = (ReturnedLine(1, 2_000),)
    return_goods(village.occasion("agus"), receiving_no=1, lines=lines, settled_by="unbilled", reason="Sobek")
    assert balance(village, "2-1107", "receiving:1") == -520_000
    content = {"receiving_no": 1, "supplier_no": makmur, "nota": "T-1", "billed_on": TODAY, "due_on": DUE}
    done = record_bill(village.occasion("wati"), amount=520_000, **content).answer
    assert done["difference"] == 0
    assert db.session.scalars(select(PayableSettlement)).all() == []
    assert faults() == []


def test_a_return_goes_to_its_own_nota_first(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur, nota="A", due_on=DUE)
    bought(village, makmur, nota="B", due_on=DUE - timedelta(days=10))
    lines = (ReturnedLine(1, 3_000),)
    return_goods(village.occasion("agus"), receiving_no=1, lines=lines, settled_by="payable", reason="Sobek")
    left = dict(db.session.execute(select(Payable.nota, Payable.amount - Payable.settled)).all())
    assert left == {"A": 455_000, "B": 650_000}


def test_dates_are_those_of_the_document(village: TestVillage) -> None:
    makmur = opened(village)
    bought(village, makmur)
    payable = db.session.get_one(Payable, (village.gerai_id, 1))
    assert (payable.billed_on, payable.due_on) == (TODAY, date(2026, 12, 23))
