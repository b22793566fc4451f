"""People of Sukamaju for the register, with NIK that nobody has."""

from datetime import date, timedelta
from typing import Any

from app.members.operations import complete_membership, register_member
from app.members.particulars import Particulars
from tests.village import MORNING, TestVillage

SITI_NIK, KARTINI_NIK, WAHYU_NIK = "3505011203850001", "3505015203850002", "3571011708990003"
AFTERNOON = MORNING + timedelta(hours=8)


def person(name: str = "Siti Aminah", nik: str = SITI_NIK, **facts: Any) -> Particulars:
    return Particulars(name=name, nik=nik, **{"gender": "female", "dusun": "Krajan", **facts})


def nik_of(serial: int) -> str:
    """A NIK of its own for each number from 1."""
    return f"350501120385{serial:04}"


def candidate(village: TestVillage, name: str = "Siti Aminah", nik: str = SITI_NIK, **facts: Any) -> int:
    """The number of a new candidate."""
    on: date | None = facts.pop("on", None)
    done = register_member(village.occasion("lestari"), person=person(name, nik, **facts), on=on)
    return int(done.answer["member"])


def member(village: TestVillage, name: str = "Siti Aminah", nik: str = SITI_NIK, **facts: Any) -> int:
    """The number of a new full member."""
    no = candidate(village, name, nik, **facts)
    complete_membership(village.occasion("lestari"), member_no=no)
    return no
