"""The till's scripts and the server reckon alike: one file of vectors, run through both."""

import html
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app.catalog.facts import ItemFacts, Pack, Rule
from app.catalog.pricing import price_for
from app.foundation import money, quantity

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VECTORS = HERE.parent / "vectors"
KINDS = {".html": "text/html", ".js": "text/javascript", ".json": "application/json"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="module")
def vectors() -> dict[str, Any]:
    return _read("cart")


def _read(name: str) -> dict[str, Any]:
    return dict(json.loads((VECTORS / f"{name}.json").read_text()))


def _file(url: str) -> Path:
    if url.startswith("/vectors/"):
        return VECTORS / url.rpartition("/")[2]
    return (ROOT / "app" / "static" if url.startswith("/till/") else HERE) / url.lstrip("/")


class _Files(BaseHTTPRequestHandler):
    """Serves the scripts as they are: modules do not load from the disk."""

    def do_GET(self) -> None:
        path = _file(self.path)
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", KINDS.get(path.suffix, "text/plain"))
        self.end_headers()
        if path.is_file():
            self.wfile.write(path.read_bytes())

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the base class
        """Quiet: the test says what went wrong."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _chromium() -> str:
    names = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "Chromium is missing; make test says how to install it"
    return found


def _verdict(address: str, profile: Path) -> dict[str, Any]:
    command = [_chromium(), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
    command += ["--virtual-time-budget=20000", "--dump-dom", f"{address}/check.html"]
    page = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    written = re.search(r'<pre id="verdict">(.*?)</pre>', page, re.DOTALL)
    assert written, page
    return dict(json.loads(html.unescape(written[1])))


@pytest.mark.browser
def test_the_scripts_reckon_as_the_vectors_say(address: str, tmp_path: Path) -> None:
    verdict = _verdict(address, tmp_path)
    assert verdict["differences"] == []
    assert verdict["compared"] > 100


def test_the_server_prices_lines_as_the_vectors_say(vectors: dict[str, Any]) -> None:
    for line in vectors["lines"]:
        gross = quantity.price_of(line["unit_price"], line["quantity_milli"])
        assert gross - line["discount"] == line["amount"], line


def test_the_server_writes_figures_as_the_vectors_say(vectors: dict[str, Any]) -> None:
    for amount, text in vectors["rupiah_written"]:
        assert money.format_rupiah(amount) == text
    for milli, text in vectors["quantity_written"]:
        assert quantity.format_quantity(milli) == text


def test_the_server_reads_what_the_till_sends(vectors: dict[str, Any]) -> None:
    for milli, text in vectors["quantity_wire"]:
        assert quantity.read_quantity(text) == milli
        assert quantity.wire_quantity(milli) == text


def _rupiah(text: str) -> int | None:
    try:
        return money.parse_rupiah(text)
    except money.NotRupiah:
        return None


def test_the_server_reads_rupiah_as_the_vectors_say(vectors: dict[str, Any]) -> None:
    for text, amount in vectors["rupiah_read"]:
        assert _rupiah(text) == amount, text


def _rule(kind: str, price: int = 0, **rest: Any) -> Rule:
    """As the database writes it; a rule without days always holds."""
    days = rest.get("starts", "2000-01-01"), rest.get("ends", "9999-12-31")
    return Rule(kind, rest.get("from", 0), price, rest.get("percent", 0), *days)


def _item(tariff: dict[str, Any]) -> ItemFacts:
    return ItemFacts(
        no=1,
        name="Barang",
        unit="pcs",
        decimals=0,
        stock_group="sembako",
        price=tariff["price"],
        ended=False,
        rules=tuple(_rule(**rule) for rule in tariff["rules"]),
        packs=tuple(Pack(*pack) for pack in tariff.get("packs", ())),
        no_bundling=tariff.get("no_bundling", False),
    )


@pytest.mark.parametrize("case", _read("prices")["cases"], ids=str)
def test_the_server_finds_the_price_as_the_vectors_say(case: list[Any]) -> None:
    name, holds, milli, member, on, price, kind = case
    item = _item(_read("prices")["tariffs"][name])
    pack = next((pack for pack in item.packs if pack.milli == holds), None)
    assert price_for(item, milli, member=member, on=date.fromisoformat(on), pack=pack) == (price, kind)
