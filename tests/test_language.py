"""Two languages: the English is whole, and neither speaks into the other.

The pages are walked on SQLite alone: which words a page uses is nothing an engine decides.
"""

import re
from collections.abc import Iterator
from importlib import import_module, resources
from uuid import uuid4

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from flask import Flask
from flask_wtf import FlaskForm
from werkzeug.routing import IntegerConverter, Rule
from wtforms import Form
from wtforms.fields.core import UnboundField

from app.cash.operations import close_shift, count_drawer
from app.foundation.database import db
from app.foundation.guard import FRAMEWORK_ENDPOINTS
from app.gerai.models import Village
from app.inventory.operations import adjust_stock
from app.ledger.models import Account, Unit
from app.rooms import ROOMS
from tests import shop, words
from tests.conftest import signed_in_as
from tests.village import ADMIN, PEOPLE, TestVillage

sqlite_alone = pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
EVERYBODY = [*(who for who in PEOPLE if who != "tono"), ADMIN]
AT_WORK = ("dewi", "budi", "wati", "agus", "lestari", ADMIN)
"""Between them they may send every form."""
FILES = {
    "static",
    "home.healthz",
    "catalog.export_items",
    "members.export",
    "members.template",
    "opening.sheet",
    "sales.context",
    "sales.find_members",
    "sales.find_receipt",
    "sales.latest_receipts",
    "statements.pdf",
    "statements.xlsx",
    "till.words_script",
}
"""They answer a program, or are kept; what they say to a person is no page."""
GUESSES = {
    "account": "1-1110",
    "month": "2026-11",
    "barcode": shop.RICE_CODE,
    "register": "A",
    "origin": "shift",
    "side": "short",
    "kind": "wajib",
    "part": "stock",
    "key": "results",
}
UNREAD = ("", "x" * 500, "-1", "1e9", "2026-99", "7")
PLAIN_ENGLISH = (
    "Bad Request",
    "Not Found",
    "Internal Server Error",
    "Method Not Allowed",
    "CSRF",
    "This field",
)


def test_every_sentence_has_its_english_with_the_same_placeholders() -> None:
    faults = [f"{message.id}: {fault}" for message in words.messages() if (fault := _fault(message))]
    assert not faults, "\n".join(faults)


def _fault(message: Message) -> str:
    theirs, ours = words.texts(message.string), words.texts(message.id)
    if len(theirs) != (2 if isinstance(message.id, tuple) else 1) or not all(text.strip() for text in theirs):
        return "not translated"
    if [words.placeholders(text) for text in theirs] != [words.placeholders(text) for text in ours]:
        return "other placeholders"
    if "!" in "".join((*theirs, *ours)):
        return "shouts"
    return "fuzzy" if message.fuzzy else ""


def test_the_catalogue_holds_the_words_of_the_sources_and_no_other() -> None:
    kept = {(message.context or "", words.texts(message.id)) for message in words.messages()}
    assert kept == words.in_the_sources(), "make catalogue, then translate what is new"


def test_the_catalogue_says_whose_it_is_and_nothing_of_who_made_it() -> None:
    text = words.ENGLISH.read_text()
    assert words.catalogue().project == "Lumbung"
    for unwanted in ("PROJECT", "EMAIL@ADDRESS", "FULL NAME", "ORGANIZATION", str(words.ROOT), "fuzzy"):
        assert unwanted not in text


@pytest.fixture
def lived_in(village: TestVillage) -> TestVillage:
    """A closed shift with a difference, an open one, and a sale that should not have been."""
    shop.furnish(village)
    _sell(village, "A", 1)
    count_drawer(village.occasion("budi"), shift_no=1, pieces={100_000: 1}, any_shift=False)
    close_shift(village.occasion("budi"), shift_no=1, reason="salah kembalian", any_shift=False)
    _sell(village, "A", 2, completed=True, quantity="90", unit_price=60_000)
    adjust_stock(
        village.occasion("agus"),
        item_no=shop.SOAP,
        reason="damaged",
        quantity_milli=1000,
        note="basah",
    )
    return village


def _sell(village: TestVillage, register: str, seq: int, quantity: str = "1", **fields: object) -> None:
    shift = shop.open_till(village, register=register)
    line = {"item": shop.RICE, "quantity": quantity}
    if "unit_price" in fields:
        line["unit_price"] = fields.pop("unit_price")
    shop.sell(village, shop.basket([line], shift=shift, seq=seq, cash=9_000_000, **fields))


def pages(app: Flask, code: str, method: str = "GET") -> Iterator[str]:
    """The address of every page, with number 1 of whatever it shows."""
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and rule.endpoint not in FRAMEWORK_ENDPOINTS | FILES:
            yield app.url_map.bind("localhost").build(rule.endpoint, _values(rule, code), method=method)


def _values(rule: Rule, code: str) -> dict[str, object]:
    return {
        name: code if name == "code" else 1 if isinstance(kind, IntegerConverter) else GUESSES[name]
        for name, kind in rule._converters.items()
    }


def names_in_the_data(village: TestVillage) -> list[str]:
    """What people and the district named, which no catalogue translates; the longest first."""
    columns = (Account.name, Unit.name, Unit.code, Village.name)
    kept = {name for column in columns for (name,) in db.session.query(column).distinct()}
    goods = {word for row in shop.GOODS for word in row[:2]}
    told = {"salah kembalian", "basah", "Gudang Bulog Blitar", "Bahasa Indonesia", "kelurahan"}
    return sorted(kept | goods | told, key=len, reverse=True)


@sqlite_alone
@pytest.mark.parametrize("who", EVERYBODY)
def test_in_english_every_page_is_english(lived_in: TestVillage, who: str) -> None:
    data = re.compile("|".join(rf"\b{re.escape(name)}(?!\w)" for name in names_in_the_data(lived_in)))
    left, seen = [], 0
    with signed_in_as(lived_in.app, lived_in.users[who]) as client:
        client.post("/language", data={"language": "en"})
        for path in pages(lived_in.app, lived_in.code):
            with client.get(path) as answer:
                if answer.status_code in (200, 403, 404):
                    seen += answer.status_code == 200
                    assert '<html lang="en"' in answer.text, path
                    strange = (
                        words.words_of(data.sub(" ", words.said(answer.text))) & words.indonesian_words()
                    )
                    left += [f"{path}: {sorted(strange)}"] if strange else []
    assert seen >= 3
    assert not left, "\n".join(left)


def test_the_words_looked_for_are_those_of_the_screens() -> None:
    assert {
        "simpan",
        "tanggal",
        "jumlah",
        "kasir",
        "penjualan",
        "belum",
        "dengan",
    } <= words.indonesian_words()


def their_sentences() -> list[str]:
    """What WTForms would say by itself, as far as its first placeholder."""
    with (resources.files("wtforms") / "locale/wtforms.pot").open("rb") as file:
        found = [text for message in read_po(file) if message.id for text in words.texts(message.id)]
    return [start for text in found if len(start := text.split("%")[0].strip()) > 5]


def fields_of(kind: type[Form]) -> Iterator[str]:
    """The names a form's fields are sent by; of a list of forms those of its first."""
    for name in dir(kind):
        field = getattr(kind, name)
        if isinstance(field, UnboundField):
            inner = field.args[0] if field.args and isinstance(field.args[0], UnboundField) else None
            yield from (f"{name}-0-{each}" for each in fields_of(inner.args[0])) if inner else (name,)


def kinds_of(kind: type[FlaskForm]) -> Iterator[type[FlaskForm]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds_of(each)


def every_field() -> set[str]:
    for room in ROOMS:
        import_module(f"app.{room}")
    return {name for kind in kinds_of(FlaskForm) for name in fields_of(kind)} - {"reference"}


def sent_wrong(names: set[str]) -> Iterator[dict[str, str]]:
    """Nothing at all, then each field filled in alike with what it cannot mean."""
    yield {}
    for value in UNREAD:
        yield dict.fromkeys(names, value) | {"reference": str(uuid4())}


@sqlite_alone
@pytest.mark.parametrize("who", AT_WORK)
def test_in_indonesian_no_form_answers_in_english(lived_in: TestVillage, who: str) -> None:
    foreign, names = [*their_sentences(), *PLAIN_ENGLISH], every_field()
    assert "This field is required." in foreign and {"opening_float", "lines-0-account", "username"} <= names
    found, refused = [], 0
    for path in pages(lived_in.app, lived_in.code, "POST"):
        if path in ("/language", "/sign-out"):
            continue
        for form in sent_wrong(names):
            with signed_in_as(lived_in.app, lived_in.users[who]) as client:
                answer = client.post(path, data=form)
            refused += answer.status_code == 422
            text = words.said(answer.text) if answer.mimetype == "text/html" else answer.text
            found += [f"{path} ({answer.status_code}): {each}" for each in foreign if each in text]
            assert answer.status_code < 500, path
    assert refused >= 5
    assert not found, "\n".join(sorted(set(found)))
