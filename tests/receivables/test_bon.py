"""Bon: what a member owes, what they pay, how old it is, and who may say so."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.books.book import Occasion
from app.foundation.database import db, unit_of_work
from app.members.operations import resign
from app.receivables import queries, refusals
from app.receivables.models import BonPayment, Receivable
from app.receivables.operations import receive_payment, set_limit
from app.receivables.rules import Movement, ageing, open_charges, overdue
from tests.conftest import signed_in_as
from tests.inventory.faults import faults
from tests.members.people import member, nik_of
from tests.sales.counter import NOODLES, Counter, counter, sell
from tests.village import MORNING, TestVillage


@pytest.fixture
def till(village: TestVillage) -> Counter:
    return counter(village)


def on_bon(till: Counter, amount: int, seq: int = 1) -> int:
    """A sale of noodles on bon; answers its number. ``amount`` is a multiple of 3.100, below the break."""
    line = {"item": NOODLES, "quantity": str(amount // 3_100)}
    tenders = [{"kind": "bon", "amount": amount}]
    return int(sell(till, [line], seq=seq, member=till.siti, tenders=tenders)["sale"])


def pay(till: Counter, amount: int, **facts: object) -> dict:
    who = facts.pop("who", "budi")
    facts = {"member_no": till.siti, "shift_no": till.shift} | facts
    return receive_payment(till.village.occasion(who), amount=amount, **facts).answer


def test_a_payment_settles_the_bon_through_the_drawer(till: Counter) -> None:
    on_bon(till, 31_000)
    answer = pay(till, 20_000)
    assert answer["left"] == 11_000
    assert till.balance("1-1300", "member:1") == 11_000
    assert till.balance("1-1110", "shift:1") == 100_000 + 20_000
    assert pay(till, 11_000, kind="transfer")["left"] == 0
    assert till.balance("1-1210", "transfer") == 11_000
    assert faults() == []


def test_nobody_pays_more_than_they_owe(till: Counter) -> None:
    with pytest.raises(refusals.NothingOwed):
        pay(till, 1_000)
    on_bon(till, 31_000)
    with pytest.raises(refusals.PaidTooMuch) as refused:
        pay(till, 31_001)
    assert refused.value.facts["owed"] == 31_000
    with pytest.raises(refusals.AmountMissing):
        pay(till, 0)
    with pytest.raises(refusals.MemberUnknown):
        pay(till, 1_000, member_no=99)
    with pytest.raises(refusals.ShiftNeeded):
        pay(till, 1_000, who="dewi")
    with pytest.raises(refusals.ShiftNeeded):
        pay(till, 1_000, shift_no=99)


def test_the_same_payment_sent_twice_is_one(till: Counter) -> None:
    on_bon(till, 31_000)
    occasion = till.village.occasion("budi", reference="0190aaaa-0000-7000-8000-000000000001")
    facts = {"member_no": till.siti, "amount": 10_000, "shift_no": till.shift}
    first, again = receive_payment(occasion, **facts), receive_payment(occasion, **facts)
    assert first.fresh and not again.fresh and first.answer == again.answer
    assert db.session.query(BonPayment).count() == 1


def test_a_limit_is_for_members_alone(till: Counter) -> None:
    with pytest.raises(refusals.NotAMember):
        set_limit(till.village.occasion("dewi"), member_no=till.candidate, amount=1)
    with pytest.raises(refusals.MemberUnknown):
        set_limit(till.village.occasion("dewi"), member_no=99, amount=1)
    assert set_limit(till.village.occasion("dewi"), member_no=till.candidate, amount=0).fresh


def test_nobody_leaves_with_an_open_bon(till: Counter) -> None:
    on_bon(till, 31_000)
    with pytest.raises(Exception, match=r"31\.000|leaving|settled|Bon") as refused:
        resign(till.village.occasion("lestari"), member_no=till.siti, on=MORNING.date(), reason="Pindah")
    assert "31.000" in str(refused.value.message)


def test_a_bon_that_is_not_in_the_ledger_is_found(till: Counter) -> None:
    on_bon(till, 31_000)
    with unit_of_work() as session:
        first = session.query(Receivable).first()
        columns = {c.name: getattr(first, c.name) for c in Receivable.__table__.columns}
        session.add(Receivable(**columns | {"no": 9, "source_no": 9, "amount": 5}))
    assert any("member:1" in fault for fault in faults())


DAY = date(2026, 11, 23)


def test_payments_go_to_the_oldest_and_credits_to_their_own_charge() -> None:
    moves = [
        Movement(1, "charge", DAY - timedelta(days=100), 50_000),
        Movement(2, "charge", DAY - timedelta(days=40), 30_000),
        Movement(3, "charge", DAY, 20_000),
        Movement(4, "payment", DAY, 55_000),
        Movement(5, "credit", DAY, 8_000, against_no=3),
    ]
    charges = open_charges(moves)
    assert [(each.no, each.left) for each in charges] == [(2, 25_000), (3, 12_000)]
    ages = ageing(charges, DAY)
    assert ages == [12_000, 25_000, 0, 0] and overdue(ages) == 25_000


@pytest.mark.parametrize(
    "days, place", [(0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (999, 3)]
)
def test_each_age_has_its_place(days: int, place: int) -> None:
    charges = open_charges([Movement(1, "charge", DAY - timedelta(days=days), 7)])
    assert ageing(charges, DAY)[place] == 7


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 10**6)), max_size=12), st.integers(0, 10**7))
def test_what_is_open_is_what_was_charged_less_what_was_paid(charged: list, paid: int) -> None:
    total = sum(amount for _, amount in charged)
    paid = min(paid, total)
    moves = [
        Movement(i, "charge", DAY - timedelta(days=days), amount)
        for i, (days, amount) in enumerate(charged, 1)
    ]
    if paid:
        moves.append(Movement(99, "payment", DAY, paid))
    charges = open_charges(moves)
    assert sum(each.left for each in charges) == total - paid == sum(ageing(charges, DAY))


def test_the_pages_show_the_bon_and_take_the_money(till: Counter) -> None:
    on_bon(till, 31_000)
    base = f"/g/{till.village.code}/receivables"
    with signed_in_as(till.village.app, till.village.users["budi"]) as client:
        for page in ("", f"/{till.siti}", f"/{till.siti}/statement", f"/{till.siti}/reminder"):
            answer = client.get(base + page)
            assert answer.status_code == 200 and "Siti Aminah" in answer.text, page
        refused = client.post(f"{base}/{till.siti}/payments", data=_form(amount="99.000", kind="cash"))
        assert refused.status_code == 422 and "tinggal Rp31.000" in refused.text and "99.000" in refused.text
        paid = client.post(f"{base}/{till.siti}/payments", data=_form(amount="11.000", kind="cash"))
        assert paid.status_code == 303
        assert "Rp20.000" in client.get(paid.location).text
        assert client.post(f"{base}/{till.siti}/limit", data=_form(amount="1")).status_code == 403
        assert client.get(f"{base}/99").status_code == 404
    with signed_in_as(till.village.app, till.village.users["dewi"]) as client:
        done = client.post(f"{base}/{till.siti}/limit", data=_form(amount="250.000"))
        assert done.status_code == 303
        assert queries.account(till.gerai_id, till.siti).left == 230_000


def _form(**facts: str) -> dict[str, str]:
    return {"reference": str(uuid4()), **facts}


def test_the_bon_of_another_gerai_is_nobodys_here(till: Counter) -> None:
    on_bon(till, 31_000)
    base = f"/g/{till.village.code}/receivables"
    with signed_in_as(till.village.app, till.village.users["tono"]) as client:
        for page in ("", "/1", "/1/statement", "/payments/1"):
            assert client.get(base + page).status_code == 404
    theirs = Occasion(till.village.other_gerai_id, till.village.users["tono"], MORNING)
    with pytest.raises(refusals.MemberUnknown):
        set_limit(theirs, member_no=till.siti, amount=1)


def test_the_list_asks_no_more_for_more_debtors(till: Counter) -> None:
    for serial in range(3, 6):
        no = member(till.village, f"Anggota {serial}", nik_of(serial))
        set_limit(till.village.occasion("dewi"), member_no=no, amount=50_000)
        line = [{"item": NOODLES, "quantity": "1"}]
        sell(till, line, seq=serial, member=no, tenders=[{"kind": "bon", "amount": 3_100}])
    rows = queries.debtors(till.gerai_id, MORNING.date() + timedelta(days=45))
    assert [row.overdue for row in rows] == [3_100, 3_100, 3_100]
