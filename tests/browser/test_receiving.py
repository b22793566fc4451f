"""A nota copied at the desk: a scanned code becomes its item, Enter goes on, the sum is reckoned."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignIn
from tests.shop import RICE_CODE
from tests.village import SUKAMAJU

pytestmark = pytest.mark.browser


def test_a_nota_is_typed_with_a_scanner_and_the_enter_key_alone(sign_in: SignIn) -> None:
    page = sign_in("agus")
    page.goto(page.url.split("/g/")[0].rstrip("/") + f"/g/{SUKAMAJU}/receivings/new")
    page.keyboard.type("UD Makmur")
    page.check("[name=new_supplier]")
    page.focus("#lines-0-item")
    for typed in (RICE_CODE, "12", "720.000", "telur AYAM ras", "2,5", "Rp 62500"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    expect(page.locator("#lines-0-item")).to_have_value("Beras medium 5 kg")
    expect(page.locator("[data-sum]")).to_have_text("Rp782.500")
    expect(page.locator("[data-part=each]").nth(0)).to_have_text("Rp60.000 per pak")
    expect(page.locator("[data-part=each]").nth(1)).to_have_text("Rp25.000 per kg")
    expect(page.locator("#lines-2-item")).to_be_focused()
    page.click("[data-save]")
    expect(page.locator("h1")).to_have_text("UD Makmur")
    expect(page.locator("tfoot")).to_contain_text("782.500")
