"""What the savings room tells the rooms below: objections, report lines, sections of a page, words for entries."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.books.book import OpenBook
from app.cash.hooks import ReportLine
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import may
from app.foundation.money import format_rupiah
from app.members.hooks import Panel
from app.members.queries import member
from app.savings.kinds import NAMES, SavingsKind
from app.savings.postings import SOURCE
from app.savings.queries import balances, member_standing, movements_of, received_in


def unsettled(book: OpenBook, member_no: int) -> list[str]:
    """Nobody leaves while something stands in their name."""
    return [
        _("Masih ada %(kind)s %(amount)s.", kind=str(NAMES[kind]).lower(), amount=format_rupiah(amount))
        for kind, amount in balances(book.gerai_id, member_no).items()
        if amount
    ]


def report_lines(gerai_id: int, shift_no: int) -> list[ReportLine]:
    number, amount = received_in(gerai_id, shift_no)
    if not number:
        return []
    return [
        ReportLine(_("Setoran simpanan"), number, is_money=False),
        ReportLine(_("Jumlah setoran simpanan"), amount),
    ]


def _movement(gerai: Any, no: str) -> tuple[str, str | None]:
    url = url_for("savings.receipt", code=gerai.code, no=int(no))
    return _("Setoran simpanan %(no)s", no=no), url


DESCRIBERS = {SOURCE: _movement}


def panel(gerai: Any, member_no: int) -> Panel | None:
    """The three balances on a member's page, for who may see them."""
    person = member(gerai.gerai_id, member_no)
    if person is None or not may("savings.read"):
        return None
    standing = member_standing(gerai.gerai_id, person, local_date(now()))
    facts = {
        "standing": standing,
        "movements": movements_of(gerai.gerai_id, member_no),
        "kind": SavingsKind.POKOK.value if standing.pokok_rest else SavingsKind.WAJIB.value,
        "kind_names": {kind.value: name for kind, name in NAMES.items()},
    }
    return Panel(_("Simpanan"), "savings/panel.html", facts)
