"""Looking at a page as the browser gets it: its words, its fields, and what every page must be."""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient

from tests.village import TestVillage


class Seen(HTMLParser):
    """Ids, labels and fields of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def check(html: str) -> None:
    """One h1, no id twice, and a label for every field that is seen."""
    seen = Seen(html)
    assert len(seen.all("h1")) == 1
    ids = Counter(attributes["id"] for _, attributes in seen.tags if attributes.get("id"))
    assert [each for each, times in ids.items() if times > 1] == []
    labelled = {attributes.get("for") for attributes in seen.all("label")}
    fields = seen.all("input") + seen.all("select") + seen.all("textarea")
    shown = [field for field in fields if field.get("type") not in ("hidden", "radio", "checkbox")]
    assert [field for field in shown if field.get("id") not in labelled] == []


def get(client: FlaskClient, village: TestVillage, path: str, status: int = 200) -> str:
    answer = client.get(f"/g/{village.code}/{path}")
    assert answer.status_code == status, answer.text[:400]
    if status == 200:
        check(answer.text)
    return answer.text


def send(
    client: FlaskClient, village: TestVillage, path: str, form: dict[str, Any], status: int = 303
) -> str:
    """The address that follows, or the page that came back."""
    answer = client.post(f"/g/{village.code}/{path}", data=form)
    assert answer.status_code == status, answer.text[:400]
    if status == 303:
        return answer.location
    check(answer.text)
    return answer.text


def said(html: str) -> str:
    """The words of a page's content, without its frame."""
    words = re.sub(r"<[^>]+>", " ", html.split("<main")[1])
    return " ".join(words.split())


def reference_in(html: str) -> str:
    found = re.search(r'name="reference"[^>]*value="([^"]+)"', html)
    assert found
    return found[1]
