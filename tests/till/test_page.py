"""What the till's page is made of: every script at once, its words in one file."""

import json
import re
from pathlib import Path

from werkzeug.test import TestResponse

from app.sales.till import modules
from tests.conftest import signed_in_as
from tests.village import TestVillage

SCRIPTS = Path(__file__).parents[2] / "app" / "static" / "till"


def _get(village: TestVillage, address: str, who: str = "budi") -> TestResponse:
    with signed_in_as(village.app, village.users[who]) as client:
        return client.get(address)


def _page(village: TestVillage) -> str:
    return _get(village, f"/g/{village.code}/till").text


def test_the_page_asks_for_every_script_at_once_and_for_no_other(village: TestVillage) -> None:
    linked = re.findall(r'rel="modulepreload" href="/static/\w+/(till/[^"]+)"', _page(village))
    assert sorted(linked) == sorted(modules())
    imported = {"till/main.js"}
    for path in SCRIPTS.rglob("*.js"):
        for name in re.findall(r'from "(\.[^"]+)"', path.read_text()):
            imported.add((path.parent / name).resolve().relative_to(SCRIPTS.parent).as_posix())
    assert sorted(imported) == sorted(modules())


def test_the_words_are_a_file_that_is_kept_until_they_change(village: TestVillage) -> None:
    [address] = re.findall(r'<script defer src="([^"]+)"', _page(village))
    answer = _get(village, address)
    assert "immutable" in answer.headers["Cache-Control"]
    assert _get(village, re.sub(r"\w+\.js", "0123456789.js", address)).headers["Cache-Control"] == "no-store"
    assert _get(village, address.replace("/id/", "/jv/")).status_code == 404


def test_every_word_a_script_says_is_there_and_no_other(village: TestVillage) -> None:
    [address] = re.findall(r'<script defer src="([^"]+)"', _page(village))
    script = _get(village, address).text
    known = set(json.loads(script[script.index("{") : script.rindex(";")]))
    code = "".join(path.read_text() for path in SCRIPTS.rglob("*.js"))
    said = set(re.findall(r'"([a-z_]+)"', code))
    families = re.findall(r'"([a-z_]+_)" \+', code)
    ends = re.findall(r'\+ "(_[a-z]+)"', code)
    unsaid = {
        word
        for word in known - said
        if not word.startswith(tuple(families)) and not word.endswith(tuple(ends))
    }
    assert unsaid == set()
    assert set(re.findall(r'say\("([a-z_]+)"[,)]', code)) <= known
