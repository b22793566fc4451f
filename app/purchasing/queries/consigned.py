"""What the till asks: whose goods are these."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, bindparam, select

from app.foundation.database import db
from app.purchasing.models import Consignment, ConsignmentMovement
from app.purchasing.rules import Consigned, ConsignedSale

_CONSIGNED = select(Consignment.item_no, Consignment.supplier_no, Consignment.owed).where(
    Consignment.gerai_id == bindparam("gerai_id"),
    Consignment.item_no.in_(bindparam("nos", expanding=True, type_=BigInteger)),
)


def consigned(gerai_id: int, item_nos: Iterable[int]) -> dict[int, Consigned]:
    """Item -> whose it is and what he gets for a unit; own goods are left out. One select."""
    nos = sorted(set(item_nos))
    if not nos:
        return {}
    rows: Any = db.session.connection().execute(_CONSIGNED, {"gerai_id": gerai_id, "nos": nos})
    return {item_no: Consigned(supplier_no, owed) for item_no, supplier_no, owed in rows}


def consigned_of(gerai_id: int, source: str, source_no: int) -> list[ConsignedSale]:
    """What a sale's document said of others' goods, in its order, for a void or a return; ``amount`` is not kept (0)."""
    m = ConsignmentMovement
    query = select(m.item_no, m.supplier_no, m.quantity_milli, m.share).where(
        m.gerai_id == gerai_id, m.source == source, m.source_no == source_no, m.kind == "sold"
    )
    rows = db.session.connection().execute(query.order_by(m.act_no, m.line))
    return [ConsignedSale(item, supplier, -milli, 0, share) for item, supplier, milli, share in rows]
