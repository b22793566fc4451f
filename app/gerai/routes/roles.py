"""The one table of who may do what, for people to read."""

from itertools import groupby
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.foundation.guard import permitted
from app.gerai.facts import GeraiFacts
from app.gerai.roles import GERAI_ROLES, NAMES, PERMISSIONS, Role
from app.gerai.routes.blueprint import blueprint
from app.gerai.words import PERMISSION_WORDS, ROOMS


@blueprint.get("/g/<code>/roles")
@permitted("gerai.roles")
def roles(gerai: GeraiFacts) -> ResponseReturnValue:
    wanted = request.args.get("role", "")
    role = Role(wanted) if wanted in GERAI_ROLES else None
    return render_template(
        "gerai/roles.html", gerai=gerai, groups=_groups(role), names=NAMES, choices=GERAI_ROLES, role=role
    )


def _groups(role: Role | None) -> list[dict[str, Any]]:
    """Permissions by room, in the order of the words; only those of ``role`` when one is chosen."""
    rows = [
        _row(name)
        for name in sorted(PERMISSIONS, key=list(PERMISSION_WORDS).index)
        if not name.startswith("district.") and (role is None or role in PERMISSIONS[name])
    ]
    return [
        {"name": ROOMS[room], "rows": list(those)} for room, those in groupby(rows, lambda row: row["room"])
    ]


def _row(name: str) -> dict[str, Any]:
    """``limited``: it goes up to an amount for some, so "no limit" says something of the others."""
    limits = PERMISSIONS[name]
    return {
        "room": name.partition(".")[0],
        "words": PERMISSION_WORDS[name],
        "by_role": {role: limits[role] for role in Role if role in limits},
        "limited": any(limit is not None for limit in limits.values()),
    }
