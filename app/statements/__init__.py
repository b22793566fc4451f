"""Reports that read across rooms: the gerai's day on one page.

It writes nothing; its figures come from totals and counts that posting keeps.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.statements import routes


def init_app(app: Flask) -> None:
    gerai_hooks.of(app).navigation.append(
        NavigationItem(5, _l("Hari ini"), "statements.day", "statements.day")
    )
    app.register_blueprint(routes.blueprint)
