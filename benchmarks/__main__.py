"""``python -m benchmarks [--quick]``: every figure of docs/benchmarks.md, in one run."""

import argparse
import sys
import time
from statistics import median

from benchmarks.engine import FULL, QUICK, Engine, Figures
from benchmarks.places import Place, Postgres, Sqlite, sync_milliseconds

REACH_ACT, REACH_HTTP, REACH_TAIL = 3.0, 6.0, 3.0
PLACES: dict[str, type[Place]] = {"sqlite": Sqlite, "postgresql": Postgres}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed, as ratios in one run.")
    parser.add_argument(
        "--quick", action="store_true", help="fewer sales: figures of the right size, in a minute"
    )
    parser.add_argument("--engine", choices=sorted(PLACES), help="one engine alone")
    given = parser.parse_args()
    started = time.monotonic()
    print(f"4 kB onto the disk of this machine: {sync_milliseconds():.2f} ms\n", flush=True)
    for name in [given.engine] if given.engine else PLACES:
        place = PLACES[name]()
        try:
            engine = Engine(place, QUICK if given.quick else FULL, _tell)
            _print(place, engine.size.history, engine.run())
        finally:
            place.close()
    print(f"Took {time.monotonic() - started:.0f} seconds.")


def _tell(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def _print(place: Place, history: int, figures: Figures) -> None:
    print(f"{place.name} {place.version()}: five-line sales, {figures.rows} rows each")
    print(f"{'':34}{'sales/s':>9}{'x limit':>9}{'reach':>8}")
    _way("the same rows by hand-written SQL", figures, figures.hand)
    _way("through the act", figures, figures.act, REACH_ACT)
    _way("through HTTP, one till", figures, figures.one_till, REACH_HTTP)
    _way("through HTTP, four tills", figures, figures.four_tills)
    p50, p99 = figures.percentile(50), figures.percentile(99)
    print(f"four tills: p50 {p50:.1f} ms, p99 {p99:.1f} ms, p99/p50 {p99 / p50:.1f} (reach {REACH_TAIL:.1f})")
    for times, rates in figures.grown.items():
        print(f"the act after {history * times:,} sales ({times}x): {median(rates):,.0f} a second")
    same = "the same rows in every table" if not figures.differing else f"DIFFERENT: {figures.differing}"
    print(f"act and hand-written SQL left {same}\n", flush=True)


def _way(name: str, figures: Figures, rates: list[float], reach: float | None = None) -> None:
    reached = f"{reach:>8.1f}" if reach else ""
    print(f"{name:34}{median(rates):>9,.0f}{figures.times_limit(rates):>9.2f}{reached}")


if __name__ == "__main__":
    main()
