"""Accounts, periods, entries, postings, balances and totals, with their guards."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_template",
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("contra", sa.Boolean(), nullable=False),
        sa.Column("control", sa.Boolean(), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_account_template")),
    )
    op.create_table(
        "unit",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_unit")),
    )
    op.create_table(
        "account",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("contra", sa.Boolean(), nullable=False),
        sa.Column("control", sa.Boolean(), nullable=False),
        sa.Column("section", sa.String(length=30), nullable=False),
        sa.CheckConstraint(
            "kind IN ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'COST', 'EXPENSE', 'MEMBER_EXPENSE', 'OTHER_INCOME', 'OTHER_EXPENSE', 'TAX')",
            name=op.f("ck_account_kind_is_known"),
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_account_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "code", name=op.f("pk_account")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "balance",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("account", sa.String(length=6), nullable=False),
        sa.Column("subledger", sa.String(length=60), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_balance_amount_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "account"],
            ["account.gerai_id", "account.code"],
            name=op.f("fk_balance_gerai_id_account_account"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "account", "subledger", name=op.f("pk_balance")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "daily_total",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("account", sa.String(length=6), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("debit", sa.BigInteger(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("credit = CAST(credit AS BIGINT)", name=op.f("ck_daily_total_credit_is_whole")),
        sa.CheckConstraint("debit = CAST(debit AS BIGINT)", name=op.f("ck_daily_total_debit_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "account"],
            ["account.gerai_id", "account.code"],
            name=op.f("fk_daily_total_gerai_id_account_account"),
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_daily_total_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "posted_on", "account", "unit", name=op.f("pk_daily_total")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.String(length=40), nullable=False),
        sa.Column("reverses_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "length(hash) = 64 AND length(previous_hash) = 64", name=op.f("ck_entry_hashes_are_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_entry_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(occurred_on = date(occurred_on), occurred_on IS NULL)",
            name=op.f("ck_entry_occurred_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "coalesce(posted_on = date(posted_on), posted_on IS NULL)",
            name=op.f("ck_entry_posted_on_is_a_date"),
        ),
        sa.CheckConstraint("reverses_no < no", name=op.f("ck_entry_reverses_an_earlier_one")),
        sa.CheckConstraint("source NOT LIKE '%|%'", name=op.f("ck_entry_source_is_unbarred")),
        sa.CheckConstraint("source_no NOT LIKE '%|%'", name=op.f("ck_entry_source_no_is_unbarred")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_entry_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "reverses_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_entry_gerai_id_reverses_no_entry"),
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_entry_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entry_gerai_id_act_no"), "entry", ["gerai_id", "act_no"], unique=False)
    op.create_index(
        op.f("ix_entry_gerai_id_posted_on_no"), "entry", ["gerai_id", "posted_on", "no"], unique=False
    )
    op.create_index(
        op.f("ix_entry_gerai_id_source_source_no"), "entry", ["gerai_id", "source", "source_no"], unique=False
    )
    op.create_index("uq_entry_reverses", "entry", ["gerai_id", "reverses_no"], unique=True)
    op.create_table(
        "monthly_total",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("month_on", sa.Date(), nullable=False),
        sa.Column("account", sa.String(length=6), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("debit", sa.BigInteger(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("credit = CAST(credit AS BIGINT)", name=op.f("ck_monthly_total_credit_is_whole")),
        sa.CheckConstraint("debit = CAST(debit AS BIGINT)", name=op.f("ck_monthly_total_debit_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "account"],
            ["account.gerai_id", "account.code"],
            name=op.f("fk_monthly_total_gerai_id_account_account"),
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_monthly_total_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "month_on", "account", "unit", name=op.f("pk_monthly_total")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "period",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("state_act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'closed', 'locked')", name=op.f("ck_period_state_is_known")),
        sa.CheckConstraint(
            "coalesce(ends_on = date(ends_on), ends_on IS NULL)", name=op.f("ck_period_ends_on_is_a_date")
        ),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_period_ends_after_start")),
        sa.CheckConstraint(
            "coalesce(starts_on = date(starts_on), starts_on IS NULL)",
            name=op.f("ck_period_starts_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "state_act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_period_gerai_id_state_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_period_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "starts_on", name=op.f("pk_period")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entry_note",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_entry_note_gerai_id_entry_no_entry"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "entry_no", name=op.f("pk_entry_note")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "posting",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("account", sa.String(length=6), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("subledger", sa.String(length=60), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_posting_amount_not_zero")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_posting_amount_is_whole")),
        sa.CheckConstraint("entry_no = CAST(entry_no AS BIGINT)", name=op.f("ck_posting_entry_no_is_whole")),
        sa.CheckConstraint("line = CAST(line AS BIGINT)", name=op.f("ck_posting_line_is_whole")),
        sa.CheckConstraint("subledger NOT LIKE '%|%'", name=op.f("ck_posting_subledger_is_unbarred")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "account"],
            ["account.gerai_id", "account.code"],
            name=op.f("fk_posting_gerai_id_account_account"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_posting_gerai_id_entry_no_entry"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_posting_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "entry_no", "line", name=op.f("pk_posting")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_posting_gerai_id_account_entry_no"),
        "posting",
        ["gerai_id", "account", "entry_no"],
        unique=False,
    )
    guards.grant("unit", "INSERT, UPDATE")
    guards.grant("account_template", "INSERT, UPDATE")
    guards.grant("account", "INSERT, UPDATE")
    guards.grant("period", "INSERT, UPDATE")
    guards.grant("entry", "INSERT")
    guards.grant("posting", "INSERT")
    guards.grant("entry_note", "INSERT, UPDATE")
    guards.grant("balance", "INSERT, UPDATE, DELETE")
    guards.grant("daily_total", "INSERT, UPDATE, DELETE")
    guards.grant("monthly_total", "INSERT, UPDATE, DELETE")
    guards.append_only("entry", ("gerai_id", "no"))
    guards.append_only("posting", ("gerai_id", "entry_no", "line"))
    guards.ledger()


def downgrade() -> None:
    guards.drop_ledger()
    guards.drop_append_only("posting")
    guards.drop_append_only("entry")
    op.drop_table("posting")
    op.drop_table("entry_note")
    op.drop_table("period")
    op.drop_table("monthly_total")
    op.drop_table("entry")
    op.drop_table("daily_total")
    op.drop_table("balance")
    op.drop_table("account")
    op.drop_table("unit")
    op.drop_table("account_template")
