"""The drawer: registers, shifts, tenders and counts, shared by every counter of the gerai.

It promises that what lies in a drawer is what the books say, or that the difference stands in the
books by name; one count at night closes the day.
"""

from datetime import date, datetime, time
from pathlib import Path

from flask import Flask
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.cash import describe, hooks, operations, postings, queries, routes, words
from app.foundation.dates import JAKARTA, next_month
from app.gerai import hooks as gerai_hooks
from app.gerai.hooks import NavigationItem
from app.ledger import hooks as ledger_hooks
from app.ledger.hooks import Matter


def _still_open(gerai_id: int, first: date, _last: date) -> list[Matter]:
    """A month does not close over a shift that is still open in it."""
    end = datetime.combine(next_month(first), time(), JAKARTA)
    numbers = queries.open_shift_numbers(gerai_id, end)
    return [Matter(_("sif %(no)s masih buka.", no=no), "cash.shift", {"no": no}) for no in numbers]


def _on_the_way(gerai_id: int, first: date, _last: date) -> list[Matter]:
    """Nor over money that somebody gave and nobody received."""
    end = datetime.combine(next_month(first), time(), JAKARTA)
    return [
        Matter(_("serah terima uang %(no)s belum diterima.", no=no), "cash.transfer", {"no": no})
        for no in queries.given_before(gerai_id, end)
    ]


def init_app(app: Flask) -> None:
    hooks.init_app(app)
    ledger = ledger_hooks.of(app)
    ledger.reserved.update(postings.RESERVED)
    ledger.objections += [_still_open, _on_the_way]
    ledger.checks.append(Path(__file__).parent / "consistency")
    ledger.subledgers.update(shift=_l("Sif"), qris="QRIS")
    ledger.describers.update(describe.DESCRIBERS)
    gerai = gerai_hooks.of(app)
    gerai.openers.append(operations.furnish)
    gerai.navigation.append(NavigationItem(21, _l("Sif"), "cash.shifts", "cash.read", section="counter"))
    gerai.navigation.append(NavigationItem(50, _l("Kas & bank"), "cash.money", "cash.money", section="money"))
    gerai.act_names.update(words.ACT_NAMES)
    gerai.navigation.append(
        NavigationItem(
            22, _l("Sif saya"), "cash.my_shifts", "cash.shift", unless="cash.read", section="counter"
        )
    )
    app.register_blueprint(routes.blueprint)
