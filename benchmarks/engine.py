"""One engine's figures: limit, act, HTTP and growth, taken in turns so that a busy machine slows all alike."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from flask import Flask
from flask_migrate import upgrade

from app import create_app
from app.foundation.clock import now
from app.serve import let_go
from benchmarks import act, closing, limit, tills
from benchmarks.places import Place
from tests.drills.serving import Server
from tests.drills.shop import Shop, build_in

TILLS = 4


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds, sales a round and way, sales of history at 1x, items on the shelf."""

    rounds: int
    sales: int
    history: int
    items: int = 300
    growth: int = 10


FULL = Size(rounds=8, sales=120, history=600)
QUICK = Size(rounds=3, sales=60, history=150)


@dataclass
class Figures:
    """Sales a second of each round; and for four tills the (p50, p99) of each round, in milliseconds a sale."""

    rows: int = 0
    hand: list[float] = field(default_factory=list)
    act: list[float] = field(default_factory=list)
    one_till: list[float] = field(default_factory=list)
    four_tills: list[float] = field(default_factory=list)
    tails: list[tuple[float, float]] = field(default_factory=list)
    grown: dict[int, list[float]] = field(default_factory=dict)
    closed: dict[int, closing.Closing] = field(default_factory=dict)
    differing: list[str] = field(default_factory=list)

    def times_limit(self, rates: list[float]) -> float:
        """How often the limit's time one sale takes: the median of what each round says."""
        return median(hand / rate for hand, rate in zip(self.hand, rates, strict=True))

    def tail(self) -> tuple[float, float, float]:
        """p50 and p99 of a sale with four tills in milliseconds, and p99 over p50: medians of the rounds."""
        ratios = [p99 / p50 for p50, p99 in self.tails]
        return median(p50 for p50, _ in self.tails), median(p99 for _, p99 in self.tails), median(ratios)


Tell = Callable[[str], None]


def application(url: str) -> Flask:
    return create_app({"DATABASE_URL": url, "DATABASE_OWNER_URL": url, "LOG_LEVEL": "ERROR"})


class Engine:
    """The databases of one run: a template with history, and the copies that are sold into."""

    def __init__(self, place: Place, size: Size, tell: Tell) -> None:
        self.place, self.size, self.tell = place, size, tell
        self.figures = Figures()
        self.shop = self._template()
        self.seq = size.history

    def _template(self) -> Shop:
        self.tell(f"{self.place.name}: a shop with {self.size.items} items and {self.size.history} sales")
        app = application(self.place.url("template"))
        with app.app_context():
            upgrade()
        shop = build_in(app, tills=TILLS, items=self.size.items)
        self._make_history(app, shop, 1, self.size.history)
        let_go(app)
        return shop

    def _make_history(self, app: Flask, shop: Shop, first: int, last: int) -> None:
        """Spread over the days since the shop opened, as real history is."""
        days = 28
        for day in range(days):
            start, end = (first + (last + 1 - first) * part // days for part in (day, day + 1))
            at = shop.opened_at + timedelta(days=day)
            act.sell(app, shop, act.orders(shop, start, end - 1), at)
        self.place.analyze(app.config["DATABASE_URL"])

    def run(self) -> Figures:
        self._side_by_side()
        self._growth()
        return self.figures

    def _side_by_side(self) -> None:
        self.tell(f"{self.place.name}: limit, act and HTTP in turns")
        urls = {name: self.place.copy("template", name) for name in ("by_act", "by_hand", "by_http")}
        app = application(urls["by_act"])
        source, target = self.place.connect(urls["by_act"]), self.place.connect(urls["by_hand"])
        hand = limit.Hand(self.place, source, target)
        with TemporaryDirectory() as folder, Server(urls["by_http"], Path(folder) / "log") as server:
            signed_in = tills.sign_in(server.port, TILLS)
            for number in range(self.size.rounds + 1):
                self._round(app, hand, signed_in, counts=number > 0)
        self.figures.differing = limit.differences(self.place, source, target)
        source.close()
        target.close()
        let_go(app)

    def _round(self, app: Flask, hand: limit.Hand, signed_in: list[tills.Till], *, counts: bool) -> None:
        """One turn of each way; the first one warms caches and connections and is not counted."""
        first, last = self.seq + 1, self.seq + self.size.sales
        self.seq = last
        by_act = act.sell(app, self.shop, act.orders(self.shop, first, last), now())
        rows = hand.read(self.shop.gerai_id, first, last)
        by_hand = _timed(lambda: [hand.write(sale) for sale in rows])
        alone = tills.bodies(self.shop, 0, first, last)
        one = _timed(lambda: tills.sell(signed_in[0], alone))
        # The first till goes on where it stopped; the numbers of the others are their own.
        numbers = [
            (last * 10 + first, last * 10 + last) if till == 0 else (first, last) for till in range(TILLS)
        ]
        sales = [tills.bodies(self.shop, till, *numbers[till]) for till in range(TILLS)]
        four, seconds = tills.sell_together(signed_in, sales)
        if counts:
            self._keep(by_act, by_hand, one, four, seconds)
            self.figures.rows = round(sum(limit.rows_of(sale) for sale in rows) / len(rows))

    def _keep(self, by_act: float, by_hand: float, one: float, four: float, seconds: list[float]) -> None:
        sales, figures = self.size.sales, self.figures
        figures.act.append(sales / by_act)
        figures.hand.append(sales / by_hand)
        figures.one_till.append(sales / one)
        figures.four_tills.append(sales * TILLS / four)
        cuts = quantiles(seconds, n=100, method="inclusive")
        figures.tails.append((cuts[49] * 1000, cuts[98] * 1000))

    def _growth(self) -> None:
        """The act on a short and on a long history, in turns."""
        size = self.size
        self.tell(f"{self.place.name}: {size.growth} times the history")
        apps = {1: application(self.place.copy("template", "short"))}
        apps[size.growth] = application(self.place.copy("template", "long"))
        last = size.history * size.growth
        self._make_history(apps[size.growth], self.shop, size.history + 1, last)
        let_go(apps[size.growth])
        self.figures.grown = {times: [] for times in apps}
        for number in range(size.rounds + 1):
            first = last + number * size.sales + 1
            for times, app in apps.items():
                requests = act.orders(self.shop, first, first + size.sales - 1)
                took = act.sell(app, self.shop, requests, now())
                if number:
                    self.figures.grown[times].append(size.sales / took)
        self._closing(apps)
        for app in apps.values():
            let_go(app)

    def _closing(self, apps: dict[int, Flask]) -> None:
        """A month's statements and its closing, in turns; the first one warms and is not counted."""
        self.tell(f"{self.place.name}: closing a month")
        for app in apps.values():
            closing.prepare(app, self.shop)
        self.figures.closed = {times: closing.Closing() for times in apps}
        for number in range(self.size.rounds + 1):
            for times, app in apps.items():
                statements, act_took = closing.measure(app, self.shop)
                if number:
                    self.figures.closed[times].statements.append(statements)
                    self.figures.closed[times].act.append(act_took)


def _timed(work: Callable[[], Any]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
