"""The gerai's day on one page."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.cash import queries as cash
from app.foundation.clock import now
from app.foundation.dates import JAKARTA, local_date, month_end, month_start
from app.foundation.guard import may, permitted
from app.foundation.money import format_rupiah
from app.foundation.reading import parse_day
from app.gerai.facts import GeraiFacts
from app.ledger import queries as ledger
from app.ledger.describe import officer_name, source_of
from app.sales import queries as sales
from app.statements import attention, queries
from app.statements.calendar import weeks
from app.statements.chart import by_hour
from app.statements.figures import percent, permille
from app.statements.routes.blueprint import blueprint
from app.statements.words import WAYS

SAFE = "1-1100"
WEEK, DAY = timedelta(days=7), timedelta(days=1)


@blueprint.get("/g/<code>/day")
@permitted("statements.day")
def day(gerai: GeraiFacts) -> ResponseReturnValue:
    """``?on=2026-11-23``; without it, or where it cannot be shown, today."""
    moment = now()
    today, first = local_date(moment), month_start(gerai.opened_on)
    on, complaint = _chosen(request.args.get("on", ""), first, today)
    return render_template(
        "statements/day.html",
        gerai=gerai,
        on=on,
        today=today,
        moment=moment,
        complaint=complaint,
        previous=on - DAY if on > first else None,
        following=on + DAY if on < today else None,
        first=first,
        percent=percent,
        permille=permille,
        officer_name=officer_name,
        **_day(gerai, on, today),
    )


def _chosen(typed: str, first: date, today: date) -> tuple[date, str | None]:
    """The day to show, and what to say when it is not the one asked for."""
    if not typed:
        return today, None
    try:
        on = parse_day(typed)
    except ValueError:
        return today, _("Tanggal ini tidak terbaca. Yang tampil hari ini.")
    if on > today:
        return today, _("Hari itu belum tiba. Yang tampil hari ini.")
    if on < first:
        return today, _("Pada hari itu gerai ini belum buka. Yang tampil hari ini.")
    return on, None


def _day(gerai: GeraiFacts, on: date, today: date) -> dict[str, Any]:
    figures = queries.figures(gerai.gerai_id, (on, on - DAY, on - WEEK))
    takings, backs = queries.takings(gerai.gerai_id, on), queries.backs(gerai.gerai_id, on)
    consigned = queries.consigned(gerai.gerai_id, on)
    begin = datetime.combine(on, time(), JAKARTA)
    shifts = cash.shifts_between(gerai.gerai_id, begin, begin + DAY)
    safe = ledger.standing_before(gerai.gerai_id, SAFE, on + DAY)
    goods = queries.below_zero(gerai.gerai_id) if on == today else ()
    gone = queries.sold_out(gerai.gerai_id) if on == today else ()
    first, last = month_start(on), month_end(on)
    return {
        "figures": figures[on],
        "yesterday": figures[on - DAY],
        "before": figures[on - WEEK],
        "calendar": weeks(
            on, queries.turnovers(gerai.gerai_id, first, last), month_start(gerai.opened_on), today
        ),
        "ways": _ways(takings.paid, backs.paid),
        "backs": backs,
        "consigned": consigned,
        "takings": takings,
        "hours": by_hour(takings.hours),
        "shifts": shifts,
        "safe": safe,
        "remarks": [
            *attention.receipts_and_books(figures[on].turnover, takings.total - backs.value - consigned),
            *attention.safe_below_zero(gerai, safe),
            *attention.drawers_short(gerai, shifts),
            *attention.shifts_left_open(gerai, shifts, is_over=on < today),
            *attention.told_sales(gerai, sales.exceptions_of_day(gerai.gerai_id, on)),
            *attention.goods_below_zero(gerai, goods),
            *attention.goods_sold_out(gerai, gone),
        ],
        "entries": _entries(gerai, on) if may("ledger.read") else (),
        "head": queries.head(gerai.gerai_id),
    }


def _ways(taken: Mapping[str, int], given_back: Mapping[str, int]) -> list[dict[str, Any]]:
    """How the day was paid, less what was given back, most first, as the page draws it."""
    paid = {kind: taken.get(kind, 0) + given_back.get(kind, 0) for kind in {*taken, *given_back}}
    ranked = sorted(paid.items(), key=lambda each: (-each[1], each[0]))
    return [
        {"label": str(WAYS.get(kind, kind)), "value": max(amount, 0), "text": format_rupiah(amount)}
        for kind, amount in ranked
        if amount
    ]


def _entries(gerai: GeraiFacts, on: date) -> list[tuple[Any, Any]]:
    rows = queries.latest_entries(gerai.gerai_id, on)
    return [(row, source_of(gerai, row.source, row.source_no)) for row in rows]
