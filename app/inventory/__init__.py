"""The stock: what came in and at what cost, what went out, and what is left and worth.

It promises that stock equals its movements and that its value equals the ledger, at a moving average
in whole rupiah whose remainder stays in the value; below zero it sells at the last average.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.catalog import hooks as catalog_hooks
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.inventory import hooks, postings, routes
from app.ledger import hooks as ledger_hooks

ACT_NAMES = {
    "inventory.adjust_stock": _l("Stok disesuaikan"),
    "inventory.open_count": _l("Opname dibuka"),
    "inventory.count_item": _l("Barang dihitung"),
    "inventory.approve_count": _l("Opname disetujui"),
    "inventory.cancel_count": _l("Opname dibatalkan"),
    "inventory.take_back_containers": _l("Wadah kosong diterima kembali"),
    "inventory.correct_containers": _l("Jumlah wadah diperbaiki"),
}


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.describers.update(hooks.DESCRIBERS)
    ledger.subledgers["container"] = _l("Wadah")
    ledger.checks.append(Path(__file__).parent / "consistency")
    catalog_hooks.of(app).object_to_remeasuring.append(hooks.was_moved)
    catalog_hooks.of(app).object_to_ending.append(hooks.is_on_hand)
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(ACT_NAMES)
    gerai.navigation += [
        NavigationItem(40, _l("Stok"), "inventory.stock", "inventory.read", section="goods"),
        NavigationItem(43, _l("Opname"), "inventory.counts", "inventory.read", section="goods"),
    ]
    app.register_blueprint(routes.blueprint)
