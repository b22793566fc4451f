"""The act of the till, and the recount of what it keeps."""

from app.sales.operations.record import record_sale
from app.sales.operations.recount import recount_receipts

__all__ = ["record_sale", "recount_receipts"]
