"""The Z report on paper: every figure in its place, within the roll, in plain ASCII."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cash.denominations import DENOMINATIONS
from app.cash.hooks import ReportLine
from app.cash.hours import day_and_hours, hours
from app.cash.report import Head, Report, Taken, Try, text_of
from app.foundation.paper import COLUMNS
from tests.village import TestVillage

OPENED = datetime(2026, 11, 23, 0, 2, tzinfo=UTC)
CLOSED = datetime(2026, 11, 23, 14, 4, tzinfo=UTC)
HEADING = ("Koperasi Desa Merah Putih Sukamaju", "Gerai Sukamaju, Wonodadi")
REPORT = Report(
    no=12,
    register="A",
    cashier="Budi Santoso",
    opened_at=OPENED,
    closed_at=CLOSED,
    opening_float=100_000,
    taken={"qris": Taken(3, 45_000), "cash": Taken(21, 960_000)},
    tries=(
        Try(1, CLOSED, "Budi Santoso", 1_040_000, 1_060_000),
        Try(2, CLOSED, "Budi Santoso", 1_048_000, 1_060_000),
    ),
    attempt=2,
    pieces={100_000: 10, 20_000: 2, 2_000: 4},
    reason="Salah kembalian di pagi hari",
    entry_no=88,
    lines=(ReportLine("Jumlah struk", 24, is_money=False), ReportLine("Penjualan bersih", 1_005_000)),
    head=Head(88, "3f9a12bc" + "0" * 56),
    revisions=(),
)


@pytest.fixture(autouse=True)
def words(village: TestVillage) -> None:
    """The words on paper are those of the screen, so an application is needed to find them."""


def test_the_report_reads_like_a_good_shops() -> None:
    assert text_of(REPORT, 32, HEADING, CLOSED).splitlines()[:32] == [
        "   Koperasi Desa Merah Putih",
        "            Sukamaju",
        "    Gerai Sukamaju, Wonodadi",
        "--------------------------------",
        "     LAPORAN TUTUP SIF (Z)",
        "Sif 12                   Kasir A",
        "Petugas             Budi Santoso",
        "Dibuka          23-11-2026 07.02",
        "Ditutup         23-11-2026 21.04",
        "--------------------------------",
        "Jumlah struk                  24",
        "Penjualan bersih       1.005.000",
        "Tunai (21x)              960.000",
        "QRIS (3x)                 45.000",
        "--------------------------------",
        "Uang awal                100.000",
        "Tunai masuk              960.000",
        "Seharusnya di laci     1.060.000",
        "Dihitung               1.048.000",
        "SELISIH KURANG           -12.000",
        "Alasan: Salah kembalian di pagi",
        "hari",
        "--------------------------------",
        "100.000 x 10           1.000.000",
        " 20.000 x 2               40.000",
        "  2.000 x 4                8.000",
        "--------------------------------",
        "Hitungan 1, 21.04      1.040.000",
        "  selisih                -20.000",
        "Hitungan 2, 21.04      1.048.000",
        "  selisih                -12.000",
        "--------------------------------",
    ]


def test_the_head_of_the_books_is_printed() -> None:
    text = text_of(REPORT, 48, HEADING, CLOSED)
    assert "ayat 88" in text
    assert "3f9a 12bc 0000 0000" in text


def test_a_late_sale_shows_both_expectations() -> None:
    late = replace(REPORT, taken={"cash": Taken(22, 985_000)})
    assert (late.expected, late.late_cash, late.difference) == (1_085_000, 25_000, -37_000)
    text = text_of(late, 32, HEADING, CLOSED)
    assert "Seharusnya saat dihitung" in text
    assert "Masuk sesudahnya          25.000" in text


def test_a_count_that_was_right_has_no_reason() -> None:
    exact = replace(REPORT, tries=(Try(1, CLOSED, "Budi", 1_060_000, 1_060_000),), attempt=1, reason="Iseng")
    text = text_of(exact, 32, HEADING, CLOSED)
    assert "Iseng" not in text and "SELISIH                        0" in text


def test_the_span_of_a_shift_is_said_once_where_once_is_enough() -> None:
    assert hours(OPENED, None) == "07.02 WIB"
    assert hours(OPENED, CLOSED) == "07.02–21.04 WIB"
    assert day_and_hours(OPENED, CLOSED) == "23 November 2026, 07.02–21.04 WIB"
    late = datetime(2026, 11, 23, 18, 10, tzinfo=UTC)
    assert hours(OPENED, late) == "07.02 WIB sampai 24 November 2026, 01.10 WIB"


amounts = st.integers(min_value=0, max_value=10**12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=80),
    reason=st.text(max_size=160),
    counted=amounts,
    expected=amounts,
    taken=amounts,
    pieces=st.dictionaries(st.sampled_from(DENOMINATIONS), st.integers(1, 100_000)),
    columns=st.sampled_from(sorted(COLUMNS.values())),
)
def test_whatever_it_says_it_stays_on_the_roll(
    *, name, reason, counted, expected, taken, pieces, columns
) -> None:
    report = replace(
        REPORT,
        cashier=name,
        reason=reason,
        tries=(Try(1, CLOSED, name, counted, expected), Try(2, CLOSED, name, counted, expected)),
        taken={"cash": Taken(9, taken)},
        pieces=pieces,
    )
    text = text_of(report, columns, (name, *HEADING), CLOSED)
    assert text.isascii()
    assert all(len(row) <= columns for row in text.split("\n"))
