"""Members, packs, containers, other people's goods and bon in one basket."""

import pytest

from app.foundation.database import db
from app.gerai.queries import day_counts
from app.inventory.models import ContainerStock, Stock
from app.ledger.models import Posting
from app.sales import refusals
from app.sales.approval import Approval
from app.sales.models import SaleApproval, SaleMember
from tests.inventory.faults import faults
from tests.sales.counter import CHIPS, DEPOSIT, DUS_CODE, GAS, NOODLES, Counter, counter, sell
from tests.shop import SOAP, basket
from tests.shop import sell as ring
from tests.village import MORNING, TestVillage


@pytest.fixture
def till(village: TestVillage) -> Counter:
    return counter(village)


def postings(till: Counter, entry: int) -> dict[str, int]:
    rows = db.session.query(Posting).filter_by(gerai_id=till.gerai_id, entry_no=entry)
    return {f"{row.account} {row.subledger}".strip(): row.amount for row in rows}


def test_a_member_pays_the_members_price_into_the_members_accounts(till: Counter) -> None:
    answer = sell(
        till, [{"item": NOODLES, "quantity": "2", "unit_price": 3_100}], member=till.siti, cash=6_200
    )
    assert answer["total"] == 6_200
    assert postings(till, answer["entry"]) == {
        "1-1110 shift:1": 6_200,
        "4-1100": -6_200,
        "5-1100": 5_600,
        "1-1500": -5_600,
    }
    assert db.session.get_one(SaleMember, (till.gerai_id, 1)).member_no == till.siti


def test_a_member_is_counted_once_a_day_however_often_they_buy(till: Counter) -> None:
    for seq in (1, 2):
        sell(till, [{"item": SOAP, "quantity": "1"}], seq=seq, member=till.siti)
    sell(till, [{"item": SOAP, "quantity": "1"}], seq=3)
    assert day_counts(till.gerai_id, MORNING.date()) == {
        "receipts": 3,
        "receipts_member": 2,
        "members_bought": 1,
    }
    assert faults() == []


def test_a_candidate_pays_what_everybody_pays_and_is_told_so(till: Counter) -> None:
    line = {"item": NOODLES, "quantity": "1"}
    with pytest.raises(refusals.MemberNotActive) as refused:
        sell(till, [line], member=till.candidate)
    assert "Wahyu Hidayat" in refused.value.message
    told = sell(till, [line | {"unit_price": 3_100}], member=till.candidate, completed=True, cash=3_100)
    assert [each["code"] for each in told["exceptions"]] == ["member_not_active", "price_differs"]
    assert "4-1110" in postings(till, told["entry"])


def test_a_pack_counts_packs_on_the_receipt_and_pieces_in_the_stock(till: Counter) -> None:
    answer = sell(till, [{"barcode": DUS_CODE, "quantity": "2", "unit": "dus", "unit_price": 116_000}])
    assert answer["total"] == 232_000
    assert db.session.get_one(Stock, (till.gerai_id, NOODLES)).quantity_milli == 120_000
    by_unit = sell(till, [{"item": NOODLES, "quantity": "1", "unit": "dus"}], seq=2)
    assert by_unit["total"] == 116_000
    with pytest.raises(refusals.QuantityNotWhole):
        sell(till, [{"item": NOODLES, "quantity": "0.5", "unit": "dus"}], seq=3)
    with pytest.raises(refusals.StockShort) as short:
        sell(till, [{"barcode": DUS_CODE, "quantity": "3"}], seq=3)
    assert short.value.facts["left"] == 80_000


def test_the_more_is_bought_the_less_a_piece_costs(till: Counter) -> None:
    assert sell(till, [{"item": NOODLES, "quantity": "20"}])["total"] == 60_000
    with pytest.raises(refusals.PriceDiffers):
        sell(till, [{"item": NOODLES, "quantity": "19", "unit_price": 3_000}], seq=2)


def test_a_refill_takes_an_empty_or_a_deposit(till: Counter) -> None:
    with pytest.raises(refusals.ContainersDiffer):
        sell(till, [{"item": GAS, "quantity": "2"}])
    line = {"item": GAS, "quantity": "2", "empties": 1, "deposits": 1}
    with pytest.raises(refusals.DepositDiffers):
        sell(till, [line], deposit=100_000, cash=200_000)
    answer = sell(till, [line], deposit=DEPOSIT, total=38_000, cash=200_000)
    assert (answer["total"], answer["deposit"], answer["change"]) == (38_000, DEPOSIT, 12_000)
    assert postings(till, answer["entry"])["2-1315 container:1"] == -DEPOSIT
    held = db.session.get_one(ContainerStock, (till.gerai_id, 1))
    assert (held.empty, held.lent, held.deposit) == (1, 1, DEPOSIT)
    assert faults() == []


def test_of_goods_on_consignment_only_the_commission_is_revenue(till: Counter) -> None:
    answer = sell(till, [{"item": CHIPS, "quantity": "3"}, {"item": SOAP, "quantity": "1"}], cash=33_700)
    assert postings(till, answer["entry"]) == {
        "1-1110 shift:1": 33_600,
        "8-1300": 50,
        "4-7100": -6_000,
        "2-1105 supplier:1": -24_000,
        "4-1110": -3_650,
        "5-1110": 3_000,
        "1-1500": -3_000,
    }
    assert faults() == []


def test_cash_qris_transfer_and_bon_pay_one_basket(till: Counter) -> None:
    tenders = [
        {"kind": "bon", "amount": 30_000},
        {"kind": "qris", "amount": 10_050},
        {"kind": "transfer", "amount": 5_000},
        {"kind": "cash", "amount": 20_000},
    ]
    answer = sell(till, [{"item": NOODLES, "quantity": "20"}], member=till.siti, tenders=tenders)
    # 60.000 less 45.050: 14.950 in cash, rounded down to 14.900
    assert answer["change"] == 5_100
    assert postings(till, answer["entry"]) == {
        "1-1110 shift:1": 14_900,
        "1-1210 qris": 10_050,
        "1-1210 transfer": 5_000,
        "1-1300 member:1": 30_000,
        "8-1300": 50,
        "4-1100": -60_000,
        "5-1100": 56_000,
        "1-1500": -56_000,
    }
    assert till.balance("1-1300", "member:1") == 30_000
    assert faults() == []


def test_bon_needs_a_member_with_room_for_it(till: Counter) -> None:
    line, bon = {"item": NOODLES, "quantity": "1"}, [{"kind": "bon", "amount": 3_200}]
    with pytest.raises(refusals.BonNeedsMember):
        sell(till, [line], tenders=bon)
    much = [{"item": NOODLES, "quantity": "80"}]
    with pytest.raises(refusals.BonOverLimit) as refused:
        sell(till, much, member=till.siti, tenders=[{"kind": "bon", "amount": 240_000}])
    assert refused.value.facts["left"] == 200_000
    told = sell(till, much, member=till.siti, tenders=[{"kind": "bon", "amount": 240_000}], completed=True)
    assert [each["code"] for each in told["exceptions"]] == ["bon_over_limit"]
    assert till.balance("1-1300", "member:1") == 240_000
    unknown = sell(till, [line], seq=2, tenders=bon, completed=True)
    assert [each["code"] for each in unknown["exceptions"]] == ["bon_needs_member", "tender_short"]
    assert till.balance("1-1330", f"user:{till.village.users['budi']}") == 3_200
    assert faults() == []


def test_a_discount_above_the_limit_needs_somebody_whose_limit_suffices(till: Counter) -> None:
    body = basket([{"item": NOODLES, "quantity": "20", "discount": 9_000}], shift=till.shift)
    with pytest.raises(refusals.DiscountOverLimit):
        ring(till.village, body)
    dewi = till.village.users["dewi"]
    for approval, refusal in (
        (Approval(None), refusals.ApprovalWrong),
        (Approval(dewi, "Dewi", 8_999), refusals.ApprovalNotEnough),
    ):
        with pytest.raises(refusal):
            _approved(till, body, approval)
    answer = _approved(till, body, Approval(dewi, "Dewi Kartika", None))
    assert answer["approved_by"] == "Dewi Kartika"
    stored = db.session.query(SaleApproval).one()
    assert (stored.approver_id, stored.amount) == (dewi, 9_000)


def _approved(till: Counter, body: dict, approval: Approval) -> dict:
    from app.sales.operations import record_sale
    from app.sales.request import read

    order = read(body, discount_limit=5_000, approval=approval)
    return record_sale(till.village.occasion("budi", MORNING, order.reference), order=order).answer
