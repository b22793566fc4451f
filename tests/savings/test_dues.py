"""Paying in: pokok in parts makes a member, wajib month by month, sukarela at will, and the ledger agrees."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.cash.operations import close_shift, count_drawer, open_shift
from app.foundation.database import db, unit_of_work
from app.ledger.models import Posting
from app.members import queries as members
from app.members.models import Member
from app.members.operations import record_death, resign
from app.members.refusals import LeavingObjected, MemberUnknown
from app.savings import queries
from app.savings.operations import receive_dues, set_terms
from app.savings.refusals import (
    AmountUnfit,
    GivenShort,
    MemberLeft,
    MonthPaid,
    MonthUnfit,
    MoreThanOwed,
    NoTerms,
    PokokPaid,
    ShiftNotOpen,
    StillCandidate,
    TenderUnfit,
    TermsUnfit,
    WajibNotAsked,
    WajibUneven,
)
from tests.cash.drawer import balance, by_unit
from tests.inventory.faults import faults
from tests.members.people import KARTINI_NIK, candidate, nik_of
from tests.savings.counter import NOVEMBER, POKOK, SUKARELA, WAJIB, full_member, opened_counter, pay
from tests.village import MORNING, TestVillage

TODAY = date(2026, 11, 23)


def held(village: TestVillage, no: int) -> tuple[int, int, int]:
    found = queries.balances(village.gerai_id, no)
    return found[POKOK], found[WAJIB], found[SUKARELA]


def test_pokok_in_two_parts_makes_a_member_with_the_second(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    assert pay(village, no, POKOK, 40_000).answer["completed"] is False
    facts = members.member_facts(village.gerai_id, no)
    assert facts is not None and not facts.is_member
    assert pay(village, no, POKOK, 60_000).answer["completed"] is True
    facts = members.member_facts(village.gerai_id, no)
    assert facts is not None and facts.is_member and facts.since_on == TODAY
    assert held(village, no) == (100_000, 0, 0)
    assert faults() == []


def test_equity_stands_under_the_office_and_sukarela_under_the_savings_unit(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    pay(village, no, WAJIB, 40_000)
    pay(village, no, SUKARELA, 150_000)
    assert held(village, no) == (100_000, 40_000, 150_000)
    assert by_unit(village, "3-1100") == {"KANTOR": -100_000}
    assert by_unit(village, "3-1200") == {"KANTOR": -40_000}
    assert by_unit(village, "2-1110") == {"USP": -150_000}
    assert by_unit(village, "1-1110") == {"KANTOR": 140_000, "USP": 150_000}
    assert balance(village, "1-1110", "shift:1") == 290_000
    assert faults() == []


def test_the_drawer_counts_what_members_paid_in(village: TestVillage) -> None:
    shift = opened_counter(village)
    no = full_member(village)
    pay(village, no, SUKARELA, 50_000, tender="qris")
    pay(village, no, SUKARELA, 30_000, tender="transfer")
    count_drawer(village.occasion("yuni"), shift_no=shift, pieces={100_000: 1}, any_shift=False)
    closed = close_shift(village.occasion("yuni"), shift_no=shift, reason="", any_shift=False)
    assert closed.answer["difference"] == 0
    assert queries.received_in(village.gerai_id, shift) == (3, 180_000)
    with pytest.raises(ShiftNotOpen):
        pay(village, no, SUKARELA, 10_000)
    assert faults() == []


def test_pokok_is_paid_once_and_not_beyond(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    with pytest.raises(MoreThanOwed) as refused:
        pay(village, no, POKOK, 100_001)
    assert refused.value.message == "Simpanan pokok tinggal Rp100.000."
    pay(village, no, POKOK, 100_000)
    with pytest.raises(PokokPaid):
        pay(village, no, POKOK, 1)


def test_candidates_pay_pokok_alone_and_strangers_nothing(village: TestVillage) -> None:
    opened_counter(village)
    no = candidate(village)
    for kind in (WAJIB, SUKARELA):
        with pytest.raises(StillCandidate):
            pay(village, no, kind, 20_000)
    with pytest.raises(MemberUnknown):
        pay(village, 99, SUKARELA, 20_000)
    record_death(village.occasion("lestari"), member_no=no, on=TODAY)
    with pytest.raises(MemberLeft):
        pay(village, no, POKOK, 20_000)


def test_what_is_no_payment_is_refused(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    for amount in (0, -5_000):
        with pytest.raises(AmountUnfit):
            pay(village, no, SUKARELA, amount)
    with pytest.raises(TenderUnfit):
        pay(village, no, SUKARELA, 5_000, tender="bon")
    with pytest.raises(GivenShort):
        pay(village, no, SUKARELA, 5_000, given=4_000)
    with pytest.raises(ShiftNotOpen):
        pay(village, no, SUKARELA, 5_000, shift_no=9)
    assert held(village, no) == (100_000, 0, 0)


def test_money_goes_into_ones_own_drawer_only(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    with pytest.raises(ShiftNotOpen):
        receive_dues(village.occasion("dewi"), member_no=no, kind=SUKARELA, amount=5_000, shift_no=1)


def test_without_terms_nothing_is_owed(village: TestVillage) -> None:
    no = candidate(village)
    open_shift(village.occasion("yuni"), register="A", opening_float=0)
    with pytest.raises(NoTerms):
        pay(village, no, POKOK, 100_000)


def test_wajib_is_paid_by_whole_months_each_once(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    pay(village, no, WAJIB, 40_000)
    receipt = queries.receipt(village.gerai_id, 2)
    assert receipt is not None and receipt.months == (NOVEMBER, date(2026, 12, 1))
    pay(village, no, WAJIB, 20_000)
    for amount in (10_000, 30_000, 20_000 * 25):
        with pytest.raises(WajibUneven):
            pay(village, no, WAJIB, amount)
    with pytest.raises(MonthPaid) as refused:
        pay(village, no, WAJIB, 20_000, first_month=NOVEMBER)
    assert refused.value.message == "Simpanan wajib November 2026 sudah dibayar."
    with pytest.raises(MonthUnfit):
        pay(village, no, WAJIB, 20_000, first_month=date(2026, 10, 1))
    with pytest.raises(MonthUnfit):
        pay(village, no, WAJIB, 20_000, first_month=date(2027, 12, 1))
    assert held(village, no)[1] == 60_000
    assert faults() == []


def test_a_rise_of_wajib_counts_from_its_month(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    set_terms(village.occasion("slamet"), pokok=150_000, wajib=25_000, valid_from=date(2027, 1, 1))
    with pytest.raises(WajibUneven):
        pay(village, no, WAJIB, 60_000)
    pay(village, no, WAJIB, 65_000)
    receipt = queries.receipt(village.gerai_id, 2)
    assert receipt is not None and receipt.months[-1] == date(2027, 1, 1)
    assert faults() == []


def test_a_rise_of_pokok_leaves_those_who_joined_before_as_they_are(village: TestVillage) -> None:
    opened_counter(village)
    before, half = full_member(village), candidate(village, "Kartini", KARTINI_NIK)
    pay(village, half, POKOK, 50_000)
    set_terms(village.occasion("slamet"), pokok=150_000, wajib=20_000, valid_from=date(2026, 11, 24))
    tomorrow = MORNING + timedelta(days=1)
    assert pay(village, half, POKOK, 50_000, at=tomorrow).answer["completed"] is True
    with pytest.raises(PokokPaid):
        pay(village, before, POKOK, 50_000, at=tomorrow)
    assert faults() == []


def test_terms_begin_in_the_future_once_somebody_has_paid(village: TestVillage) -> None:
    opened_counter(village)
    set_terms(village.occasion("slamet"), pokok=90_000, wajib=15_000, valid_from=date(2026, 1, 1))
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=20_000, valid_from=date(2026, 1, 1))
    full_member(village)
    for day in (date(2026, 1, 1), date(2025, 6, 1), TODAY):
        with pytest.raises(TermsUnfit):
            set_terms(village.occasion("slamet"), pokok=1, wajib=1, valid_from=day)
    with pytest.raises(AmountUnfit):
        set_terms(village.occasion("slamet"), pokok=0, wajib=0, valid_from=date(2027, 1, 1))
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=0, valid_from=date(2027, 1, 1))
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=5_000, valid_from=date(2027, 1, 1))


def test_where_no_wajib_is_asked_none_is_taken(village: TestVillage) -> None:
    opened_counter(village)
    set_terms(village.occasion("slamet"), pokok=100_000, wajib=0, valid_from=date(2026, 1, 1))
    no = full_member(village)
    with pytest.raises(WajibNotAsked):
        pay(village, no, WAJIB, 20_000)


def test_nobody_leaves_with_money_standing_but_one_may_die(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    pay(village, no, SUKARELA, 5_000)
    with pytest.raises(LeavingObjected) as refused:
        resign(village.occasion("lestari"), member_no=no, on=TODAY, reason="Pindah")
    assert "simpanan pokok Rp100.000" in refused.value.message
    assert "simpanan sukarela Rp5.000" in refused.value.message
    record_death(village.occasion("lestari"), member_no=no, on=TODAY)
    free = candidate(village, "Kartini", KARTINI_NIK)
    resign(village.occasion("lestari"), member_no=free, on=TODAY, reason="Batal")
    assert faults() == []


def test_the_same_reference_pays_once(village: TestVillage) -> None:
    opened_counter(village)
    no, reference = full_member(village), str(uuid4())
    first = pay(village, no, SUKARELA, 5_000, reference=reference)
    again = pay(village, no, SUKARELA, 5_000, reference=reference)
    assert (first.fresh, again.fresh, first.answer) == (True, False, again.answer)
    assert held(village, no)[2] == 5_000


def test_no_posting_names_a_person(village: TestVillage) -> None:
    opened_counter(village)
    full_member(village)
    found = {posting.subledger for posting in db.session.query(Posting)}
    assert found == {"shift:1", "member:1"}


@pytest.mark.parametrize(
    "damage, bites",
    [
        ("UPDATE balance SET amount = amount - 1 WHERE account = '3-1100'", "70_balances"),
        ("UPDATE member SET status = 'candidate', since_on = NULL", "71_members_have_paid"),
        ("UPDATE share_term SET pokok = 200000", "71_members_have_paid"),
    ],
)
def test_the_audit_bites(village: TestVillage, damage: str, bites: str) -> None:
    opened_counter(village)
    full_member(village)
    assert faults() == []
    with unit_of_work() as session:
        session.execute(text(damage))
    assert any(bites in fault for fault in faults())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([POKOK, WAJIB, SUKARELA]), st.integers(1, 8)), max_size=8))
def test_whatever_is_paid_the_movements_are_the_ledger(village: TestVillage, payments) -> None:
    if not queries.terms(village.gerai_id):
        opened_counter(village)
    before = balance(village, "1-1110")
    no = candidate(village, nik=nik_of(_people(village) + 1))
    taken = 0
    for kind, times in payments:
        amount = times * (20_000 if kind is WAJIB else 25_000)
        try:
            pay(village, no, kind, amount)
        except (MoreThanOwed, PokokPaid, StillCandidate, MonthUnfit):
            continue
        taken += amount
    assert sum(held(village, no)) == taken == balance(village, "1-1110") - before
    facts = members.member_facts(village.gerai_id, no)
    assert facts is not None and facts.is_member == (held(village, no)[0] == 100_000)
    assert faults() == []


def _people(village: TestVillage) -> int:
    return db.session.query(Member).filter_by(gerai_id=village.gerai_id).count()


def test_a_night_at_the_end_of_a_month_belongs_to_jakarta(village: TestVillage) -> None:
    opened_counter(village)
    no = full_member(village)
    pay(village, no, WAJIB, 20_000, at=datetime(2026, 11, 30, 17, 30, tzinfo=UTC))
    receipt = queries.receipt(village.gerai_id, 2)
    assert receipt is not None and receipt.months == (date(2026, 12, 1),)
