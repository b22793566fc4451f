"""The room's pages: the door, and what concerns one's own account."""

from app.access.routes import account, door
from app.access.routes.blueprint import blueprint

__all__ = ["account", "blueprint", "door"]
