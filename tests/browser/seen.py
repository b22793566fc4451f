"""What an eye, a screen reader and a browser's console find wrong with a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Request, Response

AXE = Axe()
RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
}
GIVEN_UP = "net::ERR_ABORTED"
"""The browser itself let go of it, because the next page was asked for."""
HEAVY = ("serious", "critical")
FACTS = """() => ({
  headings: document.querySelectorAll('h1').length,
  title: document.title,
  lang: document.documentElement.lang,
  over: document.documentElement.scrollWidth - window.innerWidth,
  nameless: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter((control) => control.offsetParent && !control.labels.length && !control.getAttribute('aria-label')
      && !control.getAttribute('aria-labelledby'))
    .map((control) => control.name || control.id),
})"""


class Listener:
    """Hears what a context's pages complain of: errors, broken policy, requests that came to nothing."""

    def __init__(self, context: BrowserContext) -> None:
        self.heard: list[str] = []
        context.on("console", lambda message: self._said(message.type, message.text))
        context.on("weberror", lambda error: self.heard.append(str(error.error)))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _said(self, kind: str, text: str) -> None:
        # A page that was refused says so by its status; the console repeats it.
        if kind in ("error", "warning") and "Failed to load resource" not in text:
            self.heard.append(f"{kind}: {text}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP:
            self.heard.append(f"{request.url} failed: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.heard.append(f"{response.url} answered {response.status}")

    def take(self) -> list[str]:
        """What was heard since the last time."""
        heard, self.heard = self.heard, []
        return heard


def faults(page: Page) -> list[str]:
    """What is wrong with the page at its present width."""
    facts = page.evaluate(FACTS)
    found = [
        f"{facts['headings']} headings of the first order" if facts["headings"] != 1 else "",
        "" if facts["title"].removesuffix(" · Lumbung").strip() else "no title",
        "" if facts["lang"] == "id" else f"lang is {facts['lang']!r}",
        f"scrolls sideways by {facts['over']} px" if facts["over"] > 0 else "",
        f"no label: {facts['nameless']}" if facts["nameless"] else "",
    ]
    return [fault for fault in found if fault] + barriers(page)


def barriers(page: Page) -> list[str]:
    """What axe calls serious or critical, each with where it stands."""
    violations: list[dict[str, Any]] = AXE.run(page, options=RULES).response["violations"]
    return [
        f"{each['id']}: {[node['target'] for node in each['nodes'][:3]]}"
        for each in violations
        if each["impact"] in HEAVY
    ]
