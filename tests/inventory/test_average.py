"""The moving average, by its rules, by hand-worked figures and by chance."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.inventory.average import Level, at_average, issue, receive

quantities = st.integers(min_value=1, max_value=10**7)
costs = st.integers(min_value=0, max_value=10**9)
movements = st.lists(st.tuples(st.sampled_from(["in", "out"]), quantities, costs), max_size=40)


@dataclass
class Walk:
    """A level, and the sums that must explain it."""

    level: Level = field(default_factory=Level)
    quantity: int = 0
    costs_in: int = 0
    costs_out: int = 0
    variances: int = 0

    def step(self, kind: str, quantity: int, cost: int) -> None:
        if kind == "out":
            self.level, taken = issue(self.level, quantity)
            assert taken >= 0
            self.quantity, self.costs_out = self.quantity - quantity, self.costs_out + taken
            return
        self.level, into_value, variance = receive(self.level, quantity, cost)
        assert into_value + variance == cost
        self.quantity, self.costs_in = self.quantity + quantity, self.costs_in + cost
        self.variances += variance


def walked(*steps: tuple[str, int, int]) -> Walk:
    walk = Walk()
    for step in steps:
        walk.step(*step)
    return walk


@given(movements)
def test_costs_in_less_costs_out_less_variances_are_the_value(steps) -> None:
    walk = walked(*steps)
    assert walk.level.quantity_milli == walk.quantity
    assert walk.level.value == walk.costs_in - walk.costs_out - walk.variances


@given(movements)
def test_nothing_is_worth_nothing_and_the_value_never_has_the_other_sign(steps) -> None:
    walk = Walk()
    for step in steps:
        walk.step(*step)
        quantity, value = walk.level.quantity_milli, walk.level.value
        assert value * quantity >= 0
        assert quantity != 0 or value == 0
        assert walk.level.unit_cost >= 0


@given(movements)
def test_taking_everything_takes_the_whole_value(steps) -> None:
    level = walked(*steps).level
    if level.quantity_milli > 0:
        left, cost = issue(level, level.quantity_milli)
        assert cost == level.value
        assert left == Level(0, 0, level.unit_cost)


@given(quantities, costs, st.lists(quantities, min_size=1, max_size=10))
def test_an_average_holds_while_nothing_comes_in(received, cost, issues) -> None:
    level, _, _ = receive(Level(), received, cost)
    first = level.unit_cost
    for quantity in issues:
        level, _ = issue(level, quantity)
        assert level.unit_cost == first


@given(st.integers(min_value=0, max_value=10**6), quantities, quantities)
def test_what_was_sold_too_early_at_the_right_cost_leaves_no_variance(unit_cost, sold, received) -> None:
    sold, received = sold * 1000, received * 1000
    level, _ = issue(Level(unit_cost=unit_cost), sold)
    level, _, variance = receive(level, received, unit_cost * received // 1000)
    assert variance == 0
    assert level.value == unit_cost * (received - sold) // 1000


def test_the_average_of_two_deliveries_by_hand() -> None:
    level, _, _ = receive(Level(), 60_000, 60 * 15_000)
    level, _, _ = receive(level, 140_000, 140 * 15_500)
    level, cost = issue(level, 190_000)
    assert cost == 2_916_500
    level, _, _ = receive(level, 70_000, 70 * 16_000)
    level, cost = issue(level, 30_000)
    assert cost == 477_563
    level, cost = issue(level, 50_000)
    assert cost == 795_937
    assert (level.quantity_milli, level.value) == (0, 0)


def test_below_zero_sells_at_the_last_average() -> None:
    level, _, _ = receive(Level(), 2_000, 20_000)
    level, cost = issue(level, 5_000)
    assert cost == 50_000
    assert level == Level(-3_000, -30_000, 10_000)


def test_the_next_receipt_settles_what_was_guessed() -> None:
    level, into_value, variance = receive(Level(-3_000, -30_000, 10_000), 10_000, 120_000)
    assert variance == 6_000
    assert into_value == 114_000
    assert level == Level(7_000, 84_000, 12_000)


def test_a_small_receipt_settles_only_what_it_covers() -> None:
    level, into_value, variance = receive(Level(-3_000, -30_000, 10_000), 1_000, 9_000)
    assert (into_value, variance) == (10_000, -1_000)
    assert level == Level(-2_000, -20_000, 9_000)


def test_goods_never_received_are_sold_at_nothing_and_settled_in_full() -> None:
    level, cost = issue(Level(), 4_000)
    assert cost == 0
    level, _, variance = receive(level, 4_000, 48_000)
    assert variance == 48_000
    assert level == Level(0, 0, 12_000)


def test_what_comes_back_comes_back_at_the_last_average() -> None:
    assert at_average(Level(1_000, 3_333, 3_333), 500) == 1_667
