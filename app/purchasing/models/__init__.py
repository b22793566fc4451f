"""The tables of this room."""

from app.purchasing.models.consignment import Consignment, ConsignmentMovement, Settlement, SettlementLine
from app.purchasing.models.payables import (
    Bill,
    GoodsReturn,
    GoodsReturnLine,
    Payable,
    PayableSettlement,
    SupplierPayment,
)
from app.purchasing.models.receiving import (
    Receiving,
    ReceivingLine,
    ReceivingLineTerms,
    ReceivingTerms,
    Supplier,
)

__all__ = [
    "Bill",
    "Consignment",
    "ConsignmentMovement",
    "GoodsReturn",
    "GoodsReturnLine",
    "Payable",
    "PayableSettlement",
    "Receiving",
    "ReceivingLine",
    "ReceivingLineTerms",
    "ReceivingTerms",
    "Settlement",
    "SettlementLine",
    "Supplier",
    "SupplierPayment",
]
