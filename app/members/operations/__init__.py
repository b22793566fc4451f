"""The acts of the register."""

from app.members.operations.accounts import link_account, unlink_account
from app.members.operations.cards import issue_card, replace_card, revoke_card
from app.members.operations.importing import import_members
from app.members.operations.leaving import expel, record_death, resign
from app.members.operations.register import (
    complete_membership,
    edit_member,
    name_heirs,
    register_member,
    reveal_nik,
)

__all__ = [
    "complete_membership",
    "edit_member",
    "expel",
    "import_members",
    "issue_card",
    "link_account",
    "name_heirs",
    "record_death",
    "register_member",
    "replace_card",
    "resign",
    "reveal_nik",
    "revoke_card",
    "unlink_account",
]
