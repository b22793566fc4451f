"""In and out: who is let in, what they are told, and what a session keeps."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from app.access import passwords
from app.access.models import SignInEvent, User
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from tests.access.conftest import Door, sign_in, token_of
from tests.village import PASSWORD, TestVillage

WRONG = "Nama pengguna atau kata sandi tidak cocok"


@pytest.fixture
def client(village: TestVillage) -> FlaskClient:
    return village.app.test_client()


def test_a_person_signs_in_and_reaches_their_gerai(client: FlaskClient, village: TestVillage) -> None:
    answer = sign_in(client)
    assert answer.status_code == 303 and answer.location == "/"
    assert client.get("/").location == f"/g/{village.code}/"


def test_the_username_may_be_typed_in_capitals_or_with_spaces(client: FlaskClient) -> None:
    assert sign_in(client, " Budi ").status_code == 303


def test_whoever_is_turned_away_learns_nothing_about_why(client: FlaskClient, village: TestVillage) -> None:
    with unit_of_work() as session:
        session.get_one(User, village.users["yuni"]).ended_at = now()
    pages = [
        sign_in(client, "budi", "salah-sekali"),
        sign_in(client, "yuni"),
        sign_in(client, "tidak-ada"),
    ]
    for page in pages:
        assert page.status_code == 422 and WRONG in page.text
    assert len({page.text.count("<") for page in pages}) == 1


def test_an_unknown_username_costs_as_much_work_as_a_known_one(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords._hasher

    class Counting:
        def verify(self, password_hash: str, password: str) -> bool:
            verified.append(password_hash)
            return real.verify(password_hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    sign_in(client, "tidak-ada", "apa saja")
    sign_in(client, "budi", "apa saja")
    cost = {password_hash.rsplit("$", 2)[0] for password_hash in verified}
    assert len(verified) == 2 and len(cost) == 1, "the same parameters, so the same time"


def test_a_refused_sign_in_keeps_the_username_and_not_the_password(client: FlaskClient) -> None:
    page = sign_in(client, "budi", "salah-sekali").text
    assert 'value="budi"' in page and "salah-sekali" not in page


def test_empty_fields_are_named_and_nothing_is_tried(client: FlaskClient, village: TestVillage) -> None:
    page = sign_in(client, "", "")
    assert page.status_code == 422 and page.text.count("Wajib diisi.") >= 2
    assert db.session.scalars(select(SignInEvent)).all() == []


def test_passwords_are_kept_as_argon2id(village: TestVillage) -> None:
    hashes = db.session.scalars(select(User.password_hash)).all()
    assert hashes and all(text.startswith("$argon2id$") for text in hashes)
    assert len(set(hashes)) == len(hashes), "each has a salt of its own"


def test_a_hash_with_older_parameters_is_renewed_at_sign_in(
    client: FlaskClient, village: TestVillage
) -> None:
    from argon2 import PasswordHasher

    weak = PasswordHasher(time_cost=1, memory_cost=1024).hash(PASSWORD)
    with unit_of_work() as session:
        session.get_one(User, village.users["budi"]).password_hash = weak
    assert sign_in(client).status_code == 303
    renewed = db.session.get_one(User, village.users["budi"]).password_hash
    assert renewed != weak and passwords.matches(renewed, PASSWORD)


def test_the_door_keeps_its_log(client: FlaskClient, village: TestVillage) -> None:
    sign_in(client, "budi", "salah-sekali")
    sign_in(client, "tidak-ada", "salah-sekali")
    sign_in(client)
    client.post("/sign-out")
    seen = db.session.execute(select(SignInEvent.kind, SignInEvent.user_id).order_by(SignInEvent.id)).all()
    budi = village.users["budi"]
    assert [tuple(row) for row in seen] == [
        ("refused", budi),
        ("refused", None),
        ("signed_in", budi),
        ("signed_out", budi),
    ]


def test_a_session_is_new_at_sign_in(door: Door) -> None:
    app = door(WTF_CSRF_ENABLED=True)
    client = app.test_client()
    before = token_of(client.get("/sign-in").text)
    with client.session_transaction() as session:
        session["planted"], session["language"] = "by somebody else", "id"
        old_secret = session["csrf_token"]
    assert sign_in(client, extra={"csrf_token": before}).status_code == 303
    with client.session_transaction() as session:
        assert "planted" not in session and session["language"] == "id"
        assert session.get("csrf_token") != old_secret
    stale = client.post("/sign-out", data={"csrf_token": before})
    assert stale.status_code == 403, "the token of the old session is worth nothing"


def test_signing_out_ends_the_session(client: FlaskClient, village: TestVillage) -> None:
    sign_in(client)
    assert client.post("/sign-out").status_code == 303
    with client.session_transaction() as session:
        assert "_user_id" not in session
    assert client.get(f"/g/{village.code}/").status_code == 303


def test_a_program_without_a_session_gets_a_problem_and_not_a_page(
    client: FlaskClient, village: TestVillage
) -> None:
    answer = client.get(f"/g/{village.code}/", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert answer.content_type == "application/problem+json" and answer.json["code"] == "sign_in_required"


@pytest.mark.parametrize(
    "inside", ["/account/password", "/g/35.05.01.2998/officers?x=1", "/g/35.05.01.2998/acts?kind=a%20b"]
)
def test_after_signing_in_one_lands_where_one_wanted_to_go(client: FlaskClient, inside: str) -> None:
    asked = client.get(inside)
    assert asked.status_code == 303 and asked.location.startswith("/sign-in?next=")
    assert sign_in(client, query_string=asked.location.partition("?")[2]).location == inside


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://jahat.example/",
        "//jahat.example/",
        "/\\jahat.example/",
        "/\t/jahat.example/",
        "/\n/jahat.example",
        "\\\\jahat.example",
        "javascript:alert(1)",
        "jahat.example",
        "///jahat.example",
        "/%2f/../\\jahat",
        "",
    ],
)
def test_no_address_leads_away_from_here(client: FlaskClient, elsewhere: str) -> None:
    assert sign_in(client, query_string={"next": elsewhere}).location == "/"
    assert client.get("/sign-in", query_string={"next": elsewhere}).location == "/"
    answer = client.post("/language", data={"language": "en", "next": elsewhere})
    assert answer.status_code == 303 and answer.location == "/"


def test_the_language_is_switched_and_kept_through_sign_in(client: FlaskClient) -> None:
    assert 'lang="id"' in client.get("/sign-in").text
    answer = client.post("/language", data={"language": "en", "next": "/sign-in?next=/account/password"})
    assert answer.location == "/sign-in?next=/account/password"
    assert '<html lang="en">' in client.get("/sign-in").text
    sign_in(client)
    assert '<html lang="en">' in client.get("/account/password").text
    client.post("/language", data={"language": "xx"})
    assert '<html lang="en">' in client.get("/account/password").text, "an unknown language changes nothing"
