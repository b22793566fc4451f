"""Stock counts and returnables."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "stock_count",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("scope", sa.String(length=12), nullable=False),
        sa.Column("words", sa.String(length=60), nullable=False),
        sa.Column("threshold", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "scope IN ('all', 'sembako', 'subsidised', 'produce', 'search')",
            name=op.f("ck_stock_count_scope_is_known"),
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_stock_count_no_is_whole")),
        sa.CheckConstraint(
            "threshold = CAST(threshold AS BIGINT)", name=op.f("ck_stock_count_threshold_is_whole")
        ),
        sa.CheckConstraint("threshold >= 0", name=op.f("ck_stock_count_threshold_not_negative")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_stock_count_gerai_id_book")),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["user_account.id"], name=op.f("fk_stock_count_opened_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_stock_count")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_stock_count_open",
        "stock_count",
        ["gerai_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "container_movement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("container_no", sa.BigInteger(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("empty", sa.BigInteger(), nullable=False),
        sa.Column("lent", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "reason IN ('', 'counted', 'lost', 'damaged', 'bought', 'sold')",
            name=op.f("ck_container_movement_reason_is_known"),
        ),
        sa.CheckConstraint(
            "coalesce(moved_on = date(moved_on), moved_on IS NULL)",
            name=op.f("ck_container_movement_moved_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "container_no = CAST(container_no AS BIGINT)",
            name=op.f("ck_container_movement_container_no_is_whole"),
        ),
        sa.CheckConstraint(
            "deposit = CAST(deposit AS BIGINT)", name=op.f("ck_container_movement_deposit_is_whole")
        ),
        sa.CheckConstraint(
            "empty <> 0 OR lent <> 0 OR deposit <> 0", name=op.f("ck_container_movement_something_moved")
        ),
        sa.CheckConstraint(
            "empty = CAST(empty AS BIGINT)", name=op.f("ck_container_movement_empty_is_whole")
        ),
        sa.CheckConstraint("lent = CAST(lent AS BIGINT)", name=op.f("ck_container_movement_lent_is_whole")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_container_movement_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_container_movement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "container_no"],
            ["container.gerai_id", "container.no"],
            name=op.f("fk_container_movement_gerai_id_container_no_container"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "act_no", "line", name=op.f("pk_container_movement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_container_movement_gerai_id_container_no_act_no"),
        "container_movement",
        ["gerai_id", "container_no", "act_no"],
        unique=False,
    )
    op.create_table(
        "container_stock",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("container_no", sa.BigInteger(), nullable=False),
        sa.Column("empty", sa.BigInteger(), nullable=False),
        sa.Column("lent", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "deposit = CAST(deposit AS BIGINT)", name=op.f("ck_container_stock_deposit_is_whole")
        ),
        sa.CheckConstraint("empty = CAST(empty AS BIGINT)", name=op.f("ck_container_stock_empty_is_whole")),
        sa.CheckConstraint("lent = CAST(lent AS BIGINT)", name=op.f("ck_container_stock_lent_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "container_no"],
            ["container.gerai_id", "container.no"],
            name=op.f("fk_container_stock_gerai_id_container_no_container"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "container_no", name=op.f("pk_container_stock")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock_count_item",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("count_no", sa.BigInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "count_no"],
            ["stock_count.gerai_id", "stock_count.no"],
            name=op.f("fk_stock_count_item_gerai_id_count_no_stock_count"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_stock_count_item_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "count_no", "item_no", name=op.f("pk_stock_count_item")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock_count_end",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("count_no", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("surplus", sa.BigInteger(), nullable=False),
        sa.Column("loss", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=160), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('approved', 'cancelled')", name=op.f("ck_stock_count_end_outcome_is_known")
        ),
        sa.CheckConstraint("loss = CAST(loss AS BIGINT)", name=op.f("ck_stock_count_end_loss_is_whole")),
        sa.CheckConstraint(
            "surplus = CAST(surplus AS BIGINT)", name=op.f("ck_stock_count_end_surplus_is_whole")
        ),
        sa.CheckConstraint("surplus >= 0 AND loss >= 0", name=op.f("ck_stock_count_end_sums_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_stock_count_end_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "count_no"],
            ["stock_count.gerai_id", "stock_count.no"],
            name=op.f("fk_stock_count_end_gerai_id_count_no_stock_count"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_stock_count_end_gerai_id_entry_no_entry"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "count_no", name=op.f("pk_stock_count_end")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stock_tally",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("count_no", sa.BigInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("look", sa.SmallInteger(), nullable=False),
        sa.Column("counted_milli", sa.BigInteger(), nullable=False),
        sa.Column("book_milli", sa.BigInteger(), nullable=False),
        sa.Column("counted_by", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "book_milli = CAST(book_milli AS BIGINT)", name=op.f("ck_stock_tally_book_milli_is_whole")
        ),
        sa.CheckConstraint(
            "counted_milli = CAST(counted_milli AS BIGINT)",
            name=op.f("ck_stock_tally_counted_milli_is_whole"),
        ),
        sa.CheckConstraint("counted_milli >= 0", name=op.f("ck_stock_tally_counted_not_negative")),
        sa.CheckConstraint("look IN (1, 2)", name=op.f("ck_stock_tally_look_is_known")),
        sa.ForeignKeyConstraint(
            ["counted_by"], ["user_account.id"], name=op.f("fk_stock_tally_counted_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_stock_tally_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "count_no", "item_no"],
            ["stock_count_item.gerai_id", "stock_count_item.count_no", "stock_count_item.item_no"],
            name=op.f("fk_stock_tally_gerai_id_count_no_item_no_stock_count_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "count_no", "item_no", "act_no", name=op.f("pk_stock_tally")),
        sqlite_with_rowid=False,
    )
    guards.grant("container_stock", "INSERT, UPDATE")
    guards.grant("container_movement", "INSERT")
    guards.grant("stock_count", "INSERT, UPDATE")
    guards.grant("stock_count_item", "INSERT")
    guards.grant("stock_tally", "INSERT")
    guards.grant("stock_count_end", "INSERT")
    guards.append_only("container_movement", ("gerai_id", "act_no", "line"))
    guards.append_only("stock_count_item", ("gerai_id", "count_no", "item_no"))
    guards.append_only("stock_tally", ("gerai_id", "count_no", "item_no", "act_no"))
    guards.append_only("stock_count_end", ("gerai_id", "count_no"))


def downgrade() -> None:
    guards.drop_append_only("stock_count_end")
    guards.drop_append_only("stock_tally")
    guards.drop_append_only("stock_count_item")
    guards.drop_append_only("container_movement")
    op.drop_table("stock_tally")
    op.drop_table("stock_count_end")
    op.drop_table("stock_count_item")
    op.drop_table("container_stock")
    op.drop_table("container_movement")
    op.drop_table("stock_count")
