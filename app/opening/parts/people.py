"""Parts that go by member: found by number, with the name beside it for the one who fills it in."""

from abc import abstractmethod
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

from flask_babel import gettext as _
from sqlalchemy import select

from app.foundation.database import db
from app.foundation.sheets import Row
from app.members.models import Member
from app.opening.parts.base import Data, Part, RowReader


class PersonRow(NamedTuple):
    """A member of the register, as far as a sheet needs to know."""

    no: int
    name: str
    is_here: bool
    is_candidate: bool


class PeoplePart(Part):
    blank: ClassVar[tuple[None, ...]]
    """The empty cells after number and name."""

    def known(self, gerai_id: int) -> Iterable[list[Any]]:
        people = self.look_up(gerai_id, []).values()
        return [[person.no, person.name, *self.blank] for person in people if person.is_here]

    def look_up(self, gerai_id: int, rows: list[Row]) -> dict[int, PersonRow]:
        query = (
            select(Member.no, Member.name, Member.left_on, Member.status)
            .where(Member.gerai_id == gerai_id)
            .order_by(Member.no)
        )
        found = db.session.execute(query)
        return {
            no: PersonRow(no, name, left_on is None, status == "candidate")
            for no, name, left_on, status in found
        }

    def read_row(self, reader: RowReader, facts: dict[int, PersonRow], today: date) -> Data | None:
        if not any(reader.text(column) for column in self.columns if column not in ("member", "name")):
            return None
        no = reader.number("member")
        person = facts.get(no)
        if no and person is None:
            reader.wrong("member", _("Tidak ada anggota bernomor %(no)s.", no=no))
        if person is None:
            return None
        if not person.is_here:
            reader.wrong("member", _("Anggota ini sudah keluar."))
        data = self.read_person(reader, person, today)
        return None if data is None else {"member": no, **data}

    @abstractmethod
    def read_person(self, reader: RowReader, person: PersonRow, today: date) -> Data | None:
        """What stands in the person's row; None for nothing."""
