"""The NIK (nomor induk kependudukan), 16 digits: what makes one, what it tells, how it is masked. Pure.

Six digits of the area where the person was first registered, the birthday as DDMMYY with 40 added to the day
for women, and four serial digits that are never 0000. There is no check digit. People move: a NIK from another
area is worth a second look and never a reason to refuse.
"""

import re
from dataclasses import dataclass
from datetime import date

HOME_AREA = "3505"
"""Kabupaten Blitar."""

MALE, FEMALE = "male", "female"
WOMEN = 40
DOT = "\N{BULLET}"
_SEPARATORS = re.compile(r"[\s.\-]+")


class NotNik(ValueError):
    """What was typed cannot be a NIK."""


@dataclass(frozen=True)
class NikFacts:
    """What a NIK says about its person. Of the year it says two digits only."""

    area: str
    gender: str
    day: int
    month: int
    year_of_century: int

    def fits(self, born_on: date) -> bool:
        return (born_on.day, born_on.month, born_on.year % 100) == (
            self.day,
            self.month,
            self.year_of_century,
        )

    @property
    def is_from_home(self) -> bool:
        return self.area.startswith(HOME_AREA)


def read_nik(text: str) -> str:
    """The 16 digits of what was typed, spaces and dots left out. Raises NotNik."""
    digits = _SEPARATORS.sub("", text)
    nik_facts(digits)
    return digits


def nik_facts(nik: str) -> NikFacts:
    """Raises NotNik."""
    if not re.fullmatch(r"[0-9]{16}", nik) or nik.endswith("0000"):
        raise NotNik("not sixteen digits with a serial number")
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    gender = FEMALE if day > WOMEN else MALE
    day -= WOMEN if gender == FEMALE else 0
    if not _is_day(day, month, year):
        raise NotNik("no day of birth")
    return NikFacts(nik[:6], gender, day, month, year)


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether there was such a day in this or the last century (they differ on 29 February 1900 alone)."""
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False


def mask_nik(nik: str) -> str:
    """``3505••••••••0001``: enough to tell two people apart beside their names, and no birthday."""
    return nik[:4] + DOT * 8 + nik[-4:]
