"""What is kept beside the postings can be made from them again, and is the same."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app.books.book import Occasion, OpenBook
from app.books.queries import last_act
from app.foundation.database import db
from app.ledger.audit import audit
from app.ledger.hooks import openings
from app.ledger.operations.rebuild import rebuild
from tests.ledger.history import kept, later, live
from tests.ledger.raw import app_engine
from tests.village import TestVillage

SPOILED = (
    "UPDATE balance SET amount = amount + 3 WHERE account = '1-1120'",
    "DELETE FROM balance WHERE account = '3-1400'",
    "INSERT INTO balance (gerai_id, account, subledger, amount) VALUES (1, '1-1350', 'coop:9', 12)",
    "UPDATE daily_total SET debit = debit + 1 WHERE posted_on = '2026-11-25'",
    "DELETE FROM daily_total WHERE posted_on = '2026-12-02'",
    "UPDATE monthly_total SET credit = 0",
    "DELETE FROM monthly_total WHERE month_on = '2026-11-01'",
)


@pytest.fixture
def lived(village: TestVillage) -> TestVillage:
    live(village)
    return village


@pytest.fixture
def rebuilt() -> Iterator[list[int]]:
    """The books in which a room was asked to rebuild its counts."""
    seen: list[int] = []

    def note(book: OpenBook) -> None:
        seen.append(book.gerai_id)

    openings().rebuilders.append(note)
    yield seen
    openings().rebuilders.remove(note)


def test_a_rebuild_changes_nothing_in_honest_books(lived: TestVillage) -> None:
    before = kept()
    rebuild(lived.occasion("dewi", later(10)))
    assert kept() == before and all(before.values())


@pytest.mark.parametrize("statement", SPOILED)
def test_a_rebuild_repairs(lived: TestVillage, statement: str) -> None:
    before = kept()
    db.session.connection().execute(text(statement))
    assert kept() != before and audit().faults != []
    rebuild(lived.occasion("dewi", later(10)))
    assert kept() == before
    assert audit().faults == []


def test_a_rebuild_is_an_act_that_says_what_there_is_now(lived: TestVillage) -> None:
    answer = rebuild(lived.occasion("dewi", later(10))).answer
    assert answer == {"balance": 4, "daily_total": 11, "monthly_total": 9}
    act = last_act(lived.gerai_id, "ledger.rebuild")
    assert act is not None and act.user_id == lived.users["dewi"]


def test_a_rebuild_leaves_the_neighbours_books_alone(lived: TestVillage) -> None:
    before = kept()
    rebuild(Occasion(lived.other_gerai_id, None, later(10)))
    assert kept() == before


def test_every_room_rebuilds_its_counts_too(lived: TestVillage, rebuilt: list[int]) -> None:
    rebuild(lived.occasion("dewi", later(10)))
    assert rebuilt == [lived.gerai_id]


def test_the_command_rebuilds_every_book_and_says_so(own_village: TestVillage) -> None:
    with own_village.app.app_context():
        live(own_village)
        before = kept()
        url = own_village.app.config["DATABASE_URL"]
        db.session.remove()
    with app_engine(url).begin() as connection:
        for statement in SPOILED:
            connection.execute(text(statement))
    runner = own_village.app.test_cli_runner()
    result = runner.invoke(args=["ledger", "rebuild"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "the district's book: 0 balances, 0 daily totals, 0 monthly totals",
        f"{own_village.code}: 4 balances, 11 daily totals, 9 monthly totals",
        f"{own_village.other_code}: 0 balances, 0 daily totals, 0 monthly totals",
    ]
    one = runner.invoke(args=["ledger", "rebuild", "--gerai", own_village.code])
    assert one.output.splitlines() == result.output.splitlines()[1:2]
    with own_village.app.app_context():
        assert kept() == before
        assert audit().faults == []
