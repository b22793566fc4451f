"""Every page there is: each GET route that draws one, its address filled with things that exist."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask

from app.demo.people import ADMIN, OFFICER, VILLAGERS
from app.foundation.guard import FRAMEWORK_ENDPOINTS, PUBLIC, SIGNED_IN, need_of
from app.gerai.roles import DISTRICT_ROLES, PERMISSIONS, Role
from tests.browser.life import Life
from tests.browser.stage import NOBODY

NOT_PAGES = {
    "home.healthz",
    "home.front",
    "sales.context",
    "statements.pdf",
    "statements.xlsx",
    "members.template",
    "members.export",
    "catalog.export_items",
    "opening.sheet",
    "sales.find",
    "sales.find_members",
    "sales.find_receipt",
    "sales.latest_receipts",
    "till.words_script",
}
"""Answers for machines, files, and a door that only sends on."""
DEFAULTS = {
    "no": 1,
    "account": "1-1100",
    "user_id": 1,
    "barcode": "2000000990013",
    "kind": "wajib",
    "item_no": 1,
    "part": "stock",
}
OPENERS = ("dewi", "wati", "budi", "agus", "slamet", "lestari", "joko", "bambang", "endah")
"""Whose eyes a page is seen with: the first of these who may open it."""
ROLE_OF = {person.username: person.role for person in (*VILLAGERS, OFFICER, ADMIN)}


@dataclass(frozen=True)
class Place:
    name: str
    path: str
    who: str


def places(life: Life) -> Iterator[Place]:
    """Each page once, and what each role lands on."""
    app = life.app
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint in FRAMEWORK_ENDPOINTS | NOT_PAGES:
            continue
        path = _path(life, rule.endpoint, rule.arguments)
        yield Place(rule.endpoint, path, _opener(app, rule.endpoint, rule.arguments))
    yield from (Place(f"home.{who}", "/", who) for who in ROLE_OF)


def _path(life: Life, endpoint: str, arguments: set[str]) -> str:
    known = DEFAULTS | {"code": life.code} | life.parts.get(endpoint, {})
    values = {name: known[name] for name in arguments}
    return life.app.url_map.bind("localhost").build(endpoint, values)


def _opener(app: Flask, endpoint: str, arguments: set[str]) -> str:
    need = need_of(app, endpoint)
    if need == PUBLIC:
        return NOBODY
    at_district = "code" not in arguments
    for who in OPENERS:
        in_district = ROLE_OF[who] in DISTRICT_ROLES
        if need == SIGNED_IN or (_holds(ROLE_OF[who], need) and (in_district or not at_district)):
            return who
    raise LookupError(f"nobody opens {endpoint}")


def _holds(role: Role, need: str) -> bool:
    return role in PERMISSIONS[need]
