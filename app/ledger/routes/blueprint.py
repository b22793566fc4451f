"""Where the ledger's routes meet, and the words that all of its templates use."""

from typing import Any

from flask import Blueprint

from app.foundation.refusals import Refusal
from app.ledger import describe, forms

blueprint = Blueprint("ledger", __name__, template_folder="../templates")

LEDGER = "/g/<code>/ledger"
ENTRY = "<int(max=999999999999):no>"
"""An entry's number in a path; a longer one is no number of ours, and none the database could hold."""


@blueprint.context_processor
def words() -> dict[str, Any]:
    return {
        "source_of": describe.source_of,
        "subledger_name": describe.subledger_name,
        "unit_name": describe.unit_name,
        "section_names": describe.SECTIONS,
        "month_text": forms.write_month,
    }


def must_rise(refusal: Refusal) -> bool:
    """Whether a refusal is none of the form's: what is not there, or was recorded with other content."""
    return refusal.status in (404, 409)
