"""Who a person is, as an act takes it in: compared by fingerprint alone, and never printed.

An act with a reference hashes its content, and a plain hash of a NIK is a NIK to whoever tries them all. So the
values stand outside of the comparison, and a keyed fingerprint of them stands in it.
"""

from dataclasses import dataclass, field, fields
from datetime import date

from app.foundation.personal import fingerprint


@dataclass(frozen=True)
class Personal:
    """Base of what an act takes in about a person; each of its fields says ``compare=False, repr=False``."""

    mark: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        values = [str(getattr(self, each.name)) for each in fields(self) if not each.compare]
        object.__setattr__(self, "mark", fingerprint(type(self).__name__, *values))


@dataclass(frozen=True)
class Particulars(Personal):
    """What the register holds of a person. ``nik`` has 16 digits, ``phone`` is E.164 or nothing."""

    name: str = field(compare=False, repr=False)
    gender: str = field(compare=False, repr=False)
    nik: str = field(compare=False, repr=False)
    born_on: date | None = field(default=None, compare=False, repr=False)
    occupation: str = field(default="", compare=False, repr=False)
    phone: str | None = field(default=None, compare=False, repr=False)
    dusun: str = field(default="", compare=False, repr=False)
    rt: str = field(default="", compare=False, repr=False)
    rw: str = field(default="", compare=False, repr=False)
    address: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True)
class HeirFacts(Personal):
    name: str = field(compare=False, repr=False)
    relation: str = field(compare=False, repr=False)
    phone: str | None = field(default=None, compare=False, repr=False)


def nik_index(gerai_id: int, nik: str) -> str:
    """How a NIK is found again in one gerai; the same NIK elsewhere has another index."""
    return fingerprint("nik", gerai_id, nik)
