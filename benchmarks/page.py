"""The till page's bytes over the wire, as a real Chromium counts them: headers, files, items and all.

The first load has an empty cache; the repeat is the same page opened again. Each holds everything the
page asks for until it can sell.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import BrowserContext, sync_playwright

from app.catalog.operations import add_barcode
from app.catalog.seeds import goods
from app.serve import let_go
from benchmarks.engine import application
from benchmarks.tills import sign_in
from tests.drills.serving import HOST, Server
from tests.drills.shop import CODE, Shop, build_in


@dataclass(frozen=True)
class Load:
    """What one opening of the page fetched over the wire: (bytes, path) of each answer, largest first."""

    answers: tuple[tuple[int, str], ...]

    @property
    def size(self) -> int:
        return sum(size for size, _ in self.answers)


def chromium() -> str | None:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def loads(executable: str) -> tuple[Load, Load]:
    """The first opening of the till page and the one after it, in a shop with a village's goods."""
    with TemporaryDirectory() as folder, _served(Path(folder)) as server:
        [till] = sign_in(server.port, 1)
        till.hang_up()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            context = browser.new_context()
            address = f"http://{HOST}:{server.port}"
            context.add_cookies([{"name": k, "value": v, "url": address} for k, v in till.cookies.items()])
            first, second = (_open(context, f"{address}/g/{CODE}/till") for _ in range(2))
            browser.close()
    return first, second


@contextmanager
def _served(folder: Path) -> Iterator[Server]:
    app = application(f"sqlite:///{folder / 'page.db'}")
    with app.app_context():
        upgrade()
    shop = build_in(app, tills=1, items=len(goods()))
    _stick_barcodes(app, shop)
    let_go(app)
    with Server(app.config["DATABASE_URL"], folder / "log") as server:
        yield server


def _stick_barcodes(app: Flask, shop: Shop) -> None:
    with app.app_context():
        for no, good in enumerate(goods(), 1):
            if good.barcode:
                add_barcode(shop.occasion(0, shop.opened_at), item_no=no, code=good.barcode)


def _open(context: BrowserContext, url: str) -> Load:
    page = context.new_page()
    wire = context.new_cdp_session(page)
    paths: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def sent(event: dict[str, Any]) -> None:
        paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def finished(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = int(event["encodedDataLength"])

    wire.on("Network.requestWillBeSent", sent)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    page.close()
    fetched = ((size, paths[key]) for key, size in sizes.items() if size)
    return Load(tuple(sorted(fetched, reverse=True)))
