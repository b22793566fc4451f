"""Sales, their lines and exceptions."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sale",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("number_repeat", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("cashier_id", sa.Integer(), nullable=False),
        sa.Column("sold_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock_offset_ms", sa.BigInteger(), nullable=False),
        sa.Column("sold_on", sa.Date(), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("completed", sa.Boolean(), nullable=False),
        sa.Column("member_claimed", sa.BigInteger(), nullable=True),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "clock_offset_ms = CAST(clock_offset_ms AS BIGINT)", name=op.f("ck_sale_clock_offset_ms_is_whole")
        ),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_sale_cost_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_sale_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(posted_on = date(posted_on), posted_on IS NULL)",
            name=op.f("ck_sale_posted_on_is_a_date"),
        ),
        sa.CheckConstraint("rounding = CAST(rounding AS BIGINT)", name=op.f("ck_sale_rounding_is_whole")),
        sa.CheckConstraint(
            "coalesce(sold_on = date(sold_on), sold_on IS NULL)", name=op.f("ck_sale_sold_on_is_a_date")
        ),
        sa.CheckConstraint("total = CAST(total AS BIGINT)", name=op.f("ck_sale_total_is_whole")),
        sa.CheckConstraint("total >= 0", name=op.f("ck_sale_total_not_negative")),
        sa.ForeignKeyConstraint(
            ["cashier_id"], ["user_account.id"], name=op.f("fk_sale_cashier_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_sale_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_sale_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_sale_gerai_id_shift_no_shift"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_sale")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sale_gerai_id_act_no"), "sale", ["gerai_id", "act_no"], unique=False)
    op.create_index(op.f("ix_sale_gerai_id_posted_on"), "sale", ["gerai_id", "posted_on"], unique=False)
    op.create_index(op.f("ix_sale_gerai_id_shift_no"), "sale", ["gerai_id", "shift_no"], unique=False)
    op.create_index("uq_sale_number", "sale", ["gerai_id", "number", "number_repeat"], unique=True)
    op.create_table(
        "sale_exception",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_exception_gerai_id_sale_no_sale"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "position", name=op.f("pk_sale_exception")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_sale_line_amount_is_whole")),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_sale_line_cost_is_whole")),
        sa.CheckConstraint(
            "discount = CAST(discount AS BIGINT)", name=op.f("ck_sale_line_discount_is_whole")
        ),
        sa.CheckConstraint("discount >= 0 AND amount >= 0", name=op.f("ck_sale_line_amounts_not_negative")),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_sale_line_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint("quantity_milli > 0", name=op.f("ck_sale_line_quantity_positive")),
        sa.CheckConstraint(
            "unit_price = CAST(unit_price AS BIGINT)", name=op.f("ck_sale_line_unit_price_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_sale_line_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_line_gerai_id_sale_no_sale"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "line", name=op.f("pk_sale_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_sale_line_gerai_id_item_no_sale_no"),
        "sale_line",
        ["gerai_id", "item_no", "sale_no"],
        unique=False,
    )
    guards.grant("sale", "INSERT")
    guards.grant("sale_line", "INSERT")
    guards.grant("sale_exception", "INSERT")
    guards.append_only("sale", ("gerai_id", "no"))
    guards.append_only("sale_line", ("gerai_id", "sale_no", "line"))
    guards.append_only("sale_exception", ("gerai_id", "sale_no", "position"))


def downgrade() -> None:
    guards.drop_append_only("sale_exception")
    guards.drop_append_only("sale_line")
    guards.drop_append_only("sale")
    op.drop_table("sale_line")
    op.drop_table("sale_exception")
    op.drop_table("sale")
