"""A sale undone in its shift, and goods brought back against their receipt."""

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.books.refusals import ReferenceConflict
from app.cash.operations import close_shift, count_drawer
from app.foundation.database import db
from app.gerai.queries import day_counts
from app.inventory.models import ContainerStock, Stock
from app.ledger.models import Balance, Entry, Posting
from app.receivables.operations import receive_payment
from app.sales import refusals
from app.sales.approval import Approval
from app.sales.models import SaleReturn, SaleReturnLine
from app.sales.returns import SoldLine, part_of
from tests.inventory.faults import faults
from tests.sales.counter import (
    CHIPS,
    DEPOSIT,
    DUS_CODE,
    GAS,
    NOODLES,
    TOMORROW,
    Counter,
    counter,
    give_back,
    sell,
    undo,
)
from tests.shop import EGGS, OIL, RICE, SOAP, open_till
from tests.village import MORNING, TestVillage


@pytest.fixture
def till(village: TestVillage) -> Counter:
    return counter(village)


def balances(till: Counter) -> dict[tuple[str, str], int]:
    rows = db.session.query(Balance).filter_by(gerai_id=till.gerai_id).populate_existing()
    return {(row.account, row.subledger): row.amount for row in rows if row.amount}


def on_hand(till: Counter) -> dict[int, tuple[int, int]]:
    rows = db.session.query(Stock).filter_by(gerai_id=till.gerai_id).populate_existing()
    return {row.item_no: (row.quantity_milli, row.value) for row in rows}


EVERYTHING = [
    {"item": EGGS, "quantity": "1.250"},
    {"item": SOAP, "quantity": "3", "discount": 950},
    {"barcode": DUS_CODE, "quantity": "2"},
    {"item": GAS, "quantity": "2", "empties": 1, "deposits": 1},
    {"item": CHIPS, "quantity": "3"},
]


def test_a_void_leaves_everything_as_if_the_sale_had_not_been(till: Counter) -> None:
    before, shelf = balances(till), on_hand(till)
    tenders = [
        {"kind": "bon", "amount": 100_000},
        {"kind": "qris", "amount": 7_000},
        {"kind": "cash", "amount": 900_000},
    ]
    sale = sell(till, EVERYTHING, member=till.siti, tenders=tenders)
    answer = undo(till, sale["sale"], limit=None)
    assert answer["void"] == 1
    assert balances(till) == before and on_hand(till) == shelf
    held = db.session.get_one(ContainerStock, (till.gerai_id, 1), populate_existing=True)
    assert (held.empty, held.lent, held.deposit) == (0, 0, 0)
    assert not any(day_counts(till.gerai_id, MORNING.date()).values())
    assert faults() == []


def test_a_sale_is_voided_once_and_only_while_its_shift_is_open(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}])["sale"]
    with pytest.raises(refusals.ShiftDiffers):
        undo(till, sale, shift=99)
    with pytest.raises(refusals.ReasonMissing):
        undo(till, sale, reason="")
    with pytest.raises(refusals.SaleUnknown):
        undo(till, 99)
    reference = str(uuid4())
    first = undo(till, sale, reference=reference)
    assert undo(till, sale, reference=reference) == first
    with pytest.raises(ReferenceConflict):
        undo(till, sale, reference=reference, reason="Lain")
    with pytest.raises(refusals.AlreadyVoided):
        undo(till, sale)
    with pytest.raises(refusals.AlreadyVoided):
        give_back(till, sale, {1: 1_000})


def test_after_its_shift_a_sale_is_returned_and_not_voided(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "2"}])["sale"]
    _close(till)
    with pytest.raises(refusals.ShiftNotOpen):
        undo(till, sale)
    with pytest.raises(refusals.ShiftNotOpen):
        give_back(till, sale, {1: 1_000}, at=TOMORROW)
    later = open_till(till.village)
    answer = give_back(till, sale, {1: 2_000}, at=TOMORROW, shift=later)
    assert (answer["value"], answer["refund"]) == (7_300, [{"kind": "cash", "amount": 7_300}])
    entry = db.session.get_one(Entry, (till.gerai_id, answer["entry"]))
    assert entry.posted_on == TOMORROW.date()
    assert till.balance("1-1110", f"shift:{later}") == 100_000 - 7_300
    assert faults() == []


def _close(till: Counter) -> None:
    dewi = till.village.occasion("dewi")
    count_drawer(dewi, shift_no=till.shift, pieces={100_000: 1}, any_shift=True)
    close_shift(dewi, shift_no=till.shift, reason="Salah hitung saat pagi", any_shift=True)


def test_a_return_mirrors_its_sale_under_the_same_accounts(till: Counter) -> None:
    sale = sell(till, [{"item": NOODLES, "quantity": "4"}], member=till.siti, cash=12_400)["sale"]
    answer = give_back(till, sale, {1: 1_000})
    rows = db.session.query(Posting).filter_by(gerai_id=till.gerai_id, entry_no=answer["entry"])
    assert {f"{row.account} {row.subledger}".strip(): row.amount for row in rows} == {
        "1-1110 shift:1": -3_100,
        "4-1100": 3_100,
        "5-1100": -2_800,
        "1-1500": 2_800,
    }


def test_never_more_comes_back_than_was_bought_less_what_came_back_before(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "3"}])["sale"]
    give_back(till, sale, {1: 2_000})
    with pytest.raises(refusals.ReturnedTooMuch) as refused:
        give_back(till, sale, {1: 2_000})
    assert (refused.value.status, refused.value.facts["left"]) == (409, 1_000)
    with pytest.raises(refusals.QuantityNotWhole):
        give_back(till, sale, {1: 500})
    with pytest.raises(refusals.LineUnknown):
        give_back(till, sale, {2: 1_000})
    with pytest.raises(refusals.NothingReturned):
        give_back(till, sale, {})
    with pytest.raises(refusals.AlreadyReturned):
        undo(till, sale)
    give_back(till, sale, {1: 1_000})
    with pytest.raises(refusals.ReturnedTooMuch):
        give_back(till, sale, {1: 1_000})


def test_what_is_still_open_of_the_bon_comes_off_the_bon(till: Counter) -> None:
    tenders = [{"kind": "bon", "amount": 10_000}, {"kind": "cash", "amount": 2_400}]
    sale = sell(till, [{"item": NOODLES, "quantity": "4"}], member=till.siti, tenders=tenders)["sale"]
    receive_payment(till.village.occasion("budi"), member_no=till.siti, amount=4_000, shift_no=till.shift)
    with pytest.raises(refusals.BonPaidAlready):
        undo(till, sale)
    with pytest.raises(refusals.RefundDiffers):
        give_back(till, sale, {1: 4_000}, refund={"cash": 12_400})
    answer = give_back(till, sale, {1: 4_000})
    assert answer["refund"] == [{"kind": "bon", "amount": 6_000}, {"kind": "cash", "amount": 6_400}]
    assert till.balance("1-1300", f"member:{till.siti}") == 0
    assert faults() == []


def test_what_was_paid_by_qris_goes_back_by_qris_where_that_is_asked(till: Counter) -> None:
    sale = sell(till, [{"item": EGGS, "quantity": "1"}], tenders=[{"kind": "qris", "amount": 28_250}])["sale"]
    with pytest.raises(refusals.RefundDiffers):
        give_back(till, sale, {1: 500}, refund={"transfer": 14_125})
    part = give_back(till, sale, {1: 500}, refund={"qris": 14_125})
    assert part["refund"] == [{"kind": "qris", "amount": 14_125}]
    rest = give_back(till, sale, {1: 500})
    assert rest["refund"] == [
        {"kind": "cash", "amount": 14_200}
    ]  # rounded up: smaller coins are not to be had
    assert faults() == []


def test_above_ones_limit_somebody_whose_limit_suffices_approves(till: Counter) -> None:
    sale = sell(till, [{"item": RICE, "quantity": "1"}])["sale"]
    for act, refusal in ((undo, refusals.VoidOverLimit), (_return_rice, refusals.ReturnOverLimit)):
        with pytest.raises(refusal):
            act(till, sale, limit=50_000)
        with pytest.raises(refusals.ApprovalWrong):
            act(till, sale, limit=50_000, approval=Approval(None))
        with pytest.raises(refusals.ApprovalNotEnough):
            act(till, sale, limit=50_000, approval=Approval(7, "Wati", 64_999))
    dewi = till.village.users["dewi"]
    answer = undo(till, sale, limit=50_000, approval=Approval(dewi, "Dewi Kartika", None))
    assert answer["approved_by"] == "Dewi Kartika"
    assert db.session.query(SaleReturn).one().approver_id == dewi


def _return_rice(till: Counter, sale: int, **facts: object) -> dict:
    return give_back(till, sale, {1: 1_000}, **facts)


def test_nobody_gives_back_out_of_another_cashiers_drawer(till: Counter) -> None:
    sale = sell(till, [{"item": SOAP, "quantity": "1"}])["sale"]
    with pytest.raises(refusals.ShiftOfAnother):
        undo(till, sale, who="yuni")
    with pytest.raises(refusals.ShiftOfAnother):
        give_back(till, sale, {1: 1_000}, who="yuni")
    assert give_back(till, sale, {1: 1_000}, who="dewi", any_shift=True)["value"] == 3_650


def test_goods_sold_below_zero_come_back_at_the_cost_they_left_with(till: Counter) -> None:
    lines = [{"item": OIL, "quantity": "70"}]  # ten more than there are
    sale = sell(till, lines, completed=True, cash=1_099_000)["sale"]
    give_back(till, sale, {1: 30_000}, limit=None)
    assert faults() == []
    give_back(till, sale, {1: 40_000}, limit=None)
    assert db.session.get_one(Stock, (till.gerai_id, OIL), populate_existing=True).quantity_milli == 60_000
    assert faults() == []


whole = st.integers(min_value=0, max_value=2_000_000)


@given(
    quantity=st.integers(min_value=1, max_value=9_999),
    sums=st.tuples(whole, whole, whole, whole, whole),
    cuts=st.lists(st.integers(min_value=1, max_value=9_998), max_size=8, unique=True),
)
def test_parts_in_whatever_pieces_sum_to_the_line(quantity: int, sums: tuple, cuts: list[int]) -> None:
    discount, amount, cost, owed, deposit = sums
    ends = [*sorted(cut for cut in cuts if cut < quantity), quantity]
    back, parts = 0, []
    for end in ends:
        line = SoldLine(
            1,
            1,
            "sembako",
            "x",
            "kg",
            quantity,
            quantity,
            1,
            discount,
            amount,
            cost,
            1,
            owed,
            1,
            0,
            0,
            deposit,
            back,
        )
        parts.append(part_of(line, end - back))
        back = end
    for name, total in (
        ("discount", discount),
        ("amount", amount),
        ("cost", cost),
        ("owed", owed),
        ("deposit", deposit),
    ):
        shares = [getattr(part, name) for part in parts]
        assert sum(shares) == total and min(shares) >= 0
    assert sum(part.stock_milli for part in parts) == quantity


pieces = st.lists(
    st.tuples(st.integers(min_value=1, max_value=5), st.integers(min_value=1, max_value=3)), max_size=10
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=pieces, by_member=st.booleans())
def test_any_sequence_of_returns_sums_to_the_sale(till: Counter, steps: list, by_member: bool) -> None:
    """Returned in any parts and order, all of it gives back exactly what was paid, and the books are as before."""
    before, shelf = balances(till), on_hand(till)
    paid = {"member": till.siti} if by_member else {}
    seq = db.session.query(SaleReturn).count() + len(db.session.query(Entry.no).all())
    sale = sell(till, EVERYTHING, seq=seq, cash=900_000, **paid)["sale"]
    left = {1: 1_250, 2: 3_000, 3: 2_000, 4: 2_000, 5: 3_000}
    for line, size in steps:
        milli = min(left[line], size * (125 if line == 1 else 1_000))
        if milli:
            give_back(till, sale, {line: milli}, limit=None)
            left[line] -= milli
    rest = {line: milli for line, milli in left.items() if milli}
    if rest:
        give_back(till, sale, rest, limit=None)
    assert balances(till) == before and on_hand(till) == shelf
    assert faults() == []


def test_a_sale_that_came_back_in_parts_keeps_each_of_them(till: Counter) -> None:
    sale = sell(till, [{"item": GAS, "quantity": "3", "empties": 1, "deposits": 2}], cash=900_000)["sale"]
    for _ in range(3):
        give_back(till, sale, {1: 1_000}, limit=None)
    rows = db.session.query(SaleReturnLine).order_by(SaleReturnLine.return_no).all()
    assert sum(row.deposit for row in rows) == 2 * DEPOSIT
    assert sum(row.empties for row in rows) == 1
    assert faults() == []
