"""The till: a basket becomes a sale, stock, money and one ledger entry, once.

It promises that an asked sale is decided by the server, that a told sale is always recorded, and
that the same sale sent any number of times is one sale with one answer.
"""

from flask import Flask

from app.sales import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
