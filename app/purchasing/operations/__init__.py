"""The acts of buying: suppliers, receivings, bills, payments, returns, and goods on consignment."""

from app.purchasing.operations.billing import record_bill
from app.purchasing.operations.consigning import record_consigned
from app.purchasing.operations.paying import owe, pay_supplier
from app.purchasing.operations.receiving import receive_goods
from app.purchasing.operations.returning import return_goods
from app.purchasing.operations.settling import settle_consignment
from app.purchasing.operations.suppliers import add_supplier, change_supplier, end_supplier, resume_supplier

__all__ = [
    "add_supplier",
    "change_supplier",
    "end_supplier",
    "owe",
    "pay_supplier",
    "receive_goods",
    "record_bill",
    "record_consigned",
    "resume_supplier",
    "return_goods",
    "settle_consignment",
]
