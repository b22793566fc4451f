"""``python -m benchmarks [--quick]``: every figure of docs/benchmarks.md, in one run."""

import argparse
import sys
import time
from statistics import median

from benchmarks import district
from benchmarks.engine import FULL, QUICK, Engine, Figures
from benchmarks.page import chromium, loads
from benchmarks.places import Place, Postgres, Sqlite, sync_milliseconds

REACH_ACT, REACH_HTTP, REACH_TAIL = 3.0, 6.0, 3.0
PLACES: dict[str, type[Place]] = {"sqlite": Sqlite, "postgresql": Postgres}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed, as ratios in one run.")
    parser.add_argument(
        "--quick", action="store_true", help="fewer sales: figures of the right size, in a minute"
    )
    parser.add_argument("--engine", choices=sorted(PLACES), help="one engine alone")
    parser.add_argument("--page", action="store_true", help="the bytes of the till page alone, file by file")
    parser.add_argument("--district", action="store_true", help="the district's first page alone")
    given = parser.parse_args()
    started = time.monotonic()
    if given.page:
        _print_page(in_full=True)
        return
    print(f"4 kB onto the disk of this machine: {sync_milliseconds():.2f} ms\n", flush=True)
    for name in [given.engine] if given.engine else PLACES:
        place = PLACES[name]()
        try:
            if given.district:
                district.run(place)
                continue
            engine = Engine(place, QUICK if given.quick else FULL, _tell)
            _print(place, engine.size.history, engine.run())
            _tell("the district's first page")
            district.run(place)
        finally:
            place.close()
    if not given.district:
        _print_page()
    print(f"Took {time.monotonic() - started:.0f} seconds.")


def _print_page(*, in_full: bool = False) -> None:
    executable = chromium()
    if executable is None:
        print("The till page was not weighed: there is no Chromium here (CHROMIUM=/path/to/it).\n")
        return
    _tell("the till page in Chromium")
    for name, load, reach in zip(("first load", "repeat"), loads(executable), (100, 10), strict=True):
        print(
            f"till page, {name}: {load.size / 1000:.1f} kB in {len(load.answers)} answers (reach {reach} kB)"
        )
        for size, path in load.answers if in_full else load.answers[:3]:
            print(f"{size / 1000:9.1f} kB  {path}")
    print()


def _tell(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


def _print(place: Place, history: int, figures: Figures) -> None:
    print(f"{place.name} {place.version()}: five-line sales, {figures.rows} rows each")
    print(f"{'':34}{'sales/s':>9}{'x limit':>9}{'reach':>8}")
    _way("the same rows by hand-written SQL", figures, figures.hand)
    _way("through the act", figures, figures.act, REACH_ACT)
    _way("through HTTP, one till", figures, figures.one_till, REACH_HTTP)
    _way("through HTTP, four tills", figures, figures.four_tills)
    p50, p99, ratio = figures.tail()
    print(f"four tills: p50 {p50:.1f} ms, p99 {p99:.1f} ms, p99/p50 {ratio:.1f} (reach {REACH_TAIL:.1f})")
    for times, rates in figures.grown.items():
        print(f"the act after {history * times:,} sales ({times}x): {median(rates):,.0f} a second")
    _closing(figures, history)
    same = "the same rows in every table" if not figures.differing else f"DIFFERENT: {figures.differing}"
    print(f"act and hand-written SQL left {same}\n", flush=True)


def _closing(figures: Figures, history: int) -> None:
    """Milliseconds, and how many times longer the longer history takes: a round against the same round."""
    first = figures.closed[min(figures.closed)]
    for times, taken in figures.closed.items():
        print(
            f"a month after {history * times:,} sales ({times}x): its statements {median(taken.statements):.1f} ms"
            f" ({_times(taken.statements, first.statements):.2f}x), closing it {median(taken.act):.1f} ms"
            f" ({_times(taken.act, first.act):.2f}x)"
        )


def _times(taken: list[float], first: list[float]) -> float:
    return median(each / once for each, once in zip(taken, first, strict=True))


def _way(name: str, figures: Figures, rates: list[float], reach: float | None = None) -> None:
    reached = f"{reach:>8.1f}" if reach else ""
    print(f"{name:34}{median(rates):>9,.0f}{figures.times_limit(rates):>9.2f}{reached}")


if __name__ == "__main__":
    main()
