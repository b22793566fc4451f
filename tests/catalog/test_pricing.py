"""What an item costs: the cheapest price that applies, whatever prices there are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.catalog.facts import Ceiling, ItemFacts, Pack, Rule
from app.catalog.pricing import Price, in_force, price_for
from app.foundation.quantity import SCALE, price_of

TODAY = date(2026, 11, 23)
ALWAYS = ("2000-01-01", "9999-12-31")
DUS = Pack("dus", 40 * SCALE)

prices = st.integers(min_value=1, max_value=200_000)
quantities = st.integers(min_value=1, max_value=500 * SCALE)
days = st.integers(min_value=-3, max_value=3).map(lambda n: (TODAY + timedelta(days=n)).isoformat())


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    kind = draw(st.sampled_from(["wholesale", "member", "pack", "promotion"]))
    from_milli = {"wholesale": draw(st.integers(1, 300 * SCALE)), "pack": DUS.milli}.get(kind, 0)
    percent = draw(st.integers(1, 99)) if kind == "promotion" and draw(st.booleans()) else 0
    return Rule(kind, from_milli, 0 if percent else draw(prices), percent, draw(days), draw(days))


@st.composite
def items(draw: st.DrawFn) -> ItemFacts:
    retail = draw(prices)
    found = (Rule("retail", 0, retail, 0, *ALWAYS), *draw(st.lists(rules(), max_size=8)))
    return item(retail, *found[1:], no_bundling=draw(st.booleans()))


def item(retail: int, *found: Rule, no_bundling: bool = False) -> ItemFacts:
    return ItemFacts(
        1, "Mi Instan", "bungkus", 0, "sembako", retail, False,
        rules=(Rule("retail", 0, retail, 0, *ALWAYS), *found), packs=(DUS,), no_bundling=no_bundling,
    )  # fmt: skip


@given(items(), quantities, quantities, st.booleans())
def test_more_never_costs_more_a_unit(item: ItemFacts, one: int, other: int, member: bool) -> None:
    few, many = sorted((one, other))
    assert (
        price_for(item, many, member=member, on=TODAY).unit_price
        <= price_for(item, few, member=member, on=TODAY).unit_price
    )


@given(items(), quantities)
def test_a_member_never_pays_more(item: ItemFacts, milli: int) -> None:
    others = price_for(item, milli, member=False, on=TODAY)
    assert 0 < price_for(item, milli, member=True, on=TODAY).unit_price <= others.unit_price <= item.price
    assert others.kind != "member"


@given(items(), st.integers(1, 9), st.booleans())
def test_a_pack_never_costs_more_than_what_is_in_it(item: ItemFacts, packs: int, member: bool) -> None:
    pieces = price_for(item, packs * DUS.milli, member=member, on=TODAY)
    pack = price_for(item, packs * SCALE, member=member, on=TODAY, pack=DUS)
    assert 0 < pack.unit_price <= price_of(pieces.unit_price, DUS.milli)


@given(items(), quantities, st.booleans())
def test_the_price_is_one_that_applies_and_none_that_applies_is_lower(
    item: ItemFacts, milli: int, member: bool
) -> None:
    found = price_for(item, milli, member=member, on=TODAY)
    allowed = {"retail", "wholesale"} | ({"member"} if member else set())
    allowed |= set() if item.no_bundling else {"promotion"}
    assert found.kind in allowed
    for rule in item.rules:
        reached = rule.kind in allowed and milli >= rule.from_milli and in_force(rule, TODAY)
        assert not reached or not rule.price or found.unit_price <= rule.price


@given(items(), quantities, st.booleans())
def test_prices_that_do_not_hold_today_change_nothing(item: ItemFacts, milli: int, member: bool) -> None:
    held = item._replace(rules=tuple(rule for rule in item.rules if in_force(rule, TODAY)))
    assert price_for(item, milli, member=member, on=TODAY) == price_for(held, milli, member=member, on=TODAY)


def test_the_price_at_each_step() -> None:
    noodles = item(
        3_200,
        Rule("wholesale", 10 * SCALE, 3_100, 0, *ALWAYS),
        Rule("member", 0, 3_150, 0, *ALWAYS),
        Rule("pack", DUS.milli, 122_000, 0, *ALWAYS),
        Rule("promotion", 0, 0, 10, "2026-11-24", "2026-11-25"),
    )

    def cost(milli: int, *, member: bool = False, day: int = 23, pack: Pack | None = None) -> Price:
        return price_for(noodles, milli, member=member, on=date(2026, 11, day), pack=pack)

    assert cost(9_999) == Price(3_200, "retail")
    assert cost(10_000) == Price(3_100, "wholesale")
    assert cost(1_000, member=True) == Price(3_150, "member")
    assert cost(10_000, member=True) == Price(3_100, "wholesale")
    assert cost(1_000, pack=DUS) == Price(122_000, "pack")
    assert cost(1_000, day=24) == Price(2_880, "promotion")
    assert cost(1_000, day=24, pack=DUS) == Price(115_200, "promotion")
    assert cost(1_000, day=26) == Price(3_200, "retail")


def test_where_two_prices_are_the_same_the_plainer_gives_its_name() -> None:
    same = item(3_000, Rule("member", 0, 3_000, 0, *ALWAYS), Rule("wholesale", 1, 3_000, 0, *ALWAYS))
    assert price_for(same, 1_000, member=True, on=TODAY).kind == "retail"


def test_an_item_without_a_price_has_none() -> None:
    bare = item(0)._replace(rules=())
    assert price_for(bare, 1_000, member=True, on=TODAY) == Price(0, "retail")


@given(prices, st.integers(1, 100_000), st.integers(1, 1_000_000))
def test_a_ceiling_grows_with_the_content_and_is_never_rounded_up(
    per_unit: int, net: int, milli: int
) -> None:
    ceiling = Ceiling("gula", "warn", per_unit, net)
    assert ceiling.most(milli) * SCALE * SCALE <= per_unit * net * milli
    assert ceiling.most(2 * milli) >= 2 * ceiling.most(milli)


def test_five_kilograms_have_five_times_the_ceiling() -> None:
    assert Ceiling("beras-sphp", "block", 12_500, 5 * SCALE).max_price == 62_500
    assert Ceiling("beras-sphp", "block", 12_500, 250).max_price == 3_125
