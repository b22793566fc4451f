"""The stock: what came in and at what cost, what went out, and what is left and worth.

It promises that stock equals its movements and that its value equals the ledger, at a moving average
in whole rupiah whose remainder stays in the value; below zero it sells at the last average.
"""

from flask import Flask

from app.inventory import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
