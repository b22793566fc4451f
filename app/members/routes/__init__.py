"""Pages of the register."""

from app.members.routes import cards, importing, member, register
from app.members.routes.blueprint import blueprint

__all__ = ["blueprint", "cards", "importing", "member", "register"]
