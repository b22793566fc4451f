"""Where the routes of this room meet."""

from datetime import date
from typing import Any
from uuid import uuid4

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from app.catalog import ceilings, words
from app.catalog.queries import item
from app.catalog.refusals import ItemUnknown
from app.foundation.clock import now
from app.foundation.dates import local_date
from app.foundation.fields import ActForm
from app.foundation.refusals import Refusal

blueprint = Blueprint("catalog", "app.catalog", template_folder="templates")

ITEMS = "/g/<code>/items"
ITEM = f"{ITEMS}/<int(max=999999999):no>"
"""A longer number is no item of ours, and none the database could hold."""


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {
        "group_names": words.GROUPS,
        "counted_names": words.COUNTED,
        "unit_words": words.UNITS,
        "price_names": words.PRICES,
        "good_name": ceilings.name_of,
        "new_reference": lambda: str(uuid4()),
    }


def known(gerai: Any, no: int) -> Any:
    """The item, or a page that says there is none."""
    found = item(gerai.gerai_id, no)
    if found is None:
        raise ItemUnknown()
    return found


def today() -> date:
    return local_date(now())


def page_of(template: str, gerai: Any, item: Any, form: ActForm, **more: Any) -> str:
    """A form about an item; its way back is the item's page."""
    back = url_for("catalog.item", code=gerai.code, no=item.no)
    return render_template(template, gerai=gerai, item=item, form=form, back=back, **more)


def refused_on(
    template: str, gerai: Any, item: Any, form: ActForm, refusal: Refusal, **more: Any
) -> ResponseReturnValue:
    """The form again with the refusal's sentence at its field."""
    if must_rise(refusal):
        raise refusal
    form.refuse(refusal)
    return page_of(template, gerai, item, form, **more), refusal.status


def must_rise(refusal: Refusal) -> bool:
    """Whether a refusal is none of the form's: what is not there, or was recorded with other content."""
    return refusal.status in (404, 409)
