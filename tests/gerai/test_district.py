"""The district office: which villages have a gerai, and how one is opened."""

from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.books import DISTRICT
from app.books import queries as books
from app.foundation.database import db
from app.gerai import queries
from app.gerai.models import Gerai, Kecamatan, Village
from app.ledger.models import Account, AccountTemplate, Period
from tests.conftest import signed_in_as
from tests.village import ADMIN, TestVillage

JATEN = "35.05.01.2001"
FORM = {
    "code": JATEN,
    "cooperative": "Koperasi Desa Merah Putih Jaten",
    "address": "Jalan Raya 1",
    "units": ["USP"],
}


def form(**typed: object) -> dict[str, object]:
    return FORM | typed | {"reference": str(uuid4())}


@pytest.fixture
def bambang(village: TestVillage) -> FlaskClient:
    """The administrator's own browser."""
    with signed_in_as(village.app, village.users[ADMIN]) as client:
        yield client


def test_the_kabupaten_is_whole(village: TestVillage) -> None:
    """22 kecamatan and 248 villages, besides the two that the tests made up."""
    assert db.session.scalar(select(func.count(Kecamatan.code))) == 22
    assert db.session.scalar(select(func.count(Village.code))) == 248 + 2
    kinds = dict(db.session.execute(select(Village.kind, func.count()).group_by(Village.kind)).all())
    assert kinds["kelurahan"] == 28
    assert sum(row.villages for row in queries.coverage()) == 250


def test_the_list_shows_where_there_are_gerai(bambang: FlaskClient) -> None:
    page = bambang.get("/district").text
    assert "22 kecamatan" in page and "Gerai Sukamaju, Wonodadi" in page
    assert "dari 250 sekabupaten" in page and "Panggungrejo" in page


def test_a_kecamatan_shows_its_villages_with_and_without(bambang: FlaskClient, village: TestVillage) -> None:
    page = bambang.get("/district?kecamatan=35.05.01").text
    assert "Kecamatan Wonodadi" in page and "2 dari 13 desa sudah punya gerai" in page
    assert f"/g/{village.code}/" in page and f"village={JATEN}" in page
    assert "Gerai sekabupaten" in bambang.get("/district?kecamatan=99").text


@pytest.mark.parametrize("words", ["sukamaj", "SUKAMAJU", "Merah Putih 2998", "35.05.01.2998"])
def test_a_village_is_found_by_name_code_or_cooperative(bambang: FlaskClient, words: str) -> None:
    page = bambang.get("/district", query_string={"q": words}).text
    assert "Sukamaju" in page and "Panggungrejo" not in page


@pytest.mark.parametrize("words", ["tidak-ada", "%", "_", "' OR 1=1 --"])
def test_what_is_not_there_is_not_found(bambang: FlaskClient, words: str) -> None:
    page = bambang.get("/district", query_string={"q": words})
    assert page.status_code == 200 and "Tidak ada yang cocok" in page.text


def test_an_officer_of_the_district_reads_and_opens_nothing(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["endah"]) as client:
        assert "/district/gerai/new" not in client.get("/district?kecamatan=35.05.01").text
        assert client.get("/district/gerai/new").status_code == 403


def test_a_gerai_is_opened_with_its_book_chart_month_and_units(bambang: FlaskClient) -> None:
    assert bambang.get(f"/district/gerai/new?village={JATEN}").text.count(f'selected value="{JATEN}"') == 1
    answer = bambang.post("/district/gerai/new", data=form())
    assert answer.location == f"/g/{JATEN}/officers"
    gerai = queries.by_code(JATEN)
    assert gerai is not None and gerai.address == "Jalan Raya 1" and gerai.name == "Gerai Jaten, Wonodadi"
    assert set(queries.units(gerai.gerai_id)) == {"KANTOR", "TOKO", "USP"}
    accounts = select(func.count()).where(Account.gerai_id == gerai.gerai_id)
    assert db.session.scalar(accounts) == db.session.scalar(select(func.count(AccountTemplate.code)))
    assert db.session.scalars(select(Period.state).where(Period.gerai_id == gerai.gerai_id)).all() == ["open"]
    assert books.last_act(gerai.gerai_id, "gerai.opened") and books.last_act(DISTRICT, "gerai.open")
    page = bambang.get(answer.location).text
    assert "Sekarang angkat pengurus" in page and "Belum ada petugas" in page


def test_sending_it_twice_opens_one(bambang: FlaskClient) -> None:
    sent = form()
    assert [bambang.post("/district/gerai/new", data=sent).status_code for _ in range(2)] == [303, 422]
    assert db.session.scalar(select(func.count()).where(Gerai.code == JATEN)) == 1


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"code": ""}, "Pilih salah satu."),
        ({"code": "35.05.01.2998"}, "Desa ini sudah punya gerai"),
        ({"code": "99.99.99.9999"}, "tidak ada dalam daftar kabupaten"),
        ({"cooperative": ""}, "Wajib diisi."),
        ({"cooperative": "x" * 101}, "Paling banyak 100 huruf."),
        ({"units": ["BANK"]}, "Unit usaha ini tidak dikenal."),
        ({"reference": "bukan-uuid"}, "Formulir ini rusak."),
    ],
)
def test_what_will_not_do_is_said_and_opens_nothing(
    bambang: FlaskClient, typed: dict[str, object], sentence: str
) -> None:
    page = bambang.post("/district/gerai/new", data=form() | typed)
    assert page.status_code == 422 and sentence in page.text
    assert "Jalan Raya 1" in page.text, "what was typed stays"
    assert len(queries.all_gerai()) == 2
