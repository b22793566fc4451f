"""The hash of an entry says everything about it, and nothing about a person."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.books.models import GENESIS
from app.foundation.database import db
from app.ledger.audit import audit
from app.ledger.chain import Link, canonical, hash_of
from app.ledger.draft import Draft, Line
from app.ledger.models import Entry
from tests.ledger.history import GRANT, PETTY, later, post_draft
from tests.village import MORNING, TestVillage

LINK = Link(GENESIS, 7, 1, 12, date(2026, 11, 30), date(2026, 12, 1), "sales.sale", "1042", None)
LINES = (Line("1-1110", "TOKO", 50_000, "shift:3"), Line("4-1100", "TOKO", -50_000))
TEXT = """\
lumbung-entry-1|0000000000000000000000000000000000000000000000000000000000000000|7|1|12|2026-11-30|2026-12-01|sales.sale|1042|
1|1-1110|TOKO|shift:3|50000
2|4-1100|TOKO||-50000"""
HASH = "0b2f4816128b5d8d3eca6dfd090ff672e06085bd322fb54dfb853da2414e7671"

words = st.text(st.characters(exclude_characters="|\0", exclude_categories=["Cs"]), max_size=40)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
numbers = st.integers(1, 10**6)
links = st.builds(
    Link, st.text("0123456789abcdef", min_size=64, max_size=64), numbers, numbers, numbers, days, days, words, words,
    st.none() | numbers,
)  # fmt: skip
lines = st.builds(
    Line,
    st.from_regex(r"\d-\d{4}", fullmatch=True),
    st.sampled_from(["TOKO", "USP"]),
    st.integers(-(10**15), 10**15),
    words,
)
entries = st.tuples(links, st.lists(lines, max_size=4))


def test_the_canonical_text_is_this_and_stays_this() -> None:
    assert canonical(LINK, LINES) == TEXT
    assert hash_of(LINK, LINES) == HASH


@given(entries, entries)
def test_two_entries_never_have_the_same_text(
    one: tuple[Link, list[Line]], two: tuple[Link, list[Line]]
) -> None:
    assert (canonical(*one) == canonical(*two)) == (one == two)


@given(entries, st.data())
def test_any_change_changes_the_hash(entry: tuple[Link, list[Line]], data: st.DataObject) -> None:
    link, postings = entry
    name = data.draw(st.sampled_from([field.name for field in fields(Link)]))
    other = data.draw(links.filter(lambda it: getattr(it, name) != getattr(link, name)))
    assert hash_of(replace(link, **{name: getattr(other, name)}), postings) != hash_of(link, postings)
    at = data.draw(st.integers(0, len(postings)))
    assert hash_of(link, [*postings[:at], data.draw(lines), *postings[at:]]) != hash_of(link, postings)


def test_the_order_of_lines_counts() -> None:
    assert hash_of(LINK, LINES) != hash_of(LINK, LINES[::-1])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=words, source_no=words, subledger=words)
@example(source="jual\nbeli", source_no="'; --", subledger="beras ½ ké 米 \U0001f33e\t\\")
def test_the_database_makes_the_same_hash_of_any_words(
    village: TestVillage, source: str, source_no: str, subledger: str
) -> None:
    """On PostgreSQL the guard makes the hash itself and refuses another; everywhere the audit makes it again."""
    event = Draft(
        source, source_no, MORNING.date(), (Line(PETTY, "TOKO", 5, subledger), Line(GRANT, "TOKO", -5))
    )
    number = post_draft(village.occasion("wati", later(0)), event=event).answer["entry"]
    stored = db.session.get_one(Entry, (village.gerai_id, number))
    assert (stored.source, stored.source_no) == (source, source_no)
    assert audit(village.gerai_id).faults == []


@pytest.mark.parametrize("field", [field.name for field in fields(Link)])
def test_the_chain_names_no_person(field: str) -> None:
    assert "user" not in field and "name" not in field
