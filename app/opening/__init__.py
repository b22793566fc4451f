"""Saldo awal: how a gerai that already runs brings its balances into the books, once."""

from flask import Flask


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
