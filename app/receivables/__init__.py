"""Bon: what members bought and have still to pay, up to a limit, with its ageing.

It promises that what a member owes is in the ledger to the rupiah, that payments settle the oldest first,
and that nobody leaves the cooperative with an open bon unnoticed.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.members import hooks as members_hooks
from app.receivables import member_page, postings, routes


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.checks.append(Path(__file__).parent / "consistency")
    ledger.reserved.update(postings.RESERVED)
    ledger.describers[postings.PAYMENT] = routes.describe
    members_hooks.object_to_leaving(app, member_page.objection)
    members_hooks.add_panel(app, 30, member_page.panel)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(
        {
            "receivables.set_limit": _l("Batas bon diubah"),
            "receivables.receive_payment": _l("Pembayaran bon diterima"),
        }
    )
    gerai.navigation.append(
        NavigationItem(27, _l("Bon"), "receivables.debtors", "receivables.read", section="people")
    )
    app.register_blueprint(routes.blueprint)
