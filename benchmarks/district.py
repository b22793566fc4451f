"""The district's first page over 248 gerai, at 60 days of totals and at ten times that, against its bare query.

The history is written by hand-written SQL, as posting would have left it: the page reads nothing else.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from sqlalchemy import select

from app.access import passwords, sessions
from app.access.models import User
from app.books import DISTRICT
from app.books.book import Occasion
from app.district.figures import ACCOUNTS, MEASURES
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from app.foundation.dates import local_date
from app.gerai.models import Village
from app.gerai.operations import open_gerai, start_district
from app.serve import let_go
from benchmarks.engine import application
from benchmarks.places import Place

PAGES = {"today": "/district/overview", "this month": "/district/overview?span=month"}
DAYS, TIMES, ROUNDS = 60, 10, 25
REACH_PAGE, REACH_GROWTH = 2.0, 1.2


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
        client, gerai = _open_all(app)
    found = {}
    for times in (1, TIMES):
        _history(place, url, today, DAYS * times, 0 if times == 1 else DAYS)
        place.analyze(url)
        let_go(app)
        found[times] = _measure(place, url, client, today)
    let_go(app)
    _print(place, gerai, found)


def _open_all(app: Flask) -> tuple[FlaskClient, int]:
    """Open a gerai in every village; a client of the district's administrator."""
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
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = signed_in.token
    return client, len(codes)


def _history(place: Place, url: str, today: date, days: int, done: int) -> None:
    """Totals and counts of the days before today that are not there yet, a statement a day."""
    accounts = _words(ACCOUNTS)
    mark = place.mark
    totals = "SELECT gerai_id, {0}, code, 'TOKO', 90000, 180000 FROM account WHERE code IN ({1})"
    daily = f"INSERT INTO daily_total (gerai_id, posted_on, account, unit, debit, credit) {totals.format(mark, accounts)}"
    monthly = f"INSERT INTO monthly_total (gerai_id, month_on, account, unit, debit, credit) {totals.format(mark, accounts)}"
    counts = " UNION ALL ".join(
        f"SELECT gerai_id, {mark}, '{measure}', 90 FROM gerai" for measure in MEASURES
    )
    months = {(today - timedelta(days=back)).replace(day=1) for back in range(days)}
    months -= {(today - timedelta(days=back)).replace(day=1) for back in range(done)}
    with place.owner(url) as connection:
        connection.execute("BEGIN")
        for back in range(done, days):
            day = _day(place, today - timedelta(days=back))
            connection.execute(daily, (day,))
            connection.execute(
                f"INSERT INTO daily_count (gerai_id, counted_on, measure, value) {counts}",
                (day,) * len(MEASURES),
            )
        for month in sorted(months):
            connection.execute(monthly, (_day(place, month),))
        connection.execute("COMMIT")


def _measure(place: Place, url: str, client: FlaskClient, today: date) -> Taken:
    taken = Taken()
    connection = place.connect(url)
    for number in range(ROUNDS + 3):
        for name, path in PAGES.items():
            started = perf_counter()
            answer = client.get(path)
            read = perf_counter()
            _ask(place, connection, today, month=name != "today")
            done = perf_counter()
            assert answer.status_code == 200
            if number >= 3:  # the first ones warm caches and plans
                taken.page[name].append((read - started) * 1000)
                taken.bare[name].append((done - read) * 1000)
    connection.close()
    return taken


def _ask(place: Place, connection: Any, today: date, *, month: bool) -> None:
    """What somebody would ask by hand for the same figures."""
    first = today.replace(day=1) if month else today
    table, on = ("monthly_total", "month_on") if month else ("daily_total", "posted_on")
    mark, cursor = place.mark, connection.cursor()
    day, last = _day(place, first), _day(place, today)
    asked: list[tuple[str, tuple[Any, ...]]] = [
        (("SELECT k.code, k.name, k.tile_column, k.tile_row, count(v.code) FROM kecamatan k"
         " JOIN village v ON v.kecamatan_code = k.code GROUP BY k.code"), ()),
        ("SELECT g.gerai_id, g.code, v.name, v.kecamatan_code FROM gerai g JOIN village v ON v.code = g.code ORDER BY v.name", ()),
        ((f"SELECT g.gerai_id, t.account, sum(t.debit), sum(t.credit) FROM gerai g JOIN {table} t ON t.gerai_id = g.gerai_id"
         f" AND t.{on} = {mark} WHERE t.account IN ({_words(ACCOUNTS)}) GROUP BY 1, 2"), (day,)),
        (("SELECT g.gerai_id, c.measure, sum(c.value) FROM gerai g JOIN daily_count c ON c.gerai_id = g.gerai_id"
         f" AND c.counted_on BETWEEN {mark} AND {mark} WHERE c.measure IN ({_words(MEASURES)}) GROUP BY 1, 2"), (day, last)),
        ("SELECT gerai_id, count(*) FROM shift WHERE closed_at IS NULL GROUP BY 1", ()),
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
            page, bare = median(taken.page[name]), median(taken.bare[name])
            grown = median(taken.page[name]) / median(found[1].page[name])
            print(
                f"{name}, {DAYS * times} days ({times}x): {page:.1f} ms, bare {bare:.1f} ms,"
                f" {page / bare:.2f}x (reach {REACH_PAGE:.1f}), grown {grown:.2f}x (reach {REACH_GROWTH:.1f})"
            )
    print(flush=True)
