"""Pages of the savings room."""

from app.savings.routes import counter, terms
from app.savings.routes.blueprint import blueprint

__all__ = ["blueprint", "counter", "terms"]
