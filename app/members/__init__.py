"""The members' register: who belongs to the cooperative, since when, and how they are found at the counter.

It promises that nobody is in the register of one gerai twice, that a NIK is never in the clear outside of a
reveal that stays on record, and that what became of a membership can be read step by step.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.members import hooks, routes, words


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    ledger_hooks.of(app).subledgers["member"] = _l("Anggota")
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(words.ACT_NAMES)
    gerai.navigation.append(
        NavigationItem(25, _l("Anggota"), "members.members", "members.read", section="people")
    )
    app.register_blueprint(routes.blueprint)
