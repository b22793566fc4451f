"""The acts of the till: sell, void, take back, print again; and the recount of what they keep."""

from app.sales.operations.record import record_sale
from app.sales.operations.recount import recount_receipts
from app.sales.operations.reprinting import reprint
from app.sales.operations.returning import quote, return_goods
from app.sales.operations.voiding import void_sale

__all__ = ["quote", "record_sale", "recount_receipts", "reprint", "return_goods", "void_sale"]
