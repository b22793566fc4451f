"""A village that has lived: the demo's thirty days, and one of each thing that a page has words for."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from flask import Flask
from sqlalchemy import select

from app.access.models import User
from app.agency.operations import add_product, sell_service, top_up
from app.books import DISTRICT
from app.books.book import Occasion
from app.cash import queries as cash
from app.cash.models import Shift, ShiftCount
from app.cash.operations import (
    add_bank,
    close_shift,
    count_by_surprise,
    count_drawer,
    give_cash,
    import_statement,
    move_cash,
    open_shift,
)
from app.cash.statement import Statement, StatementLine
from app.catalog.models import Item
from app.catalog.operations import add_item, add_own_barcode, end_item
from app.demo import village as demo
from app.demo.people import PASSWORD
from app.demo.purse import pieces_of
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from app.foundation.dates import local_date
from app.gerai.models import Gerai
from app.gerai.operations import FirstPassword, appoint, appoint_new, open_gerai
from app.gerai.roles import Role
from app.inventory.operations import adjust_stock
from app.ledger.draft import credit, debit
from app.ledger.operations import post_journal, reverse_journal
from app.members.operations import issue_card, name_heirs, register_member
from app.members.particulars import HeirFacts, Particulars
from app.sales.models import SaleException
from app.sales.operations import record_sale
from app.sales.request import read
from app.savings import queries as savings
from app.savings.kinds import SavingsKind
from app.savings.operations import receive_dues, set_terms
from tests.browser.buying import bought, counted

FRESH = "35.05.01.2002"
"""A gerai that was opened this minute: everything in it is still empty."""
NEWCOMER = "nur"
"""Who manages, keeps the stock and the books of the fresh gerai, all alone."""


@dataclass(frozen=True)
class Life:
    """Where things are: ``parts`` fills the addresses of pages, by endpoint and then by name."""

    app: Flask
    code: str
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)
    fresh: str = FRESH
    password: str = PASSWORD


def live(app: Flask) -> Life:
    """Thirty days, then today. Takes about eight seconds of a processor."""
    for _ in demo.make(now() - timedelta(minutes=1), seed=1):
        pass
    gerai_id = db.session.query(Gerai.gerai_id).filter_by(code=demo.CODE).scalar()
    people = dict(db.session.query(User.username, User.id).all())
    today = Today(gerai_id, people, now())
    today.closed_with_a_difference()
    shift = today.trading()
    entry = today.booked_and_reversed()
    adjustment = today.lost_something()
    item = today.ended_and_waiting()
    today.money_went_round(shift)
    today.opened_next_door()
    parts = today.parts(shift, entry, adjustment, item) | today.joined(shift) | bought(today) | counted(today)
    return Life(app, demo.CODE, parts)


@dataclass(frozen=True)
class Today:
    """What happens at this very moment, in any order of the clock."""

    gerai_id: int
    people: dict[str, int]
    at: datetime

    def by(self, who: str) -> Occasion:
        return Occasion(self.gerai_id, self.people[who], self.at, str(uuid4()))

    def closed_with_a_difference(self) -> None:
        """Ratna closes her shift with two thousand too little, at the second count."""
        shift = self._shift_of("ratna", "B")
        due = sum(cash.drawer_by_unit(self.gerai_id, shift).values())
        for _ in range(2):
            count_drawer(self.by("ratna"), shift_no=shift.no, pieces=pieces_of(due - 2_000), any_shift=False)
        reason = "Salah kembalian, sudah dihitung dua kali"
        close_shift(self.by("ratna"), shift_no=shift.no, reason=reason, any_shift=False)

    def trading(self) -> int:
        """Budi's open shift, with sales of every kind in it."""
        shift = self._shift_of("budi", "A").no
        items = db.session.scalars(select(Item).where(Item.price > 2_000, Item.decimals == 0).limit(5)).all()
        lines: list[dict[str, Any]] = [{"item": item.no, "quantity": "1"} for item in items]
        self._sold(shift, lines, [{"kind": "cash", "amount": 1_000_000}])
        self._sold(shift, lines[:1], [{"kind": "qris", "amount": items[0].price}])
        unknown = {"item": 9_999, "quantity": "2", "unit_price": 4_000}
        cheaper = [{**lines[0], "unit_price": items[0].price - 500}, unknown]
        self._sold(shift, cheaper, [{"kind": "cash", "amount": 100_000}], completed=True)
        return shift

    def _shift_of(self, who: str, register: str) -> Shift:
        if cash.open_shift_of(self.gerai_id, self.people[who]) is None:
            open_shift(self.by(who), register=register, opening_float=200_000)
        shift = cash.open_shift_of(self.gerai_id, self.people[who])
        assert shift is not None
        return shift

    def _sold(self, shift: int, lines: list[dict[str, Any]], tenders: list[Any], **told: Any) -> None:
        occasion, number = self.by("budi"), cash.next_receipt_no(self.gerai_id, "A")
        body = {
            "reference": occasion.reference,
            "register": "A",
            "number": f"A-{number:06d}",
            "shift": shift,
            "sold_at": self.at.isoformat(),
            "lines": lines,
            "tenders": tenders,
        }
        record_sale(occasion, order=read(body | told))

    def joined(self, shift: int) -> dict[str, dict[str, Any]]:
        """Somebody joins, names her heirs, pays her pokok and two months, and takes her card home."""
        if not savings.terms(self.gerai_id):
            set_terms(self.by("slamet"), pokok=100_000, wajib=20_000, valid_from=local_date(self.at))
        person = Particulars(
            name="Sulastri Handayani Kusumaningtyas", nik="3505995203990042", gender="female",
            phone="+6281234567890", dusun="Krajan", rt="003", rw="001", address="Jalan Melati 4",
        )  # fmt: skip
        no = int(register_member(self.by("lestari"), person=person).answer["member"])
        name_heirs(self.by("lestari"), member_no=no, heirs=(HeirFacts(name="Ahmad Fauzi", relation="Suami"),))
        paid = {"member_no": no, "shift_no": shift}
        receive_dues(self.by("budi"), kind=SavingsKind.POKOK, amount=100_000, **paid)
        receipt = receive_dues(self.by("budi"), kind=SavingsKind.WAJIB, amount=40_000, **paid).answer[
            "movement"
        ]
        issue_card(self.by("lestari"), member_no=no)
        pages = ("members.member", "members.edit_member", "members.heirs", "members.leaving", "members.card")
        return {page: {"no": no} for page in (*pages, "savings.receive")} | {
            "savings.receipt": {"no": receipt}
        }

    def booked_and_reversed(self) -> int:
        """A bill written twice, and the second taken back; answers the reversed entry."""
        lines = (debit("6-1200", "KANTOR", 125_000), credit("1-1100", "KANTOR", 125_000))
        for _ in range(2):
            note = "Token listrik gerai"
            done = post_journal(self.by("wati"), on=local_date(self.at), lines=lines, note=note)
        entry = int(done.answer["entry"] or 0)
        reverse_journal(self.by("wati"), entry_no=entry, note="Tercatat dua kali")
        return entry

    def lost_something(self) -> int:
        no = db.session.scalars(select(Item.no).order_by(Item.no).limit(1)).one()
        note = "Kemasan sobek waktu dibongkar"
        done = adjust_stock(self.by("agus"), item_no=no, quantity_milli=1_000, reason="damaged", note=note)
        return int(done.answer["adjustment"] or 0)

    def money_went_round(self, shift: int) -> None:
        """Cash for a reason, money on its way, a line of the bank, a surprise count, and a service sold."""
        facts: dict[str, Any] = {"unit": "TOKO", "note": "Kantong plastik 2 pak", "any_shift": False}
        move_cash(self.by("budi"), shift_no=shift, reason="packaging", amount=25_000, **facts)
        give: dict[str, Any] = {"origin": "drawer", "destination": "safe", "note": "Setoran siang"}
        give_cash(self.by("budi"), amount=50_000, shift_no=shift, **give)
        account = {"bank": "BRI", "number": "001201987654321", "holder": "Koperasi Desa Merah Putih"}
        add_bank(self.by("wati"), mdr_basis_points=30, **account)
        day = local_date(self.at)
        line = StatementLine(day, "QRIS SETTLEMENT MERCHANT", 249_250, 1_249_250)
        import_statement(self.by("wati"), bank_no=1, statement=Statement((line,), ()))
        pieces = pieces_of(200_000)
        count_by_surprise(self.by("joko"), shift_no=shift, witness_id=None, pieces=pieces)
        product = {"provider": "Payku", "service": "token", "name": "Token listrik PLN"}
        add_product(self.by("dewi"), fee=2_500, commission=500, **product)
        top_up(self.by("wati"), provider_no=1, amount=500_000, bank_no=1, note="")
        token = {"customer": "14023456789", "provider_ref": "1234 5678 9012 3456 7890"}
        sell_service(self.by("budi"), product_no=1, shift_no=shift, principal=100_000, **token)

    def ended_and_waiting(self) -> int:
        """One item out of the shop, one that waits for its price and has a barcode of our own."""
        facts: dict[str, Any] = {"unit": "pcs", "decimals": 0, "stock_group": "sembako"}
        ended = add_item(self.by("dewi"), name="Lilin kecil", price=1_500, **facts).answer["item"]
        end_item(self.by("dewi"), item_no=ended)
        waits = add_item(self.by("agus"), name="Kecap manis rumahan isi ulang 620 ml", **facts).answer["item"]
        add_own_barcode(self.by("agus"), item_no=waits)
        return int(waits or 0)

    def opened_next_door(self) -> None:
        """A gerai with nothing in it but its officer."""
        admin = self.people["bambang"]
        occasion = Occasion(DISTRICT, admin, self.at)
        gerai_id = open_gerai(occasion, code=FRESH, cooperative="Koperasi Desa Baru").answer["gerai"]
        there = Occasion(gerai_id, admin, self.at)
        appoint_new(
            there, username=NEWCOMER, name="Nur Aini", password=FirstPassword(PASSWORD), role=Role.MANAGER
        )
        appoint(there, username=NEWCOMER, role=Role.TREASURER)
        with unit_of_work() as session:
            session.query(User).filter_by(username=NEWCOMER).update({User.must_change_password: False})

    def parts(self, shift: int, entry: int, adjustment: int, item: int) -> dict[str, dict[str, Any]]:
        mine = SaleException.gerai_id == self.gerai_id
        troubled = db.session.scalar(
            select(SaleException.sale_no).where(mine).order_by(-SaleException.sale_no)
        )
        closed = db.session.scalar(
            select(ShiftCount.shift_no)
            .where(ShiftCount.gerai_id == self.gerai_id)
            .order_by(-ShiftCount.shift_no)
        )
        month = f"{local_date(self.at):%Y-%m}"
        return {
            "cash.closing_form": {"no": shift},
            "cash.move": {"no": shift},
            "cash.x_report": {"no": shift},
            "cash.shift": {"no": closed},
            "cash.z_report": {"no": closed},
            "catalog.item": {"no": item},
            "gerai.officer_password": {"user_id": self.people["budi"]},
            "gerai.district_officer_password": {"user_id": self.people["endah"]},
            "inventory.adjustment": {"no": adjustment},
            "ledger.entry": {"no": entry},
            "sales.sale": {"no": troubled},
            "statements.month": {"month": month},
            "statements.statement": {"month": month, "key": "results"},
            "sales.receipt": {"no": troubled},
        }
