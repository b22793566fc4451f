"""What members owe in shares, and what they have paid in."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "share_term",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("pokok", sa.BigInteger(), nullable=False),
        sa.Column("wajib", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("act_no = CAST(act_no AS BIGINT)", name=op.f("ck_share_term_act_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(valid_from = date(valid_from), valid_from IS NULL)",
            name=op.f("ck_share_term_valid_from_is_a_date"),
        ),
        sa.CheckConstraint("pokok = CAST(pokok AS BIGINT)", name=op.f("ck_share_term_pokok_is_whole")),
        sa.CheckConstraint("pokok > 0", name=op.f("ck_share_term_pokok_positive")),
        sa.CheckConstraint("wajib = CAST(wajib AS BIGINT)", name=op.f("ck_share_term_wajib_is_whole")),
        sa.CheckConstraint("wajib >= 0", name=op.f("ck_share_term_wajib_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_share_term_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_share_term_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "valid_from", name=op.f("pk_share_term")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "savings_movement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("source", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(source = 'counter') = (shift_no IS NOT NULL)",
            name=op.f("ck_savings_movement_counter_has_a_shift"),
        ),
        sa.CheckConstraint(
            "kind IN ('pokok', 'wajib', 'sukarela')", name=op.f("ck_savings_movement_kind_is_known")
        ),
        sa.CheckConstraint(
            "source IN ('counter', 'opening')", name=op.f("ck_savings_movement_source_is_known")
        ),
        sa.CheckConstraint(
            "act_no = CAST(act_no AS BIGINT)", name=op.f("ck_savings_movement_act_no_is_whole")
        ),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_savings_movement_amount_not_zero")),
        sa.CheckConstraint(
            "amount = CAST(amount AS BIGINT)", name=op.f("ck_savings_movement_amount_is_whole")
        ),
        sa.CheckConstraint(
            "balance = CAST(balance AS BIGINT)", name=op.f("ck_savings_movement_balance_is_whole")
        ),
        sa.CheckConstraint("balance >= 0", name=op.f("ck_savings_movement_balance_not_negative")),
        sa.CheckConstraint(
            "coalesce(moved_on = date(moved_on), moved_on IS NULL)",
            name=op.f("ck_savings_movement_moved_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "entry_no = CAST(entry_no AS BIGINT)", name=op.f("ck_savings_movement_entry_no_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_savings_movement_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_savings_movement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_savings_movement_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_savings_movement_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_savings_movement_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_savings_movement_recorded_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_savings_movement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_savings_movement_gerai_id_member_no_kind_no"),
        "savings_movement",
        ["gerai_id", "member_no", "kind", "no"],
        unique=False,
    )
    op.create_index(
        op.f("ix_savings_movement_gerai_id_shift_no"),
        "savings_movement",
        ["gerai_id", "shift_no"],
        unique=False,
    )
    op.create_table(
        "wajib_month",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("month_on", sa.Date(), nullable=False),
        sa.Column("movement_no", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_wajib_month_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_wajib_month_amount_positive")),
        sa.CheckConstraint(
            "coalesce(month_on = date(month_on), month_on IS NULL)",
            name=op.f("ck_wajib_month_month_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "movement_no = CAST(movement_no AS BIGINT)", name=op.f("ck_wajib_month_movement_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_wajib_month_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "movement_no"],
            ["savings_movement.gerai_id", "savings_movement.no"],
            name=op.f("fk_wajib_month_gerai_id_movement_no_savings_movement"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "member_no", "month_on", name=op.f("pk_wajib_month")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_wajib_month_gerai_id_movement_no"), "wajib_month", ["gerai_id", "movement_no"], unique=False
    )
    guards.grant("share_term", "INSERT, UPDATE")
    guards.grant("savings_movement", "INSERT")
    guards.grant("wajib_month", "INSERT")
    guards.append_only("savings_movement", ("gerai_id", "no"))
    guards.append_only("wajib_month", ("gerai_id", "member_no", "month_on"))


def downgrade() -> None:
    guards.drop_append_only("wajib_month")
    guards.drop_append_only("savings_movement")
    op.drop_table("wajib_month")
    op.drop_table("savings_movement")
    op.drop_table("share_term")
