"""Members' shares and savings, as far as the counter takes them: simpanan pokok, wajib and sukarela."""

from flask import Flask

from app.savings import models

__all__ = ["init_app", "models"]


def init_app(app: Flask) -> None:  # has no doors yet
    """Open the room."""
