"""The page of pictures and the folder of pictures say the same."""

import re
from pathlib import Path

from tests.browser.gallery import DOCS, HEAVIEST, Picture, pages, told

SHOWN = re.compile(r"pictures/([\w.]+)\.webp")


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    kept = {path.stem for path in (DOCS / "pictures").glob("*.webp")}
    assert set(SHOWN.findall((DOCS / "pages.md").read_text(encoding="utf-8"))) == kept
    assert set(SHOWN.findall((DOCS.parent / "README.md").read_text(encoding="utf-8"))) <= kept


def test_no_picture_is_heavy() -> None:
    assert all(path.stat().st_size <= HEAVIEST for path in (DOCS / "pictures").glob("*.webp"))


def test_the_page_reads_back_what_it_says(tmp_path: Path) -> None:
    pictures = [Picture("access.sign_in", "Masuk", ""), Picture("cash.money", "Kas & bank", "dewi")]
    page = tmp_path / "pages.md"
    page.write_text(pages(pictures), encoding="utf-8")
    assert told(page) == {picture.name: picture for picture in pictures}
