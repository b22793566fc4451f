"""PINs: four to six digits with which somebody approves at another person's screen.

``check_pin`` is asked before the act it approves, never within it: each try is counted in a transaction
of its own, so the refusal of the act takes no count back, and every process sees the same count. A try
is counted before it is looked at; guesses sent all at once are counted too.
"""

import hmac
import re
from datetime import date, datetime, timedelta

from flask import current_app
from flask_login import current_user
from sqlalchemy import bindparam, delete, select, text, update

from app.access import passwords
from app.access.models import PinAttempt, SignInEvent, User, UserPin
from app.access.refusals import NotYourPassword, PinLocked, PinMalformed, PinTooPlain, PinWrong
from app.foundation.clock import now
from app.foundation.database import db, unit_of_work
from app.foundation.types import UtcDateTime

MOST_WRONG = 5
"""Wrong tries after which a username's PIN is locked."""
MOST_WRONG_BY_CALLER = 10
"""Wrong tries one person may make, over all usernames."""
LOCKED = timedelta(minutes=15)

_DIGITS = re.compile(r"[0-9]{4,6}")
_YEAR = re.compile(r"19[3-9]\d|20[0-3]\d")
_RUNS = ("01234567890", "09876543210")
_DATES = ("%d%m%y", "%y%m%d", "%m%d%y")

# Counts a try unless the subject is locked; then no row comes back. A quiet quarter of an hour starts anew.
_COUNT = text(
    "INSERT INTO pin_attempt (side, subject, wrong, last_at) VALUES (:side, :subject, 1, :at)"
    " ON CONFLICT (side, subject) DO UPDATE SET last_at = excluded.last_at,"
    " wrong = CASE WHEN pin_attempt.last_at <= :since THEN 1 ELSE pin_attempt.wrong + 1 END"
    " WHERE pin_attempt.wrong < :most OR pin_attempt.last_at <= :since RETURNING wrong"
).bindparams(bindparam("at", type_=UtcDateTime), bindparam("since", type_=UtcDateTime))


def set_pin(user_id: int, pin: str, password: str, *, at: datetime | None = None, address: str = "") -> None:
    """Set the person's own PIN. Raises NotYourPassword, PinMalformed, PinTooPlain."""
    user = db.session.get_one(User, user_id)
    if not passwords.matches(user.password_hash, password):
        raise NotYourPassword("password")
    check_shape(pin)
    moment = at or now()
    hashed = passwords.hashed(_peppered(user_id, pin))
    with unit_of_work() as session:
        session.merge(UserPin(user_id=user_id, pin_hash=hashed, set_at=moment))
        session.add(SignInEvent(user_id=user_id, kind="pin_set", at=moment, address=address))


def check_pin(username: str, pin: str, *, caller: int | None = None, at: datetime | None = None) -> int:
    """The user whose username and PIN these are; what they may approve is for the asking room to see.

    To be called before the act opens its unit of work. ``caller`` is the person at the screen (the one
    signed in). Raises PinWrong, the same for every reason, and PinLocked.
    """
    moment = at or now()
    by = str(current_user.id if caller is None else caller)
    subject = username.strip().lower()[:40]
    _count_try(subject, by, moment)
    user_id, pin_hash = _found(subject)
    if not passwords.matches(pin_hash, _peppered(user_id or 0, pin)) or user_id is None:
        _log_refused(user_id, moment)
        raise PinWrong("pin")
    _take_back(subject, by)
    return user_id


def has_pin(user_id: int) -> bool:
    return db.session.scalar(select(UserPin.user_id).where(UserPin.user_id == user_id)) is not None


def drop_pin(user_id: int) -> None:
    """Within a unit of work: who gets a new password from somebody else chooses a new PIN too."""
    db.session.execute(delete(UserPin).where(UserPin.user_id == user_id))


def check_shape(pin: str) -> None:
    """Raises PinMalformed, PinTooPlain."""
    if _DIGITS.fullmatch(pin) is None:
        raise PinMalformed("pin")
    if _is_plain(pin):
        raise PinTooPlain("pin")


def _is_plain(pin: str) -> bool:
    """What is tried first: one digit or a pair again and again, a run, a year, a day."""
    repeated = any(pin == (pin[:size] * len(pin))[: len(pin)] for size in (1, 2))
    return repeated or any(pin in run for run in _RUNS) or bool(_YEAR.search(pin)) or _is_day(pin)


def _is_day(pin: str) -> bool:
    return len(pin) == 6 and any(_reads_as(pin, form) for form in _DATES)


def _reads_as(pin: str, form: str) -> date | None:
    try:
        return datetime.strptime(pin, form).date()  # noqa: DTZ007  # only whether it is a day
    except ValueError:
        return None


def _peppered(user_id: int, pin: str) -> str:
    """A few digits are soon guessed from their hash alone: the key is not in the database."""
    key = current_app.config["PERSONAL_DATA_INDEX_KEY"].encode()
    return hmac.digest(key, f"pin:{user_id}:{pin}".encode(), "sha256").hex()


def _found(username: str) -> tuple[int | None, str | None]:
    query = (
        select(User.id, UserPin.pin_hash)
        .join(UserPin, UserPin.user_id == User.id)
        .where(User.username == username, User.ended_at.is_(None))
    )
    row = db.session.execute(query).one_or_none()
    return (row[0], row[1]) if row is not None else (None, None)


def _count_try(subject: str, by: str, at: datetime) -> None:
    """Raises PinLocked, after what was counted is kept."""
    sides = (("caller", by, MOST_WRONG_BY_CALLER), ("target", subject, MOST_WRONG))
    tries = [
        {"side": side, "subject": whose, "most": most, "at": at, "since": at - LOCKED}
        for side, whose, most in sides
    ]
    with unit_of_work() as session:
        counted = [session.execute(_COUNT, values).first() for values in tries]
    if None in counted:
        raise PinLocked("pin", minutes=LOCKED.seconds // 60)


def _take_back(subject: str, by: str) -> None:
    """The try was right. The username starts anew; the caller gets back this one try and no more."""
    target = PinAttempt.side == "target", PinAttempt.subject == subject
    caller = PinAttempt.side == "caller", PinAttempt.subject == by, PinAttempt.wrong > 0
    with unit_of_work() as session:
        session.execute(update(PinAttempt).where(*target).values(wrong=0))
        session.execute(update(PinAttempt).where(*caller).values(wrong=PinAttempt.wrong - 1))


def _log_refused(user_id: int | None, at: datetime) -> None:
    with unit_of_work() as session:
        session.add(SignInEvent(user_id=user_id, kind="pin_refused", at=at, address=""))
