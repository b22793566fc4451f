"""Text that no database can hold is turned away before any view, whatever it came in."""

import pytest
from flask.testing import FlaskClient

from tests.conftest import signed_in_as
from tests.village import TestVillage


@pytest.fixture
def client(village: TestVillage) -> FlaskClient:
    with signed_in_as(village.app, village.users["wati"]) as client:
        yield client


def test_in_the_query(client: FlaskClient, village: TestVillage) -> None:
    page = client.get(f"/g/{village.code}/acts?kind=%00")
    assert page.status_code == 400 and "tidak dapat dilayani" in page.text


def test_in_the_path(client: FlaskClient) -> None:
    assert client.get("/g/%00/").status_code == 400


def test_in_a_form(client: FlaskClient) -> None:
    assert client.post("/sign-in", data={"username": "budi\0", "password": "x"}).status_code == 400


@pytest.mark.parametrize("body", [r'{"a": ["\u0000"]}', r'{"\u0000": 1}', r'["\ud83d"]', "[" * 100_000])
def test_in_json(client: FlaskClient, village: TestVillage, body: str) -> None:
    answer = client.post(f"/g/{village.code}/officers/new", data=body, content_type="application/json")
    assert answer.status_code == 400 and answer.json["code"] == "http_400"


def test_a_whole_letter_of_two_halves_passes(client: FlaskClient, village: TestVillage) -> None:
    answer = client.post(
        f"/g/{village.code}/officers/new", data=r'["\ud83d\ude00"]', content_type="application/json"
    )
    assert answer.status_code == 403, "the guard answers, since wati may not appoint"
