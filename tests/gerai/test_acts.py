"""The act log: everything that changed, in words, a page at a time."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from app.books.acts import act
from app.books.book import OpenBook
from app.books.refusals import ReferenceConflict
from app.gerai.hooks import openings
from app.gerai.operations import dismiss
from app.gerai.roles import Role
from tests.conftest import signed_in_as
from tests.village import MORNING, TestVillage

APP = Path(__file__).parents[2] / "app"
PAGE = 50


@act("tests.tick")
def tick(book: OpenBook, *, no: int) -> dict[str, int]:
    return {"tick": no}


@pytest.fixture
def wati(village: TestVillage) -> FlaskClient:
    with signed_in_as(village.app, village.users["wati"]) as client:
        yield client


@pytest.fixture
def url(village: TestVillage) -> str:
    return f"/g/{village.code}/acts"


def numbers(page: str) -> list[int]:
    return [int(no) for no in re.findall(r"no\. (\d+)", page)]


def link(page: str, words: str) -> str | None:
    found = re.search(rf'href="([^"]+)" rel="\w+">(?:<svg.*?</svg>)?{words}', page, re.DOTALL)
    return found[1].replace("&amp;", "&") if found else None


def test_every_act_has_a_name_that_people_read(village: TestVillage) -> None:
    """A room names its acts with ``app.gerai.hooks.of(app).act_names``; until then home may do it for it."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in APP.rglob("*.py"))
    kinds = set(re.findall(r'^@act\("([\w.]+)"\)', sources, re.MULTILINE)) | {
        "books.reference_conflict",
        "gerai.opened",
    }
    assert kinds - set(openings().act_names) == set()


def test_an_act_tells_what_whom_and_by_whom(wati: FlaskClient, village: TestVillage, url: str) -> None:
    dismiss(village.occasion("slamet"), user_id=village.users["budi"], role=Role.CASHIER)
    page = wati.get(url).text
    first = page.partition("<ol")[2].partition("</li>")[0]
    assert "Tugas diakhiri" in first and "Budi Santoso, Kasir" in first and "Slamet Riyadi" in first
    assert "Senin, 23 November 2026" in page and "07.00 WIB" in first


def test_the_log_is_read_a_page_at_a_time_in_both_directions(
    wati: FlaskClient, village: TestVillage, url: str
) -> None:
    for no in range(2 * PAGE):
        tick(village.occasion("dewi", MORNING + timedelta(minutes=no)), no=no)
    pages, where = [], url
    while where:
        page = wati.get(where).text
        pages.append(numbers(page))
        where = link(page, "Lebih lama")
    everything = [no for page in pages for no in page]
    assert everything == list(range(everything[0], 0, -1)) and len(pages[0]) == PAGE
    last = page
    assert numbers(wati.get(link(last, "Lebih baru")).text) == pages[-2]
    assert link(last, "Lebih lama") is None and link(wati.get(url).text, "Lebih baru") is None


def test_it_can_be_narrowed_to_a_kind_and_a_person(wati: FlaskClient, village: TestVillage, url: str) -> None:
    dismiss(village.occasion("slamet"), user_id=village.users["budi"], role=Role.CASHIER)
    tick(village.occasion("slamet"), no=1)
    tick(village.occasion("dewi"), no=2)
    assert len(numbers(wati.get(f"{url}?kind=gerai.dismiss").text)) == 1
    assert len(numbers(wati.get(f"{url}?who={village.users['slamet']}").text)) == 2
    both = wati.get(f"{url}?kind=tests.tick&who={village.users['dewi']}").text
    assert len(numbers(both)) == 1 and "tests.tick" in both, "a kind without a name shows its code"


@pytest.mark.parametrize(
    "query",
    [
        "kind=x",
        "who=999999",
        "who=abc",
        "before=-1&after=x",
        "before=99999999999999999999",
        "who=²",
    ],
)
def test_odd_questions_get_calm_answers(wati: FlaskClient, url: str, query: str) -> None:
    assert wati.get(f"{url}?{query}").status_code == 200


def test_people_of_next_door_cannot_be_asked_for(wati: FlaskClient, village: TestVillage, url: str) -> None:
    page = wati.get(f"{url}?who={village.users['tono']}").text
    assert "Tono" not in page and "Tidak ada kegiatan seperti itu" in page


def test_a_reference_that_came_with_other_content_stands_out(
    wati: FlaskClient, village: TestVillage, url: str
) -> None:
    assert "isinya berbeda" not in wati.get(url).text.partition("<ol")[0].partition("filters")[0]
    occasion = village.occasion("dewi", reference=str(uuid4()))
    tick(occasion, no=1)
    with pytest.raises(ReferenceConflict):
        tick(occasion, no=2)
    page = wati.get(url).text
    assert "Lihat kiriman yang ditolak" in page and "Ditolak" in page
    only = wati.get(f"{url}?kind=books.reference_conflict").text
    assert len(numbers(only)) == 1 and "Lihat kiriman yang ditolak" not in only


def test_no_kind_of_act_is_offered_twice(village: TestVillage) -> None:
    with signed_in_as(village.app, village.users["dewi"]) as client:
        offered = client.get(f"/g/{village.code}/acts").text.split("</select>")[0]
    assert offered.count(">Gerai dibuka<") == 1 and "Kabupaten dimulai" not in offered
