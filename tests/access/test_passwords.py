"""A new password: what it must be, and what it ends."""

import pytest
from flask.testing import FlaskClient

from app.access import passwords
from app.access.models import User
from app.foundation.database import db, unit_of_work
from tests.access.conftest import Door, sign_in
from tests.conftest import signed_in_as
from tests.village import PASSWORD, TestVillage

NEW = "sepeda-kuning"
CHANGE = {"old": PASSWORD, "new": NEW, "again": NEW}


def first_password(village: TestVillage, who: str) -> None:
    with unit_of_work() as session:
        session.get_one(User, village.users[who]).must_change_password = True


def test_a_changed_password_ends_the_sessions_on_all_other_devices(door: Door) -> None:
    app = door()
    phone, desk = app.test_client(), app.test_client()
    for client in (phone, desk):
        assert sign_in(client).status_code == 303
    assert desk.post("/account/password", data=CHANGE).status_code == 303
    assert desk.get("/account/password").status_code == 200, "the device it was changed on stays"
    assert phone.get("/account/password").status_code == 303
    assert sign_in(phone).status_code == 422 and sign_in(phone, password=NEW).status_code == 303


@pytest.mark.parametrize(
    "typed, sentence",
    [
        ({"old": "bukan-ini"}, "Kata sandi lama tidak cocok."),
        ({"new": "pendek", "again": "pendek"}, "Kata sandi paling sedikit 8 huruf atau angka."),
        ({"new": PASSWORD, "again": PASSWORD}, "Kata sandi baru harus berbeda dari yang lama."),
        ({"again": "lain-lagi"}, "Tidak sama dengan kata sandi baru di atas."),
        ({"new": ""}, "Wajib diisi."),
    ],
)
def test_a_password_that_will_not_do_is_refused_at_its_field(
    village: TestVillage, typed: dict[str, str], sentence: str
) -> None:
    with signed_in_as(village.app, village.users["budi"]) as client:
        page = client.post("/account/password", data=CHANGE | typed)
    assert page.status_code == 422 and sentence in page.text
    assert all(word not in page.text for word in (NEW, PASSWORD)), "a password is never sent back"
    assert passwords.matches(db.session.get_one(User, village.users["budi"]).password_hash, PASSWORD)


def test_with_a_first_password_everything_else_waits(village: TestVillage) -> None:
    first_password(village, "budi")
    with signed_in_as(village.app, village.users["budi"]) as client:
        for path in ("/", f"/g/{village.code}/", f"/g/{village.code}/roles"):
            assert client.get(path).location == "/account/password"
        assert client.post(f"/g/{village.code}/shifts").location == "/account/password"
        program = client.get(f"/g/{village.code}/", headers={"Accept": "application/json"})
        assert program.status_code == 403 and program.json["code"] == "password_change_needed"
        assert "Buat kata sandi sendiri" in client.get("/account/password").text
        assert client.post("/account/password", data=CHANGE).status_code == 303
        assert client.get(f"/g/{village.code}/").status_code == 200


def test_with_a_first_password_one_may_still_leave(village: TestVillage) -> None:
    first_password(village, "budi")
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.post("/sign-out").location == "/sign-in"


def test_a_stranger_with_a_first_password_learns_no_more_than_any_stranger(village: TestVillage) -> None:
    first_password(village, "tono")
    with signed_in_as(village.app, village.users["tono"]) as client:
        assert client.get(f"/g/{village.code}/").status_code == 404


def test_signing_in_with_a_first_password_leads_to_a_new_one(client_of_budi: FlaskClient) -> None:
    assert (
        sign_in(client_of_budi, query_string={"next": "/g/35.05.01.2998/roles"}).location
        == "/account/password"
    )


@pytest.fixture
def client_of_budi(village: TestVillage) -> FlaskClient:
    first_password(village, "budi")
    return village.app.test_client()


def test_a_suggested_password_is_long_enough_and_never_the_same() -> None:
    made = {passwords.suggested() for _ in range(50)}
    assert len(made) == 50 and all(len(text) >= passwords.SHORTEST and text.islower() for text in made)
