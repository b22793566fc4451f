"""Acts: once, serial, gapless, and nothing left behind when refused."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.books import queries
from app.books.acts import act
from app.books.book import OpenBook
from app.books.models import Counter
from app.books.refusals import ReferenceConflict
from app.foundation.database import WriteOutsideUnit, committed_together, db
from app.foundation.refusals import Refusal
from tests.village import MORNING, TestVillage


class TooLoud(Refusal):
    sentence = "Terlalu keras."


@act("tests.shout")
def shout(book: OpenBook, *, word: str) -> dict[str, object]:
    no = book.next_no("shout")
    if word.isupper():
        raise TooLoud()
    return {"no": no, "word": word}


def counted(village: TestVillage) -> int:
    counter = db.session.get(Counter, (village.gerai_id, "shout"))
    return counter.last_no if counter else 0


def test_the_same_reference_with_the_same_content_gives_the_stored_answer(village: TestVillage) -> None:
    occasion = village.occasion("budi", reference=str(uuid4()))
    first = shout(occasion, word="halo")
    again = shout(village.occasion("wati", MORNING + timedelta(days=400), occasion.reference), word="halo")
    assert first.fresh and not again.fresh
    assert again.answer == first.answer == {"no": 1, "word": "halo"}
    assert counted(village) == 1


def test_the_same_reference_with_other_content_is_refused_and_shown(village: TestVillage) -> None:
    occasion = village.occasion("budi", reference=str(uuid4()))
    shout(occasion, word="halo")
    for _ in range(3):
        with pytest.raises(ReferenceConflict):
            shout(occasion, word="hai")
    assert counted(village) == 1
    assert [row.Act.answer for row in queries.conflicts(village.gerai_id)] == [
        f'{{"reference": "{occasion.reference}"}}'
    ]


def test_a_refusal_leaves_nothing_and_frees_the_reference(village: TestVillage) -> None:
    occasion = village.occasion("budi", reference=str(uuid4()))
    with pytest.raises(TooLoud):
        shout(occasion, word="HALO")
    assert counted(village) == 0
    assert shout(occasion, word="halo").answer["no"] == 1


def test_a_nested_act_joins_the_outer_one(village: TestVillage) -> None:
    @act("tests.call_twice")
    def call_twice(book: OpenBook) -> list[object]:
        return [shout(book, word=word).answer["no"] for word in ("a", "b")]

    assert call_twice(village.occasion("budi")).answer == [1, 2]
    kinds = [row.Act.kind for row in queries.acts(village.gerai_id, limit=2)]
    assert kinds[0] == "tests.call_twice" and "tests.shout" not in kinds


def test_acts_committed_together_are_each_refused_or_done_by_themselves(village: TestVillage) -> None:
    with committed_together():
        shout(village.occasion("budi"), word="satu")
        with pytest.raises(TooLoud):
            shout(village.occasion("budi"), word="DUA")
        shout(village.occasion("budi"), word="tiga")
    assert counted(village) == 2
    kinds = [row.Act.kind for row in queries.acts(village.gerai_id, limit=2)]
    assert kinds == ["tests.shout", "tests.shout"]


def test_acts_committed_together_are_all_gone_when_the_command_breaks(village: TestVillage) -> None:
    def command() -> None:
        with committed_together():
            shout(village.occasion("budi"), word="satu")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        command()
    assert counted(village) == 0


def test_nothing_is_written_outside_a_unit_of_work(village: TestVillage) -> None:
    db.session.add(Counter(gerai_id=village.gerai_id, kind="slip", last_no=1))
    with pytest.raises(WriteOutsideUnit):
        db.session.flush()
    db.session.rollback()
    with pytest.raises(WriteOutsideUnit):
        db.session.commit()
