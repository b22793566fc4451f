"""The paperwork of a demo gerai: bills, and the month that is closed on the third of the next."""

from contextlib import suppress
from datetime import date, timedelta

from app.demo.life import Life, moment
from app.foundation.dates import month_start
from app.ledger.draft import credit, debit
from app.ledger.operations import close_period, post_journal
from app.ledger.refusals import EarlierPeriodOpen


def pay_electricity(life: Life, day: date) -> None:
    bill, at = life.random.randrange(80, 160) * 1_000, moment(day, 16, 45)
    if at < life.now:
        lines = (debit("6-1200", "KANTOR", bill), credit("1-1100", "KANTOR", bill))
        post_journal(life.by("treasurer", at), on=day, lines=lines, note="Token listrik gerai")


def close_last_month(life: Life, day: date) -> None:
    """The treasurer closes the month before, if the gerai was there and it is done with care."""
    month, at = month_start(month_start(day) - timedelta(days=1)), moment(day, 6, 55)
    if at < life.now and month >= month_start(life.first) and life.chance(life.character.care):
        with suppress(EarlierPeriodOpen):  # once forgotten, the months after it wait too
            close_period(life.by("treasurer", at), month=month)
