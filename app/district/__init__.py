"""The pages of the district office over all its gerai: what runs today, and what needs somebody's eye.

It promises that a page asks the same few questions whatever the number of gerai, that money comes from the
totals kept at posting and counts from the day counts, and that no page names a person.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.district import routes
from app.gerai import hooks
from app.gerai.hooks import NavigationItem


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
    hooks.of(app).district_navigation.append(
        NavigationItem(5, _l("Ringkasan"), "district.overview", "district.read")
    )
