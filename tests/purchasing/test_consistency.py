"""Where buying and the ledger do not agree, it shows; and two who pay at once pay once."""

from typing import Any

import pytest
from sqlalchemy import text

from app.books.acts import Outcome
from app.catalog.models import Container
from app.foundation.database import db, unit_of_work
from app.purchasing.operations import pay_supplier
from app.purchasing.refusals import NothingOwed
from app.purchasing.rules import ReceivedLine
from tests.inventory.faults import faults
from tests.inventory.goods import GAS
from tests.inventory.test_containers import lend
from tests.purchasing.goods import balance, bought, opened
from tests.races.crowd import acting, at_once
from tests.village import TestVillage

BREAKS = {
    "66_containers": "UPDATE container_stock SET empty = empty + 1",
    "67_counts": "INSERT INTO stock_count_end (gerai_id, count_no, outcome, surplus, loss, note, act_no)"
    " VALUES (:g, 1, 'approved', 0, 500, '', 1)",
    "72_payables": "UPDATE payable SET amount = amount + 1",
    "73_settled": "UPDATE payable SET settled = settled + 1",
    "74_consignment": "INSERT INTO settlement (gerai_id, no, supplier_no, settled_on, paid_from, owed, missing, paid, act_no)"
    " VALUES (:g, 1, 1, '2026-11-23', 'safe', 0, 0, 500, 1)",
    "75_consigned_worth": "UPDATE stock SET value = 500 WHERE item_no = 3",
}


@pytest.mark.parametrize("check, sql", BREAKS.items())
def test_what_does_not_agree_is_found(village: TestVillage, check: str, sql: str) -> None:
    makmur = opened(village)
    with unit_of_work() as session:
        session.add(Container(gerai_id=village.gerai_id, no=1, name="Tabung 3 kg", deposit=150_000))
        if check == "67_counts":
            session.execute(
                text(
                    "INSERT INTO stock_count (gerai_id, no, scope, words, threshold, opened_at, opened_by)"
                    " VALUES (:g, 1, 'all', '', 0, '2026-11-23 00:00:00', :who)"
                ),
                {"g": village.gerai_id, "who": village.users["dewi"]},
            )
    lend(village.occasion("budi"), pieces=1, deposit=150_000)
    bought(village, makmur)
    bought(village, makmur, ReceivedLine(GAS, 1_000, 0, owed=15_000), nota="2", paid_from="consigned")
    pay_supplier(village.occasion("wati"), supplier_no=makmur, amount=100_000, paid_from="safe")
    assert faults() == []
    bound: dict[str, Any] = {"g": village.gerai_id} if ":g" in sql else {}
    with unit_of_work() as session:
        session.execute(text(sql), bound)
    assert any(f"/{check}:" in found for found in faults()), faults()


def test_two_who_pay_the_same_debt_at_once_pay_it_once(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        makmur = opened(own_village)
        bought(own_village, makmur)
        db.session.remove()

    def pay(who: int) -> object:
        occasion = own_village.occasion(("wati", "dewi")[who])
        return pay_supplier(occasion, supplier_no=makmur, amount=650_000, paid_from="safe")

    tried = at_once(2, acting(own_village, pay))
    assert sum(isinstance(each, Outcome) for each in tried) == 1
    assert sum(isinstance(each, NothingOwed) for each in tried) == 1
    with own_village.app.app_context():
        assert balance(own_village, "2-1100", "supplier:1") == 0
        assert faults() == []
        db.session.remove()
