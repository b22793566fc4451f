"""People who act at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from app.foundation.database import db
from tests.village import TestVillage


def at_once(people: int, doing: Callable[[int], Any]) -> list[Any]:
    """``doing(0)``, ``doing(1)`` ... in threads that begin together; what each returned or raised."""
    ready = Barrier(people)

    def one(who: int) -> Any:
        ready.wait(30)
        return doing(who)

    with ThreadPoolExecutor(people) as pool:
        futures = [pool.submit(one, who) for who in range(people)]
        return [future.exception(120) or future.result() for future in futures]


def acting(village: TestVillage, doing: Callable[[int], Any]) -> Callable[[int], Any]:
    """``doing`` with an application context and a session of its own, as a request has."""

    def alone(who: int) -> Any:
        with village.app.app_context():
            try:
                return doing(who)
            finally:
                db.session.remove()

    return alone
