"""Suppliers, what was bought from them on which terms, what is owed to them, and goods on consignment."""

from flask import Flask


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
