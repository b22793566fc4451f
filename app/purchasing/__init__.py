"""Buying: suppliers, goods that come in on their notas, what is owed to them, and goods on consignment.

It promises that what is owed by nota equals the ledger by supplier, that nobody is paid more than he is
owed, that a supplier's nota comes in once, and that goods of others are never worth anything to the gerai.
"""

from pathlib import Path

from flask import Flask
from flask_babel import lazy_gettext as _l

from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.purchasing import hooks, postings, routes

ACT_NAMES = {
    "inventory.receive_goods": _l("Barang masuk dicatat"),  # as it was called before this room
    "purchasing.receive_goods": _l("Barang masuk dicatat"),
    "purchasing.record_bill": _l("Tagihan pemasok dicatat"),
    "purchasing.pay_supplier": _l("Utang pemasok dibayar"),
    "purchasing.return_goods": _l("Barang dikembalikan ke pemasok"),
    "purchasing.settle_consignment": _l("Titipan dilunasi"),
    "purchasing.add_supplier": _l("Pemasok ditambahkan"),
    "purchasing.change_supplier": _l("Data pemasok diubah"),
    "purchasing.end_supplier": _l("Pemasok tidak dipakai lagi"),
    "purchasing.resume_supplier": _l("Pemasok dipakai lagi"),
}


def init_app(app: Flask) -> None:
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.describers.update(hooks.DESCRIBERS)
    ledger.subledgers.update(receiving=_l("Barang masuk"), supplier=_l("Pemasok"))
    ledger.checks.append(Path(__file__).parent / "consistency")
    gerai = gerai_hooks.of(app)
    gerai.act_names.update(ACT_NAMES)
    gerai.navigation += [
        NavigationItem(41, _l("Pembelian"), "purchasing.receivings", "purchasing.read", section="goods"),
        NavigationItem(42, _l("Utang usaha"), "purchasing.payables", "purchasing.read", section="goods"),
    ]
    app.register_blueprint(routes.blueprint)
