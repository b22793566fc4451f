"""The only place that asks what time it is. Routes and commands ask; acts are told."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, UTC and aware."""
    return datetime.now(UTC)
