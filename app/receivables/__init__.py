"""Bon: what members bought and have still to pay, up to a limit, with its ageing."""

from flask import Flask


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
