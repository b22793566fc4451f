"""Money is whole, is divided without losing a rupiah, and is written one way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.foundation.money import (
    LARGEST,
    NotRupiah,
    divide_half_up,
    format_rupiah,
    format_rupiah_ascii,
    format_rupiah_short,
    group_thousands,
    parse_rupiah,
    split,
)

sums = st.integers(-LARGEST, LARGEST)
amounts = st.integers(0, LARGEST)
weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=12).filter(any)


@given(amounts, st.sampled_from(["", "Rp", "Rp ", "rp. ", "  RP"]), st.booleans())
def test_what_is_written_is_read_back(amount: int, before: str, grouped: bool) -> None:
    written = before + (group_thousands(amount) if grouped else str(amount))
    assert parse_rupiah(written) == amount
    assert parse_rupiah(format_rupiah(amount)) == amount


@pytest.mark.parametrize("typed, amount", [
    ("12500", 12_500), ("12.500", 12_500), ("Rp 12.500", 12_500), ("Rp12.500", 12_500), ("rp. 1.000.000", 1_000_000),
    (" 12500 ", 12_500), ("0", 0), ("1.000.000.000.000.000", LARGEST),
])  # fmt: skip
def test_it_reads_what_people_write(typed: str, amount: int) -> None:
    assert parse_rupiah(typed) == amount


REFUSED = (
    "", " ", "Rp", "12.5", "12.50", "12.5000", "1.2.500", "12500.00", "12500,00", "12,500", "1e9", "1E3", "NaN", "nan", "inf",
    "Infinity", "-1", "-12.500", "−12.500", "+5", "0x10", "0b1", "0o7", "1_000", "12 500", "12. 500", "12.500 ribu", "12.500Rp",
    "Rp-5", "--5", "(500)", ".500", "500.", "..", "0.500", "00.500", "012.500", "\uff11\uff12", "١٢٣", "12²", "½", "Rp\u00a012.500",
    "12\u200b500", "1,5", "12;500", "12\n500", "null", "None", "True", "1" * 17, "9" * 5000, "1.000.000.000.000.001",
    "1" + ".000" * 2000, "=1+1", "'; DROP TABLE posting; --",
)  # fmt: skip


@pytest.mark.parametrize("typed", REFUSED, ids=lambda typed: ascii(typed[:24]))
def test_it_refuses_the_rest(typed: str) -> None:
    with pytest.raises(NotRupiah):
        parse_rupiah(typed)


@given(st.text(max_size=30))
def test_any_text_is_a_sum_or_refused(typed: str) -> None:
    try:
        amount = parse_rupiah(typed)
    except NotRupiah:
        return
    assert type(amount) is int and 0 <= amount <= LARGEST
    assert int("".join(character for character in typed if character.isdigit())) == amount


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**15))
def test_division_rounds_half_up_away_from_zero(numerator: int, denominator: int) -> None:
    exact, rounded = Fraction(numerator, denominator), divide_half_up(numerator, denominator)
    assert abs(rounded - exact) <= Fraction(1, 2)
    if abs(rounded - exact) == Fraction(1, 2):
        assert abs(rounded) > abs(exact)
    assert divide_half_up(-numerator, denominator) == -rounded


@pytest.mark.parametrize(
    "numerator, result", [(5, 3), (-5, -3), (4, 2), (3, 2), (-3, -2), (1, 1), (-1, -1), (0, 0)]
)
def test_halves(numerator: int, result: int) -> None:
    assert divide_half_up(numerator, 2) == result


def test_division_by_nothing_or_less_is_a_bug() -> None:
    with pytest.raises(ZeroDivisionError):
        divide_half_up(1, 0)
    with pytest.raises(ValueError, match="negative"):
        divide_half_up(1, -2)


@given(sums, weights)
def test_parts_sum_to_the_whole_and_each_is_fair(amount: int, shares: list[int]) -> None:
    parts, total = split(amount, shares), sum(shares)
    assert sum(parts) == amount
    for part, weight in zip(parts, shares, strict=True):
        assert abs(part - Fraction(amount * weight, total)) < 1
        assert weight or part == 0


@given(amounts, weights)
def test_nobody_gets_the_spare_rupiah_before_one_who_lost_more(amount: int, shares: list[int]) -> None:
    total = sum(shares)
    lost = [amount * weight % total for weight in shares]
    floors = [amount * weight // total for weight in shares]
    order = sorted(range(len(shares)), key=lambda i: (-lost[i], i))
    lucky = {
        i for i, (part, floor) in enumerate(zip(split(amount, shares), floors, strict=True)) if part > floor
    }
    assert lucky == set(order[: len(lucky)])


@given(sums, weights)
def test_a_negative_sum_is_split_like_its_size(amount: int, shares: list[int]) -> None:
    assert split(-amount, shares) == [-part for part in split(amount, shares)]


@pytest.mark.parametrize("shares", [[], [0, 0], [1, -1], [5, -1]])
def test_weights_that_mean_nothing_are_a_bug(shares: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split(100, shares)


@pytest.mark.parametrize("amount, written, ascii_written", [
    (0, "Rp0", "0"), (12_500, "Rp12.500", "12.500"), (-1_000, "−Rp1.000", "-1.000"), (999, "Rp999", "999"),
    (1_234_567_890, "Rp1.234.567.890", "1.234.567.890"),
])  # fmt: skip
def test_it_is_written_the_indonesian_way(amount: int, written: str, ascii_written: str) -> None:
    assert format_rupiah(amount) == written
    assert format_rupiah_ascii(amount) == ascii_written and ascii_written.isascii()


@pytest.mark.parametrize("amount, said", [
    (999_999, "Rp999.999"), (1_000_000, "Rp1,0 jt"), (184_249_999, "Rp184,2 jt"), (4_810_000_000, "Rp4,81 M"),
    (-2_500_000, "−Rp2,5 jt"), (1_234_000_000_000, "Rp1,23 T"),
])  # fmt: skip
def test_large_sums_are_said_short(amount: int, said: str) -> None:
    assert format_rupiah_short(amount) == said
