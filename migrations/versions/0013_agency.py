"""Services of others sold at the counter."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WRITTEN_ONCE = {
    "agency_sale": ("gerai_id", "no"),
    "agency_cancellation": ("gerai_id", "sale_no"),
    "agency_top_up": ("gerai_id", "no"),
    "agency_reconciliation": ("gerai_id", "no"),
}


def upgrade() -> None:
    op.create_table(
        "agency_provider",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_agency_provider_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id"], ["book.gerai_id"], name=op.f("fk_agency_provider_gerai_id_book")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_agency_provider")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_product",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("provider_no", sa.BigInteger(), nullable=False),
        sa.Column("service", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.Column("commission", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "service IN ('pulsa', 'token', 'pdam', 'bpjs', 'deposit', 'withdrawal', 'transfer')",
            name=op.f("ck_agency_product_service_is_known"),
        ),
        sa.CheckConstraint(
            "commission = CAST(commission AS BIGINT)", name=op.f("ck_agency_product_commission_is_whole")
        ),
        sa.CheckConstraint("fee = CAST(fee AS BIGINT)", name=op.f("ck_agency_product_fee_is_whole")),
        sa.CheckConstraint(
            "fee >= 0 AND commission >= 0", name=op.f("ck_agency_product_earnings_not_negative")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_agency_product_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "provider_no"],
            ["agency_provider.gerai_id", "agency_provider.no"],
            name=op.f("fk_agency_product_gerai_id_provider_no_agency_provider"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_agency_product")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_reconciliation",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("provider_no", sa.BigInteger(), nullable=False),
        sa.Column("stated", sa.BigInteger(), nullable=False),
        sa.Column("booked", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=160), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "booked = CAST(booked AS BIGINT)", name=op.f("ck_agency_reconciliation_booked_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_agency_reconciliation_no_is_whole")),
        sa.CheckConstraint(
            "stated = CAST(stated AS BIGINT)", name=op.f("ck_agency_reconciliation_stated_is_whole")
        ),
        sa.CheckConstraint("stated >= 0", name=op.f("ck_agency_reconciliation_stated_not_negative")),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["user_account.id"], name=op.f("fk_agency_reconciliation_checked_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_agency_reconciliation_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_agency_reconciliation_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "provider_no"],
            ["agency_provider.gerai_id", "agency_provider.no"],
            name=op.f("fk_agency_reconciliation_gerai_id_provider_no_agency_provider"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_agency_reconciliation")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_sale",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("product_no", sa.BigInteger(), nullable=False),
        sa.Column("provider_no", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("service", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("customer", sa.String(length=30), nullable=False),
        sa.Column("principal", sa.BigInteger(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=False),
        sa.Column("commission", sa.BigInteger(), nullable=False),
        sa.Column("provider_ref", sa.String(length=40), nullable=False),
        sa.Column("sold_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sold_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "service IN ('pulsa', 'token', 'pdam', 'bpjs', 'deposit', 'withdrawal', 'transfer')",
            name=op.f("ck_agency_sale_service_is_known"),
        ),
        sa.CheckConstraint(
            "commission <= principal", name=op.f("ck_agency_sale_commission_within_principal")
        ),
        sa.CheckConstraint(
            "commission = CAST(commission AS BIGINT)", name=op.f("ck_agency_sale_commission_is_whole")
        ),
        sa.CheckConstraint("fee = CAST(fee AS BIGINT)", name=op.f("ck_agency_sale_fee_is_whole")),
        sa.CheckConstraint("fee >= 0 AND commission >= 0", name=op.f("ck_agency_sale_earnings_not_negative")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_agency_sale_no_is_whole")),
        sa.CheckConstraint(
            "principal = CAST(principal AS BIGINT)", name=op.f("ck_agency_sale_principal_is_whole")
        ),
        sa.CheckConstraint("principal > 0", name=op.f("ck_agency_sale_principal_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_agency_sale_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_agency_sale_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "product_no"],
            ["agency_product.gerai_id", "agency_product.no"],
            name=op.f("fk_agency_sale_gerai_id_product_no_agency_product"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "provider_no"],
            ["agency_provider.gerai_id", "agency_provider.no"],
            name=op.f("fk_agency_sale_gerai_id_provider_no_agency_provider"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_agency_sale_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["sold_by"], ["user_account.id"], name=op.f("fk_agency_sale_sold_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_agency_sale")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_agency_sale_gerai_id_shift_no"), "agency_sale", ["gerai_id", "shift_no"], unique=False
    )
    op.create_table(
        "agency_top_up",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("provider_no", sa.BigInteger(), nullable=False),
        sa.Column("bank_no", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.Column("topped_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("topped_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_agency_top_up_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_agency_top_up_amount_positive")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_agency_top_up_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_agency_top_up_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "bank_no"],
            ["bank_account.gerai_id", "bank_account.no"],
            name=op.f("fk_agency_top_up_gerai_id_bank_no_bank_account"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_agency_top_up_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "provider_no"],
            ["agency_provider.gerai_id", "agency_provider.no"],
            name=op.f("fk_agency_top_up_gerai_id_provider_no_agency_provider"),
        ),
        sa.ForeignKeyConstraint(
            ["topped_by"], ["user_account.id"], name=op.f("fk_agency_top_up_topped_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_agency_top_up")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_cancellation",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_by", sa.Integer(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cancelled_by"],
            ["user_account.id"],
            name=op.f("fk_agency_cancellation_cancelled_by_user_account"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_agency_cancellation_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_agency_cancellation_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["agency_sale.gerai_id", "agency_sale.no"],
            name=op.f("fk_agency_cancellation_gerai_id_sale_no_agency_sale"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_agency_cancellation_gerai_id_shift_no_shift"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", name=op.f("pk_agency_cancellation")),
        sqlite_with_rowid=False,
    )
    guards.grant("agency_provider", "INSERT, UPDATE")
    guards.grant("agency_product", "INSERT, UPDATE")
    for table, key in WRITTEN_ONCE.items():
        guards.grant(table, "INSERT")
        guards.append_only(table, key)


def downgrade() -> None:
    for table in reversed(WRITTEN_ONCE):
        guards.drop_append_only(table)
    op.drop_table("agency_cancellation")
    op.drop_table("agency_top_up")
    op.drop_table("agency_sale")
    op.drop_table("agency_reconciliation")
    op.drop_table("agency_product")
    op.drop_table("agency_provider")
