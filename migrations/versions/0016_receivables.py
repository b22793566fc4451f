"""Bon: limits, movements and payments."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "credit_limit",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_credit_limit_amount_is_whole")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_credit_limit_amount_not_negative")),
        sa.CheckConstraint(
            "member_no = CAST(member_no AS BIGINT)", name=op.f("ck_credit_limit_member_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_credit_limit_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["user_account.id"], name=op.f("fk_credit_limit_set_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "member_no", name=op.f("pk_credit_limit")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receivable",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.Column("against_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'credit') = (against_no IS NOT NULL)",
            name=op.f("ck_receivable_a_credit_is_against_a_charge"),
        ),
        sa.CheckConstraint(
            "kind IN ('charge', 'payment', 'credit')", name=op.f("ck_receivable_kind_is_known")
        ),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_receivable_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_receivable_amount_positive")),
        sa.CheckConstraint(
            "coalesce(moved_on = date(moved_on), moved_on IS NULL)",
            name=op.f("ck_receivable_moved_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "member_no = CAST(member_no AS BIGINT)", name=op.f("ck_receivable_member_no_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_receivable_no_is_whole")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_receivable_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_receivable_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "against_no"],
            ["receivable.gerai_id", "receivable.no"],
            name=op.f("fk_receivable_gerai_id_against_no_receivable"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_receivable_gerai_id_member_no_member"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_receivable")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_receivable_gerai_id_member_no_no"),
        "receivable",
        ["gerai_id", "member_no", "no"],
        unique=False,
    )
    op.create_index(
        "uq_receivable_source",
        "receivable",
        ["gerai_id", "source", "source_no", "kind", "member_no"],
        unique=True,
    )
    op.create_table(
        "bon_payment",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("still_owed", sa.BigInteger(), nullable=False),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.Integer(), nullable=True),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_bon_payment_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_bon_payment_amount_positive")),
        sa.CheckConstraint(
            "member_no = CAST(member_no AS BIGINT)", name=op.f("ck_bon_payment_member_no_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_bon_payment_no_is_whole")),
        sa.CheckConstraint(
            "still_owed = CAST(still_owed AS BIGINT)", name=op.f("ck_bon_payment_still_owed_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_bon_payment_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_bon_payment_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_bon_payment_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_bon_payment_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["received_by"], ["user_account.id"], name=op.f("fk_bon_payment_received_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_bon_payment")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_bon_payment_gerai_id_member_no_no"),
        "bon_payment",
        ["gerai_id", "member_no", "no"],
        unique=False,
    )
    guards.grant("credit_limit", "INSERT, UPDATE")
    guards.grant("receivable", "INSERT")
    guards.grant("bon_payment", "INSERT")
    guards.append_only("receivable", ("gerai_id", "no"))
    guards.append_only("bon_payment", ("gerai_id", "no"))


def downgrade() -> None:
    guards.drop_append_only("bon_payment")
    guards.drop_append_only("receivable")
    op.drop_table("bon_payment")
    op.drop_table("receivable")
    op.drop_table("credit_limit")
