"""Members' shares and savings, as far as the counter takes them: simpanan pokok, wajib and sukarela.

It promises that what stands in each member's name is the ledger, that nobody is a member before the pokok is
whole, and that no month of wajib is paid twice.
"""

from pathlib import Path

from flask import Flask

from app.cash import hooks as cash_hooks
from app.ledger import hooks as ledger_hooks
from app.members import hooks as members_hooks
from app.savings import hooks, postings


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.checks.append(Path(__file__).parent / "consistency")
    cash_hooks.of(app).reporters.append(hooks.report_lines)
    members_hooks.object_to_leaving(app, hooks.unsettled)
