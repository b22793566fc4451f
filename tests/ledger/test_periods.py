"""Stories of months: closed in order, reopened by a second person, and closed is closed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from werkzeug.test import TestResponse

from app.foundation.database import db
from app.ledger import offers
from app.ledger.hooks import of
from app.ledger.models import Period
from app.ledger.operations import lock_year
from tests.conftest import signed_in_as
from tests.ledger.desk import bill_typed, post, power_bill, set_clock, text_of, url
from tests.village import TestVillage

CHRISTMAS = datetime(2026, 12, 25, 5, 0, tzinfo=UTC)
NEW_YEAR = datetime(2027, 1, 4, 5, 0, tzinfo=UTC)


@pytest.fixture
def december(village: TestVillage, monkeypatch: pytest.MonkeyPatch) -> TestVillage:
    """It is Christmas: November is over and still open, December opened with its first entry."""
    set_clock(monkeypatch, CHRISTMAS)
    post(village, power_bill())
    post(village, power_bill(90_000), on=date(2026, 12, 1), at=CHRISTMAS)
    return village


@pytest.fixture
def objection(village: TestVillage) -> Iterator[list[str]]:
    """Reasons that a room gives against closing."""
    reasons: list[str] = []

    def ask(_gerai_id: int, first: date, last: date) -> list[str]:
        assert (first, last) == (date(2026, 11, 1), date(2026, 11, 30))
        return reasons

    of(village.app).objections.append(ask)
    yield reasons
    of(village.app).objections.remove(ask)


def send(village: TestVillage, who: str, path: str, **fields: str) -> TestResponse:
    with signed_in_as(village.app, village.users[who]) as client:
        return client.post(url(village, path), data={"reference": str(uuid4())} | fields)


def state(village: TestVillage, month: date) -> str:
    db.session.expire_all()
    return db.session.get_one(Period, (village.gerai_id, month)).state


NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def test_a_month_is_closed_and_takes_nothing_more(december: TestVillage) -> None:
    with signed_in_as(december.app, december.users["wati"]) as client:
        closing = client.post(url(december, "periods/2026-11/closing"), data={"reference": str(uuid4())})
        assert closing.status_code == 303
        page = text_of(client, url(december, "periods"))
        assert "November 2026 sudah ditutup." in page
        assert "Ditutup oleh Wati Rahayu, 25 Desember 2026, 12.00 WIB" in page
        late = client.post(url(december, "entries/new"), data=bill_typed(on="2026-11-23"))
        assert late.status_code == 422 and "Pembukuan bulan ini sudah ditutup" in late.text
        assert client.post(url(december, "entries/new"), data=bill_typed(on="2026-12-25")).status_code == 303


def test_months_are_closed_in_order_and_only_once_they_are_over(
    december: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = send(december, "wati", "periods/2026-12/closing")
    assert answer.status_code == 422 and "Bulan ini belum berakhir" in answer.text
    set_clock(monkeypatch, NEW_YEAR)
    answer = send(december, "wati", "periods/2026-12/closing")
    assert answer.status_code == 422 and "Tutup dulu bulan sebelumnya" in answer.text
    for month in ("2026-11", "2026-12"):
        assert send(december, "wati", f"periods/{month}/closing").status_code == 303
    answer = send(december, "wati", "periods/2026-12/closing")
    assert answer.status_code == 422 and "sudah ditutup" in answer.text
    assert state(december, NOVEMBER) == state(december, DECEMBER) == "closed"


def test_a_month_is_reopened_by_a_second_person(december: TestVillage) -> None:
    send(december, "wati", "periods/2026-11/closing")
    with signed_in_as(december.app, december.users["slamet"]) as client:
        assert "Ya, buka kembali" in text_of(client, url(december, "periods"))
    assert send(december, "slamet", "periods/2026-11/reopening").status_code == 303
    with signed_in_as(december.app, december.users["endah"]) as client:
        assert "Dibuka kembali oleh Petugas gerai" in text_of(client, url(december, "periods"))
    assert state(december, NOVEMBER) == "open"
    answer = send(december, "slamet", "periods/2026-11/reopening")
    assert answer.status_code == 422 and "tidak sedang ditutup" in answer.text


def test_who_closed_a_month_cannot_reopen_it(december: TestVillage, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.ledger.operations import close_period

    close_period(december.occasion("dewi", CHRISTMAS), month=NOVEMBER)
    with signed_in_as(december.app, december.users["dewi"]) as client:
        page = text_of(client, url(december, "periods"))
        assert "Anda yang menutup November 2026" in page and "Ya, buka kembali" not in page
    answer = send(december, "dewi", "periods/2026-11/reopening")
    assert answer.status_code == 422 and "Mintalah orang kedua" in answer.text
    assert state(december, NOVEMBER) == "closed"


def test_only_the_last_closed_month_reopens_and_a_locked_year_never(
    december: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, NEW_YEAR)
    for month in ("2026-11", "2026-12"):
        send(december, "wati", f"periods/{month}/closing")
    answer = send(december, "dewi", "periods/2026-11/reopening")
    assert answer.status_code == 422 and "Buka kembali yang paling akhir dulu" in answer.text
    lock_year(december.occasion("dewi", NEW_YEAR), year=2026)
    answer = send(december, "slamet", "periods/2026-12/reopening")
    assert answer.status_code == 422 and "sudah dikunci setelah RAT" in answer.text
    with signed_in_as(december.app, december.users["slamet"]) as client:
        page = text_of(client, url(december, "periods"))
        assert page.count("terkunci") == 2 and "Ya, buka kembali" not in page


def test_what_is_still_open_objects_to_closing(december: TestVillage, objection: list[str]) -> None:
    objection.append("Sif 4 belum ditutup.")
    with signed_in_as(december.app, december.users["wati"]) as client:
        page = text_of(client, url(december, "periods"))
        assert "Sif 4 belum ditutup." in page and "Ya, tutup bulan" not in page
    answer = send(december, "wati", "periods/2026-11/closing")
    assert answer.status_code == 422 and "Bulan ini belum dapat ditutup: Sif 4 belum ditutup." in answer.text
    objection.clear()
    assert send(december, "wati", "periods/2026-11/closing").status_code == 303


def test_the_next_month_is_opened_ahead_by_one_and_once(december: TestVillage) -> None:
    with signed_in_as(december.app, december.users["wati"]) as client:
        assert "Buka Januari 2027" in text_of(client, url(december, "periods"))
    form = {"reference": str(uuid4()), "month": "2027-01"}
    with signed_in_as(december.app, december.users["wati"]) as client:
        assert [client.post(url(december, "periods"), data=form).status_code for _ in range(2)] == [303, 303]
        assert "Buka Februari" not in text_of(client, url(december, "periods"))
    for month, sentence in (
        ("2027-02", "satu bulan ke depan"),
        ("2027-04", "Bulan dibuka berurutan"),
        ("2026-11", "Bulan dibuka berurutan"),
        ("9999-12", "Bulan ini tidak terbaca"),
        ("\x01", "Bulan ini tidak terbaca"),
        ("", "Bulan ini tidak terbaca"),
    ):
        answer = send(december, "wati", "periods", month=month)
        assert answer.status_code == 422 and sentence in answer.text, month
    assert db.session.get(Period, (december.gerai_id, date(2027, 2, 1))) is None


def test_only_those_who_may_are_shown_the_acts_and_let_through(december: TestVillage) -> None:
    send(december, "wati", "periods/2026-11/closing")
    allowed = {"wati": "closing", "dewi": "reopening", "slamet": "reopening"}
    for who in ("wati", "dewi", "slamet", "joko", "lestari", "endah"):
        with signed_in_as(december.app, december.users[who]) as client:
            page = text_of(client, url(december, "periods"))
        assert ("Ya, buka kembali" in page) == (allowed.get(who) == "reopening")
        assert ("Buka Januari 2027" in page) == (allowed.get(who) == "closing")
        for act in ("closing", "reopening"):
            if allowed.get(who) != act:
                assert send(december, who, f"periods/2026-11/{act}").status_code == 403
    assert state(december, NOVEMBER) == "closed"


def test_a_month_the_gerai_does_not_have_is_not_found(december: TestVillage) -> None:
    for month in ("2026-10", "2027-01", "abc", "2026-13", "9999-12", "2026-1", "%01"):
        assert send(december, "wati", f"periods/{month}/closing").status_code == 404
        assert send(december, "dewi", f"periods/{month}/reopening").status_code == 404
    assert send(december, "tono", "periods/2026-11/reopening").status_code == 404


def test_a_double_click_closes_once(december: TestVillage) -> None:
    form = {"reference": str(uuid4())}
    with signed_in_as(december.app, december.users["wati"]) as client:
        closing = url(december, "periods/2026-11/closing")
        assert [client.post(closing, data=form).status_code for _ in range(2)] == [303, 303]
        broken = client.post(closing, data={"reference": "x"})
        assert broken.status_code == 422 and "Formulir ini rusak" in broken.text


def test_what_a_book_waits_for_next() -> None:
    def month(number: int, is_in: str) -> Period:
        first = date(2026, number, 1)
        return Period(gerai_id=1, starts_on=first, ends_on=first.replace(day=28), state=is_in)

    months = [month(3, "open"), month(2, "closed"), month(1, "locked")]
    assert offers.to_open(months, date(2026, 3, 5)) == date(2026, 4, 1)
    assert offers.to_open([*months, month(4, "open")], date(2026, 3, 5)) is None
    assert offers.to_close(months, date(2026, 3, 28)) is None
    assert offers.to_close(months, date(2026, 4, 1)) is months[0]
    assert offers.to_reopen(months) is months[1]
    assert offers.to_reopen(months[2:]) is None
    assert offers.to_open([], date(2026, 3, 5)) is None
