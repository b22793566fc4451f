"""Where the routes of this room meet, and the words its templates use."""

from typing import Any

from flask import Blueprint, url_for

from app.catalog.words import GROUPS
from app.inventory import words
from app.inventory.average import Level
from app.ledger.describe import source_of

blueprint = Blueprint("inventory", "app.inventory", template_folder="templates")

STOCK, ADJUSTMENTS = "/g/<code>/stock", "/g/<code>/adjustments"
COUNTS, CONTAINERS = "/g/<code>/stock-counts", "/g/<code>/stock/containers"
NO = "<int(max=999999999):no>"
"""A longer number is none of ours, and none the database could hold."""


@blueprint.context_processor
def names() -> dict[str, Any]:
    return {
        "group_names": GROUPS,
        "reason_names": words.REASONS,
        "scope_names": words.SCOPES,
        "outcome_names": words.OUTCOMES,
        "container_reasons": words.CONTAINER_REASONS,
        "source_of": source_of,
        "average_of": lambda *level: Level(*level).average,
    }


def neighbours(endpoint: str, gerai: Any, page: Any) -> dict[str, str | None]:
    """The addresses of the older and the newer page of a list by number."""
    here = {"code": gerai.code}
    return {
        "older_url": url_for(endpoint, before=page.older, **here) if page.older else None,
        "newer_url": url_for(endpoint, after=page.newer, **here) if page.newer else None,
    }
