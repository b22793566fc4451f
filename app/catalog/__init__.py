"""The catalogue: what a gerai sells, in which unit, at which price, and the barcodes that find it.

It promises that a code leads to one item or pack of the gerai, however the scanner writes it; that what
an item costs on a day is known ahead, kept for good and the lowest of the prices that apply; and that no
price above what the state forbids is set.
"""

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.catalog import ceilings, hooks, routes
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
    "catalog.end_price": _l("Harga diakhiri"),
    "catalog.set_promotion": _l("Promosi ditetapkan"),
    "catalog.add_pack": _l("Kemasan ditambah"),
    "catalog.remove_pack": _l("Kemasan dihapus"),
    "catalog.set_traits": _l("Sifat barang diubah"),
    "catalog.add_container": _l("Wadah ditambah"),
    "catalog.change_container": _l("Wadah diubah"),
    "catalog.import_items": _l("Daftar barang diunggah"),
    "catalog.rehearse_import": _l("Daftar barang diperiksa"),
}


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(ACT_NAMES)
    gerai.reference.append(ceilings.load_reference)
    gerai.navigation += [
        NavigationItem(30, _l("Barang"), "catalog.items", "catalog.read", section="goods"),
        NavigationItem(
            31, _l("Daftar harga"), "catalog.prices", "catalog.prices", unless="catalog.read", section="goods"
        ),
    ]
    app.register_blueprint(routes.blueprint)
