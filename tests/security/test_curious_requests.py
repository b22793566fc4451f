"""Requests that nobody meant: numbers beyond any document's, JSON where a form belongs, no JSON at the door.

Each gets an answer of ours, and none is a bug.
"""

import pytest

from app.access.throttle import PER_ACCOUNT
from app.foundation.database import db
from tests import shop
from tests.conftest import signed_in_as
from tests.village import TestVillage

BEYOND = (2**31, 2**63, 10**30)
TRIES = int(PER_ACCOUNT.split()[0])


@pytest.fixture(params=["sales/{}", "sales/{}/receipt", "officers/{}/password", "sales?before={}"])
def address(request: pytest.FixtureRequest, village: TestVillage) -> str:
    return f"/g/{village.gerai().code}/{request.param}"


@pytest.mark.parametrize("number", BEYOND)
def test_a_number_beyond_any_document_is_a_page_that_does_not_exist(
    village: TestVillage, address: str, number: int
) -> None:
    for who in ("dewi", "slamet"):
        with signed_in_as(village.app, village.users[who]) as client:
            assert client.get(address.format(number)).status_code in (200, 403, 404)


def test_a_person_beyond_any_is_not_dismissed(village: TestVillage) -> None:
    form = {"user": 10**30, "role": "cashier", "reference": "7c0ff9e6-2c0e-4c39-9a39-1f5f0a1d2c3b"}
    with signed_in_as(village.app, village.users["slamet"]) as client:
        assert client.post(f"/g/{village.gerai().code}/officers/dismissals", data=form).status_code == 400


@pytest.mark.parametrize(
    "body", [{"username": 5, "password": 6}, [1, 2], 5, None, {"username": {}, "password": []}]
)
def test_the_door_reads_forms_alone(village: TestVillage, body: object) -> None:
    assert village.app.test_client().post("/sign-in", json=body).status_code == 422


def test_json_is_no_way_around_the_count_of_tries(village: TestVillage) -> None:
    right = {"username": "budi", "password": "lumbung-demo"}
    for _ in range(TRIES + 1):
        village.app.test_client().post("/sign-in", data={"username": "budi", "password": "salah"})
    assert village.app.test_client().post("/sign-in", json=right).status_code in (422, 429)


def test_a_changed_password_is_no_json_either(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.post("/account/password", json={"old": 1, "new": 2, "again": 2}).status_code == 422


def test_whatever_the_tills_door_refuses_is_a_problem_document(village: TestVillage) -> None:
    code = village.gerai().code
    nobody = village.app.test_client()
    answers = [nobody.get(f"/g/{code}/till/context"), nobody.post(f"/g/{code}/till/sales", data="{}")]
    with signed_in_as(village.app, village.users["joko"]) as joko:
        answers.append(joko.get(f"/g/{code}/till/context"))
    with signed_in_as(village.app, village.users["budi"]) as budi:
        answers.append(budi.post(f"/g/{code}/till/sales", data="{}", content_type="text/plain"))
        answers.append(budi.get("/g/35.05.99.9999/till/context"))
    assert [answer.status_code for answer in answers] == [401, 401, 403, 422, 404]
    assert all(
        answer.content_type == "application/problem+json" and answer.json["code"] for answer in answers
    )


def test_a_failing_statement_is_logged_without_its_values(village: TestVillage) -> None:
    assert db.engine.hide_parameters and db.engines["read"].hide_parameters


def test_json_is_never_taken_for_an_empty_form(village: TestVillage) -> None:
    shop.furnish(village)
    with signed_in_as(village.app, village.users["dewi"]) as client:
        answer = client.post(f"/g/{village.code}/items/1/edit", json={"name": "Beras"})
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")
    assert answer.json["code"] == "not_a_form"


def test_a_redirect_within_the_site_names_no_host(village: TestVillage) -> None:
    for path, to in (
        (f"/g/{village.code}", f"/g/{village.code}/"),
        (f"/g/{village.code}?q=1", f"/g/{village.code}/?q=1"),
    ):
        answer = village.app.test_client().get(path, headers={"Host": "penipu.example"})
        assert answer.status_code == 308 and answer.headers["Location"] == to
