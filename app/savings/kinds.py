"""The three kinds of simpanan, and the accounts they stand on. Pure.

Pokok and wajib are equity of the cooperative and are not paid out while the person is a member; sukarela is a
debt of the savings-and-loan unit to its members.
"""

from enum import StrEnum

from flask_babel import lazy_gettext as _l


class SavingsKind(StrEnum):
    POKOK = "pokok"
    WAJIB = "wajib"
    SUKARELA = "sukarela"


COUNTER, OPENING = "counter", "opening"
SOURCES = (COUNTER, OPENING)
KINDS = tuple(kind.value for kind in SavingsKind)
ACCOUNTS = {SavingsKind.POKOK: "3-1100", SavingsKind.WAJIB: "3-1200", SavingsKind.SUKARELA: "2-1110"}
UNITS = {SavingsKind.POKOK: "KANTOR", SavingsKind.WAJIB: "KANTOR", SavingsKind.SUKARELA: "USP"}
NAMES = {
    SavingsKind.POKOK: _l("Simpanan pokok"),
    SavingsKind.WAJIB: _l("Simpanan wajib"),
    SavingsKind.SUKARELA: _l("Simpanan sukarela"),
}
