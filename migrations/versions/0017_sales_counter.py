"""Voids, returns, and what a sale says of its member, packs and approvals."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sale_approval",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_sale_approval_amount_is_whole")),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["user_account.id"], name=op.f("fk_sale_approval_approver_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_approval_gerai_id_sale_no_sale"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", name=op.f("pk_sale_approval")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_member",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("bought_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "coalesce(bought_on = date(bought_on), bought_on IS NULL)",
            name=op.f("ck_sale_member_bought_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_sale_member_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_member_gerai_id_sale_no_sale"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", name=op.f("pk_sale_member")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_sale_member_gerai_id_bought_on"), "sale_member", ["gerai_id", "bought_on"], unique=False
    )
    op.create_index(
        op.f("ix_sale_member_gerai_id_member_no_bought_on"),
        "sale_member",
        ["gerai_id", "member_no", "bought_on"],
        unique=False,
    )
    op.create_table(
        "sale_reprint",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("copy", sa.SmallInteger(), nullable=False),
        sa.Column("printed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed_by", sa.Integer(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_sale_reprint_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_reprint_gerai_id_sale_no_sale"),
        ),
        sa.ForeignKeyConstraint(
            ["printed_by"], ["user_account.id"], name=op.f("fk_sale_reprint_printed_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "copy", name=op.f("pk_sale_reprint")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_return",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("rounding", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('void', 'return')", name=op.f("ck_sale_return_kind_is_known")),
        sa.CheckConstraint(
            "coalesce(posted_on = date(posted_on), posted_on IS NULL)",
            name=op.f("ck_sale_return_posted_on_is_a_date"),
        ),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_sale_return_cost_is_whole")),
        sa.CheckConstraint("deposit = CAST(deposit AS BIGINT)", name=op.f("ck_sale_return_deposit_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_sale_return_no_is_whole")),
        sa.CheckConstraint(
            "rounding = CAST(rounding AS BIGINT)", name=op.f("ck_sale_return_rounding_is_whole")
        ),
        sa.CheckConstraint("value = CAST(value AS BIGINT)", name=op.f("ck_sale_return_value_is_whole")),
        sa.CheckConstraint(
            "value >= 0 AND deposit >= 0 AND cost >= 0", name=op.f("ck_sale_return_amounts_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["user_account.id"], name=op.f("fk_sale_return_approver_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_sale_return_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_sale_return_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no"],
            ["sale.gerai_id", "sale.no"],
            name=op.f("fk_sale_return_gerai_id_sale_no_sale"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_sale_return_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["user_account.id"], name=op.f("fk_sale_return_taken_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_sale_return")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_sale_return_gerai_id_posted_on"), "sale_return", ["gerai_id", "posted_on"], unique=False
    )
    op.create_index(
        op.f("ix_sale_return_gerai_id_sale_no"), "sale_return", ["gerai_id", "sale_no"], unique=False
    )
    op.create_index(
        op.f("ix_sale_return_gerai_id_shift_no"), "sale_return", ["gerai_id", "shift_no"], unique=False
    )
    op.create_index(
        "uq_sale_return_void",
        "sale_return",
        ["gerai_id", "sale_no"],
        unique=True,
        sqlite_where=sa.text("kind = 'void'"),
        postgresql_where=sa.text("kind = 'void'"),
    )
    op.create_table(
        "sale_line_consigned",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("owed", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("owed = CAST(owed AS BIGINT)", name=op.f("ck_sale_line_consigned_owed_is_whole")),
        sa.CheckConstraint("owed >= 0", name=op.f("ck_sale_line_consigned_owed_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no", "line"],
            ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"],
            name=op.f("fk_sale_line_consigned_gerai_id_sale_no_line_sale_line"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_sale_line_consigned_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "line", name=op.f("pk_sale_line_consigned")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_line_container",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("container_no", sa.BigInteger(), nullable=False),
        sa.Column("empties", sa.BigInteger(), nullable=False),
        sa.Column("deposits", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "deposit = CAST(deposit AS BIGINT)", name=op.f("ck_sale_line_container_deposit_is_whole")
        ),
        sa.CheckConstraint(
            "deposits = CAST(deposits AS BIGINT)", name=op.f("ck_sale_line_container_deposits_is_whole")
        ),
        sa.CheckConstraint(
            "empties = CAST(empties AS BIGINT)", name=op.f("ck_sale_line_container_empties_is_whole")
        ),
        sa.CheckConstraint(
            "empties >= 0 AND deposits >= 0 AND deposit >= 0",
            name=op.f("ck_sale_line_container_none_negative"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "container_no"],
            ["container.gerai_id", "container.no"],
            name=op.f("fk_sale_line_container_gerai_id_container_no_container"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no", "line"],
            ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"],
            name=op.f("fk_sale_line_container_gerai_id_sale_no_line_sale_line"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "line", name=op.f("pk_sale_line_container")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_line_pack",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("stock_milli", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "stock_milli = CAST(stock_milli AS BIGINT)", name=op.f("ck_sale_line_pack_stock_milli_is_whole")
        ),
        sa.CheckConstraint("stock_milli > 0", name=op.f("ck_sale_line_pack_stock_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no", "line"],
            ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"],
            name=op.f("fk_sale_line_pack_gerai_id_sale_no_line_sale_line"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "sale_no", "line", name=op.f("pk_sale_line_pack")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sale_return_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("return_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("sale_no", sa.BigInteger(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("stock_milli", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("owed", sa.BigInteger(), nullable=False),
        sa.Column("empties", sa.BigInteger(), nullable=False),
        sa.Column("deposits", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "amount = CAST(amount AS BIGINT)", name=op.f("ck_sale_return_line_amount_is_whole")
        ),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_sale_return_line_cost_is_whole")),
        sa.CheckConstraint(
            "deposit = CAST(deposit AS BIGINT)", name=op.f("ck_sale_return_line_deposit_is_whole")
        ),
        sa.CheckConstraint(
            "deposits = CAST(deposits AS BIGINT)", name=op.f("ck_sale_return_line_deposits_is_whole")
        ),
        sa.CheckConstraint(
            "discount = CAST(discount AS BIGINT)", name=op.f("ck_sale_return_line_discount_is_whole")
        ),
        sa.CheckConstraint(
            "empties = CAST(empties AS BIGINT)", name=op.f("ck_sale_return_line_empties_is_whole")
        ),
        sa.CheckConstraint("owed = CAST(owed AS BIGINT)", name=op.f("ck_sale_return_line_owed_is_whole")),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_sale_return_line_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint("quantity_milli > 0", name=op.f("ck_sale_return_line_quantity_positive")),
        sa.CheckConstraint(
            "stock_milli = CAST(stock_milli AS BIGINT)", name=op.f("ck_sale_return_line_stock_milli_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "return_no"],
            ["sale_return.gerai_id", "sale_return.no"],
            name=op.f("fk_sale_return_line_gerai_id_return_no_sale_return"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "sale_no", "line"],
            ["sale_line.gerai_id", "sale_line.sale_no", "sale_line.line"],
            name=op.f("fk_sale_return_line_gerai_id_sale_no_line_sale_line"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "return_no", "line", name=op.f("pk_sale_return_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_sale_return_line_gerai_id_sale_no_line"),
        "sale_return_line",
        ["gerai_id", "sale_no", "line"],
        unique=False,
    )
    guards.grant("sale_member", "INSERT")
    guards.grant("sale_approval", "INSERT")
    guards.grant("sale_line_pack", "INSERT")
    guards.grant("sale_line_container", "INSERT")
    guards.grant("sale_line_consigned", "INSERT")
    guards.grant("sale_reprint", "INSERT")
    guards.grant("sale_return", "INSERT")
    guards.grant("sale_return_line", "INSERT")
    guards.append_only("sale_member", ("gerai_id", "sale_no"))
    guards.append_only("sale_approval", ("gerai_id", "sale_no"))
    guards.append_only("sale_line_pack", ("gerai_id", "sale_no", "line"))
    guards.append_only("sale_line_container", ("gerai_id", "sale_no", "line"))
    guards.append_only("sale_line_consigned", ("gerai_id", "sale_no", "line"))
    guards.append_only("sale_reprint", ("gerai_id", "sale_no", "copy"))
    guards.append_only("sale_return", ("gerai_id", "no"))
    guards.append_only("sale_return_line", ("gerai_id", "return_no", "line"))


def downgrade() -> None:
    guards.drop_append_only("sale_return_line")
    guards.drop_append_only("sale_return")
    guards.drop_append_only("sale_reprint")
    guards.drop_append_only("sale_line_consigned")
    guards.drop_append_only("sale_line_container")
    guards.drop_append_only("sale_line_pack")
    guards.drop_append_only("sale_approval")
    guards.drop_append_only("sale_member")
    op.drop_table("sale_return_line")
    op.drop_table("sale_line_pack")
    op.drop_table("sale_line_container")
    op.drop_table("sale_line_consigned")
    op.drop_table("sale_return")
    op.drop_table("sale_reprint")
    op.drop_table("sale_member")
    op.drop_table("sale_approval")
