"""The navigation: what this person may open, and where they are."""

import re

import pytest

from tests import shop
from tests.conftest import signed_in_as
from tests.village import ADMIN, TestVillage


def navigation(village: TestVillage, who: str, path: str) -> tuple[list[str], list[str]]:
    """(labels, those marked as here) of the navigation on a page."""
    with signed_in_as(village.app, village.users[who]) as client:
        page = client.get(path).text
    found = re.search(r'<nav class="shell-nav".*?</nav>', page, re.DOTALL)
    places = re.findall(r'<a href="[^"]+"( aria-current="page")?>([^<]+)</a>', found[0]) if found else []
    return [label for _, label in places], [label for here, label in places if here]


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
    treasurer, _ = navigation(village, "wati", f"/g/{village.code}/")
    assert "Jurnal" in treasurer and "Petugas" not in treasurer


def test_nobody_has_two_entries_that_lead_to_the_same(village: TestVillage) -> None:
    """All shifts lead to one's own, and the items to their prices."""
    manager, _ = navigation(village, "dewi", f"/g/{village.code}/")
    assert "Sif" in manager and not {"Sif saya", "Daftar harga"} & set(manager)
    cashier, _ = navigation(village, "budi", f"/g/{village.code}/")
    assert "Sif saya" in cashier and "Sif" not in cashier
    assert navigation(village, "dewi", f"/g/{village.code}/shifts/mine")[1] == ["Sif"]
    assert navigation(village, "dewi", f"/g/{village.code}/prices")[1] == ["Barang"]


def test_the_district_has_its_own(village: TestVillage) -> None:
    assert navigation(village, ADMIN, "/district") == (["Gerai", "Petugas dinas"], ["Gerai"])
    assert navigation(village, ADMIN, "/district/officers/new")[1] == ["Petugas dinas"]
    assert navigation(village, "endah", "/district")[0] == ["Gerai"]
