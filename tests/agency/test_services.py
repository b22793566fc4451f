"""Services of others: only the fee is the gerai's own, and the deposit is the provider's figure or says why not."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from app.agency import queries
from app.agency.models import AgencySale
from app.agency.operations import add_product, cancel_service, end_product, reconcile, sell_service, top_up
from app.agency.refusals import (
    AlreadyCancelled,
    CommissionTooLarge,
    CustomerMissing,
    DepositShort,
    NoDrawer,
    ProductEnded,
    ProductExists,
    ProviderUnknown,
    ReasonNeeded,
)
from app.agency.rules import effect, masked
from app.books.models import Act
from app.cash.models import drawer_of
from app.cash.operations import add_bank
from app.cash.refusals import BankUnknown, NotYourShift, SafeShort, ShiftClosed
from app.foundation.database import db, unit_of_work
from tests.cash.drawer import DRAWER, SAFE, balance, by_unit, closed, opened
from tests.conftest import signed_in_as
from tests.inventory.faults import faults
from tests.village import TestVillage

DEPOSIT, REVENUE = "1-1230", "4-7110"
TOKEN, CASH_OUT = 1, 2
NUMBER = "14023456789"


@pytest.fixture
def counter(village: TestVillage) -> TestVillage:
    """Token listrik (fee 2.500, commission 500) and tarik tunai (fee 5.000), half a million with the provider."""
    dewi = village.occasion("dewi")
    for service, name, fee, commission in (
        ("token", "Token PLN", 2_500, 500),
        ("withdrawal", "Tarik tunai", 5_000, 0),
    ):
        add_product(dewi, provider="Payku", service=service, name=name, fee=fee, commission=commission)
    wati = village.occasion("wati")
    add_bank(wati, bank="BRI", number="12345678", holder="Koperasi", mdr_basis_points=30)
    top_up(wati, provider_no=1, amount=500_000, bank_no=1, note="")
    return village


def sold(village: TestVillage, product: int, shift: int, principal: int, **facts: Any) -> dict[str, Any]:
    who, reference = facts.pop("who", "budi"), facts.pop("reference", None)
    content = {"customer": NUMBER, "provider_ref": ""} | facts
    occasion = village.occasion(who, reference=reference)
    return sell_service(occasion, product_no=product, shift_no=shift, principal=principal, **content).answer


def test_a_token_moves_drawer_and_deposit_and_earns_its_fee(counter: TestVillage) -> None:
    shift = opened(counter, opening_float=100_000)
    sold(counter, TOKEN, shift, 100_000)
    assert balance(counter, DRAWER, drawer_of(shift)) == 202_500
    assert balance(counter, DEPOSIT, "agent:1") == 400_500
    assert balance(counter, REVENUE) == -3_000
    assert by_unit(counter, REVENUE) == {"TOKO": -3_000}
    assert closed(counter, shift, 202_500)["difference"] == 0
    assert faults() == []


def test_a_withdrawal_pays_out_of_the_drawer_and_fills_the_deposit(counter: TestVillage) -> None:
    shift = opened(counter, opening_float=200_000)
    sold(counter, CASH_OUT, shift, 150_000)
    assert balance(counter, DRAWER, drawer_of(shift)) == 55_000
    assert balance(counter, DEPOSIT, "agent:1") == 650_000
    assert balance(counter, REVENUE) == -5_000
    assert faults() == []


def test_what_the_deposit_does_not_hold_is_not_sold(counter: TestVillage) -> None:
    shift = opened(counter)
    with pytest.raises(DepositShort) as refused:
        sold(counter, TOKEN, shift, 501_000)
    assert refused.value.facts == {"provider": "Payku", "left": 500_000}
    sold(counter, TOKEN, shift, 500_500)  # the commission stays
    assert balance(counter, DEPOSIT, "agent:1") == 0


def test_a_sale_is_refused_for_what_it_lacks(counter: TestVillage) -> None:
    shift = opened(counter)
    for refusal, facts in (
        (CustomerMissing, {"customer": "12-34"}),
        (NotYourShift, {"who": "dewi"}),
    ):
        with pytest.raises(refusal):
            sold(counter, TOKEN, shift, 20_000, **facts)
    with pytest.raises(CommissionTooLarge):
        sold(counter, TOKEN, shift, 499)
    end_product(counter.occasion("dewi"), product_no=TOKEN)
    with pytest.raises(ProductEnded):
        sold(counter, TOKEN, shift, 20_000)
    closed(counter, shift, 100_000)
    with pytest.raises(ShiftClosed):
        sold(counter, CASH_OUT, shift, 20_000)
    with pytest.raises(ProductExists):
        add_product(
            counter.occasion("dewi"),
            provider="Payku",
            service="token",
            name="Tarik tunai",
            fee=0,
            commission=0,
        )


def test_of_a_customers_number_only_the_end_is_kept(counter: TestVillage) -> None:
    shift = opened(counter)
    sold(counter, TOKEN, shift, 20_000, reference=str(uuid4()))
    row = db.session.scalar(select(AgencySale))
    assert row is not None and row.customer == "*******6789"
    acts = db.session.scalars(select(Act.answer).where(Act.gerai_id == counter.gerai_id)).all()
    assert not any(NUMBER in answer for answer in acts)
    with signed_in_as(counter.app, counter.users["budi"]) as client:
        for path in ("services", "services/sales/1", "services/sales/1?width=80"):
            page = client.get(f"/g/{counter.code}/{path}")
            assert page.status_code == 200
            assert NUMBER not in page.text and "*******6789" in page.text


@pytest.mark.parametrize(
    "number, shown", [("14023456789", "*******6789"), ("0812-3456", "****3456"), ("123456", "****456")]
)
def test_numbers_are_masked(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_what_was_not_rendered_goes_back_whole(counter: TestVillage) -> None:
    shift = opened(counter, opening_float=100_000)
    sold(counter, TOKEN, shift, 100_000)
    with pytest.raises(ReasonNeeded):
        cancel_service(counter.occasion("dewi"), sale_no=1, reason="gagal")
    cancel_service(counter.occasion("dewi"), sale_no=1, reason="Token tidak keluar dari PLN")
    assert balance(counter, DRAWER, drawer_of(shift)) == 100_000
    assert balance(counter, DEPOSIT, "agent:1") == 500_000
    assert balance(counter, REVENUE) == 0
    with pytest.raises(AlreadyCancelled):
        cancel_service(counter.occasion("dewi"), sale_no=1, reason="Token tidak keluar dari PLN")
    assert faults() == []


def test_after_its_shift_it_goes_back_from_another_drawer(counter: TestVillage) -> None:
    shift = opened(counter, opening_float=100_000)
    sold(counter, TOKEN, shift, 20_000)
    closed(counter, shift, 122_500)
    with pytest.raises(NoDrawer):
        cancel_service(counter.occasion("dewi"), sale_no=1, reason="Token tidak keluar dari PLN")
    other = opened(counter, "dewi", "A", opening_float=100_000)
    cancel_service(counter.occasion("dewi"), sale_no=1, reason="Token tidak keluar dari PLN")
    assert balance(counter, DRAWER, drawer_of(other)) == 77_500
    assert faults() == []


def test_the_deposit_is_filled_from_safe_or_bank(counter: TestVillage) -> None:
    assert balance(counter, "1-1200", "bank:1") == -500_000
    wati = counter.occasion("wati")
    for refusal, facts in (
        (SafeShort, {"bank_no": None}),
        (BankUnknown, {"bank_no": 9}),
        (ProviderUnknown, {"provider_no": 9}),
    ):
        with pytest.raises(refusal):
            top_up(wati, **({"provider_no": 1, "amount": 1_000, "bank_no": 1, "note": ""} | facts))
    shift = opened(counter, opening_float=0)
    sold(counter, TOKEN, shift, 100_000)
    closed(counter, shift, 102_500)
    top_up(wati, provider_no=1, amount=100_000, bank_no=None, note="")
    assert balance(counter, SAFE) == 2_500
    assert faults() == []


def test_the_providers_figure_is_laid_beside_the_books(counter: TestVillage) -> None:
    wati = counter.occasion("wati")
    done = reconcile(wati, provider_no=1, stated=498_000, follow=False, reason="")
    assert (done.answer["difference"], done.answer["entry"]) == (-2_000, None)
    with pytest.raises(ReasonNeeded):
        reconcile(wati, provider_no=1, stated=498_000, follow=True, reason="")
    reconcile(wati, provider_no=1, stated=498_000, follow=True, reason="Biaya admin isi deposit")
    assert (balance(counter, DEPOSIT, "agent:1"), balance(counter, "8-1900")) == (498_000, 2_000)
    reconcile(wati, provider_no=1, stated=499_000, follow=True, reason="Komisi bulan lalu masuk")
    assert (queries.deposit(counter.gerai_id, 1), balance(counter, REVENUE)) == (499_000, -1_000)
    assert faults() == []


amounts = st.integers(1_000, 300_000)


@given(st.sampled_from(["token", "withdrawal"]), amounts, st.integers(0, 5_000), st.integers(0, 1_000))
def test_drawer_and_deposit_gain_together_what_is_earned(
    service: str, principal: int, fee: int, commission: int
) -> None:
    moved = effect(service, principal=principal, fee=fee, commission=commission)
    assert moved.drawer + moved.deposit == moved.earned == fee + commission


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["token", "out", "cancel", "fill", "check"]), amounts), max_size=8))
def test_any_life_of_the_counter_ties_out(counter: TestVillage, life) -> None:
    shift, mine = opened(counter, opening_float=100_000), []
    for kind, amount in life:
        try:
            if kind == "token":
                mine.append(sold(counter, TOKEN, shift, amount)["agency_sale"])
            elif kind == "out":
                mine.append(sold(counter, CASH_OUT, shift, amount)["agency_sale"])
            elif kind == "cancel" and mine:
                cancel_service(counter.occasion("dewi"), sale_no=mine.pop(), reason="Tidak jadi dilayani")
            elif kind == "fill":
                top_up(counter.occasion("wati"), provider_no=1, amount=amount, bank_no=1, note="")
            elif kind == "check":
                reconcile(
                    counter.occasion("wati"),
                    provider_no=1,
                    stated=amount,
                    follow=True,
                    reason="Mengikuti penyedia",
                )
        except DepositShort:
            continue
    assert faults() == []
    closed(counter, shift, 100_000, "Dihitung apa adanya")
    assert balance(counter, DRAWER, drawer_of(shift)) == 0


def test_the_same_form_twice_is_one_service(counter: TestVillage) -> None:
    shift = opened(counter)
    form = {"reference": str(uuid4()), "customer": NUMBER, "amount": "20.000", "provider_ref": "123"}
    with signed_in_as(counter.app, counter.users["budi"]) as client:
        for _ in range(2):
            answer = client.post(f"/g/{counter.code}/services/{TOKEN}/new", data=form)
            assert answer.status_code == 303 and answer.location.endswith("/services/sales/1")
        wrong = client.post(
            f"/g/{counter.code}/services/{TOKEN}/new",
            data=form | {"reference": str(uuid4()), "amount": "900.000"},
        )
        assert (
            wrong.status_code == 422
            and "Deposit pada Payku tinggal" in wrong.text
            and "900.000" in wrong.text
        )
    assert balance(counter, DRAWER, drawer_of(shift)) == 122_500


BREAKS = {
    "80_deposits": "INSERT INTO agency_top_up (gerai_id, no, provider_no, amount, note, topped_at, topped_by, entry_no, act_no)"
    " SELECT gerai_id, 9, provider_no, 5, '', topped_at, topped_by, entry_no, act_no FROM agency_top_up WHERE gerai_id = :g",
    "81_service_cash": "INSERT INTO tender (gerai_id, source, source_no, line, shift_no, unit, kind, amount, given)"
    " VALUES (:g, 'agency.sale', 1, 9, 1, 'TOKO', 'cash', 5, 5)",
}


@pytest.mark.parametrize("check, sql", BREAKS.items())
def test_what_does_not_agree_is_found(counter: TestVillage, check: str, sql: str) -> None:
    sold(counter, TOKEN, opened(counter), 20_000)
    assert faults() == []
    with unit_of_work() as session:
        session.execute(text(sql), {"g": counter.gerai_id})
    assert any(found.startswith(f"agency/{check}:") for found in faults()), faults()
