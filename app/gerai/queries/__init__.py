"""Questions about gerai, standing, officers and the kabupaten."""

from app.gerai.queries.appointments import RECENT, Appointment, appointed_by_boards, appointments, bound_until
from app.gerai.queries.district import (
    all_gerai,
    coverage,
    find_villages,
    newest_gerai,
    villages_of,
    villages_without_gerai,
)
from app.gerai.queries.gerai import all_units, by_code, codes, day_counts, units
from app.gerai.queries.officers import everyone, names_of, officer, officers
from app.gerai.queries.standing import places_of, standing

__all__ = [
    "RECENT",
    "Appointment",
    "all_gerai",
    "all_units",
    "appointed_by_boards",
    "appointments",
    "bound_until",
    "by_code",
    "codes",
    "coverage",
    "day_counts",
    "everyone",
    "find_villages",
    "names_of",
    "newest_gerai",
    "officer",
    "officers",
    "places_of",
    "standing",
    "units",
    "villages_of",
    "villages_without_gerai",
]
