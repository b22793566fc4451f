"""Services sold for others at the counter (PPOB, bank agent): only the fee is the gerai's own.

It promises that what a customer pays for somebody else moves the drawer and the deposit with the
provider and nothing more, and that the deposit in the books can be laid beside the provider's own figure.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.agency import describe, postings, reports, routes, words
from app.cash import hooks as cash_hooks
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.checks.append(Path(__file__).parent / "consistency")
    ledger.subledgers["agent"] = _l("Penyedia layanan")
    ledger.describers.update(describe.DESCRIBERS)
    cash_hooks.of(app).reporters.append(reports.shift_lines)
    gerai = gerai_hooks.of(app)
    gerai.navigation.append(
        NavigationItem(23, _l("Layanan"), "agency.services", "agency.read", section="counter")
    )
    gerai.act_names.update(words.ACT_NAMES)
    app.register_blueprint(routes.blueprint)
