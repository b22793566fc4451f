"""Where the routes of this room meet."""

from typing import Any

from flask import Blueprint

from app.members.models import Member
from app.members.queries import member
from app.members.refusals import MemberUnknown
from app.savings.kinds import NAMES, SavingsKind

blueprint = Blueprint("savings", "app.savings", template_folder="templates")

SAVINGS = "/g/<code>/savings"


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {"kind_names": {kind.value: name for kind, name in NAMES.items()}, "kinds": list(SavingsKind)}


def known(gerai: Any, no: int) -> Member:
    """Raises MemberUnknown."""
    found = member(gerai.gerai_id, no)
    if found is None:
        raise MemberUnknown(member=no)
    return found
