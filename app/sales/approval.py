"""A manager's word for what is above one's own limit. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Approval:
    """Who approves, and up to how much (rupiah; None: any). ``user_id`` is None when the PIN was wrong:

    only a told sale comes so far with one, and keeps it as an exception.
    """

    user_id: int | None
    name: str = ""
    limit: int | None = 0

    def reaches(self, amount: int) -> bool:
        return self.user_id is not None and within(amount, self.limit)


def within(amount: int, limit: int | None) -> bool:
    """Whether a limit (None: any amount) allows so much."""
    return limit is None or amount <= limit


def needed(amount: int, limit: int | None, approval: Approval | None) -> Approval | None:
    """The approval that lets ``amount`` pass; None where one's own limit does, or nothing does."""
    if within(amount, limit) or approval is None or not approval.reaches(amount):
        return None
    return approval
