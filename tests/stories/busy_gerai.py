"""Days of a busy gerai, as hypothesis makes them up: all of it is written down twice, by the acts and by hand."""

from contextlib import ExitStack

from hypothesis.stateful import invariant

from tests.ledger.test_random_books import undone
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

    @invariant()
    def the_books_agree(self) -> None:
        agree(self.till.village, self.books)

    def teardown(self) -> None:
        try:
            nothing_is_wrong(self.till.village)
        finally:
            self.stack.close()
