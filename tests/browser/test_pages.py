"""Every page in a real browser, on a desk and on a phone."""

from collections.abc import Callable

import pytest

from tests.browser.life import Life
from tests.browser.places import places
from tests.browser.stage import Visitor

pytestmark = pytest.mark.browser


def test_every_page_is_whole_on_a_desk_and_on_a_phone(
    visit: Callable[[str], Visitor], lived_a_month: tuple[Life, str]
) -> None:
    chosen = [place for place in places(lived_a_month[0]) if not place.name.startswith("home.")]
    assert len(chosen) > 100
    found = [fault for place in chosen for fault in visit(place.who).look_at(place.path)]
    assert not found, "\n".join(found)
