"""Each gerai's root row, its numbers, and its acts: what everything above hangs on.

It promises that one gerai's acts are serial, that document numbers have no gaps, and that the same
request, sent twice, happens once. The district office has a book too: number 0.
"""

from flask import Flask

DISTRICT = 0
"""The book of the district office."""


def init_app(app: Flask) -> None:
    """Nothing to open: the books have no pages of their own, rooms above show them."""
