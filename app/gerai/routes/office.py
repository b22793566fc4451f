"""What officer pages speak of: one gerai, or the district office."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import url_for

from app.access.models import User
from app.books import DISTRICT
from app.foundation.guard import may
from app.gerai import queries
from app.gerai.facts import GeraiFacts
from app.gerai.roles import DISTRICT_ROLES, GERAI_ROLES, NAMES, Role


@dataclass(frozen=True)
class Office:
    """A place that has officers; without a gerai it is the district office."""

    gerai: GeraiFacts | None

    @property
    def gerai_id(self) -> int:
        return self.gerai.gerai_id if self.gerai else DISTRICT

    @property
    def roles(self) -> Sequence[Role]:
        return GERAI_ROLES if self.gerai else sorted(DISTRICT_ROLES)

    @property
    def may_appoint(self) -> bool:
        return may("gerai.appoint" if self.gerai else "district.officers")

    def url(self, page: str, **values: Any) -> str:
        """The URL of ``officers``, ``officer_new``, ... of this place."""
        if self.gerai:
            return url_for(f"gerai.{page}", code=self.gerai.code, **values)
        return url_for(f"gerai.district_{page}", **values)

    def people(self) -> list[tuple[User, list[Role]]]:
        """Who holds which roles here, by name; roles in the order of the table."""
        rows = queries.officers(self.gerai_id)
        order = list(Role)
        return [
            (user, sorted((Role(officer.role) for officer, _ in held), key=order.index))
            for user, held in groupby(rows, key=lambda row: row[1])
        ]

    def words(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Name and role for a sentence about an act's answer."""
        names = queries.names_of([answer["user"]])
        return {"name": names[answer["user"]], "role": NAMES[Role(answer["role"])]}


DISTRICT_OFFICE = Office(None)
