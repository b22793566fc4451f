"""Cash outside of payments: for reasons, from hand to hand, and what its differences come to."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cash import queries
from app.cash.models import drawer_of
from app.cash.operations import (
    count_by_surprise,
    decide_difference,
    give_cash,
    move_cash,
    pay_debt,
    receive_cash,
    record_finding,
)
from app.cash.reasons import REASONS
from app.cash.refusals import (
    AmountMissing,
    FindingWritten,
    MovementOverLimit,
    NothingToDecide,
    NotYourCount,
    NotYourShift,
    OwnDebt,
    OwnDifference,
    OwnTransfer,
    OwnWitness,
    PaysTooMuch,
    ReasonTooShort,
    ReasonUnknown,
    RouteUnknown,
    SafeShort,
    ShiftClosed,
    TransferDiffers,
    TransferReceived,
    TransferUnknown,
    UnitNotHere,
)
from app.cash.rules import Undecided, allot, undecided
from app.ledger.operations import Limit, close_period
from app.ledger.refusals import ClosingObjected
from tests.cash.drawer import (
    DRAWER,
    NIGHT,
    OVER,
    SAFE,
    SHORT,
    balance,
    by_unit,
    closed,
    opened,
    pieces_of,
    taken,
)
from tests.inventory.faults import faults
from tests.village import TestVillage

TRANSIT, DEBT, INCOME = "1-1130", "1-1330", "7-1400"
EXPLAINED = "Dihitung apa adanya"


def moved(village: TestVillage, shift: int, reason: str, amount: int, **facts: Any) -> dict[str, Any]:
    who, limit = facts.pop("who", "budi"), Limit(facts.pop("limit", None))
    content = {"unit": "TOKO", "note": "Nota terlampir", "any_shift": False} | facts
    occasion = village.occasion(who)
    return move_cash(occasion, shift_no=shift, reason=reason, amount=amount, limit=limit, **content).answer


def given_to_safe(village: TestVillage, shift: int, amount: int, who: str = "budi") -> int:
    done = give_cash(
        village.occasion(who), origin="drawer", destination="safe", amount=amount, note="", shift_no=shift
    )
    return int(done.answer["cash_transfer"])


def received(
    village: TestVillage, no: int, amount: int, reason: str = "", who: str = "wati"
) -> dict[str, Any]:
    return receive_cash(village.occasion(who), transfer_no=no, amount=amount, reason=reason).answer


def test_a_small_purchase_leaves_the_drawer_for_the_account_of_its_reason(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    moved(village, shift, "packaging", 25_000)
    assert balance(village, "6-1720") == 25_000
    assert by_unit(village, "6-1720") == {"TOKO": 25_000}
    assert balance(village, DRAWER, drawer_of(shift)) == 135_000
    assert closed(village, shift, 135_000)["difference"] == 0
    assert faults() == []
    report = queries.shift_report(village.gerai_id, shift)
    assert report is not None and (report.moved_out, report.expected) == (25_000, 135_000)


def test_change_money_comes_from_the_safe(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    moved(village, shift, "change", 50_000, unit="KANTOR")
    assert balance(village, SAFE) == -150_000
    assert balance(village, DRAWER, drawer_of(shift)) == 150_000


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_an_account_of_the_chart(village: TestVillage, reason: str) -> None:
    shift = opened(village)
    moved(village, shift, reason, 1_000)
    assert faults() == []


def test_a_movement_is_refused_for_what_it_lacks(village: TestVillage) -> None:
    shift = opened(village)
    refusals = (
        (ReasonUnknown, {"reason": "gift"}),
        (AmountMissing, {"amount": 0}),
        (MovementOverLimit, {"limit": 999}),
        (UnitNotHere, {"unit": "KLINIK"}),
        (NotYourShift, {"who": "dewi"}),
    )
    for refusal, facts in refusals:
        with pytest.raises(refusal):
            moved(village, shift, **({"reason": "packaging", "amount": 1_000} | facts))
    closed(village, shift, 100_000)
    with pytest.raises(ShiftClosed):
        moved(village, shift, "packaging", 1_000)


def test_money_handed_over_is_on_its_way_until_another_has_counted_it(village: TestVillage) -> None:
    shift = opened(village, opening_float=100_000)
    taken(village, shift, 60_000)
    no = given_to_safe(village, shift, 50_000)
    assert (balance(village, TRANSIT), balance(village, DRAWER, drawer_of(shift))) == (50_000, 110_000)
    assert by_unit(village, TRANSIT) == {"TOKO": 50_000}
    assert faults() == []
    assert received(village, no, 50_000)["difference"] == 0
    assert (balance(village, TRANSIT), balance(village, SAFE)) == (0, -50_000)
    assert closed(village, shift, 110_000)["difference"] == 0
    assert faults() == []


def test_nobody_receives_what_they_gave_nor_twice(village: TestVillage) -> None:
    shift = opened(village, "dewi")
    no = given_to_safe(village, shift, 50_000, who="dewi")
    with pytest.raises(OwnTransfer):
        received(village, no, 50_000, who="dewi")
    received(village, no, 50_000)
    with pytest.raises(TransferReceived):
        received(village, no, 50_000)
    with pytest.raises(TransferUnknown):
        received(village, 99, 50_000)


def test_what_differs_is_named_with_its_reason(village: TestVillage) -> None:
    shift = opened(village)
    no = given_to_safe(village, shift, 50_000)
    with pytest.raises(TransferDiffers) as refused:
        received(village, no, 45_000)
    assert refused.value.facts == {"given": 50_000, "counted": 45_000}
    with pytest.raises(ReasonTooShort):
        received(village, no, 45_000, "kurang")
    assert received(village, no, 45_000, EXPLAINED)["difference"] == -5_000
    assert (balance(village, TRANSIT), balance(village, SHORT)) == (0, 5_000)
    assert faults() == []


def test_only_roads_that_exist_and_money_that_is_there(village: TestVillage) -> None:
    wati = village.occasion("wati")
    with pytest.raises(RouteUnknown):
        give_cash(wati, origin="bank", destination="drawer", amount=1_000, note="")
    from app.cash.operations import add_bank

    add_bank(wati, bank="BRI", number="12345678", holder="Koperasi", mdr_basis_points=30)
    with pytest.raises(SafeShort):
        give_cash(wati, origin="safe", destination="bank", amount=1_000, note="", bank_no=1)


def test_a_month_does_not_close_over_money_on_its_way(village: TestVillage) -> None:
    december = datetime(2026, 12, 2, 2, 0, tzinfo=UTC)
    shift = opened(village)
    no = given_to_safe(village, shift, 50_000)
    closed(village, shift, 50_000)
    with pytest.raises(ClosingObjected, match="serah terima uang 1 belum diterima"):
        close_period(village.occasion("wati", december), month=date(2026, 11, 1))
    received(village, no, 50_000)
    close_period(village.occasion("wati", december), month=date(2026, 11, 1))


def decided(village: TestVillage, shift: int, outcome: str, debtor: str | None = None, **facts: Any) -> Any:
    who = facts.pop("who", "dewi")
    content: dict[str, Any] = {"origin": "shift", "reason": "Sudah dibicarakan bersama"} | facts
    debtor_id = village.users[debtor] if debtor else None
    occasion = village.occasion(who, NIGHT)
    return decide_difference(
        occasion, origin_no=shift, outcome=outcome, debtor_id=debtor_id, **content
    ).answer


def test_a_shortage_becomes_the_cashiers_debt_and_is_paid_in_two_parts(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 88_000, EXPLAINED)
    [open_one] = queries.open_differences(village.gerai_id)
    assert (open_one.left, open_one.people) == (
        Undecided(0, 12_000),
        [(village.users["budi"], "Budi Santoso")],
    )
    decided(village, shift, "debt", "budi")
    user = f"user:{village.users['budi']}"
    assert (balance(village, SHORT), balance(village, DEBT, user)) == (0, 12_000)
    assert queries.open_differences(village.gerai_id) == []
    with pytest.raises(PaysTooMuch):
        pay_debt(village.occasion("wati"), debtor_id=village.users["budi"], amount=12_001)
    with pytest.raises(OwnDebt):
        pay_debt(village.occasion("budi"), debtor_id=village.users["budi"], amount=1_000)
    safe = balance(village, SAFE)
    for amount, left in ((5_000, 7_000), (7_000, 0)):
        done = pay_debt(village.occasion("wati"), debtor_id=village.users["budi"], amount=amount)
        assert done.answer["left"] == left
    assert (balance(village, DEBT, user), balance(village, SAFE)) == (0, safe + 12_000)
    assert faults() == []


def test_a_shortage_stays_the_gerais_expense_by_decision(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 88_000, EXPLAINED)
    assert decided(village, shift, "expense")["entry"] is None
    assert balance(village, SHORT) == 12_000
    with pytest.raises(NothingToDecide):
        decided(village, shift, "expense")


def test_a_surplus_becomes_income_when_it_is_explained(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 105_000, EXPLAINED)
    with pytest.raises(ReasonTooShort):
        decided(village, shift, "income", reason="ya")
    decided(village, shift, "income")
    assert (balance(village, OVER), balance(village, INCOME)) == (0, -5_000)
    assert faults() == []


def test_nobody_decides_a_difference_of_their_own(village: TestVillage) -> None:
    shift = opened(village, "dewi")
    closed(village, shift, 88_000, EXPLAINED, who="dewi")
    with pytest.raises(OwnDifference):
        decided(village, shift, "expense")
    decided(village, shift, "debt", "dewi", who="slamet")


def test_a_late_sale_reopens_what_had_been_decided(village: TestVillage) -> None:
    shift = opened(village)
    closed(village, shift, 105_000, EXPLAINED)
    decided(village, shift, "income")
    taken(village, shift, 5_000)  # it was this sale's money after all
    assert queries.undecided_of(village.gerai_id, "shift", shift) == Undecided(-5_000, 0)
    decided(village, shift, "income")
    assert (balance(village, OVER), balance(village, INCOME)) == (0, 0)
    assert queries.open_differences(village.gerai_id) == []
    assert faults() == []


def test_a_surprise_count_shows_what_should_be_there_only_afterwards_and_posts_nothing(
    village: TestVillage,
) -> None:
    shift = opened(village)
    taken(village, shift, 60_000)
    entries = balance(village, DRAWER)
    done = count_by_surprise(
        village.occasion("joko"), shift_no=shift, witness_id=None, pieces=pieces_of(155_000)
    )
    no = done.answer["surprise_count"]
    assert set(done.answer) == {"surprise_count"}
    row = queries.surprise_count(village.gerai_id, no)
    assert (row.SurpriseCount.difference, row.auditor, row.witness) == (
        -5_000,
        "Joko Purnomo",
        "Budi Santoso",
    )
    assert balance(village, DRAWER) == entries
    with pytest.raises(NotYourCount):
        record_finding(village.occasion("slamet"), count_no=no, finding="Kurang lima ribu di laci")
    record_finding(village.occasion("joko"), count_no=no, finding="Kurang lima ribu di laci")
    with pytest.raises(FindingWritten):
        record_finding(village.occasion("joko"), count_no=no, finding="Ternyata tidak kurang")
    assert faults() == []


def test_the_safe_is_counted_beside_another_officer(village: TestVillage) -> None:
    for witness in (None, "joko", "tono"):
        with pytest.raises(OwnWitness):
            count_by_surprise(
                village.occasion("joko"),
                shift_no=None,
                witness_id=village.users.get(witness or ""),
                pieces={},
            )
    done = count_by_surprise(
        village.occasion("joko"), shift_no=None, witness_id=village.users["wati"], pieces={1_000: 2}
    )
    row = queries.surprise_count(village.gerai_id, done.answer["surprise_count"])
    assert (row.SurpriseCount.counted, row.SurpriseCount.expected) == (2_000, 0)


def test_a_reason_of_a_few_letters_explains_nothing(village: TestVillage) -> None:
    shift = opened(village)
    with pytest.raises(ReasonTooShort):
        closed(village, shift, 99_000, "selisih")


def test_two_differing_counts_are_remarked(village: TestVillage) -> None:
    from tests.cash.drawer import counted

    shift = opened(village)
    counted(village, shift, 99_000)
    assert queries.counted_often(village.gerai_id, NIGHT - timedelta(days=7)) == []
    counted(village, shift, 98_000)
    [row] = queries.counted_often(village.gerai_id, NIGHT - timedelta(days=7))
    assert tuple(row) == (shift, "Budi Santoso", 2)


@pytest.mark.parametrize(
    "held, amount, parts",
    [
        ({"KANTOR": 100, "TOKO": 300}, 200, {"TOKO": 200}),
        ({"KANTOR": 100, "TOKO": 300, "KLINIK": 50}, 340, {"TOKO": 300, "KLINIK": 40}),
        ({"KANTOR": 100, "TOKO": -20}, 50, {"KANTOR": 50}),
        ({"KANTOR": 10, "TOKO": 20}, 50, {"TOKO": 20, "KANTOR": 30}),
    ],
)
def test_takings_leave_a_drawer_before_its_change_money(held, amount, parts) -> None:
    assert allot(held, amount) == parts


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**6), st.integers(0, 10**6))
def test_nothing_of_a_difference_is_lost_between_decisions(difference: int, income: int, borne: int) -> None:
    left = undecided(difference, income=income, borne=borne)
    assert left.over + income - left.short - borne == difference


sums = st.integers(1, 500).map(lambda hundreds: hundreds * 100)
life = st.lists(
    st.tuples(st.sampled_from(["sale", "refund", "out", "in", "give", "receive"]), sums), max_size=8
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(life, sums)
def test_whatever_moves_the_drawer_it_is_the_ledger(village: TestVillage, life, counted_amount) -> None:
    shift, waiting = opened(village, opening_float=100_000), []
    held = 100_000
    for kind, amount in life:
        if kind == "give":
            waiting.append((given_to_safe(village, shift, amount), amount))
        elif kind == "receive" and waiting:
            no, given_amount = waiting.pop(0)
            received(village, no, amount, EXPLAINED if amount != given_amount else "")
        elif kind in ("sale", "refund"):
            taken(village, shift, amount if kind == "sale" else -amount)
        elif kind in ("in", "out"):
            moved(village, shift, "change" if kind == "in" else "transport", amount)
        held += {"sale": 1, "in": 1, "refund": -1, "out": -1, "give": -1}.get(kind, 0) * amount
    assert balance(village, DRAWER, drawer_of(shift)) == held
    assert balance(village, TRANSIT) >= sum(amount for _, amount in waiting)
    assert faults() == []
    assert closed(village, shift, counted_amount, EXPLAINED)["difference"] == counted_amount - held
    assert balance(village, DRAWER, drawer_of(shift)) == 0
    assert faults() == []


def test_the_same_reference_gives_and_receives_once(village: TestVillage) -> None:
    shift = opened(village)
    reference = str(uuid4())
    for _ in range(2):
        done = give_cash(
            village.occasion("budi", reference=reference),
            origin="drawer", destination="safe", amount=10_000, note="", shift_no=shift,
        )  # fmt: skip
        assert done.answer["cash_transfer"] == 1
    assert balance(village, TRANSIT) == 10_000
