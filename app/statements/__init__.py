"""Reports that read across rooms: the gerai's day, its month and what closes it, and the four statements.

It writes nothing of its own; its figures come from totals and counts that posting keeps, so that a
closed month prints the same figures for ever.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.statements import checklist, routes


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reminders += checklist.REMINDERS
    ledger.month_page = "statements.month"
    gerai_hooks.of(app).navigation.append(
        NavigationItem(5, _l("Hari ini"), "statements.day", "statements.day")
    )
    app.register_blueprint(routes.blueprint)
