"""Sheets of a saldo awal, as somebody fills them in."""

import io
import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.foundation.sheets import Sheet, write_csv
from app.opening.parts import PARTS
from tests.village import TestVillage


def upload(client: FlaskClient, village: TestVillage, part: str, *rows: list[Any]) -> TestResponse:
    """Upload rows under the part's own heading."""
    body = write_csv(Sheet("x", PARTS[part].heading(), rows))
    data = {"file": (io.BytesIO(body), f"{part}.csv")}
    return client.post(f"/g/{village.code}/opening/{part}", data=data, follow_redirects=True)


def record(client: FlaskClient, village: TestVillage, on: str = "2026-11-23") -> TestResponse:
    """Look at the whole, then record it as it was seen."""
    page = client.get(f"/g/{village.code}/opening").text
    found = re.search(r'name="seen"[^>]*value="(\w+)"', page)
    seen = found[1] if found else ""
    return client.post(f"/g/{village.code}/opening", data={"on": on, "seen": seen}, follow_redirects=True)
