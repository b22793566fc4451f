"""Somebody whose limit suffices, at another person's screen: a username and a PIN become an ``Approval``."""

from typing import Any

from app.access.pins import check_pin
from app.access.refusals import PinLocked, PinWrong
from app.gerai import queries as gerai_queries
from app.gerai.facts import GeraiFacts
from app.sales.approval import Approval
from app.sales.refusals import Malformed

NOBODY = Approval(None)


def approval_in(gerai: GeraiFacts, body: Any, permission: str) -> Approval | None:
    """What a JSON body says of an approval; None where it says nothing. Raises Malformed, PinLocked.

    A wrong PIN is an approval by nobody: what is asked is refused for it, what is told keeps it as an exception.
    """
    said = body.get("approval") if isinstance(body, dict) else None
    if said is None:
        return None
    if not isinstance(said, dict):
        raise Malformed(errors=[{"field": "approval", "message": "a username and a PIN"}])
    username, pin = _text(said, "username"), _text(said, "pin")
    return approval_by(gerai, username, pin, permission, told=body.get("completed") is True)


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 60 or "\0" in value:
        raise Malformed(errors=[{"field": f"approval.{name}", "message": "a text of 1 to 60 characters"}])
    return value


def approval_by(
    gerai: GeraiFacts, username: str, pin: str, permission: str, *, told: bool = False
) -> Approval:
    """The word of this person, as far as their limit in this gerai reaches. Raises PinLocked unless it is told."""
    try:
        user_id = check_pin(username, pin)
    except PinWrong:
        return NOBODY
    except PinLocked:
        if told:
            return NOBODY
        raise
    standing = gerai_queries.standing(gerai.code, user_id)
    if standing is None or not standing.may(permission):
        return NOBODY
    return Approval(user_id, gerai_queries.names_of([user_id])[user_id], standing.limit(permission))
