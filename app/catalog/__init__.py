"""The catalogue: what a gerai sells, in which unit, at which price, and the barcodes that find it.

It promises that a barcode leads to one item of the gerai and that a scanned code means the same
however the scanner writes it.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.catalog import hooks, routes
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem

ACT_NAMES = {
    "catalog.add_item": _l("Barang ditambah"),
    "catalog.change_item": _l("Barang diubah"),
    "catalog.set_price": _l("Harga ditetapkan"),
    "catalog.end_item": _l("Barang dihentikan"),
    "catalog.resume_item": _l("Barang dijual lagi"),
    "catalog.add_barcode": _l("Kode batang dipasang"),
    "catalog.add_own_barcode": _l("Kode gerai dibuat"),
    "catalog.remove_barcode": _l("Kode batang dilepas"),
}


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(ACT_NAMES)
    gerai.navigation += [
        NavigationItem(30, _l("Barang"), "catalog.items", "catalog.read"),
        NavigationItem(31, _l("Daftar harga"), "catalog.prices", "catalog.prices", unless="catalog.read"),
    ]
    app.register_blueprint(routes.blueprint)
