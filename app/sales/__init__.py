"""The till: a basket becomes a sale, stock, money and one ledger entry, once.

It promises that an asked sale is decided by the server, that a told sale is always recorded, and
that the same sale sent any number of times is one sale with one answer.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from app.cash import hooks as cash_hooks
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.sales import operations, reports, routes, till


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.checks.append(Path(__file__).parent / "consistency")
    ledger.describers.update(routes.DESCRIBERS)
    ledger.subledgers.update(sale=lazy_pgettext("satu", "Penjualan"), user=lazy_pgettext("satu", "Petugas"))
    ledger.rebuilders.append(operations.recount_receipts)
    cash_hooks.of(app).reporters.append(reports.shift_lines)
    cash_hooks.of(app).shift_links.append(reports.shift_link)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(
        {
            "sales.void": _l("Penjualan dibatalkan"),
            "sales.return": _l("Retur diterima"),
            "sales.reprint": _l("Struk dicetak ulang"),
        }
    )
    navigation = gerai.navigation
    navigation.append(NavigationItem(10, _l("Kasir"), "sales.till", "sales.sell"))
    navigation.append(NavigationItem(20, _l("Penjualan"), "sales.sales", "sales.read", section="counter"))
    app.register_blueprint(routes.blueprint)
    till.init_app(app)
