"""Devices, bank accounts, money on its way, settlements, surprise counts."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TENDER_KIND = "ck_tender_kind_is_known"
BEFORE = "kind IN ('cash', 'qris')"
AFTER = "kind IN ('cash', 'qris', 'transfer', 'bon')"
WRITTEN_ONCE = {
    "drawer_move": ("gerai_id", "source", "source_no", "line"),
    "cash_movement": ("gerai_id", "no"),
    "cash_transfer": ("gerai_id", "no"),
    "cash_receipt": ("gerai_id", "transfer_no"),
    "difference_decision": ("gerai_id", "no"),
    "debt_payment": ("gerai_id", "no"),
    "bank_import": ("gerai_id", "no"),
    "bank_line": ("gerai_id", "no"),
    "bank_match": ("gerai_id", "line_no"),
    "settled_day": ("gerai_id", "line_no", "taken_on", "unit"),
    "surprise_count": ("gerai_id", "no"),
    "surprise_count_line": ("gerai_id", "count_no", "denomination"),
    "surprise_finding": ("gerai_id", "count_no"),
}


def upgrade() -> None:
    op.add_column("register", sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True))
    guards.replace_check("tender", TENDER_KIND, BEFORE, AFTER)
    op.create_table(
        "bank_account",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("bank", sa.String(length=30), nullable=False),
        sa.Column("number", sa.String(length=30), nullable=False),
        sa.Column("holder", sa.String(length=60), nullable=False),
        sa.Column("mdr_basis_points", sa.SmallInteger(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "mdr_basis_points = CAST(mdr_basis_points AS BIGINT)",
            name=op.f("ck_bank_account_mdr_basis_points_is_whole"),
        ),
        sa.CheckConstraint(
            "mdr_basis_points BETWEEN 0 AND 500", name=op.f("ck_bank_account_mdr_is_a_small_part")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_bank_account_no_is_whole")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_bank_account_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_bank_account")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bank_import",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("bank_no", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("fresh", sa.BigInteger(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.Integer(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("fresh = CAST(fresh AS BIGINT)", name=op.f("ck_bank_import_fresh_is_whole")),
        sa.CheckConstraint("lines = CAST(lines AS BIGINT)", name=op.f("ck_bank_import_lines_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_bank_import_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_bank_import_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "bank_no"],
            ["bank_account.gerai_id", "bank_account.no"],
            name=op.f("fk_bank_import_gerai_id_bank_no_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["imported_by"], ["user_account.id"], name=op.f("fk_bank_import_imported_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_bank_import")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "register_device",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("register", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("code_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=True),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("enrolled_by", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_register_device_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["enrolled_by"], ["user_account.id"], name=op.f("fk_register_device_enrolled_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "register"],
            ["register.gerai_id", "register.code"],
            name=op.f("fk_register_device_gerai_id_register_register"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_register_device")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_register_device_bound",
        "register_device",
        ["gerai_id", "register"],
        unique=True,
        sqlite_where=sa.text("secret_hash IS NOT NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("secret_hash IS NOT NULL AND ended_at IS NULL"),
    )
    op.create_table(
        "bank_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("bank_no", sa.BigInteger(), nullable=False),
        sa.Column("import_no", sa.BigInteger(), nullable=False),
        sa.Column("line_on", sa.Date(), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_bank_line_amount_not_zero")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_bank_line_amount_is_whole")),
        sa.CheckConstraint("balance = CAST(balance AS BIGINT)", name=op.f("ck_bank_line_balance_is_whole")),
        sa.CheckConstraint(
            "coalesce(line_on = date(line_on), line_on IS NULL)", name=op.f("ck_bank_line_line_on_is_a_date")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_bank_line_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "bank_no"],
            ["bank_account.gerai_id", "bank_account.no"],
            name=op.f("fk_bank_line_gerai_id_bank_no_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "import_no"],
            ["bank_import.gerai_id", "bank_import.no"],
            name=op.f("fk_bank_line_gerai_id_import_no_bank_import"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_bank_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_bank_line_fingerprint", "bank_line", ["gerai_id", "bank_no", "fingerprint"], unique=True
    )
    op.create_table(
        "cash_movement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_cash_movement_amount_not_zero")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_cash_movement_amount_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_cash_movement_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_cash_movement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_cash_movement_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_cash_movement_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_cash_movement_recorded_by_user_account")
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_cash_movement_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_cash_movement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_cash_movement_gerai_id_shift_no"), "cash_movement", ["gerai_id", "shift_no"], unique=False
    )
    op.create_table(
        "cash_transfer",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("destination", sa.String(length=10), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("bank_no", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(origin = 'bank' OR destination = 'bank') = (bank_no IS NOT NULL)",
            name=op.f("ck_cash_transfer_bank_is_named"),
        ),
        sa.CheckConstraint(
            "(origin = 'drawer') = (shift_no IS NOT NULL)", name=op.f("ck_cash_transfer_drawer_is_named")
        ),
        sa.CheckConstraint(
            "destination IN ('safe', 'bank')", name=op.f("ck_cash_transfer_destination_is_known")
        ),
        sa.CheckConstraint(
            "origin IN ('drawer', 'safe', 'bank')", name=op.f("ck_cash_transfer_origin_is_known")
        ),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_cash_transfer_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_cash_transfer_amount_positive")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_cash_transfer_no_is_whole")),
        sa.CheckConstraint("origin <> destination", name=op.f("ck_cash_transfer_goes_somewhere")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_cash_transfer_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "bank_no"],
            ["bank_account.gerai_id", "bank_account.no"],
            name=op.f("fk_cash_transfer_gerai_id_bank_no_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_cash_transfer_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_cash_transfer_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["user_account.id"], name=op.f("fk_cash_transfer_given_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_cash_transfer")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "debt_payment",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("debtor_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_debt_payment_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_debt_payment_amount_positive")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_debt_payment_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["debtor_id"], ["user_account.id"], name=op.f("fk_debt_payment_debtor_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_debt_payment_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_debt_payment_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_debt_payment_gerai_id_book")),
        sa.ForeignKeyConstraint(
            ["received_by"], ["user_account.id"], name=op.f("fk_debt_payment_received_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_debt_payment")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "difference_decision",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("origin_no", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("debtor_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=160), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(outcome = 'debt') = (debtor_id IS NOT NULL)",
            name=op.f("ck_difference_decision_debtor_is_named"),
        ),
        sa.CheckConstraint(
            "origin IN ('shift', 'transfer')", name=op.f("ck_difference_decision_origin_is_known")
        ),
        sa.CheckConstraint(
            "outcome IN ('expense', 'debt', 'income')", name=op.f("ck_difference_decision_outcome_is_known")
        ),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_difference_decision_amount_not_zero")),
        sa.CheckConstraint(
            "amount = CAST(amount AS BIGINT)", name=op.f("ck_difference_decision_amount_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_difference_decision_no_is_whole")),
        sa.CheckConstraint(
            "origin_no = CAST(origin_no AS BIGINT)", name=op.f("ck_difference_decision_origin_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["debtor_id"], ["user_account.id"], name=op.f("fk_difference_decision_debtor_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["user_account.id"], name=op.f("fk_difference_decision_decided_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_difference_decision_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_difference_decision_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id"], ["book.gerai_id"], name=op.f("fk_difference_decision_gerai_id_book")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_difference_decision")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_difference_decision_gerai_id_origin_origin_no"),
        "difference_decision",
        ["gerai_id", "origin", "origin_no"],
        unique=False,
    )
    op.create_table(
        "drawer_move",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_drawer_move_amount_not_zero")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_drawer_move_amount_is_whole")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_drawer_move_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_drawer_move_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_drawer_move_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "source", "source_no", "line", name=op.f("pk_drawer_move")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_drawer_move_gerai_id_shift_no"), "drawer_move", ["gerai_id", "shift_no"], unique=False
    )
    op.create_table(
        "surprise_count",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.String(length=10), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("witness_id", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_by", sa.Integer(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(place = 'drawer') = (shift_no IS NOT NULL)", name=op.f("ck_surprise_count_drawer_is_named")
        ),
        sa.CheckConstraint("place IN ('drawer', 'safe')", name=op.f("ck_surprise_count_place_is_known")),
        sa.CheckConstraint(
            "counted = CAST(counted AS BIGINT)", name=op.f("ck_surprise_count_counted_is_whole")
        ),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_surprise_count_counted_not_negative")),
        sa.CheckConstraint(
            "expected = CAST(expected AS BIGINT)", name=op.f("ck_surprise_count_expected_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_surprise_count_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["counted_by"], ["user_account.id"], name=op.f("fk_surprise_count_counted_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_surprise_count_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_surprise_count_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["witness_id"], ["user_account.id"], name=op.f("fk_surprise_count_witness_id_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_surprise_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "bank_match",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.Column("transfer_no", sa.BigInteger(), nullable=True),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("matched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("matched_by", sa.Integer(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('qris', 'transfer', 'deposit', 'fee', 'interest', 'recorded')",
            name=op.f("ck_bank_match_kind_is_known"),
        ),
        sa.CheckConstraint("fee = CAST(fee AS BIGINT)", name=op.f("ck_bank_match_fee_is_whole")),
        sa.CheckConstraint("fee >= 0", name=op.f("ck_bank_match_fee_not_negative")),
        sa.CheckConstraint("gross = CAST(gross AS BIGINT)", name=op.f("ck_bank_match_gross_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_bank_match_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_bank_match_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "line_no"],
            ["bank_line.gerai_id", "bank_line.no"],
            name=op.f("fk_bank_match_gerai_id_line_no_bank_line"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "transfer_no"],
            ["cash_transfer.gerai_id", "cash_transfer.no"],
            name=op.f("fk_bank_match_gerai_id_transfer_no_cash_transfer"),
        ),
        sa.ForeignKeyConstraint(
            ["matched_by"], ["user_account.id"], name=op.f("fk_bank_match_matched_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "line_no", name=op.f("pk_bank_match")),
        sqlite_with_rowid=False,
    )
    op.create_index("uq_bank_match_transfer", "bank_match", ["gerai_id", "transfer_no"], unique=True)
    op.create_table(
        "cash_receipt",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("transfer_no", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=160), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_cash_receipt_amount_is_whole")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_cash_receipt_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_cash_receipt_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_cash_receipt_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "transfer_no"],
            ["cash_transfer.gerai_id", "cash_transfer.no"],
            name=op.f("fk_cash_receipt_gerai_id_transfer_no_cash_transfer"),
        ),
        sa.ForeignKeyConstraint(
            ["received_by"], ["user_account.id"], name=op.f("fk_cash_receipt_received_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "transfer_no", name=op.f("pk_cash_receipt")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "surprise_count_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("count_no", sa.BigInteger(), nullable=False),
        sa.Column("denomination", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "denomination = CAST(denomination AS BIGINT)",
            name=op.f("ck_surprise_count_line_denomination_is_whole"),
        ),
        sa.CheckConstraint(
            "pieces = CAST(pieces AS BIGINT)", name=op.f("ck_surprise_count_line_pieces_is_whole")
        ),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_surprise_count_line_pieces_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "count_no"],
            ["surprise_count.gerai_id", "surprise_count.no"],
            name=op.f("fk_surprise_count_line_gerai_id_count_no_surprise_count"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "count_no", "denomination", name=op.f("pk_surprise_count_line")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "surprise_finding",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("count_no", sa.BigInteger(), nullable=False),
        sa.Column("finding", sa.String(length=300), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_surprise_finding_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "count_no"],
            ["surprise_count.gerai_id", "surprise_count.no"],
            name=op.f("fk_surprise_finding_gerai_id_count_no_surprise_count"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_surprise_finding_recorded_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "count_no", name=op.f("pk_surprise_finding")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "settled_day",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("line_no", sa.BigInteger(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('qris', 'transfer')", name=op.f("ck_settled_day_kind_is_known")),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_settled_day_amount_not_zero")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_settled_day_amount_is_whole")),
        sa.CheckConstraint(
            "coalesce(taken_on = date(taken_on), taken_on IS NULL)",
            name=op.f("ck_settled_day_taken_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "line_no"],
            ["bank_match.gerai_id", "bank_match.line_no"],
            name=op.f("fk_settled_day_gerai_id_line_no_bank_match"),
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_settled_day_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "line_no", "taken_on", "unit", name=op.f("pk_settled_day")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_settled_day_gerai_id_kind_taken_on"),
        "settled_day",
        ["gerai_id", "kind", "taken_on"],
        unique=False,
    )
    guards.grant("register_device", "INSERT, UPDATE")
    guards.grant("bank_account", "INSERT, UPDATE")
    for table, key in WRITTEN_ONCE.items():
        guards.grant(table, "INSERT")
        guards.append_only(table, key)


def downgrade() -> None:
    for table in reversed(WRITTEN_ONCE):
        guards.drop_append_only(table)
    op.drop_table("settled_day")
    op.drop_table("surprise_finding")
    op.drop_table("surprise_count_line")
    op.drop_table("cash_receipt")
    op.drop_table("bank_match")
    op.drop_table("surprise_count")
    op.drop_table("drawer_move")
    op.drop_table("difference_decision")
    op.drop_table("debt_payment")
    op.drop_table("cash_transfer")
    op.drop_table("cash_movement")
    op.drop_table("bank_line")
    op.drop_table("register_device")
    op.drop_table("bank_import")
    op.drop_table("bank_account")
    guards.replace_check("tender", TENDER_KIND, AFTER, BEFORE)
    op.drop_column("register", "retired_at")
