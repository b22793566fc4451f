"""Devices, bank accounts, money on its way, settlements, surprise counts."""

import guards

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TENDER_KIND = "ck_tender_kind_is_known"
BEFORE = "kind IN ('cash', 'qris')"
AFTER = "kind IN ('cash', 'qris', 'transfer', 'bon')"


def upgrade() -> None:
    guards.replace_check("tender", TENDER_KIND, BEFORE, AFTER)


def downgrade() -> None:
    guards.replace_check("tender", TENDER_KIND, AFTER, BEFORE)
