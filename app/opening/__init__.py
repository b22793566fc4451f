"""Saldo awal: how a gerai that already runs brings its balances into the books, once.

It promises that every balance is brought in by one entry, that what one person uploaded another records, and
that no month closes while the balances do not tie out.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.opening import hooks, postings, routes


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.objections.append(hooks.unexplained_balance)
    ledger.brought_forward.add(postings.SOURCE)
    ledger.describers[postings.SOURCE] = hooks.describe
    ledger.subledgers["unit"] = _l("Unit")
    gerai = gerai_hooks.of(app)
    gerai.navigation.append(
        NavigationItem(95, _l("Saldo awal"), "opening.overview", "opening.read", section="books")
    )
    gerai.act_names.update(
        {
            "opening.put_forward": _l("Bagian saldo awal diunggah"),
            "opening.take_back": _l("Unggahan saldo awal dihapus"),
            "opening.record": _l("Saldo awal dicatat"),
        }
    )
    app.register_blueprint(routes.blueprint)
