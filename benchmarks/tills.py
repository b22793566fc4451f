"""Sales over HTTP: the real server in its own process, tills with kept-alive connections."""

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.drills.serving import Till
from tests.drills.shop import CODE, PASSWORD, Shop, basket, cashier


def sign_in(port: int, tills: int) -> list[Till]:
    """One signed-in till for each cashier."""
    signed_in = [Till(port, CODE) for _ in range(tills)]
    for number, till in enumerate(signed_in):
        till.sign_in(cashier(number), PASSWORD)
    return signed_in


def bodies(shop: Shop, till: int, first: int, last: int) -> list[bytes]:
    return [json.dumps(basket(shop, till, seq)).encode() for seq in range(first, last + 1)]


def sell(till: Till, sales: Sequence[bytes]) -> list[float]:
    """Send them one after the other; answers the seconds each took. AssertionError unless every one is new."""
    seconds = []
    for sale in sales:
        started = time.perf_counter()
        status, answer = till.sell(sale)
        seconds.append(time.perf_counter() - started)
        assert status == 201, answer
    return seconds


def sell_together(tills: Sequence[Till], sales: Sequence[Sequence[bytes]]) -> tuple[float, list[float]]:
    """Each till its own sales, all at once: the seconds until the last is done, and those of each sale."""
    with ThreadPoolExecutor(len(tills)) as pool:
        started = time.perf_counter()
        each = list(pool.map(sell, tills, sales))
        took = time.perf_counter() - started
    return took, [seconds for till in each for seconds in till]
