"""A sale told on a neighbour's shift falls on that neighbour: the manager must see who sent it, and get there."""

from tests import shop
from tests.conftest import signed_in_as
from tests.village import PEOPLE, TestVillage


def told_by(village: TestVillage, who: str) -> int:
    shop.furnish(village)
    shift = shop.open_till(village)
    body = shop.basket([{"item": shop.SOAP, "quantity": "1"}], shift=shift, completed=True)
    return int(shop.sell(village, body, who).answer["sale"])


def page(village: TestVillage, path: str, who: str = "joko") -> str:
    with signed_in_as(village.app, village.users[who]) as client:
        return client.get(f"/g/{village.code}/{path}").text


def test_the_page_of_a_sale_names_who_sent_it_when_that_was_not_the_cashier(village: TestVillage) -> None:
    text = page(village, f"sales/{told_by(village, 'dewi')}")
    assert "Dicatat oleh" in text and PEOPLE["dewi"][0] in text


def test_the_cashiers_own_sale_names_nobody_twice(village: TestVillage) -> None:
    assert "Dicatat oleh" not in page(village, f"sales/{told_by(village, 'budi')}")


def test_a_sale_leads_to_its_shift_for_whoever_may_read_shifts(village: TestVillage) -> None:
    sale = told_by(village, "budi")
    link = f'href="/g/{village.code}/shifts/1"'
    assert link in page(village, f"sales/{sale}")
    assert link not in page(village, f"sales/{sale}", "budi").partition("<main")[2]
