"""How often one may try: per account, per address, and only failures count."""

import pytest
from flask import Flask

from app.access import passwords, throttle
from tests.access.conftest import sign_in

SENTENCE = "Terlalu banyak percobaan"
TRIES = int(throttle.PER_ACCOUNT_HERE.split()[0])
TRIES_FROM_ANYWHERE = int(throttle.PER_ACCOUNT.split()[0])
TRIES_FROM_AN_ADDRESS = int(throttle.PER_ADDRESS.split()[0])


@pytest.fixture(autouse=True)
def nobody_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 takes its time; here only counting matters. The one right password stays right."""
    monkeypatch.setattr(passwords, "matches", lambda password_hash, password: password == "benar")


def test_an_account_is_closed_after_too_many_wrong_passwords(throttled: Flask) -> None:
    client = throttled.test_client()
    for _ in range(TRIES):
        assert sign_in(client, "budi", "salah").status_code == 422
    page = sign_in(client, " BUDI ", "benar")
    assert page.status_code == 429 and SENTENCE in page.text and "tunggu 15 menit" in page.text
    assert sign_in(client, "wati", "benar").status_code == 303, (
        "her neighbour at the same address still works"
    )


def test_a_stranger_elsewhere_cannot_shut_its_owner_out_with_a_few_tries(throttled: Flask) -> None:
    client = throttled.test_client()
    for _ in range(TRIES + 1):
        last = sign_in(client, "budi", "salah", environ_base={"REMOTE_ADDR": "10.0.0.1"})
    assert last.status_code == 429
    assert sign_in(client, "budi", "benar", environ_base={"REMOTE_ADDR": "10.0.9.9"}).status_code == 303


def test_nobody_guesses_for_long_from_many_addresses_either(throttled: Flask) -> None:
    client = throttled.test_client()
    for who in ("budi", "tidak-ada"):
        for no in range(TRIES_FROM_ANYWHERE):
            page = sign_in(client, who, "salah", environ_base={"REMOTE_ADDR": f"10.0.0.{no}"})
            assert page.status_code == 422
        assert sign_in(client, who, "salah", environ_base={"REMOTE_ADDR": "10.0.9.9"}).status_code == 429


def test_an_address_that_tries_many_accounts_is_closed(throttled: Flask) -> None:
    client = throttled.test_client()
    for no in range(TRIES_FROM_AN_ADDRESS):
        assert sign_in(client, f"orang-{no}", "salah").status_code == 422
    assert sign_in(client, "orang-lain", "salah").status_code == 429
    elsewhere = sign_in(client, "orang-lain", "salah", environ_base={"REMOTE_ADDR": "10.1.2.3"})
    assert elsewhere.status_code == 422


def test_signing_in_well_does_not_count(throttled: Flask) -> None:
    for _ in range(TRIES + 2):
        assert sign_in(throttled.test_client(), "budi", "benar").status_code == 303


def test_old_passwords_cannot_be_guessed_in_a_session_left_open(throttled: Flask) -> None:
    client = throttled.test_client()
    sign_in(client, "budi", "benar")
    guess = {"old": "salah", "new": "sepeda-kuning", "again": "sepeda-kuning"}
    for _ in range(TRIES):
        assert client.post("/account/password", data=guess).status_code == 422
    assert client.post("/account/password", data=guess | {"old": "benar"}).status_code == 429


def test_changing_the_password_and_setting_a_pin_are_one_count(throttled: Flask) -> None:
    client = throttled.test_client()
    sign_in(client, "budi", "benar")
    password = {"old": "salah", "new": "sepeda-kuning", "again": "sepeda-kuning"}
    pin = {"pin": "284915", "again": "284915", "password": "salah"}
    for no in range(TRIES):
        path, guess = (("password", password), ("pin", pin))[no % 2]
        assert client.post(f"/account/{path}", data=guess).status_code == 422
    assert client.post("/account/pin", data=pin | {"password": "benar"}).status_code == 429


def test_a_program_is_told_the_same_as_a_problem(throttled: Flask) -> None:
    client = throttled.test_client()
    for _ in range(TRIES):
        sign_in(client, "budi", "salah")
    answer = sign_in(client, "budi", "salah", headers={"Accept": "application/json"})
    assert answer.status_code == 429 and answer.content_type == "application/problem+json"
