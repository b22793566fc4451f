"""The URLs of this room."""

from app.purchasing.routes import billing, consignment, payables, receiving, returning, suppliers
from app.purchasing.routes.blueprint import blueprint

__all__ = ["billing", "blueprint", "consignment", "payables", "receiving", "returning", "suppliers"]
