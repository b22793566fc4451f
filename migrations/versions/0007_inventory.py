"""Stock, its movements, receivings and adjustments."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stock",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("unit_cost", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "quantity_milli <> 0 OR value = 0", name=op.f("ck_stock_nothing_is_worth_nothing")
        ),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)", name=op.f("ck_stock_quantity_milli_is_whole")
        ),
        sa.CheckConstraint("unit_cost = CAST(unit_cost AS BIGINT)", name=op.f("ck_stock_unit_cost_is_whole")),
        sa.CheckConstraint("unit_cost >= 0", name=op.f("ck_stock_unit_cost_not_negative")),
        sa.CheckConstraint("value = CAST(value AS BIGINT)", name=op.f("ck_stock_value_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"], ["item.gerai_id", "item.no"], name=op.f("fk_stock_gerai_id_item_no_item")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "item_no", name=op.f("pk_stock")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock_movement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("variance", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_stock_movement_cost_is_whole")),
        sa.CheckConstraint(
            "coalesce(moved_on = date(moved_on), moved_on IS NULL)",
            name=op.f("ck_stock_movement_moved_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_stock_movement_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint(
            "variance = CAST(variance AS BIGINT)", name=op.f("ck_stock_movement_variance_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_stock_movement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_stock_movement_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "act_no", "line", name=op.f("pk_stock_movement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_stock_movement_gerai_id_item_no_act_no"),
        "stock_movement",
        ["gerai_id", "item_no", "act_no"],
        unique=False,
    )
    op.create_table(
        "adjustment",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("adjusted_on", sa.Date(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('damaged', 'expired', 'lost', 'found', 'own_use')",
            name=op.f("ck_adjustment_reason_is_known"),
        ),
        sa.CheckConstraint(
            "coalesce(adjusted_on = date(adjusted_on), adjusted_on IS NULL)",
            name=op.f("ck_adjustment_adjusted_on_is_a_date"),
        ),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_adjustment_cost_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_adjustment_no_is_whole")),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_adjustment_quantity_milli_is_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_adjustment_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_adjustment_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_adjustment")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receiving",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("supplier", sa.String(length=80), nullable=False),
        sa.Column("nota", sa.String(length=40), nullable=False),
        sa.Column("paid_from", sa.String(length=10), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("paid_from IN ('safe', 'unbilled')", name=op.f("ck_receiving_paid_from_is_known")),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_receiving_cost_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_receiving_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(received_on = date(received_on), received_on IS NULL)",
            name=op.f("ck_receiving_received_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_receiving_gerai_id_entry_no_entry"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_receiving")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receiving_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_receiving_line_cost_is_whole")),
        sa.CheckConstraint("cost >= 0", name=op.f("ck_receiving_line_cost_not_negative")),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_receiving_line_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint("quantity_milli > 0", name=op.f("ck_receiving_line_quantity_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_receiving_line_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no"],
            ["receiving.gerai_id", "receiving.no"],
            name=op.f("fk_receiving_line_gerai_id_receiving_no_receiving"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "receiving_no", "line", name=op.f("pk_receiving_line")),
        sqlite_with_rowid=False,
    )
    guards.grant("stock", "INSERT, UPDATE")
    guards.grant("stock_movement", "INSERT")
    guards.grant("receiving", "INSERT")
    guards.grant("receiving_line", "INSERT")
    guards.grant("adjustment", "INSERT")
    guards.append_only("stock_movement", ("gerai_id", "act_no", "line"))
    guards.append_only("receiving", ("gerai_id", "no"))
    guards.append_only("receiving_line", ("gerai_id", "receiving_no", "line"))
    guards.append_only("adjustment", ("gerai_id", "no"))


def downgrade() -> None:
    guards.drop_append_only("adjustment")
    guards.drop_append_only("receiving_line")
    guards.drop_append_only("receiving")
    guards.drop_append_only("stock_movement")
    op.drop_table("receiving_line")
    op.drop_table("receiving")
    op.drop_table("adjustment")
    op.drop_table("stock_movement")
    op.drop_table("stock")
