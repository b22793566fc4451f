"""The bodies of the till's door, read and checked for their shape. Pure."""

from app.sales.request.back import BackLine, ReturnRequest, VoidRequest, read_return, read_void
from app.sales.request.sale import LineRequest, SaleRequest, TenderRequest, read

__all__ = [
    "BackLine",
    "LineRequest",
    "ReturnRequest",
    "SaleRequest",
    "TenderRequest",
    "VoidRequest",
    "read",
    "read_return",
    "read_void",
]
