"""What a page says when something is wrong, and the till in each of its phases."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.life import Life
from tests.browser.seen import barriers, faults
from tests.browser.stage import Visitor

pytestmark = pytest.mark.browser
Visit = Callable[[str], Visitor]
Lived = tuple[Life, str]

# who, the form's page, what is typed, and the words of its button
FORMS = [
    ("dewi", "items/new", {"name": "Beras Medium", "unit": "kg", "price": "12,5"}, "Simpan"),
    ("dewi", "items/1/price", {"price": "1e9"}, "Tetapkan harga"),
    ("dewi", "shifts/new", {"opening_float": "-5"}, "Buka sif"),
    ("budi", "shifts/{shift}/closing", {"pieces_100000": "1,5"}, "Tutup sif"),
    ("dewi", "registers", {"register": "7"}, "Tambah"),
    ("agus", "receivings/new", {"supplier": "", "lines-0-item": "tidak ada", "lines-0-quantity": "x"}, "Simpan nota"),
    ("agus", "adjustments/new", {"item": "Beras Medium", "quantity": "9999", "note": "Hilang"}, "Catat penyesuaian"),
    ("wati", "ledger/entries/new", {"note": "Bayar listrik", "lines-0-account": "6-1200", "lines-0-debit": "50.000"}, "Catat ayat"),
    ("slamet", "officers/new", {"name": "Anton", "username": "budi"}, "Buat akun dan angkat"),
    ("slamet", "officers/existing", {"username": "tidak-ada"}, "Angkat"),
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form[1])
def test_a_form_says_what_is_wrong_and_keeps_what_was_typed(
    visit: Visit, lived_a_month: Lived, form: tuple[str, str, dict[str, str], str]
) -> None:
    (life, _), (who, path, typed, button) = lived_a_month, form
    guest, shift = visit(who), life.parts["cash.closing_form"]["no"]
    guest.at_width(360)
    guest.go(f"/g/{life.code}/" + path.format(shift=shift))
    for name, text in typed.items():
        guest.page.locator(f"main [name='{name}']").fill(text)
    with guest.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        guest.page.get_by_role("button", name=button, exact=True).click()
    assert answer.value.status == 422
    guest.page.wait_for_load_state()
    assert guest.listener.take() == []
    assert guest.page.locator("main .error, main .error-summary, main [role=alert]").count() > 0
    for name, text in typed.items():
        assert guest.page.locator(f"main [name='{name}']").input_value() == text
    assert faults(guest.page) == []


def test_a_wrong_password_is_answered_at_the_door(visit: Visit) -> None:
    guest = visit("")
    guest.at_width(360)
    guest.go("/sign-in")
    guest.page.fill("[name=username]", "budi")
    guest.page.fill("[name=password]", "salah-sekali")
    guest.page.keyboard.press("Enter")
    expect(guest.page.locator("main")).to_contain_text("tidak cocok")
    assert guest.page.input_value("[name=username]") == "budi"
    assert faults(guest.page) == []


def clear(page: Page, phase: str) -> None:
    """Nothing heavy stands in the way of anyone, on a phone and on a desk."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert (phase, width, barriers(page), over <= 0) == (phase, width, [], True)


def test_the_till_is_clear_in_each_of_its_phases(visit: Visit, lived_a_month: Lived) -> None:
    guest = visit("budi")
    page = guest.at_width(1280)
    guest.go(f"/g/{lived_a_month[0].code}/till")
    page.wait_for_selector("body[data-phase=ready]")
    clear(page, "ready, nothing in the basket")
    page.keyboard.type("beras")
    page.wait_for_selector("#matches:not([hidden])")
    clear(page, "names that match")
    page.locator("#scan").fill("1")
    page.keyboard.press("Enter")
    page.wait_for_selector("#lines tr")
    clear(page, "a basket")
    page.keyboard.press("F9")
    page.wait_for_selector("#pay[open]")
    clear(page, "asking for the money")
    page.keyboard.type("1000000")
    page.keyboard.press("Enter")
    page.wait_for_selector("#done:not([hidden])")
    clear(page, "done")
    page.keyboard.press("Enter")
    page.wait_for_selector("#done[hidden]", state="attached")
    assert guest.listener.take() == []


def test_the_till_says_what_the_shelf_cannot_give(visit: Visit, lived_a_month: Lived) -> None:
    guest = visit("budi")
    page = guest.at_width(360)
    guest.go(f"/g/{lived_a_month[0].code}/till")
    page.wait_for_selector("body[data-phase=ready]")
    page.locator("#scan").fill("9000*1")
    page.keyboard.press("Enter")
    page.wait_for_selector("#lines tr")
    page.keyboard.press("F9")
    page.wait_for_selector("#pay[open]")
    page.keyboard.press("F9")
    page.keyboard.press("Enter")
    expect(page.locator("#note-text")).to_contain_text("Stok Beras SPHP 5 kg tinggal")
    clear(page, "stock too low")


def test_the_till_without_a_shift_leads_to_opening_one(visit: Visit, lived_a_month: Lived) -> None:
    guest = visit("dewi")
    page = guest.at_width(360)
    guest.go(f"/g/{lived_a_month[0].code}/till")
    page.wait_for_selector("body[data-phase=no_shift]")
    expect(page.locator("#gate-link")).to_have_text("Buka sif")
    clear(page, "no shift")
