"""The members' register: who belongs to the cooperative, since when, and how they are found at the counter."""

from flask import Flask


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
