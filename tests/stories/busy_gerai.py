"""Days of a busy gerai, as hypothesis makes them up: all of it is written down twice, by the acts and by hand."""

from contextlib import ExitStack

from hypothesis.stateful import initialize, invariant

from tests import shop
from tests.ledger.test_random_books import undone
from tests.sales.counter import CHIPS, GAS, NOODLES
from tests.stories.agreeing import agree, nothing_is_wrong
from tests.stories.buying import Buying
from tests.stories.money import Money
from tests.stories.shelf import Shelf


class BusyGerai(Buying, Shelf, Money):
    """Every rule is one thing people do. What must be refused is, and then nothing has happened."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(undone())

    @initialize()
    def the_day_before(self) -> None:
        """Two notas are owed for, one basket is on the bon and one is paid: something is there to pay and to bring back."""
        for cost in (120_000, 80_000):
            self.receive(shop.SOAP, 12, cost, "tempo")
        self.sell([(NOODLES, 6), (shop.EGGS, 3)], "bon+cash", True, 500, 0)
        self.sell([(GAS, 2), (CHIPS, 2)], "cash", False, 0, 1)

    @invariant()
    def the_books_agree(self) -> None:
        agree(self.till.village, self.books)

    def teardown(self) -> None:
        try:
            nothing_is_wrong(self.till.village)
        finally:
            self.stack.close()
