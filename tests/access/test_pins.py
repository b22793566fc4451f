"""PINs: what they must be, who they let approve, and how often one may guess."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.access import passwords, pins
from app.access.models import SignInEvent, User, UserPin
from app.access.operations import reset_password
from app.access.refusals import NotYourPassword, PinLocked, PinMalformed, PinTooPlain, PinWrong
from app.books.acts import act
from app.books.book import OpenBook
from app.foundation.database import WriteOutsideUnit, db, unit_of_work
from app.foundation.refusals import Refusal
from tests.village import MORNING, PASSWORD, TestVillage

PIN = "284915"


@pytest.fixture
def dewi(village: TestVillage) -> int:
    pins.set_pin(village.users["dewi"], PIN, PASSWORD, at=MORNING)
    return village.users["dewi"]


@pytest.fixture
def budi(village: TestVillage) -> int:
    return village.users["budi"]


def guess(caller: int, pin: str = "739164", username: str = "dewi", minutes: float = 0) -> int:
    return pins.check_pin(username, pin, caller=caller, at=MORNING + timedelta(minutes=minutes))


def guess_wrongly(caller: int, times: int, username: str = "dewi") -> None:
    for _ in range(times):
        with pytest.raises(PinWrong):
            guess(caller, username=username)


def test_the_right_pin_says_whose_it_is(dewi: int, budi: int) -> None:
    assert guess(budi, PIN) == dewi
    assert guess(budi, PIN, " DEWI ") == dewi, "however the name is written"


@pytest.mark.parametrize(
    "username, pin", [("dewi", "284916"), ("tidak-ada", PIN), ("wati", PIN), ("dewi", ""), ("", "")]
)
def test_whatever_is_wrong_the_answer_is_the_same(dewi: int, budi: int, username: str, pin: str) -> None:
    """wati has no PIN, tidak-ada no account."""
    with pytest.raises(PinWrong) as caught:
        guess(budi, pin, username)
    assert caught.value.field == "pin" and "tidak cocok" in caught.value.message


def test_an_ended_account_approves_nothing(dewi: int, budi: int) -> None:
    with unit_of_work() as session:
        session.get_one(User, dewi).ended_at = MORNING
    with pytest.raises(PinWrong):
        guess(budi, PIN)


def test_an_unknown_username_costs_as_much_work_as_a_known_one(
    dewi: int, budi: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[bool] = []
    real = passwords._hasher.verify

    class Counting:
        def verify(self, password_hash: str, password: str) -> bool:
            verified.append(True)
            return real(password_hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    for username in ("dewi", "wati", "tidak-ada"):
        with pytest.raises(PinWrong):
            guess(budi, username=username)
    assert len(verified) == 3


def test_five_wrong_tries_lock_the_pin_for_a_quarter_of_an_hour(
    dewi: int, budi: int, village: TestVillage
) -> None:
    guess_wrongly(budi, pins.MOST_WRONG)
    for caller in (budi, village.users["wati"]):
        with pytest.raises(PinLocked) as caught:
            guess(caller, PIN, minutes=14)
    assert caught.value.status == 429 and "15 menit" in caught.value.message
    assert guess(budi, PIN, minutes=15) == dewi, "asking meanwhile did not make the wait longer"


def test_a_username_that_does_not_exist_is_locked_like_any_other(dewi: int, budi: int) -> None:
    guess_wrongly(budi, pins.MOST_WRONG, "tidak-ada")
    with pytest.raises(PinLocked):
        guess(budi, username="tidak-ada")


def test_the_right_pin_starts_the_count_anew(dewi: int, budi: int) -> None:
    guess_wrongly(budi, pins.MOST_WRONG - 1)
    assert guess(budi, PIN) == dewi
    guess_wrongly(budi, pins.MOST_WRONG - 1)
    assert guess(budi, PIN) == dewi


def test_one_person_cannot_go_round_everybodys_pins(dewi: int, budi: int, village: TestVillage) -> None:
    for no in range(pins.MOST_WRONG_BY_CALLER):
        guess_wrongly(budi, 1, f"orang-{no}")
    with pytest.raises(PinLocked):
        guess(budi, PIN)
    assert guess(village.users["wati"], PIN) == dewi, "others may go on"


def test_a_right_pin_of_ones_own_buys_no_more_guesses(dewi: int, budi: int) -> None:
    for no in range(pins.MOST_WRONG_BY_CALLER):
        guess_wrongly(budi, 1, f"orang-{no}")
        if no < pins.MOST_WRONG_BY_CALLER - 1:
            assert guess(budi, PIN) == dewi
    with pytest.raises(PinLocked):
        guess(budi, PIN)


def test_the_count_survives_whatever_the_act_does(dewi: int, budi: int, village: TestVillage) -> None:
    class Refused(Refusal):
        sentence = "tidak"

    @act("test.refused")
    def refused(book: OpenBook, *, approved_by: int) -> None:
        raise Refused()

    for _ in range(pins.MOST_WRONG - 1):
        with pytest.raises(PinWrong):
            refused(village.occasion("budi"), approved_by=guess(budi))
    with pytest.raises(Refused):
        refused(village.occasion("budi"), approved_by=guess(budi, PIN))
    guess_wrongly(budi, pins.MOST_WRONG)
    with pytest.raises(PinLocked):
        refused(village.occasion("budi"), approved_by=guess(budi, PIN))


def test_asked_within_an_act_it_is_a_bug_that_shows_at_once(dewi: int, budi: int) -> None:
    with pytest.raises(WriteOutsideUnit), unit_of_work():
        guess(budi, PIN)


def test_guesses_sent_all_at_once_are_counted_one_by_one(own_village: TestVillage) -> None:
    app, users = own_village.app, own_village.users
    with app.app_context():
        pins.set_pin(users["dewi"], PIN, PASSWORD, at=MORNING)
        db.session.remove()

    def one(_: int) -> type[Refusal] | None:
        with app.app_context():
            try:
                guess(users["budi"])
            except Refusal as refusal:
                return type(refusal)
            return None

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one, range(9)))
    assert answers.count(PinWrong) == pins.MOST_WRONG and answers.count(PinLocked) == 9 - pins.MOST_WRONG


def test_a_wrong_pin_is_in_the_log_of_the_door(dewi: int, budi: int) -> None:
    guess_wrongly(budi, 1)
    found = db.session.scalars(select(SignInEvent.user_id).where(SignInEvent.kind == "pin_refused")).all()
    assert found == [dewi]


@pytest.mark.parametrize("pin", ["", "123", "1234567", "28a9", "\uff12\uff18\uff14\uff19", " 2849", "28 49"])
def test_a_pin_is_four_to_six_digits(village: TestVillage, pin: str) -> None:
    with pytest.raises(PinMalformed):
        pins.set_pin(village.users["dewi"], pin, PASSWORD, at=MORNING)


PLAIN = "0000 7777 1234 4321 0123 7890 9876 1212 123456 121212 1987 2004 198702 021987 170845 450817 81990".split()


@pytest.mark.parametrize("pin", PLAIN)
def test_a_pin_that_is_tried_first_will_not_do(village: TestVillage, pin: str) -> None:
    with pytest.raises(PinTooPlain):
        pins.set_pin(village.users["dewi"], pin, PASSWORD, at=MORNING)


@pytest.mark.parametrize("pin", ["2849", "5071", "28491", "284915", "990134"])
def test_an_ordinary_pin_will_do(village: TestVillage, pin: str) -> None:
    pins.set_pin(village.users["dewi"], pin, PASSWORD, at=MORNING)
    assert guess(village.users["budi"], pin) == village.users["dewi"]


def test_a_pin_needs_the_password_and_takes_the_place_of_the_one_before(dewi: int, budi: int) -> None:
    with pytest.raises(NotYourPassword):
        pins.set_pin(dewi, "5071", "bukan-ini", at=MORNING)
    pins.set_pin(dewi, "5071", PASSWORD, at=MORNING)
    assert guess(budi, "5071") == dewi
    with pytest.raises(PinWrong):
        guess(budi, PIN)


def test_two_people_with_one_pin_have_different_hashes(dewi: int, village: TestVillage) -> None:
    pins.set_pin(village.users["slamet"], PIN, PASSWORD, at=MORNING)
    hashes = db.session.scalars(select(UserPin.pin_hash)).all()
    assert len(set(hashes)) == 2 and all(text.startswith("$argon2id$") for text in hashes)


def test_the_database_alone_does_not_tell_a_pin(dewi: int) -> None:
    """A thousand digits are soon tried: the hash is of a keyed digest, and the key is elsewhere."""
    kept = db.session.get_one(UserPin, dewi).pin_hash
    assert not passwords.matches(kept, PIN)


def test_a_new_first_password_takes_the_pin_along(dewi: int, budi: int) -> None:
    with unit_of_work() as session:
        reset_password(session.get_one(User, dewi), "kopi-lentera-4821", MORNING)
    with pytest.raises(PinWrong):
        guess(budi, PIN)
