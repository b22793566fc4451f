"""What leaves the printer: a receipt is one strip of its roll, and a sum stands once, at the end."""

import re
from collections.abc import Callable

import pytest

from tests.browser.life import Life
from tests.browser.stage import Visitor

pytestmark = pytest.mark.browser
POINTS_PER_MM = 72 / 25.4
FITS = "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.receipt'))"


def sheets(guest: Visitor, path: str) -> list[int]:
    """The width in whole millimetres of each sheet that the page is printed on."""
    guest.go(path)
    printed = guest.page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) [\d.]+\]", printed)
    return [round(float(width) / POINTS_PER_MM) for width in boxes]


@pytest.mark.parametrize("width", [58, 80])
@pytest.mark.parametrize("endpoint", ["sales.receipt", "cash.z_report"])
def test_a_receipt_is_one_strip_with_every_line_on_it(
    visit: Callable[[str], Visitor], lived_a_month: tuple[Life, str], endpoint: str, width: int
) -> None:
    life, _ = lived_a_month
    values = {"code": life.code, **life.parts[endpoint]}
    path = life.app.url_map.bind("localhost").build(endpoint, values)
    guest = visit("dewi")
    assert sheets(guest, f"{path}?width={width}") == [width]
    guest.page.emulate_media(media="print")
    strip = guest.page.locator(".receipt").bounding_box()
    fits = guest.page.evaluate(FITS)
    guest.page.emulate_media(media="null")
    assert strip and strip["y"] < 2 and fits


def test_the_sum_of_a_trial_balance_is_printed_once(
    visit: Callable[[str], Visitor], lived_a_month: tuple[Life, str]
) -> None:
    guest = visit("dewi")
    assert set(sheets(guest, f"/g/{lived_a_month[0].code}/ledger/trial-balance")) == {297}
    guest.page.emulate_media(media="print")
    display = "getComputedStyle(document.querySelector('tfoot')).display"
    assert guest.page.evaluate(display) == "table-row-group"  # a footer group comes again on each sheet
    guest.page.emulate_media(media="null")
