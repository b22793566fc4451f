"""The pictures of the documentation: ``make pictures``.

Makes a village that lives for a month and a whole demo district in temporary folders, opens every page as
somebody who may, and writes ``docs/pictures/*.webp`` (desk and phone side by side) and ``docs/pages.md``.
``make pictures ARGS=members`` takes anew only what has that word in its name, and leaves the others as they are.
"""

import io
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from flask_migrate import upgrade
from PIL import Image
from playwright.sync_api import Browser, Error, Page
from sqlalchemy import select

from app.cash.models import Shift
from app.catalog.models import Pack
from app.demo import district
from app.demo.people import PASSWORD
from app.foundation.clock import now
from app.foundation.database import db
from app.foundation.dates import local_date
from app.gerai.roles import name_of
from app.rooms import ROOMS
from tests.browser.life import Life
from tests.browser.places import ROLE_OF, Place, places
from tests.browser.stage import NOBODY, Visitor, chromium, month, served, visitor
from tests.conftest import application, let_go
from tests.drills.serving import PERSONAL

DOCS = Path(__file__).resolve().parents[2] / "docs"
DESK, PHONE, HEIGHT, GAP = 1280, 360, 800, 24
SCALE = 0.7
"""Of the screen's points; small enough to keep a hundred pictures, large enough to read."""
HEAVIEST = 60_000
"""Bytes of one picture."""
BEHIND = (214, 214, 208)
ELSEWHERE = ("district.", "home.")
"""Not of the one village: the district has pictures of its own, and every role's first page is another page."""
TELLS = "document.querySelector('h1')?.innerText.replace(/\\s+/g, ' ').trim() ?? ''"


@dataclass(frozen=True)
class Picture:
    """One page as it is told of in ``docs/pages.md``."""

    name: str
    title: str
    who: str

    @property
    def room(self) -> str:
        return self.name.split(".")[0]


def basket(page: Page) -> None:
    """Something on the counter, in the way a cashier puts it there."""
    for asked in ("telur", "3*minyak", "gula", "kopi"):
        page.keyboard.type(asked)
        page.wait_for_timeout(400)
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)


BEFORE: dict[str, Callable[[Page], None]] = {"sales.till": basket}
"""What somebody does on a page before its picture is taken."""
EYES = {"sales.till": "budi"}
"""Who sees a page best: the till is its cashier's, whose shift is open."""


def best(life: Life) -> dict[str, str]:
    """Addresses of what shows a page better than what the tests look at: a day that is over, an item with packs."""
    yesterday = local_date(now()) - timedelta(days=1)
    with life.app.app_context():
        packed = db.session.scalars(select(Pack.item_no).order_by(Pack.item_no)).first()
        shift = db.session.scalars(select(Shift.no).order_by(-Shift.no).offset(3)).first()
    let_go(life.app)
    here = f"/g/{life.code}"
    return {
        "statements.day": f"{here}/day?on={yesterday.isoformat()}",
        "catalog.item": f"{here}/items/{packed}",
        "cash.shift": f"{here}/shifts/{shift}",
        "cash.z_report": f"{here}/shifts/{shift}/z",
    }


def village_places(life: Life) -> Iterator[Place]:
    better = best(life)
    for place in places(life):
        if not place.name.startswith(ELSEWHERE):
            yield Place(place.name, better.get(place.name, place.path), EYES.get(place.name, place.who))
    yield from (Place(f"home.{who}", "/", who) for who in ("dewi", "budi", "wati", "joko"))


def district_places() -> Iterator[Place]:
    yield Place("district.month", "/district/overview?span=month", "endah")
    yield Place("district.yesterday", "/district/overview?span=yesterday&all=1", "endah")


def take(browser: Browser, base: str, chosen: list[Place], out: Path) -> Iterator[Picture]:
    """A picture of each place that is there. What answers otherwise is named on stderr, and left out."""
    for who in sorted({place.who for place in chosen}):
        guest = visitor(browser, base, who, PASSWORD)
        for place in (place for place in chosen if place.who == who):
            title = _open(guest, place)
            if title:
                _write(_side_by_side(guest), out / f"{place.name}.webp")
                yield Picture(place.name, title, who)
            else:
                sys.stderr.write(f"left out: {place.name} {place.path}\n")
        guest.context.close()


def _open(guest: Visitor, place: Place) -> str:
    """The first heading of the page; empty when there is none to be seen."""
    guest.page.set_viewport_size({"width": DESK, "height": HEIGHT})
    try:
        status = guest.go(place.path)
    except Error:  # a file to be kept, which no browser shows
        return ""
    title = str(guest.page.evaluate(TELLS)) if status == 200 else ""
    if title and place.name in BEFORE:
        BEFORE[place.name](guest.page)
    return title


def _side_by_side(guest: Visitor) -> Image.Image:
    sheet = Image.new("RGB", (DESK + GAP + PHONE, HEIGHT), BEHIND)
    for width, left in ((DESK, 0), (PHONE, DESK + GAP)):
        guest.page.set_viewport_size({"width": width, "height": HEIGHT})
        sheet.paste(Image.open(io.BytesIO(guest.page.screenshot())), (left, 0))
    size = (round(sheet.width * SCALE), round(sheet.height * SCALE))
    return sheet.resize(size, Image.Resampling.LANCZOS)


def _write(sheet: Image.Image, path: Path) -> None:
    for quality in (60, 45, 30, 15):
        sheet.save(path, quality=quality, method=6)
        if path.stat().st_size <= HEAVIEST:
            return


@contextmanager
def whole_district(folder: Path) -> Iterator[str]:
    """The address at which a demo district is served. Making it takes a minute or two."""
    url = f"sqlite:///{folder}/district.db"
    app = application(url, **PERSONAL)
    with app.app_context():
        upgrade()
        for _ in district.make(now(), seed=1):
            pass
    let_go(app)
    with served(url, folder / "district.log") as base:
        yield base


def pages(pictures: list[Picture]) -> str:
    """``docs/pages.md``: each room in the order of the floors, each page with who is looking."""
    found = [
        "# Every page",
        "",
        f"{len(pictures)} pages, each at {DESK} and at {PHONE} px, in the order of the floors.",
    ]
    found += [
        "Made by `make pictures` out of demo life; nobody on them exists. Pages of what has not happened in it are left out.",
        "",
    ]
    for room in ROOMS:
        mine = sorted((picture for picture in pictures if picture.room == room), key=lambda each: each.name)
        found += [f"## {room}", ""] if mine else []
        for each in mine:
            who = "nobody yet" if each.who == NOBODY else f"{each.who}, {name_of(ROLE_OF[each.who]).lower()}"
            found += [f"**{each.title}** (`{each.name}`; {who})", ""]
            found += [f"![{each.title}](pictures/{each.name}.webp)", ""]
    return "\n".join(found).rstrip() + "\n"


TOLD = re.compile(r"^\*\*(?P<title>.+)\*\* \(`(?P<name>[\w.]+)`; (?P<who>nobody|\w+)", re.MULTILINE)


def told(path: Path) -> dict[str, Picture]:
    """What the page of pictures says already, by name."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = (Picture(each["name"], each["title"], each["who"]) for each in TOLD.finditer(text))
    return {each.name: Picture(each.name, each.title, each.who.replace("nobody", NOBODY)) for each in found}


def main(word: str = "") -> None:
    out, page = DOCS / "pictures", DOCS / "pages.md"
    out.mkdir(exist_ok=True)
    pictures = told(page) if word else {}
    with tempfile.TemporaryDirectory(prefix="lumbung-gallery-") as kept, ExitStack() as stack:
        browser = stack.enter_context(chromium())
        folder = Path(kept)
        taken: list[Picture] = []
        at_district = [place for place in district_places() if word in place.name]
        if at_district:
            taken += take(browser, stack.enter_context(whole_district(folder)), at_district, out)
        life, base = stack.enter_context(month(f"sqlite:///{folder}/village.db", folder / "village.log"))
        taken += take(browser, base, [place for place in village_places(life) if word in place.name], out)
    pictures |= {picture.name: picture for picture in taken}
    page.write_text(pages(list(pictures.values())), encoding="utf-8")
    _tidy(out, set(pictures))


def _tidy(out: Path, names: set[str]) -> None:
    """Pictures of pages that are no more."""
    for path in out.glob("*.webp"):
        if path.stem not in names:
            path.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
