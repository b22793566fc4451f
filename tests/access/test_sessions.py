"""Sessions: a sign-in is a row of its own, and a copied cookie ends with it."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, select, update

from app.access import sessions
from app.access.devices import device_words
from app.access.models import SignInEvent, User, UserSession
from app.access.operations import change_password, reset_password
from app.foundation.database import db, unit_of_work
from app.gerai.operations import dismiss
from app.gerai.roles import Role
from tests.access.conftest import sign_in
from tests.conftest import signed_in_as
from tests.village import MORNING, PASSWORD, TestVillage

PAGE = "/account/devices"
PHONE = "Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:122.0) Gecko/20100101 Firefox/122.0"


@pytest.fixture
def phone(village: TestVillage) -> FlaskClient:
    client = village.app.test_client()
    assert sign_in(client, headers={"User-Agent": PHONE}).status_code == 303
    return client


@pytest.fixture
def desk(village: TestVillage) -> FlaskClient:
    client = village.app.test_client()
    assert sign_in(client, headers={"User-Agent": DESK}).status_code == 303
    return client


def stolen(client: FlaskClient, village: TestVillage) -> FlaskClient:
    """Another browser with a copy of the cookie."""
    thief = village.app.test_client()
    cookie = client.get_cookie("lumbung")
    assert cookie is not None
    thief.set_cookie("lumbung", cookie.value)
    return thief


def is_in(client: FlaskClient) -> bool:
    return client.get(PAGE).status_code == 200


def test_a_copied_cookie_is_worth_nothing_after_the_sign_out(
    phone: FlaskClient, village: TestVillage
) -> None:
    thief = stolen(phone, village)
    assert is_in(phone) and is_in(thief)
    phone.post("/sign-out")
    assert not is_in(phone) and not is_in(thief)


def test_signing_out_here_leaves_the_other_device_in(phone: FlaskClient, desk: FlaskClient) -> None:
    phone.post("/sign-out")
    assert is_in(desk)


def test_a_changed_password_ends_every_copy(
    phone: FlaskClient, desk: FlaskClient, village: TestVillage
) -> None:
    thief = stolen(desk, village)
    new = {"old": PASSWORD, "new": "sepeda-kuning", "again": "sepeda-kuning"}
    assert desk.post("/account/password", data=new).status_code == 303
    assert is_in(desk) and not is_in(phone) and not is_in(thief)


def test_a_session_begun_with_the_old_password_in_that_very_moment_is_none(village: TestVillage) -> None:
    """Its row came after those of the others were ended; the epoch of the password tells."""
    user = db.session.get_one(User, village.users["budi"])
    with unit_of_work() as unit:
        late = sessions.start(unit, user, at=datetime.now(UTC), address="", agent="")
    change_password(user_id=user.id, old=PASSWORD, new="sepeda-kuning", at=MORNING, address="")
    with unit_of_work() as unit:
        unit.execute(update(UserSession).values(ended_at=None))
    assert sessions.load(late.token) is None


def test_a_renewed_password_ends_the_sessions(phone: FlaskClient, village: TestVillage) -> None:
    with unit_of_work() as unit:
        reset_password(unit.get_one(User, village.users["budi"]), "kopi-lentera-4821", MORNING)
    assert not is_in(phone)


def test_who_has_no_role_left_is_out_on_every_device(
    phone: FlaskClient, desk: FlaskClient, village: TestVillage
) -> None:
    dismiss(village.occasion("slamet"), user_id=village.users["budi"], role=Role.CASHIER)
    assert not is_in(phone) and not is_in(desk)


def test_an_ended_account_is_out(phone: FlaskClient, village: TestVillage) -> None:
    with unit_of_work() as unit:
        unit.get_one(User, village.users["budi"]).ended_at = MORNING
    assert not is_in(phone)


@pytest.mark.parametrize("hours, inside", [(13, True), (14, False)])
def test_after_fourteen_hours_the_row_has_ended_whatever_the_cookie_says(
    phone: FlaskClient, hours: int, inside: bool
) -> None:
    begun = datetime.now(UTC) - timedelta(hours=hours, minutes=1)
    with unit_of_work() as unit:
        unit.execute(update(UserSession).values(started_at=begun))
    assert is_in(phone) is inside


@pytest.mark.parametrize("made_up", ["", "1.1", "x" * 43, "'; --", "3.1.2026"])
def test_a_made_up_token_is_nobody(village: TestVillage, made_up: str) -> None:
    assert sessions.load(made_up) is None


def test_the_database_keeps_no_token(phone: FlaskClient) -> None:
    with phone.session_transaction() as cookie:
        token = cookie["_user_id"]
    kept = db.session.scalars(select(UserSession.token_hash)).all()
    assert token not in kept and len(kept) == 1 and len(kept[0]) == 64


def test_who_is_signed_in_is_one_question(phone: FlaskClient, village: TestVillage) -> None:
    asked: list[str] = []
    connection = db.session.connection()

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        if "user_" in statement and statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    assert phone.get("/account/pin").status_code == 200
    event.remove(connection, "before_cursor_execute", note)
    assert sum("user_session" in statement for statement in asked) == 1
    assert not any("user_account" in statement and "user_session" not in statement for statement in asked)


def test_the_page_names_each_device_and_says_which_is_this_one(phone: FlaskClient, desk: FlaskClient) -> None:
    page = phone.get(PAGE).text
    assert "Chrome, Android" in page and "Firefox, Windows" in page
    assert page.count("Perangkat ini") == 1 and page.count("Keluarkan</button>") == 1


def test_another_device_can_be_put_out(phone: FlaskClient, desk: FlaskClient) -> None:
    with desk.session_transaction() as cookie:
        theirs = sessions._hash(cookie["_user_id"])
    for _ in range(2):
        assert phone.post(PAGE, data={"session": theirs}).location == PAGE
    assert is_in(phone) and not is_in(desk)
    assert "Tidak ada perangkat lain." in phone.get(PAGE).text
    kinds = db.session.scalars(select(SignInEvent.kind)).all()
    assert kinds.count("session_ended") == 1, "once, however often it was pressed"


def test_nobody_puts_out_somebody_elses_device(phone: FlaskClient, village: TestVillage) -> None:
    with phone.session_transaction() as cookie:
        theirs = sessions._hash(cookie["_user_id"])
    with signed_in_as(village.app, village.users["slamet"]) as other:
        assert other.post(PAGE, data={"session": theirs}).status_code == 303
    assert is_in(phone)


def test_a_session_is_seen_anew_once_an_hour_and_not_with_each_page(phone: FlaskClient) -> None:
    def seen() -> datetime:
        db.session.expire_all()
        return db.session.scalars(select(UserSession.seen_at)).one()

    first = seen()
    phone.get(PAGE)
    assert seen() == first
    with unit_of_work() as unit:
        unit.execute(update(UserSession).values(seen_at=first - timedelta(minutes=61)))
    phone.get(PAGE)
    assert seen() >= first


@pytest.mark.parametrize(
    "agent, words",
    [
        (PHONE, "Chrome, Android"),
        (DESK, "Firefox, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows"),
        ("curl/8.5", ""),
        ("", ""),
        ("Chrome " * 500, "Chrome"),
    ],
)
def test_a_device_is_named_as_people_know_it(agent: str, words: str) -> None:
    assert device_words(agent) == words


def test_the_pin_page_sets_a_pin_and_says_what_is_wrong(phone: FlaskClient) -> None:
    right = {"pin": "284915", "again": "284915", "password": PASSWORD}
    wrong = [
        ({"pin": "1234", "again": "1234"}, "mudah ditebak"),
        ({"pin": "12", "again": "12"}, "4 sampai 6 angka"),
        ({"again": "284916"}, "Tidak sama dengan PIN di atas."),
        ({"password": "salah"}, "Kata sandi tidak cocok."),
        ({"password": ""}, "Wajib diisi."),
    ]
    for typed, sentence in wrong:
        page = phone.post("/account/pin", data=right | typed)
        assert page.status_code == 422 and sentence in page.text
        assert "284915" not in page.text and PASSWORD not in page.text
    assert "menggantikan" not in phone.get("/account/pin").text
    assert phone.post("/account/pin", data=right).status_code == 303
    assert "menggantikan" in phone.get("/account/pin").text
