"""Members' shares and savings, as far as the counter takes them: simpanan pokok, wajib and sukarela.

It promises that what stands in each member's name is the ledger, that nobody is a member before the pokok is
whole, and that no month of wajib is paid twice.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.cash import hooks as cash_hooks
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.members import hooks as members_hooks
from app.savings import hooks, postings, routes

ACT_NAMES = {
    "savings.receive_dues": _l("Setoran simpanan diterima"),
    "savings.set_terms": _l("Ketentuan simpanan ditetapkan"),
}


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.describers.update(hooks.DESCRIBERS)
    ledger.checks.append(Path(__file__).parent / "consistency")
    cash_hooks.of(app).reporters.append(hooks.report_lines)
    members_hooks.object_to_leaving(app, hooks.unsettled)
    members_hooks.add_panel(app, 10, hooks.panel)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(ACT_NAMES)
    gerai.navigation.append(
        NavigationItem(26, _l("Simpanan"), "savings.savings", "savings.read", section="people")
    )
    app.register_blueprint(routes.blueprint)
