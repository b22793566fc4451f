"""Pictures of every page, to be looked at: ``python -m tests.browser.pictures OUTDIR [WORD]``.

Makes a village of its own in a temporary folder. WORD leaves only pages with it in their name;
``DARK=1`` takes them in the dark, ``WIDTHS=360`` at one width alone.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.life import Life
from tests.browser.places import Place, places
from tests.browser.stage import SETTLED, chromium, month, visitor

WIDTHS = tuple(int(width) for width in os.environ.get("WIDTHS", "360 768 1280").split())
HEIGHTS = {360: 760, 768: 1024, 1280: 800}
PAPERS = {
    "sales.receipt": ("", "?width=80"),
    "cash.z_report": ("", "?width=58", "?width=80"),
    "statements.day": ("",),
    "ledger.trial_balance": ("",),
    "ledger.entry": ("",),
    "catalog.prices": ("",),
    "purchasing.receiving": ("",),
}
"""Pages that are printed, in each of their forms."""


def take(browser: Browser, life: Life, base: str, out: Path, word: str) -> None:
    chosen = [place for place in places(life) if word in place.name]
    scheme = "dark" if os.environ.get("DARK") else "light"
    for who in sorted({place.who for place in chosen}):
        guest = visitor(browser, base, who, life.password, color_scheme=scheme)
        for place in chosen:
            if place.who == who:
                _picture(guest.page, base, place, out)
                _print(guest.page, base, place, out)
        guest.context.close()


def _picture(page: Page, base: str, place: Place, out: Path) -> None:
    page.goto(base + place.path)
    page.wait_for_selector(SETTLED, state="attached")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 800)})
        page.screenshot(path=out / f"{place.name}-{width}.png", full_page=True)


def _print(page: Page, base: str, place: Place, out: Path) -> None:
    for form in PAPERS.get(place.name, ()):
        page.goto(base + place.path + form)
        name = re.sub(r"\W+", "-", place.name + form)
        page.pdf(path=out / f"{name}.pdf", prefer_css_page_size=True, print_background=True)


def main(folder: str, word: str = "") -> None:
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lumbung-pictures-") as kept:
        url = f"sqlite:///{kept}/lumbung.db"
        with month(url, Path(kept) / "log") as (life, base), chromium() as browser:
            take(browser, life, base, out, word)


if __name__ == "__main__":
    main(*sys.argv[1:])
