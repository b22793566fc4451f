"""The district's first page: whose figures they are, what it asks, and what it never tells."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, insert, select

from app.district import queries
from app.district.figures import Figures, total
from app.district.span import span_of
from app.foundation import batch
from app.foundation.database import db, unit_of_work
from app.gerai.models import DailyCount
from app.gerai.operations import appoint
from app.gerai.queries import RECENT, appointments
from app.gerai.roles import Role
from app.ledger.models import DailyTotal, Posting
from app.sales.models import Sale
from tests.conftest import signed_in_as
from tests.shop import SOAP, basket, furnish, open_till, sell
from tests.village import ADMIN, MORNING, PEOPLE, TestVillage

PAGE = "/district/overview"
NOON = MORNING + timedelta(hours=5)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.district.routes.now", lambda: NOON)


def page(village: TestVillage, query: str = "", who: str = "endah") -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        answer = client.get(PAGE + query)
    assert answer.status_code == 200
    return str(answer.text)


def posted(village: TestVillage, on: date, moved: dict[str, tuple[int, int]]) -> None:
    """Totals of a day, as posting would leave them: account -> (debit, credit)."""
    with unit_of_work() as unit:
        for account, (debit, credit) in moved.items():
            key = {"gerai_id": village.gerai_id, "posted_on": on, "account": account, "unit": "TOKO"}
            unit.execute(insert(DailyTotal).values(debit=debit, credit=credit, **key))


def sold(village: TestVillage, on: date, gross: int, cost: int, *, receipts: int = 1, short: int = 0) -> None:
    """Totals and counts of a day."""
    posted(village, on, {"4-1110": (0, gross), "5-1110": (cost, 0), "6-1700": (short, 0)})
    with unit_of_work() as unit:
        key = {"gerai_id": village.gerai_id, "counted_on": on, "measure": "receipts"}
        unit.execute(insert(DailyCount).values(value=receipts, **key))


def test_who_may_open_it(village: TestVillage) -> None:
    for who in PEOPLE:
        with signed_in_as(village.app, village.users[who]) as client:
            assert client.get(PAGE).status_code == (200 if who == "endah" else 404), who
    assert "Perlu perhatian" in page(village, who=ADMIN)


def test_a_gerai_kecamatan_and_kabupaten_show_the_same_sale(village: TestVillage) -> None:
    sold(village, MORNING.date(), 1_250_000, 1_000_000, receipts=7)
    text = page(village)
    row = re.search(
        r"<tr>\s*<th scope=\"row\"><a href=\"[^\"]*2998[^\"]*\">Sukamaju.*?</tr>", text, re.DOTALL
    )
    assert row and "1.250.000" in row[0] and "250.000" in row[0]
    assert text.count("1.250.000") == 4, "kabupaten, kecamatan, the total below it, and the gerai"


def test_yesterday_is_another_day(village: TestVillage) -> None:
    sold(village, MORNING.date() - timedelta(days=1), 777_000, 700_000)
    assert "777.000" not in page(village) and "777.000" in page(village, "?span=yesterday")
    assert "Minggu, 22 November 2026" in page(village, "?span=yesterday")


def test_the_month_counts_its_days(village: TestVillage) -> None:
    for day in range(1, 4):
        sold(village, date(2026, 11, day), 1, 1, receipts=5)
    text = page(village, "?span=month")
    assert "November 2026" in text and re.search(r"Struk</dt>\s*<dd class=\"value\">\s*15", text)


def test_missing_money_comes_first_and_small_change_does_not(village: TestVillage) -> None:
    sold(village, MORNING.date(), 500_000, 400_000, short=9_999)
    assert "uang di laci kurang" not in page(village)
    sold(village, MORNING.date() - timedelta(days=1), 500_000, 400_000, short=412_000)
    text = page(village, "?span=yesterday")
    assert "Gerai Sukamaju, Wonodadi: uang di laci kurang dari catatan" in text and "−Rp412.000" in text


def test_a_gerai_without_sales_is_counted_and_leads_to_the_list(village: TestVillage) -> None:
    sold(village, MORNING.date(), 500_000, 400_000)
    text = page(village)
    assert "Gerai tanpa penjualan hari ini" in text and "1 gerai</span>" in text
    assert "sort=receipts&amp;up=1#gerai" in text


def test_columns_sort_both_ways_and_the_address_keeps_all_of_it(village: TestVillage) -> None:
    sold(village, MORNING.date(), 500_000, 400_000)
    names = ["Sukamaju", "Sukamakmur"]
    found = {}
    for query in ("?sort=turnover", "?sort=turnover&up=1", "?sort=name&up=1", "?sort=name"):
        found[query] = [
            n for n in re.findall(r"<th scope=\"row\"><a[^>]*>(\w+)</a>", page(village, query)) if n in names
        ]
    assert found["?sort=turnover"] == names and found["?sort=turnover&up=1"] == names[::-1]
    assert found["?sort=name&up=1"] == names and found["?sort=name"] == names[::-1]
    text = page(village, "?span=month&kecamatan=35.05.01&sort=margin")
    assert (
        'aria-sort="descending"' in text and "span=yesterday&amp;kecamatan=35.05.01&amp;sort=margin" in text
    )


@pytest.mark.parametrize(
    "query", ["?span=kiamat&sort=x&up=9&all=9&kecamatan=99.99.99", "?kecamatan=%27--&span=%F0"]
)
def test_a_strange_address_is_the_plain_page(village: TestVillage, query: str) -> None:
    assert "Senin, 23 November 2026" in page(village, query)


def test_one_kecamatan_shows_its_own_and_an_empty_one_says_so(village: TestVillage) -> None:
    assert "Sukamaju" in page(village, "?kecamatan=35.05.01")
    text = page(village, "?kecamatan=35.05.22")
    assert "Belum ada gerai di kecamatan ini" in text and "Sukamaju" not in text


def test_an_officer_drills_down_to_the_day_and_an_admin_to_the_gerai(village: TestVillage) -> None:
    assert f'href="/g/{village.code}/day?on=2026-11-22"' in page(village, "?span=yesterday")
    assert f'href="/g/{village.code}/"' in page(village, who=ADMIN)
    with signed_in_as(village.app, village.users["endah"]) as client:
        assert client.get(f"/g/{village.code}/day?on=2026-11-23").status_code == 200


def test_no_person_is_named(village: TestVillage) -> None:
    text = re.sub(r"<header.*?</header>", "", page(village), flags=re.DOTALL)
    assert not [name for name, _, _ in PEOPLE.values() if name in text]


def test_it_asks_the_same_few_questions_and_none_over_postings(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    connection, ask = db.session.connection(), batch.ask

    def note(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    def straight(connection: Any, statement: Any, **values: Any) -> Any:
        asked.append(str(statement))
        return ask(connection, statement, **values)

    monkeypatch.setattr(batch, "ask", straight)
    with signed_in_as(village.app, village.users["endah"]) as client:
        event.listen(connection, "before_cursor_execute", note)
        client.get(PAGE)
        event.remove(connection, "before_cursor_execute", note)
    assert 6 < len(asked) <= 9, asked
    assert not [sql for sql in asked if re.search(r"\b(posting|entry|sale|sale_line)\b", sql)]


def test_every_kecamatan_is_on_the_map_and_in_the_table(village: TestVillage) -> None:
    text = page(village)
    assert text.count('class="tile tile-') == 22 and 'role="img"' in text
    assert len(re.findall(r"kecamatan=35\.05\.\d\d\">", text)) == 22


def test_the_page_agrees_with_the_postings_to_the_rupiah(village: TestVillage) -> None:
    """A sale through its act: what the page says is what naive sums over postings and sales say."""
    furnish(village)
    lines = [{"item": SOAP, "quantity": "1"}]
    sell(village, basket(lines, shift=open_till(village)))
    net = select(-func.sum(Posting.amount)).where(
        Posting.gerai_id == village.gerai_id, Posting.account.in_(("4-1100", "4-1110", "4-1190", "4-1191"))
    )
    turnover, receipts = db.session.scalar(net), db.session.scalar(select(func.count()).select_from(Sale))
    text = page(village, "?kecamatan=35.05.01")
    assert turnover and f"Rp{turnover:,}".replace(",", ".") in text
    assert re.search(rf"Struk</dt>\s*<dd class=\"value\">\s*{receipts}", text)
    assert re.search(r"Sif terbuka sekarang</dt>\s*<dd class=\"value\">\s*1", text)


def test_a_shift_left_open_since_yesterday_is_told(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(village)
    open_till(village)
    assert "belum ditutup" not in page(village)
    monkeypatch.setattr("app.district.routes.now", lambda: NOON + timedelta(days=1))
    assert "sif dari hari sebelumnya belum ditutup" in page(village)


APPOINTED = r"/district/appointments.*?<span class=\"num\">(\d+) kali</span>"


def test_what_the_boards_did_is_counted_as_its_page_lists_it(village: TestVillage) -> None:
    """The district appointed the board and all others; the one whom the board appoints is counted alone."""
    assert "/district/appointments" not in page(village)
    appoint(village.occasion("slamet"), username="budi", role=Role.MEMBER)
    found = re.search(APPOINTED, page(village), re.DOTALL)
    lately = appointments([village.gerai_id, village.other_gerai_id], NOON - RECENT)
    assert [each for each in lately if each.by_district], "the district appointed somebody, too"
    assert (int(found[1]) if found else 0) == sum(not each.by_district for each in lately) == 1
    with signed_in_as(village.app, village.users["endah"]) as client:
        listed = client.get("/district/appointments").text
    assert found and listed.count('class="row-link"') == int(found[1])


def test_old_appointments_are_not_told(village: TestVillage, monkeypatch: pytest.MonkeyPatch) -> None:
    appoint(village.occasion("slamet"), username="hadi", role=Role.MEMBER)
    monkeypatch.setattr("app.district.routes.now", lambda: NOON + timedelta(days=15))
    assert "/district/appointments" not in page(village)


@pytest.mark.parametrize(
    "moved, short, over",
    [
        ({"6-1700": (50, 0)}, 50, 0),
        ({"6-1700": (50, 50), "1-1330": (50, 0)}, 50, 0),  # the cashier owes it
        ({"6-1700": (0, 50), "1-1330": (50, 0)}, 0, 0),  # decided on another day
        ({"1-1330": (0, 50)}, 0, 0),  # the cashier pays it back
        ({"2-1330": (30, 30), "7-1400": (0, 30)}, 0, 30),
    ],
)
def test_a_decision_about_a_shortage_moves_it_and_does_not_double_it(
    village: TestVillage, moved: dict[str, tuple[int, int]], short: int, over: int
) -> None:
    posted(village, NOON.date(), moved)
    assert queries.moved(span_of("", NOON.date()))[village.gerai_id] == (0, 0, short, over)


def test_a_district_without_a_gerai_says_so_and_leads_to_the_first(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "places", list)
    for query in ("", "?span=month", "?kecamatan=35.05.01", "?sort=margin&all=1"):
        text = page(village, query, who=ADMIN)
        assert "Belum ada gerai yang beroperasi" in text and 'href="/district/gerai/new"' in text
        assert "<table" not in text and "tile-map" not in text
    assert "Buka gerai pertama" not in page(village), "an officer opens none"


def test_a_name_is_escaped_on_the_map_and_in_the_tables(
    village: TestVillage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "areas", lambda: [("35.05.01", "A<b>&", 0, 0, 9)])
    text = page(village)
    assert "A<b>" not in text and text.count("A&lt;b&gt;&amp;") >= 4


def test_figures_add_up_column_by_column() -> None:
    assert total([]) == Figures()
    assert total([Figures(5, 3, 2, 1), Figures(receipts=4)]) == Figures(5, 3, 2, 1, 4)
    assert (Figures(5, 3, 2, 1).margin, Figures(5, 3, 2, 1).cash) == (2, -1)


def test_spans() -> None:
    day = date(2026, 3, 1)
    assert (span_of("yesterday", day).first, span_of("month", day).first) == (date(2026, 2, 28), day)
    assert span_of("", day).key == "today"
