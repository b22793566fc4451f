"""The business day is Jakarta's, and dates are written the Indonesian way."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from app.foundation.dates import local_date, month_end, month_start, next_month, previous_month
from app.foundation.reading import parse_day
from app.foundation.written import bulan, hari, jam, tanggal, tanggal_jam

days = st.dates(date(1950, 1, 1), date(2150, 12, 1))
moments = st.datetimes(datetime(1970, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis adds the zone


@given(moments)
def test_the_day_of_blitar_is_seven_hours_ahead(moment: datetime) -> None:
    assert local_date(moment) == (moment + timedelta(hours=7)).date()


@pytest.mark.parametrize("moment, day", [
    (datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
    (datetime(2026, 11, 22, 17, 0, tzinfo=UTC), date(2026, 11, 23)),
    (datetime(2026, 12, 31, 17, 0, tzinfo=UTC), date(2027, 1, 1)),
])  # fmt: skip
def test_the_day_turns_at_midnight_in_blitar(moment: datetime, day: date) -> None:
    assert local_date(moment) == day


@given(days)
def test_months_follow_each_other_without_a_gap(day: date) -> None:
    assert month_start(day) <= day <= month_end(day)
    assert month_start(day).day == 1 and month_start(month_end(day)) == month_start(day)
    assert next_month(day) == month_end(day) + timedelta(days=1)
    assert previous_month(next_month(day)) == month_start(day)
    assert month_end(previous_month(day)) + timedelta(days=1) == month_start(day)


@pytest.mark.parametrize("databases", ["sqlite"], indirect=True)
def test_dates_and_times_are_written_the_indonesian_way(app: Flask) -> None:
    day, moment = date(2025, 12, 4), datetime(2025, 12, 4, 7, 5, tzinfo=UTC)
    with app.test_request_context("/"):
        assert tanggal(day) == "4 Desember 2025" and bulan(day) == "Desember 2025"
        assert hari(day) == "Kamis, 4 Desember 2025"
        assert jam(moment) == "14.05 WIB"
        assert tanggal_jam(moment) == "4 Desember 2025, 14.05 WIB"
        assert tanggal(None) == jam(None) == tanggal_jam(None) == ""


@pytest.mark.parametrize("text", ["2026-11-23", "23/11/2026", "23-11-2026", "23.11.2026", " 23/11/2026 "])
def test_a_day_is_read_as_sent_and_as_written_here(text: str) -> None:
    assert parse_day(text) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "text", ["", "20261123", "2026-W48-1", "11/23/2026", "30/02/2026", "23/11/26", "besok"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # that it is refused, not how
        parse_day(text)
    assert refused.value
