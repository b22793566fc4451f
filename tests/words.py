"""What a page says to a person, and which words are of which language."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "app/translations/en/LC_MESSAGES/messages.po"
SAID_IN = {"aria-label", "placeholder", "title", "alt", "content"}
"""Attributes that are read to or seen by a person, besides every ``data-`` one."""
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")


class Said(HTMLParser):
    """Collects the words of a page: its text, what its attributes say, and sentences kept as JSON."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.within: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [value or "" for name, value in attrs if name in SAID_IN or name.startswith("data-")]
        if tag in ("script", "style"):
            self.within.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1][0] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.words.append(data)
        elif self.within[-1][1].get("type") == "application/json" and data.strip():
            self.words += _strings(json.loads(data))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def said(page: str) -> str:
    reader = Said()
    reader.feed(page)
    return "\n".join(reader.words)


def words_of(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{3,}", text)}


def texts(message: str | Iterable[str]) -> tuple[str, ...]:
    """A message and its plural, or itself alone."""
    return (message,) if isinstance(message, str) else tuple(message)


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@cache
def catalogue() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def messages() -> list[Message]:
    return [message for message in catalogue() if message.id]


def in_the_sources() -> set[tuple[str, tuple[str, ...]]]:
    """(context, msgid and plural) of every word the sources ask for, gathered as ``make catalogue`` does."""
    keywords = DEFAULT_KEYWORDS | parse_keywords(
        re.findall(r"--keyword=(\S+)", (ROOT / "Makefile").read_text())
    )
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        mapping, options = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT, mapping, options, keywords)
    return {(context or "", texts(ids)) for _file, _line, ids, _comments, context in found}


@cache
def indonesian_words() -> set[str]:
    """Words that the Indonesian screens use and the English ones never do."""
    english = [text for message in messages() for text in texts(message.string)]
    indonesian = [text for message in messages() for text in texts(message.id)]
    return words_of(_bare(indonesian)) - words_of(_bare(english))


def _bare(sentences: list[str]) -> str:
    return " ".join(PLACEHOLDER.sub(" ", text) for text in sentences)
