"""What a day comes to, by hand-worked figures."""

from app.statements.chart import by_hour
from app.statements.figures import Figures, percent, permille

DAY = Figures(
    moved={
        "4-1100": -60_000,
        "4-1190": 1_000,
        "4-1110": -45_000,
        "4-1191": 500,
        "5-1100": 52_000,
        "5-1110": 38_250,
        "8-1300": 150,
        "6-1700": 12_000,
        "2-1330": -5_000,
        "5-7100": 3_000,
    },
    receipts=7,
)


def test_turnover_is_what_was_sold_after_discount() -> None:
    assert (DAY.from_members, DAY.from_others, DAY.turnover) == (59_000, 44_500, 103_500)
    assert DAY.discounts == 1_500


def test_gross_profit_is_turnover_less_the_cost_of_the_goods() -> None:
    assert DAY.cost == 90_250
    assert DAY.gross_profit == 13_250


def test_differences_have_the_sign_they_are_said_with() -> None:
    assert (DAY.cash_short, DAY.cash_over, DAY.rounding, DAY.stock_loss) == (12_000, 5_000, 150, 3_000)


def test_an_average_is_rounded_half_up() -> None:
    assert DAY.average == 14_786
    assert Figures().average == 0


def test_percentages_are_written_with_a_comma_and_need_something_to_compare_with() -> None:
    assert percent(permille(13_250, 103_500) or 0) == "12,8%"
    assert percent(permille(-1, 8) or 0) == "12,5%"
    assert permille(1, 0) is None and permille(1, -5) is None


def test_the_chart_begins_with_the_first_hour_and_ends_with_the_last() -> None:
    assert by_hour({}) == []
    labels = [point["label"] for point in by_hour({9: 3})]
    assert (labels[0], labels[-1]) == ("07", "20")
    early = by_hour({5: 1, 22: 2})
    assert (early[0]["label"], early[-1]["label"], early[-1]["value"]) == ("05", "22", 2)
