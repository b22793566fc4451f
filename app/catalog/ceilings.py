"""The state's price rules out of the product's own data file, put into the database as far as they are new."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app.catalog.models import PriceCeiling, RegulatedGood

FILE = Path(__file__).parent / "data" / "price_rules.csv"

GOODS = {
    "beras-sphp": _l("Beras SPHP"),
    "beras-medium": _l("Beras medium"),
    "beras-premium": _l("Beras premium"),
    "minyakita": _l("Minyakita"),
    "lpg-3kg": _l("LPG 3 kg"),
    "urea-subsidi": _l("Urea bersubsidi"),
    "npk-subsidi": _l("NPK bersubsidi"),
    "za-subsidi": _l("ZA bersubsidi"),
    "organik-subsidi": _l("Pupuk organik bersubsidi"),
    "gula": _l("Gula konsumsi"),
    "telur-ayam-ras": _l("Telur ayam ras"),
}
PER = {"kg": _l("kg"), "litre": _l("liter"), "cylinder": _l("tabung")}


def name_of(good: str) -> str:
    return str(GOODS.get(good, good))


def rules() -> Iterator[dict[str, Any]]:
    """The rows of the file, as the tables hold them; ``per`` belongs to the good."""
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                "good": row["good"],
                "per": row["per"],
                "max_price": int(row["max_price"]),
                "action": row["action"],
                "cap_quantity": int(row["cap_quantity"]) if row["cap_quantity"] else None,
                "cap_unit": row["cap_unit"] or None,
                "cap_period": row["cap_period"] or None,
                "needs_nik": row["needs_nik"] == "yes",
                "no_bundling": row["no_bundling"] == "yes",
                "valid_from": date.fromisoformat(row["valid_from"]),
                "valid_to": date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                "source": row["source"],
            }


def load_reference(session: Session) -> None:
    """Insert the rules that are not there and correct those that changed. Within a unit of work; any number of times."""
    goods = set(session.scalars(select(RegulatedGood.code)))
    known = {(row.good, row.valid_from) for row in session.scalars(select(PriceCeiling))}
    for rule in rules():
        good, per = rule["good"], rule.pop("per")
        if good not in goods:
            session.execute(insert(RegulatedGood), [{"code": good, "per": per}])
            goods.add(good)
        if (good, rule["valid_from"]) not in known:
            session.execute(insert(PriceCeiling), [rule])
        else:
            mine = (PriceCeiling.good == good, PriceCeiling.valid_from == rule["valid_from"])
            session.execute(update(PriceCeiling).where(*mine).values(**rule))
