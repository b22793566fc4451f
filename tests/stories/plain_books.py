"""A gerai's books as somebody keeps them in an exercise book: what lies on the shelf, and who holds which money."""

from collections import defaultdict
from dataclasses import dataclass, field

from tests import shop
from tests.sales.counter import CHIPS, DEPOSIT, GAS, NOODLES

OWED_FOR_CHIPS = 8_000
CASH_STEP = 100
SAFE, TRANSIT = ("1-1100", ""), ("1-1130", "")
QRIS, TRANSFER = ("1-1210", "qris"), ("1-1210", "transfer")
BON, DEPOSITS = ("1-1300", "member:1"), ("2-1315", "container:1")
PARTI, MAKMUR = "supplier:1", "supplier:2"
"""Bu Parti's chips lie on consignment; UD Makmur sells on tempo."""
OWED, OWNERS_SHARE = ("2-1100", MAKMUR), ("2-1105", PARTI)
PRICES = {
    shop.EGGS: 28_250,
    shop.SOAP: 3_650,
    shop.OIL: 15_700,
    NOODLES: 3_200,
    GAS: 19_000,
    CHIPS: 10_000,
}
MEMBER_PRICES = PRICES | {NOODLES: 3_100}
ON_THE_SHELF = {
    shop.RICE: 40_000,
    shop.EGGS: 30_000,
    shop.SOAP: 100_000,
    shop.OIL: 60_000,
    shop.SUGAR: 50_000,
    NOODLES: 200_000,
    GAS: 20_000,
    CHIPS: 30_000,
}


def drawer(shift: int) -> tuple[str, str]:
    return ("1-1110", f"shift:{shift}")


def price_of(item: int, milli: int, by_member: bool) -> int:
    """Rupiah, half a rupiah up."""
    prices = MEMBER_PRICES if by_member else PRICES
    return (prices[item] * milli + 500) // 1_000


@dataclass
class Sold:
    """A receipt: who paid what, and what of each line may still come back."""

    no: int
    shift: int
    paid: dict[str, int]
    items: list[int]
    millis: list[int]
    deposit: int
    left: list[int] = field(default_factory=list)
    voided: bool = False

    def __post_init__(self) -> None:
        self.left = list(self.millis)

    @property
    def whole(self) -> bool:
        return not self.voided and self.left == self.millis


@dataclass
class PlainBooks:
    """``stock`` in thousandths by item; ``money`` in rupiah by (account, subledger), what is owed below nought."""

    shift: int = 1
    stock: dict[int, int] = field(default_factory=lambda: dict(ON_THE_SHELF))
    money: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    sales: list[Sold] = field(default_factory=list)
    on_the_way: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.take_out_float(1, 100_000)

    def take_out_float(self, shift: int, amount: int) -> None:
        self.shift = shift
        self.move(SAFE, -amount)
        self.move(drawer(shift), amount)

    def move(self, purse: tuple[str, str], amount: int) -> None:
        self.money[purse] += amount

    @property
    def in_the_drawer(self) -> int:
        return self.money[drawer(self.shift)]

    def purse(self, kind: str) -> tuple[str, str]:
        return {"cash": drawer(self.shift), "qris": QRIS, "transfer": TRANSFER, "bon": BON}[kind]

    def pay(self, paid: dict[str, int], sign: int = 1) -> None:
        for kind, amount in paid.items():
            self.move(self.purse(kind), sign * amount)

    def goods_go(self, item: int, milli: int) -> None:
        """Below nought they come back. Of what is Bu Parti's her share is owed."""
        self.stock[item] -= milli
        if item == CHIPS:
            self.move(OWNERS_SHARE, -OWED_FOR_CHIPS * milli // 1_000)

    def sell(self, sale: Sold) -> None:
        self.pay(sale.paid)
        for item, milli in zip(sale.items, sale.millis, strict=True):
            self.goods_go(item, milli)
        self.move(DEPOSITS, -sale.deposit)
        self.sales.append(sale)


def paid_as(kind: str, due: int) -> dict[str, int]:
    """Kind -> rupiah that are paid; cash is rounded down, and a split pays a third first."""
    if kind in ("cash", "told"):
        return {"cash": due - due % CASH_STEP}
    first, *rest = kind.split("+")
    if not rest:
        return {first: due}
    part = due // 3
    return {first: part, "cash": (due - part) - (due - part) % CASH_STEP}


def deposit_on(item: int, milli: int, empties: int) -> int:
    return DEPOSIT * (milli // 1_000 - empties) if item == GAS else 0
