"""The shape of a day: receipts by the hour, as the page draws them. Pure."""

from collections.abc import Mapping

OPENS, CLOSES = 7, 20
"""The hours that are always drawn, so that two days can be laid side by side."""


def by_hour(receipts: Mapping[int, int]) -> list[dict[str, str | int]]:
    """One column an hour, from the shop's first to its last; none at all on a day without receipts."""
    if not receipts:
        return []
    hours = range(min(OPENS, *receipts), max(CLOSES, *receipts) + 1)
    return [
        {"label": f"{hour:02}", "value": receipts.get(hour, 0), "text": str(receipts.get(hour, 0))}
        for hour in hours
    ]
