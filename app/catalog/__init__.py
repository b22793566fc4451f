"""The catalogue: what a gerai sells, in which unit, at which price, and the barcodes that find it.

It promises that a barcode leads to one item of the gerai and that a scanned code means the same
however the scanner writes it.
"""

from flask import Flask

from app.catalog import routes


def init_app(app: Flask) -> None:
    app.register_blueprint(routes.blueprint)
