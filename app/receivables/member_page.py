"""What bon adds to a member's page, and says when a member wants to leave."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _

from app.books.book import OpenBook
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.guard import may
from app.foundation.money import format_rupiah
from app.members.hooks import Panel
from app.receivables import queries, rules
from app.receivables.operations import owed


def objection(book: OpenBook, member_no: int) -> Iterable[str]:
    amount = owed(book, member_no)
    if amount > 0:
        yield _("Bonnya masih %(amount)s. Lunasi dulu.", amount=format_rupiah(amount))


def panel(gerai: Any, member_no: int) -> Panel | None:
    """The bon, for whoever may see it."""
    if not may("receivables.read"):
        return None
    account = queries.account(gerai.gerai_id, member_no)
    overdue = rules.overdue(account.ages(local_date(now())))
    facts = {"account": account, "overdue": overdue, "member_no": member_no}
    return Panel(_("Bon"), "receivables/panel.html", facts)
