"""The district's first page over 248 gerai, at 60 days of totals and at ten times that, against its bare query.

The history is written by hand-written SQL, as posting would have left it: the page reads nothing else.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from flask_migrate import upgrade
from sqlalchemy import select

from app.access import passwords, sessions
from app.access.models import User
from app.books import DISTRICT
from app.books.book import Occasion
from app.district.figures import ACCOUNTS, COST, MEASURES, SOLD
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from app.foundation.dates import local_date
from app.gerai.models import Village
from app.gerai.operations import open_gerai, start_district
from app.gerai.queries import RECENT
from app.gerai.queries.appointments import APPOINTED, RENEWED
from app.serve import let_go
from benchmarks.engine import application
from benchmarks.places import Place

PAGES = {"today": "/district/overview", "this month": "/district/overview?span=month"}
DAYS, TIMES, ROUNDS = 60, 10, 25
REACH_PAGE, REACH_GROWTH = 2.0, 1.2
LATELY = (*APPOINTED, RENEWED)


@dataclass
class Taken:
    """Milliseconds of each round, by page."""

    page: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PAGES})
    bare: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in PAGES})


def run(place: Place) -> None:
    """Print the figures of one engine."""
    url = place.url("district")
    app = application(url)
    today = local_date(now())
    with app.app_context():
        upgrade()
        token, gerai = _open_all()
    let_go(app)
    sides = {1: Side(place, url, token)}
    sides[TIMES] = Side(place, place.copy("district", "district_long"), token)
    for times, side in sides.items():
        _history(place, side.url, today, DAYS * times)
        place.analyze(side.url)
        side.open()
    _measure(sides, today)
    for side in sides.values():
        side.close()
    _print(place, gerai, {times: side.taken for times, side in sides.items()})


class Side:
    """One length of history: its application with somebody signed in, and a plain connection."""

    def __init__(self, place: Place, url: str, token: str) -> None:
        self.place, self.url, self.token = place, url, token
        self.taken = Taken()

    def open(self) -> None:
        self.app, self.connection = application(self.url), self.place.connect(self.url)
        self.client = self.app.test_client()
        with self.client.session_transaction() as cookie:
            cookie["_user_id"] = self.token

    def close(self) -> None:
        self.connection.close()
        let_go(self.app)


def _open_all() -> tuple[str, int]:
    """Open a gerai in every village; the session of the district's administrator, and how many were opened."""
    at = datetime.now(UTC)
    admin = start_district(
        username="bench", name="Bench", password=passwords.suggested(), at=at, must_change=False
    )
    codes = db.session.scalars(select(Village.code).order_by(Village.code)).all()
    for code in codes:
        open_gerai(Occasion(DISTRICT, admin, at), code=code, cooperative="Koperasi Desa Merah Putih")
    with unit_of_work() as unit:
        signed_in = sessions.start(unit, unit.get_one(User, admin), at=at, address="", agent="")
    db.session.remove()
    return signed_in.token, len(codes)


def _history(place: Place, url: str, today: date, days: int) -> None:
    """Totals and counts of so many days up to today, a statement a day."""
    accounts = _words(ACCOUNTS)
    mark = place.mark
    totals = "SELECT gerai_id, {0}, code, 'TOKO', 90000, 180000 FROM account WHERE code IN ({1})"
    daily = f"INSERT INTO daily_total (gerai_id, posted_on, account, unit, debit, credit) {totals.format(mark, accounts)}"
    monthly = f"INSERT INTO monthly_total (gerai_id, month_on, account, unit, debit, credit) {totals.format(mark, accounts)}"
    counts = " UNION ALL ".join(
        f"SELECT gerai_id, {mark}, '{measure}', 90 FROM gerai" for measure in MEASURES
    )
    months = {(today - timedelta(days=back)).replace(day=1) for back in range(days)}
    with place.owner(url) as connection:
        connection.execute("BEGIN")
        for back in range(days):
            day = _day(place, today - timedelta(days=back))
            connection.execute(daily, (day,))
            connection.execute(
                f"INSERT INTO daily_count (gerai_id, counted_on, measure, value) {counts}",
                (day,) * len(MEASURES),
            )
        for month in sorted(months):
            connection.execute(monthly, (_day(place, month),))
        connection.execute("COMMIT")


def _measure(sides: dict[int, Side], today: date) -> None:
    """The short and the long history take turns, page and bare query beside each other."""
    for number in range(ROUNDS + 3):
        for name, path in PAGES.items():
            for side in sides.values():
                started = perf_counter()
                answer = side.client.get(path)
                read = perf_counter()
                _ask(side.place, side.connection, today, month=name != "today")
                done = perf_counter()
                assert answer.status_code == 200
                if number >= 3:  # the first ones warm caches and plans
                    side.taken.page[name].append((read - started) * 1000)
                    side.taken.bare[name].append((done - read) * 1000)


def _ask(place: Place, connection: Any, today: date, *, month: bool) -> None:
    """The least somebody would ask by hand for the same figures: summed where they lie, as the page does."""
    first = today.replace(day=1) if month else today
    table, on = ("monthly_total", "month_on") if month else ("daily_total", "posted_on")
    mark, cursor = place.mark, connection.cursor()
    day, last = _day(place, first), _day(place, today)
    sums = ", ".join(
        f"CAST(sum(CASE WHEN t.account IN ({_words(accounts)}) THEN t.debit - t.credit ELSE 0 END) AS BIGINT)"
        for accounts in (SOLD, COST, ACCOUNTS[6:8], ACCOUNTS[8:])
    )
    counts = ", ".join(
        f"CAST(sum(CASE WHEN c.measure = '{measure}' THEN c.value ELSE 0 END) AS BIGINT)"
        for measure in MEASURES
    )
    asked: list[tuple[str, tuple[Any, ...]]] = [
        (("SELECT k.code, k.name, k.tile_column, k.tile_row, count(v.code) FROM kecamatan k"
         " JOIN village v ON v.kecamatan_code = k.code GROUP BY k.code"), ()),
        ("SELECT g.gerai_id, g.code, v.name, v.kecamatan_code FROM gerai g JOIN village v ON v.code = g.code", ()),
        ((f"SELECT g.gerai_id, {sums} FROM gerai g JOIN {table} t ON t.gerai_id = g.gerai_id"
         f" AND t.{on} = {mark} GROUP BY g.gerai_id"), (day,)),
        ((f"SELECT g.gerai_id, {counts} FROM gerai g JOIN daily_count c ON c.gerai_id = g.gerai_id"
         f" AND c.counted_on BETWEEN {mark} AND {mark} GROUP BY g.gerai_id"), (day, last)),
        ("SELECT gerai_id, count(*) FROM shift WHERE closed_at IS NULL GROUP BY 1", ()),
        ((f"SELECT count(*) FROM gerai g JOIN act a ON a.gerai_id = g.gerai_id WHERE a.kind IN ({_words(LATELY)})"
         f" AND a.at >= {mark} AND a.user_id NOT IN (SELECT user_id FROM officer WHERE gerai_id = 0)"),
         (_day(place, today - RECENT),)),
    ]  # fmt: skip
    for sql, values in asked:
        cursor.execute(sql, values)
        cursor.fetchall()
    connection.rollback()


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _day(place: Place, day: date) -> Any:
    return day.isoformat() if place.name == "SQLite" else day


def _print(place: Place, gerai: int, found: dict[int, Taken]) -> None:
    print(f"{place.name} {place.version()}: the district's first page over {gerai} gerai")
    for name in PAGES:
        for times, taken in found.items():
            page, bare, first = taken.page[name], taken.bare[name], found[1]
            print(
                f"{name}, {DAYS * times} days ({times}x): {median(page):.1f} ms, bare {median(bare):.1f} ms,"
                f" {_times(page, bare):.2f}x (reach {REACH_PAGE:.1f}), grown {_times(page, first.page[name]):.2f}x"
                f" (reach {REACH_GROWTH:.1f}), bare grown {_times(bare, first.bare[name]):.2f}x"
            )
    print(flush=True)


def _times(taken: list[float], other: list[float]) -> float:
    """How many times longer, a round against the same round."""
    return median(each / once for each, once in zip(taken, other, strict=True))
