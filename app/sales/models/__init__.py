"""Sales as they happened at the counter, and what came back. Never changed, never deleted."""

from app.sales.models.more import (
    SaleApproval,
    SaleLineConsigned,
    SaleLineContainer,
    SaleLinePack,
    SaleMember,
    SaleReprint,
)
from app.sales.models.returned import SaleReturn, SaleReturnLine
from app.sales.models.sale import Sale, SaleException, SaleLine

__all__ = [
    "Sale",
    "SaleApproval",
    "SaleException",
    "SaleLine",
    "SaleLineConsigned",
    "SaleLineContainer",
    "SaleLinePack",
    "SaleMember",
    "SaleReprint",
    "SaleReturn",
    "SaleReturnLine",
]
