"""Where each person lands, and what they are offered there."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from app.books.book import Occasion
from app.books.refusals import ReferenceConflict
from app.cash.operations import open_shift
from app.foundation import clock
from app.gerai.operations import FirstPassword, appoint, appoint_new, dismiss, open_gerai
from app.gerai.roles import GERAI_ROLES, NAMES, Role
from app.home import routes
from tests import shop
from tests.conftest import signed_in_as
from tests.village import ADMIN, MORNING, PEOPLE, TestVillage

PERSON_OF = {role: who for who, (_, role, place) in PEOPLE.items() if who != "tono"} | {
    Role.DISTRICT_ADMIN: ADMIN
}


@pytest.fixture(autouse=True)
def in_the_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are asked for an hour after the village began: 08.00 WIB, Monday."""
    monkeypatch.setattr(routes, "now", lambda: MORNING + timedelta(hours=1))


def home_of(village: TestVillage, who: str, path: str | None = None) -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        page = client.get(path or f"/g/{village.code}/")
    assert page.status_code == 200
    return page.text


def largest(page: str) -> str:
    """What stands in the panel of the next thing."""
    found = re.search(r'<section class="card next".*?</section>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])) if found else ""


def test_who_belongs_to_one_place_lands_there(village: TestVillage) -> None:
    for who, place in (
        ("budi", f"/g/{village.code}/"),
        ("tono", f"/g/{village.other_code}/"),
        ("endah", "/district/overview"),
    ):
        with signed_in_as(village.app, village.users[who]) as client:
            answer = client.get("/")
        assert (answer.status_code, answer.location) == (303, place)


def test_who_belongs_to_several_places_chooses(village: TestVillage) -> None:
    next_door = Occasion(village.other_gerai_id, village.users[ADMIN], MORNING)
    appoint(next_door, username="hadi", role=Role.MENTOR)
    page = home_of(village, "hadi", "/")
    assert "Anda bertugas di 2 tempat" in page
    assert f'href="/g/{village.code}/"' in page and f'href="/g/{village.other_code}/"' in page


def test_an_officer_of_the_district_with_a_gerai_finds_both(village: TestVillage) -> None:
    appoint(village.occasion(ADMIN), username="endah", role=Role.MEMBER)
    page = home_of(village, "endah", "/")
    assert "Dinas kabupaten" in page and "Gerai Sukamaju" in page


def test_who_belongs_nowhere_is_told_whom_to_ask(village: TestVillage) -> None:
    dismiss(village.occasion("slamet"), user_id=village.users["budi"], role=Role.CASHIER)
    page = home_of(village, "budi", "/")
    assert "Belum ada tugas untuk akun ini" in page and "budi" in page


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_greeted_by_name_and_offered_a_way_on(village: TestVillage, role: Role) -> None:
    who = PERSON_OF[role]
    page = home_of(village, who)
    assert page.count("<h1") == 1 and "Selamat pagi, " in page and "Senin, 23 November 2026" in page
    assert 'class="btn btn-large btn-primary"' in page, "one big thing to do next"
    assert str(NAMES[role]) in page


@pytest.mark.parametrize("role", list(Role))
def test_nobody_is_offered_a_door_that_is_closed_to_them(village: TestVillage, role: Role) -> None:
    shop.furnish(village)
    with signed_in_as(village.app, village.users[PERSON_OF[role]]) as client:
        page = client.get(f"/g/{village.code}/").text
        for address in set(re.findall(r'href="(/g/[^"]+)"', page)):
            with client.get(address) as answer:
                assert answer.status_code in (200, 303), address


def test_a_cashier_without_a_shift_opens_one(village: TestVillage) -> None:
    page = largest(home_of(village, "budi"))
    assert "Sif Anda belum dibuka." in page and "Buka sif" in page and "Buka kasir" not in page


def test_a_cashier_with_a_shift_goes_to_the_till_or_closes(village: TestVillage) -> None:
    shift = shop.open_till(village)
    page = largest(home_of(village, "budi"))
    assert f"Sif {shift} terbuka" in page and "Meja kasir A, sejak 07.00 WIB." in page
    assert "Buka kasir" in page and "Tutup sif" in page and "Buka sif" not in page


def test_a_shift_of_a_colleague_is_not_mine(village: TestVillage) -> None:
    open_shift(village.occasion("dewi"), register="A", opening_float=0)
    assert "Sif Anda belum dibuka." in largest(home_of(village, "budi"))
    assert "Sif yang terbuka" in home_of(village, "wati"), "the treasurer sees who is at the drawer"


def test_a_treasurer_is_led_to_the_month_that_waits(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Ringkasan hari ini" in largest(home_of(village, "wati"))
    monkeypatch.setattr(routes, "now", lambda: MORNING + timedelta(days=10))
    page = home_of(village, "wati")
    assert "November 2026 sudah lewat dan bukunya masih terbuka." in largest(
        page
    ) and "Bulan buku" in largest(page)
    assert "bukunya masih terbuka" not in home_of(village, "joko"), "who cannot close it is not asked to"


def test_what_should_not_be_overlooked_is_said_to_who_can_act(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.furnish(village)
    shift = shop.open_till(village)
    told = shop.basket([{"item": shop.RICE, "quantity": "41"}], shift=shift, cash=10_000_000, completed=True)
    shop.sell(village, told)
    occasion = village.occasion("dewi", reference=str(uuid4()))
    shop.add_item(occasion, name="Garam", unit="pak", decimals=0, stock_group="sembako", price=3_000)
    with pytest.raises(ReferenceConflict):
        shop.add_item(occasion, name="Garam", unit="pak", decimals=0, stock_group="sembako", price=4_000)
    manager, cashier = home_of(village, "dewi"), home_of(village, "budi")
    for sentence in (
        "1 penjualan hari ini perlu diperiksa.",
        "Stok 1 barang di bawah nol",
        "Ada kiriman ulang",
    ):
        assert sentence in manager and sentence not in cashier
    monkeypatch.setattr(routes, "now", lambda: MORNING + timedelta(days=1))
    assert f"Sif {shift} dibuka sebelum hari ini dan belum ditutup." in home_of(village, "dewi")


def test_a_new_gerai_asks_for_its_officers(village: TestVillage) -> None:
    at_district = Occasion(0, village.users[ADMIN], MORNING)
    open_gerai(at_district, code="35.05.01.2001", cooperative="Koperasi Desa Merah Putih Jaten")
    page = home_of(village, ADMIN, "/g/35.05.01.2001/")
    assert "Gerai ini belum punya pengurus." in page and "/g/35.05.01.2001/officers/new" in page


def test_a_member_finds_prices_and_who_answers_for_the_gerai(village: TestVillage) -> None:
    page = home_of(village, "sari")
    assert (
        "Daftar harga" in largest(page)
        and "Slamet Riyadi" in page
        and "Koperasi Desa Merah Putih 2998" in page
    )
    assert "segera" not in page.lower(), "nothing is promised that is not there"


def test_somebody_with_several_roles_sees_the_busiest_first(village: TestVillage) -> None:
    for role in GERAI_ROLES:
        if role is not Role.BOARD:
            appoint(village.occasion("dewi"), username="slamet", role=role)
    assert "Buka sif" in largest(home_of(village, "slamet"))


def test_a_cashier_where_there_is_no_register_knows_whom_to_ask(village: TestVillage) -> None:
    at = Occasion(village.gerai_id, village.users[ADMIN], MORNING)
    appoint_new(
        at, username="putri", name="Putri Ayu", password=FirstPassword("kopi-lentera-1"), role=Role.CASHIER
    )
    page = largest(home_of(village, "budi"))
    assert "Buka sif" in page or "belum punya meja kasir" in page


@pytest.mark.parametrize(
    "hour, words",
    [(4, "pagi"), (10, "pagi"), (11, "siang"), (15, "sore"), (18, "malam"), (23, "malam"), (2, "malam")],
)
def test_the_greeting_follows_the_clocks_of_blitar(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch, hour: int, words: str
) -> None:
    monkeypatch.setattr(routes, "now", lambda: MORNING - timedelta(hours=7) + timedelta(hours=hour))
    assert f"Selamat {words}, Budi Santoso" in home_of(village, "budi")


def test_a_home_asks_the_database_few_questions_however_much_there_is(village: TestVillage) -> None:
    from sqlalchemy import event

    from app.foundation.database import db

    asked: list[str] = []
    connection = db.session.connection()
    event.listen(connection, "before_cursor_execute", lambda c, cur, statement, *_: asked.append(statement))
    home_of(village, "dewi")
    few = len(asked)
    shop.furnish(village)
    shop.open_till(village)
    asked.clear()
    home_of(village, "dewi")
    assert few <= 24 and len([s for s in asked if s.startswith("SELECT")]) <= few + 2


def test_the_clock_is_asked_in_one_place() -> None:
    assert routes.now is not clock.now, "this module's own clock is stopped; the product's runs on"
