"""The navigation: what this person may open, and where they are."""

import re

import pytest

from tests import shop
from tests.conftest import signed_in_as
from tests.village import ADMIN, PEOPLE, TestVillage


def navigation(village: TestVillage, who: str, path: str) -> tuple[list[str], list[str]]:
    """(labels, those marked as here) of the navigation on a page."""
    with signed_in_as(village.app, village.users[who]) as client:
        page = client.get(path).text
    found = re.search(r'<nav class="shell-nav".*?</nav>', page, re.DOTALL)
    places = (
        re.findall(r'<a href="[^"]+"(?: aria-current="true")?( aria-current="page")?>([^<]+)</a>', found[0])
        if found
        else []
    )
    return [label for _, label in places], [label for here, label in places if here]


def everything(village: TestVillage, who: str) -> list[str]:
    """Every entry that a person finds, in the row and in each of its sections."""
    with signed_in_as(village.app, village.users[who]) as client:
        start = client.get(f"/g/{village.code}/").text
        links = re.findall(
            r'<a href="([^"]+)"', re.search(r'<nav class="shell-nav".*?</nav>', start, re.DOTALL)[0]
        )
        pages = [start, *(client.get(link).text for link in links if not link.endswith("/till"))]
    shown = "".join(
        found for page in pages for found in re.findall(r'<nav class="shell-nav".*?</nav>', page, re.DOTALL)
    )
    return re.findall(r'<a href="[^"]+"(?: aria-current="page")?>([^<]+)</a>', shown)


@pytest.mark.parametrize(
    "path, place",
    [
        ("", "Beranda"),
        ("officers", "Petugas"),
        ("officers/new", "Petugas"),
        ("acts?kind=gerai.open", "Catatan kegiatan"),
        ("ledger/entries/1", "Jurnal"),
        ("ledger/accounts/1-1100", "Jurnal"),
        ("sales/1", "Penjualan"),
        ("sales/exceptions", "Penjualan"),
        ("items/1", "Barang"),
    ],
)
def test_a_page_shows_where_it_belongs(village: TestVillage, path: str, place: str) -> None:
    shop.furnish(village)
    shop.sell(village, shop.basket([{"item": shop.RICE, "quantity": "1"}], shift=shop.open_till(village)))
    who = "slamet" if path == "officers/new" else "dewi"
    assert navigation(village, who, f"/g/{village.code}/{path}")[1] == [place]


def test_a_page_that_is_no_place_of_the_navigation_marks_none(village: TestVillage) -> None:
    assert navigation(village, "wati", f"/g/{village.code}/roles")[1] == []


def test_everybody_sees_their_own_doors_alone(village: TestVillage) -> None:
    member, _ = navigation(village, "sari", f"/g/{village.code}/")
    assert member == ["Beranda", "Daftar harga"]
    treasurer = everything(village, "wati")
    assert "Jurnal" in treasurer and "Petugas" not in treasurer


def test_nobody_has_two_entries_that_lead_to_the_same(village: TestVillage) -> None:
    """All shifts lead to one's own, and the items to their prices."""
    manager = everything(village, "dewi")
    assert "Neraca saldo" in manager and not {"Sif saya", "Daftar harga"} & set(manager)
    cashier = everything(village, "budi")
    assert "Sif saya" in cashier and "Sif" not in cashier


def test_many_entries_stand_under_sections_and_few_in_one_row(village: TestVillage) -> None:
    row, here = navigation(village, "dewi", f"/g/{village.code}/ledger/journal")
    assert row[:2] == ["Beranda", "Hari ini"] and "Pembukuan" in row
    assert {"Jurnal", "Neraca saldo"} <= set(row) and here == ["Jurnal"]
    assert "Pembukuan" not in navigation(village, "sari", f"/g/{village.code}/")[0]


def test_pages_of_another_room_s_entry_mark_that_entry(village: TestVillage) -> None:
    assert navigation(village, "dewi", f"/g/{village.code}/shifts/mine")[1] == ["Sif"]
    assert navigation(village, "dewi", f"/g/{village.code}/prices")[1] == ["Barang"]


def test_a_cashier_reaches_the_till_at_once_and_the_shift_through_what_was_sold(village: TestVillage) -> None:
    """The till has no navigation of its own, so no section may lead to it."""
    row, _ = navigation(village, "budi", f"/g/{village.code}/sales")
    assert row[:2] == ["Beranda", "Kasir"] and {"Penjualan", "Sif saya", "Layanan"} <= set(row)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_row_holds_few_enough_for_one_line(village: TestVillage, who: str) -> None:
    with signed_in_as(village.app, village.users[who]) as client:
        page = client.get("/", follow_redirects=True).text
    rows = re.findall(
        r"<ul>.*?</ul>", page.partition('class="shell-nav"')[2].partition("</nav>")[0], re.DOTALL
    )
    assert len(rows) == 1 and 1 <= rows[0].count("<a ") <= 9


def test_the_district_has_its_own(village: TestVillage) -> None:
    assert navigation(village, ADMIN, "/district") == (["Ringkasan", "Gerai", "Petugas dinas"], ["Gerai"])
    assert navigation(village, ADMIN, "/district/officers/new")[1] == ["Petugas dinas"]
    assert navigation(village, "endah", "/district")[0] == ["Ringkasan", "Gerai"]
