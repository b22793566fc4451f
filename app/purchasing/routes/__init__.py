"""The URLs of this room."""

from app.purchasing.routes import receiving
from app.purchasing.routes.blueprint import blueprint

__all__ = ["blueprint", "receiving"]
