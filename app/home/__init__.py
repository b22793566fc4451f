"""The front hall: each role lands on what it needs next. It also answers for the health of the service."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks
from app.gerai.hooks import NavigationItem
from app.home import routes
from app.home.act_names import ACT_NAMES


def init_app(app: Flask) -> None:
    openings = hooks.of(app)
    openings.navigation.append(NavigationItem(0, _l("Beranda"), "home.gerai", "home.open"))
    for kind, name in ACT_NAMES.items():
        openings.act_names.setdefault(kind, name)
    app.register_blueprint(routes.blueprint)
