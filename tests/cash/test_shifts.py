"""A shift from the float to the count: what lies in the drawer is in the books, or the difference is."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cash import queries
from app.cash.models import Shift, drawer_of
from app.cash.operations import add_register, close_shift, count_drawer, open_shift
from app.cash.refusals import (
    CountOutdated,
    DrawerOver,
    DrawerShort,
    NotCounted,
    NotYourShift,
    RegisterBusy,
    RegisterExists,
    RegisterUnknown,
    ShiftAlreadyOpen,
    ShiftClosed,
    ShiftUnknown,
)
from app.foundation.database import db
from app.ledger.operations import close_period
from app.ledger.refusals import ClosingObjected
from tests.cash.drawer import (
    DRAWER,
    NIGHT,
    OVER,
    QRIS,
    SAFE,
    SHORT,
    balance,
    by_unit,
    closed,
    counted,
    opened,
    pieces_of,
    taken,
)
from tests.inventory.faults import faults
from tests.village import TestVillage


def test_the_float_moves_from_the_safe_into_the_drawer(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    assert balance(village, DRAWER, drawer_of(shift)) == 100_000
    assert balance(village, SAFE) == -100_000
    assert by_unit(village, DRAWER) == {"KANTOR": 100_000}


def test_money_given_back_leaves_the_drawer_and_a_transfer_never_enters_it(village: TestVillage) -> None:
    """The vector worked by hand: 100.000 + 60.000 - 10.000 and a transfer of 50.000; counted 155.000."""
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    taken(village, shift, -10_000)
    taken(village, shift, 50_000, kind="transfer")
    row = db.session.get_one(Shift, (village.gerai_id, shift))
    assert sum(queries.drawer_by_unit(village.gerai_id, row).values()) == 150_000
    assert balance(village, DRAWER, drawer_of(shift)) == 150_000
    assert closed(village, shift, 155_000, "Kembalian tidak diambil")["difference"] == 5_000
    assert balance(village, OVER) == -5_000
    assert balance(village, QRIS, "transfer") == 50_000
    assert faults() == []


def test_a_unit_may_give_back_more_than_it_took(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, -10_000)
    assert closed(village, shift, 90_000)["difference"] == 0
    assert by_unit(village, SAFE) == {"KANTOR": 0, "TOKO": -10_000}
    assert balance(village, DRAWER) == 0


def test_a_refund_that_arrives_late_makes_the_difference_smaller(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    closed(village, shift, 150_000, "Dihitung apa adanya")
    assert balance(village, SHORT) == 10_000
    taken(village, shift, -10_000)
    assert balance(village, SHORT) == 0
    assert balance(village, DRAWER) == 0
    assert faults() == []


def test_a_shift_may_begin_with_an_empty_drawer(village: TestVillage) -> None:
    done = open_shift(village.occasion("budi"), register="A", opening_float=0)
    assert done.answer == {"shift": 1, "register": "A", "entry": None}
    assert closed(village, 1, 0) == {"shift": 1, "difference": 0, "entry": None}
    assert faults() == []


def test_a_drawer_that_is_right_goes_to_the_safe_whole(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 35_000, 15_000)
    taken(village, shift, 20_000, kind="qris")
    assert closed(village, shift, 150_000)["difference"] == 0
    assert balance(village, DRAWER) == 0
    assert balance(village, SAFE) == 50_000
    assert balance(village, QRIS, "qris") == 20_000
    assert balance(village, OVER) == balance(village, SHORT) == 0
    assert faults() == []


def test_money_over_is_a_debt_until_somebody_explains_it(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    assert closed(village, shift, 165_000, "Kembalian tidak diambil")["difference"] == 5_000
    assert balance(village, OVER) == -5_000
    assert balance(village, SAFE) == 65_000
    assert by_unit(village, SAFE) == {"KANTOR": 5_000, "TOKO": 60_000}
    assert faults() == []


def test_money_short_is_the_gerais_expense(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    assert closed(village, shift, 148_000, "Salah kembalian")["difference"] == -12_000
    assert balance(village, SHORT) == 12_000
    assert balance(village, SAFE) == 48_000
    assert by_unit(village, SHORT) == {"KANTOR": 12_000}
    assert faults() == []


def test_cash_goes_to_the_safe_under_the_unit_that_earned_it(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    taken(village, shift, 25_000, unit="USP")
    closed(village, shift, 185_000)
    assert by_unit(village, SAFE) == {"KANTOR": 0, "TOKO": 60_000, "USP": 25_000}
    assert set(by_unit(village, DRAWER).values()) == {0}


def test_a_difference_needs_a_reason_and_the_count_stays_on_record(village: TestVillage) -> None:
    shift = opened(village)
    for amount, differs in ((88_000, DrawerShort), (101_000, DrawerOver)):
        counted(village, shift, amount)
        with pytest.raises(differs) as refused:
            close_shift(village.occasion("budi", NIGHT), shift_no=shift, reason="  ", any_shift=False)
        assert refused.value.facts == {"amount": abs(amount - 100_000)}
    tries = [row.ShiftCount for row in queries.counts(village.gerai_id, shift)]
    assert [(each.attempt, each.counted, each.difference) for each in tries] == [
        (1, 88_000, -12_000),
        (2, 101_000, 1_000),
    ]
    assert balance(village, DRAWER, drawer_of(shift)) == 100_000


def test_the_refusal_says_what_to_do(village: TestVillage) -> None:
    sentence = "Uang di laci kurang Rp12.000 dari catatan. Hitung ulang, atau lanjutkan dengan alasan."
    assert DrawerShort(amount=12_000).message == sentence


def test_counting_again_and_rightly_needs_no_reason(village: TestVillage) -> None:
    shift = opened(village)
    counted(village, shift, 88_000)
    assert closed(village, shift, 100_000)["difference"] == 0
    closing = queries.closing_of(village.gerai_id, shift)
    assert closing is not None and closing.attempt == 2


def test_notes_and_coins_are_kept_as_they_were_counted(village: TestVillage) -> None:
    shift = opened(village)
    pieces = {50_000: 1, 20_000: 2, 500: 20}
    count_drawer(village.occasion("budi", NIGHT), shift_no=shift, pieces=pieces, any_shift=False)
    assert queries.count_lines(village.gerai_id, shift, 1) == pieces


def test_nothing_closes_that_was_not_counted(village: TestVillage) -> None:
    shift = opened(village)
    with pytest.raises(NotCounted):
        close_shift(village.occasion("budi"), shift_no=shift, reason="", any_shift=False)


def test_a_sale_after_the_count_asks_for_another_one(village: TestVillage) -> None:
    shift = opened(village)
    counted(village, shift, 100_000)
    taken(village, shift, 5_000)
    with pytest.raises(CountOutdated):
        close_shift(village.occasion("budi"), shift_no=shift, reason="", any_shift=False)


def test_two_cashiers_do_not_share_a_register(village: TestVillage) -> None:
    opened(village, "budi", "A")
    with pytest.raises(RegisterBusy):
        opened(village, "dewi", "A")
    add_register(village.occasion("dewi"), register="B")
    assert opened(village, "dewi", "B") == 2


def test_one_cashier_holds_one_shift(village: TestVillage) -> None:
    add_register(village.occasion("dewi"), register="B")
    shift = opened(village, "budi", "A")
    with pytest.raises(ShiftAlreadyOpen):
        opened(village, "budi", "B")
    closed(village, shift, 100_000)
    assert opened(village, "budi", "B") == 2


def test_registers_are_letters_and_each_is_there_once(village: TestVillage) -> None:
    for wrong in ("", "a", "AB", "1", "Ä"):
        with pytest.raises(RegisterUnknown):
            add_register(village.occasion("dewi"), register=wrong)
    with pytest.raises(RegisterExists):
        add_register(village.occasion("dewi"), register="A")
    with pytest.raises(RegisterUnknown):
        opened(village, register="Z")


def test_a_shift_is_closed_by_its_cashier_or_the_manager(village: TestVillage) -> None:
    shift = opened(village, "budi")
    with pytest.raises(NotYourShift):
        counted(village, shift, 100_000, who="dewi")
    assert closed(village, shift, 100_000, who="dewi", any_shift=True)["difference"] == 0


def test_what_is_closed_or_never_was_is_not_counted(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 100_000)
    with pytest.raises(ShiftClosed):
        counted(village, shift, 100_000)
    with pytest.raises(ShiftUnknown):
        counted(village, 99, 100_000)


@pytest.mark.parametrize(
    "counted_amount, over, short",
    [
        (185_000, 0, 0),  # its cash lay in the drawer when it was counted, as money over
        (165_000, 0, 20_000),  # part of it did
        (160_000, 0, 25_000),  # none did: counted right, and now it is missing
        (150_000, 0, 35_000),
        (200_000, -15_000, 0),
    ],
)
def test_late_cash_revises_the_difference(
    village: TestVillage, counted_amount: int, over: int, short: int
) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    closed(village, shift, counted_amount, "Dihitung apa adanya")
    taken(village, shift, 25_000)
    assert (balance(village, OVER), balance(village, SHORT)) == (over, short)
    assert balance(village, DRAWER) == 0
    assert balance(village, SAFE) == counted_amount - 100_000
    assert faults() == []
    report = queries.shift_report(village.gerai_id, shift)
    assert report is not None
    assert (report.expected, report.count.expected, report.late_cash) == (185_000, 160_000, 25_000)
    assert report.difference == counted_amount - 185_000
    assert len(report.revisions) == 1


def test_late_qris_revises_nothing(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 100_000)
    taken(village, shift, 25_000, kind="qris")
    report = queries.shift_report(village.gerai_id, shift)
    assert report is not None and report.late_cash == 0 and report.revisions == ()
    assert faults() == []


rupiah = st.integers(min_value=0, max_value=20_000).map(lambda hundreds: hundreds * 100)
payments = st.lists(
    st.tuples(
        st.sampled_from(["cash", "qris", "transfer"]),
        (rupiah | rupiah.map(lambda x: -x)).filter(bool),
        st.sampled_from(["TOKO", "USP"]),
    ),
    max_size=5,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rupiah, payments, rupiah, payments)
def test_whatever_is_taken_and_counted_the_drawer_is_the_ledger(
    village: TestVillage, opening_float, during, counted_amount, late
) -> None:
    shift = opened(village, opening_float=opening_float)
    drawer = drawer_of(shift)
    for kind, amount, unit in during:
        taken(village, shift, amount, kind=kind, unit=unit)
    cash = sum(amount for kind, amount, _ in during if kind == "cash")
    assert balance(village, DRAWER, drawer) == opening_float + cash
    safe, named = balance(village, SAFE), balance(village, OVER) + balance(village, SHORT)
    closed(village, shift, counted_amount, "Dihitung apa adanya")
    for kind, amount, unit in late:
        taken(village, shift, amount, kind=kind, unit=unit)
    late_cash = sum(amount for kind, amount, _ in late if kind == "cash")
    assert balance(village, DRAWER, drawer) == 0
    assert balance(village, SAFE) - safe == counted_amount
    missing = opening_float + cash + late_cash - counted_amount
    assert balance(village, OVER) + balance(village, SHORT) - named == missing
    assert faults() == []


def test_a_month_does_not_close_over_an_open_shift(village: TestVillage) -> None:
    december = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
    shift = opened(village)
    with pytest.raises(ClosingObjected, match="sif 1 masih buka") as refused:
        close_period(village.occasion("wati", december), month=date(2026, 11, 1))
    assert "sif 1 masih buka" in refused.value.message
    closed(village, shift, 100_000)
    close_period(village.occasion("wati", december), month=date(2026, 11, 1))


def test_a_shift_of_december_lets_november_close(village: TestVillage) -> None:
    december = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
    open_shift(village.occasion("budi", december), register="A", opening_float=0)
    close_period(village.occasion("wati", december), month=date(2026, 11, 1))


def test_the_same_reference_opens_counts_and_closes_once(village: TestVillage) -> None:
    for _ in range(2):
        first = village.occasion("budi", reference="11111111-1111-4111-8111-111111111111")
        assert open_shift(first, register="A", opening_float=100_000).answer["shift"] == 1
        second = village.occasion("budi", NIGHT, "22222222-2222-4222-8222-222222222222")
        done = count_drawer(second, shift_no=1, pieces=pieces_of(100_000), any_shift=False)
        assert done.answer["attempt"] == 1
        third = village.occasion("budi", NIGHT, "33333333-3333-4333-8333-333333333333")
        assert close_shift(third, shift_no=1, reason="", any_shift=False).answer["difference"] == 0
    assert queries.attempts(village.gerai_id, 1) == 1
    assert balance(village, SAFE) == 0


def test_another_reference_is_another_count(village: TestVillage) -> None:
    shift = opened(village)
    for _ in range(2):
        again = village.occasion("budi", NIGHT, str(uuid4()))
        count_drawer(again, shift_no=shift, pieces={}, any_shift=False)
    assert queries.attempts(village.gerai_id, shift) == 2
