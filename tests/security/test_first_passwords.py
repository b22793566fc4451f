"""A form for a first password, sent again with another one, never promises a password that was not set."""

from uuid import uuid4

from flask.testing import FlaskClient

from tests.conftest import signed_in_as
from tests.village import TestVillage

FIRST, OTHER = "kopi-lentera-4821", "padi-gunung-1945"


def send(client: FlaskClient, path: str, password: str, reference: str) -> int:
    person = {"username": "mawar", "name": "Mawar Putri", "role": "cashier"}
    return client.post(path, data=person | {"password": password, "reference": reference}).status_code


def sign_in(village: TestVillage, username: str, password: str) -> int:
    return (
        village.app.test_client()
        .post("/sign-in", data={"username": username, "password": password})
        .status_code
    )


def test_the_same_form_twice_is_one_appointment(village: TestVillage) -> None:
    reference = str(uuid4())
    with signed_in_as(village.app, village.users["slamet"]) as slamet:
        path = f"/g/{village.code}/officers/new"
        assert [send(slamet, path, FIRST, reference) for _ in range(2)] == [303, 303]
        assert send(slamet, path, OTHER, reference) == 422
    assert (sign_in(village, "mawar", FIRST), sign_in(village, "mawar", OTHER)) == (303, 422)


def test_a_renewed_password_is_the_one_that_was_typed_last(village: TestVillage) -> None:
    path = f"/g/{village.code}/officers/{village.users['budi']}/password"
    reference = str(uuid4())
    with signed_in_as(village.app, village.users["slamet"]) as slamet:
        assert [send(slamet, path, FIRST, reference), send(slamet, path, OTHER, reference)] == [303, 422]
        assert send(slamet, path, OTHER, str(uuid4())) == 303
    assert (sign_in(village, "budi", FIRST), sign_in(village, "budi", OTHER)) == (422, 303)
