"""The pages of the district office over all its gerai."""

from flask import Flask


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
