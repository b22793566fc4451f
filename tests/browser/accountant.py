"""What an accountant does at the browser: types a form, counts a drawer, reads the sums of a page."""

import re
from typing import Any

from app.demo.purse import pieces_of
from tests.browser.stage import Visitor

ROWS = """() => [...document.querySelectorAll('article tbody tr')].map((row) => [
  row.querySelector('.account-code')?.textContent, ...[...row.querySelectorAll('td.hide-narrow')].map((cell) => cell.textContent),
])"""


def rupiah(text: str) -> int:
    digits = re.sub(r"[^\d]", "", text)
    return int(digits) if digits else 0


def trial_balance(visitor: Visitor, code: str, month: str = "") -> dict[str, int]:
    """Account -> its closing balance of a month (this one unless told) in rupiah, credit below nought; without noughts."""
    visitor.go(f"/g/{code}/ledger/trial-balance" + (f"?month={month}" if month else ""))
    closing = {}
    for account, *cells in visitor.page.evaluate(ROWS):
        if account and len(cells) == 6:
            closing[account] = rupiah(cells[4]) - rupiah(cells[5])
    return {account: amount for account, amount in closing.items() if amount}


def words(visitor: Visitor, selector: str = "main") -> str:
    """What stands on the page, in one line."""
    return " ".join(visitor.page.inner_text(selector).split())


def fill(visitor: Visitor, button: str, choices: dict[str, str] | None = None, **typed: Any) -> None:
    """Type into the fields by their names, choose, and press the button; waits until the next page stands."""
    for name, text in typed.items():
        visitor.page.fill(f"main [name='{name}']", str(text))
    for name, value in (choices or {}).items():
        visitor.page.check(f"main [name='{name}'][value='{value}']")
    with visitor.page.expect_navigation():
        visitor.page.locator("main").get_by_role("button", name=button, exact=True).click()


def count_and_close(visitor: Visitor, code: str, shift: int, cash: int) -> None:
    """Count the drawer by note and coin, and close the shift on it."""
    visitor.go(f"/g/{code}/shifts/{shift}/closing")
    for note, pieces in pieces_of(cash).items():
        visitor.page.locator(f"[name$='pieces_{note}']").fill(str(pieces))
    visitor.page.get_by_role("button", name="Tutup sif").click()
    visitor.page.wait_for_url(f"**/shifts/{shift}/z*")
