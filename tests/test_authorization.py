"""Who may open what: every route and method, every role, one's own gerai and another's.

The walk reads ``app.url_map`` and what each view declares, so a new route is walked without a word
here. It runs on SQLite alone: the guard decides in Python, out of one query that other tests put to
both engines, and thirteen roles take long enough once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import IntegerConverter, Rule
from werkzeug.test import TestResponse

from app import create_app
from app.foundation.guard import FRAMEWORK_ENDPOINTS, PUBLIC, SIGNED_IN, UndeclaredRoute, need_of
from app.gerai.roles import DISTRICT_ROLES, PERMISSIONS, Role
from tests import shop
from tests.conftest import signed_in_as
from tests.village import ADMIN, PEOPLE, TestVillage

PERSON_OF = {role: who for who, (_, role, place) in PEOPLE.items() if who != "tono"} | {
    Role.DISTRICT_ADMIN: ADMIN
}
NUMBERS = (1, 999_999)
TEXTS = ("1", "2026-11", "1-1100")
MARKS = ("Tono Wijaya", "Sukamakmur", "Rahasia")
"""Words that stand in the other gerai's books alone."""
ENDS_THE_WALK = {"access.end_session"}


@dataclass(frozen=True)
class Step:
    """One request of the walk. ``numbered``: the path names a document, which may well not exist."""

    method: str
    path: str
    need: str
    in_gerai: bool
    numbered: bool


def steps(app: Flask, code: str) -> Iterator[Step]:
    """Every route and method, its guessable parts filled with what a curious person would type."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint in FRAMEWORK_ENDPOINTS | ENDS_THE_WALK:
            continue
        guessable = sorted(rule.arguments - {"code"})
        for guess in range(len(TEXTS) if guessable else 1):
            values = {name: _guess(rule, name, guess) for name in guessable}
            if "code" in rule.arguments:
                values["code"] = code
            path = app.url_map.bind("localhost").build(rule.endpoint, values, method=_methods(rule)[0])
            for method in _methods(rule):
                yield Step(
                    method, path, need_of(app, rule.endpoint), "code" in rule.arguments, bool(guessable)
                )


def _methods(rule: Rule) -> list[str]:
    return sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def _guess(rule: Rule, name: str, guess: int) -> object:
    if isinstance(rule._converters[name], IntegerConverter):
        return NUMBERS[guess % len(NUMBERS)]
    return TEXTS[guess]


def expected(step: Step, role: Role, *, own: bool) -> int | None:
    """The status the guard must answer with; None when it must let the person through."""
    if step.need in (PUBLIC, SIGNED_IN):
        return None
    stands_here = role in DISTRICT_ROLES or (own and step.in_gerai)
    if not stands_here:
        return 404
    return None if role in PERMISSIONS[step.need] else 403


def try_out(client: FlaskClient, step: Step, guesses: list[dict[str, object]]) -> Iterator[tuple[int, str]]:
    """(status, text) of each way to send it: bare, with guesses in the query, in a form, and as JSON."""
    ways: list[dict[str, object]] = [{}]
    for each in guesses:
        ways += [{"query_string": each}] if step.method == "GET" else [{"data": each}, {"json": each}]
    for way in ways:
        with client.open(step.path, method=step.method, **way) as answer:
            yield answer.status_code, answer.data.decode(errors="replace")  # a PDF is no text


def guesses_of(village: TestVillage, number: int) -> dict[str, object]:
    """Names and numbers from next door, under every name a field might have."""
    names = (
        "no gerai_id user user_id who entry entry_no shift item item_no sale receiving before after number"
    )
    return dict.fromkeys(names.split(), number) | {
        "reference": str(uuid4()),
        "gerai": village.other_code,
        "code": village.other_code,
        "user": village.users["tono"],
        "user_id": village.users["tono"],
        "role": Role.CASHIER.value,
        "account": "1-1100",
        "month": "2026-11",
        "register": "A",
        "lines": [{"item": number, "quantity": "1"}],
        "tenders": [{"kind": "cash", "amount": 1}],
    }


@pytest.fixture
def lived_in(village: TestVillage) -> TestVillage:
    """Both gerai with goods, a shift and a sale, so that number 1 is something in each."""
    people = dict.fromkeys(village.users, village.users["tono"])
    next_door = replace(village, gerai_id=village.other_gerai_id, users=people)
    for place in (village, next_door):
        shop.furnish(place)
        shift = shop.open_till(place)
        shop.sell(place, shop.basket([{"item": shop.RICE, "quantity": "1"}], shift=shift))
    shop.add_item(
        next_door.occasion("dewi"),
        name="Rahasia dapur",
        unit="pcs",
        decimals=0,
        stock_group="sembako",
        price=1,
    )
    return village


sqlite_alone = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)


@sqlite_alone
@pytest.mark.parametrize("role", list(Role))
def test_each_role_reaches_what_its_table_says_and_nothing_else(lived_in: TestVillage, role: Role) -> None:
    app, wrong = lived_in.app, []
    guesses = [guesses_of(lived_in, number) for number in NUMBERS]
    with signed_in_as(app, lived_in.users[PERSON_OF[role]]) as client:
        for code, own in ((lived_in.code, True), (lived_in.other_code, False)):
            for step in steps(app, code):
                if not own and not step.in_gerai:
                    continue
                due = expected(step, role, own=own)
                # Whom the guard turns away never reaches the view, so one guess is as good as many.
                for status, text in try_out(client, step, guesses if due is None else guesses[:1]):
                    fault = _fault(step, status, due) or _leak(role, text)
                    wrong += [f"{step.method} {step.path} ({step.need}): {fault}"] if fault else []
    assert not wrong, "\n".join(wrong)


def _fault(step: Step, status: int, due: int | None) -> str | None:
    if due is not None:
        return None if status == due else f"{status} instead of {due}"
    if status >= 500:
        return f"broke with {status}"
    # A document that is not there, or is somebody else's, may be refused by the page itself.
    refused = {401} if step.numbered else {401, 403, 404}
    return f"turned away with {status}" if status in refused and step.need != PUBLIC else None


def _leak(role: Role, text: str) -> str | None:
    """Whoever belongs to Sukamaju alone never reads a word of Sukamakmur."""
    if role in DISTRICT_ROLES:
        return None
    found = [mark for mark in MARKS if mark in text]
    return f"speaks of {found}" if found else None


def _asks_to_sign_in(answer: TestResponse, *, for_programs: bool) -> bool:
    """A page leads to the door; the till's door, which only programs open, says so in JSON."""
    if for_programs:
        return answer.status_code == 401
    return answer.status_code == 303 and answer.location.startswith("/sign-in")


@sqlite_alone
def test_whoever_is_not_signed_in_is_asked_to(village: TestVillage) -> None:
    client, wrong = village.app.test_client(), []
    for step in steps(village.app, village.code):
        page = client.open(step.path, method=step.method)
        program = client.open(step.path, method=step.method, headers={"Accept": "application/json"})
        if step.need == PUBLIC:
            continue
        if not _asks_to_sign_in(page, for_programs="/till/" in step.path):
            wrong.append(f"{step.method} {step.path}: {page.status_code}")
        if program.status_code != 401 or program.content_type != "application/problem+json":
            wrong.append(f"{step.method} {step.path} as JSON: {program.status_code}")
    assert not wrong, "\n".join(wrong)


def test_only_the_door_the_language_and_the_monitor_are_open_to_all(village: TestVillage) -> None:
    app = village.app
    open_to_all = {
        rule.endpoint for rule in app.url_map.iter_rules() if need_of(app, rule.endpoint) == PUBLIC
    }
    assert open_to_all == {
        "static",
        "access.sign_in",
        "access.begin_session",
        "access.language",
        "home.healthz",
    }


def test_every_permission_that_a_route_asks_for_stands_in_the_table(village: TestVillage) -> None:
    app = village.app
    needs = {need_of(app, rule.endpoint) for rule in app.url_map.iter_rules()} - {PUBLIC, SIGNED_IN}
    assert needs - set(PERMISSIONS) == set()


def test_every_page_of_a_gerai_has_the_gerai_in_its_address(village: TestVillage) -> None:
    """Nothing of a gerai is fetched by a bare number."""
    app = village.app
    for rule in app.url_map.iter_rules():
        if need_of(app, rule.endpoint) in (PUBLIC, SIGNED_IN):
            continue
        assert rule.rule.startswith(("/g/<code>/", "/district")), rule.rule


def test_a_gerai_that_does_not_exist_looks_like_one_that_is_not_yours(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["dewi"]) as client:
        pages = [client.get(f"/g/{code}/") for code in (village.other_code, "35.05.99.9999", "x", "0")]
    assert {page.status_code for page in pages} == {404}
    assert len({page.text for page in pages}) == 1, "not a letter differs"


def test_a_role_that_has_ended_opens_nothing(village: TestVillage) -> None:
    from app.gerai.operations import dismiss

    dismiss(village.occasion("slamet"), user_id=village.users["budi"], role=Role.CASHIER)
    with signed_in_as(village.app, village.users["budi"]) as client:
        assert client.get(f"/g/{village.code}/").status_code == 404


def test_signing_out_is_for_the_signed_in(village: TestVillage) -> None:
    assert village.app.test_client().post("/sign-out").location.startswith("/sign-in")
    with signed_in_as(village.app, village.users["sari"]) as client:
        assert client.post("/sign-out").location == "/sign-in"


def test_a_route_that_declares_nothing_keeps_the_app_from_starting(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    import app.home

    real = app.home.init_app

    def with_a_forgotten_route(fresh: Flask) -> None:
        real(fresh)
        fresh.add_url_rule("/g/<code>/forgotten", "forgotten", lambda code: code)

    monkeypatch.setattr(app.home, "init_app", with_a_forgotten_route)
    with pytest.raises(UndeclaredRoute, match="forgotten"):
        create_app({"DATABASE_URL": village.app.config["DATABASE_URL"], "LOG_LEVEL": "ERROR"})
