"""Where the routes of this room meet."""

from typing import Any
from uuid import uuid4

from flask import Blueprint

from app.foundation.phone import format_phone
from app.members import words
from app.members.models import Member
from app.members.nik import mask_nik
from app.members.queries import member
from app.members.refusals import MemberUnknown
from app.members.status import EVENT_NAMES, STATUS_CHIPS, STATUS_NAMES

blueprint = Blueprint("members", "app.members", template_folder="templates")

MEMBERS = "/g/<code>/members"
MEMBER = f"{MEMBERS}/<int:no>"


@blueprint.app_template_filter("telepon")
def phone(e164: str | None) -> str:
    return format_phone(e164)


@blueprint.app_template_filter("nik_tersamar")
def masked(nik: str | None) -> str:
    return mask_nik(nik) if nik else ""


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {
        "status_names": STATUS_NAMES,
        "status_chips": STATUS_CHIPS,
        "event_names": EVENT_NAMES,
        "gender_names": words.GENDERS,
        "card_ends": words.CARD_ENDS,
        "new_reference": lambda: str(uuid4()),
    }


def known(gerai: Any, no: int) -> Member:
    """The person of this number here, or a page that says there is none."""
    found = member(gerai.gerai_id, no)
    if found is None:
        raise MemberUnknown(member=no)
    return found
