"""Services sold for others at the counter (PPOB, bank agent): only the fee is the gerai's own."""

from flask import Flask

from app.agency import models as models


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
