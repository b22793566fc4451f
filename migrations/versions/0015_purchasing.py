"""Suppliers, purchases, payables, consignment."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PAID_FROM = "ck_receiving_paid_from_is_known"
BEFORE = "paid_from IN ('safe', 'unbilled')"
AFTER = "paid_from IN ('safe', 'bank', 'drawer', 'tempo', 'unbilled', 'consigned')"


def upgrade() -> None:
    guards.replace_check("receiving", PAID_FROM, BEFORE, AFTER)
    op.create_table(
        "supplier",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=160), nullable=False),
        sa.Column("bank_account", sa.String(length=60), nullable=False),
        sa.Column("term_days", sa.SmallInteger(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_supplier_no_is_whole")),
        sa.CheckConstraint(
            "term_days BETWEEN 0 AND 365", name=op.f("ck_supplier_term_days_are_within_a_year")
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_supplier_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_supplier")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "consignment",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("owed", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("owed = CAST(owed AS BIGINT)", name=op.f("ck_consignment_owed_is_whole")),
        sa.CheckConstraint("owed >= 0", name=op.f("ck_consignment_owed_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_consignment_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_consignment_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "item_no", name=op.f("pk_consignment")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_consignment_gerai_id_supplier_no"), "consignment", ["gerai_id", "supplier_no"], unique=False
    )
    op.create_table(
        "consignment_movement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("share", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('received', 'sold', 'missing', 'returned')",
            name=op.f("ck_consignment_movement_kind_is_known"),
        ),
        sa.CheckConstraint(
            "coalesce(moved_on = date(moved_on), moved_on IS NULL)",
            name=op.f("ck_consignment_movement_moved_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_consignment_movement_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint(
            "share = CAST(share AS BIGINT)", name=op.f("ck_consignment_movement_share_is_whole")
        ),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_consignment_movement_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_consignment_movement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_consignment_movement_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_consignment_movement_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "act_no", "line", name=op.f("pk_consignment_movement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_consignment_movement_gerai_id_source_source_no"),
        "consignment_movement",
        ["gerai_id", "source", "source_no"],
        unique=False,
    )
    op.create_index(
        op.f("ix_consignment_movement_gerai_id_supplier_no_act_no"),
        "consignment_movement",
        ["gerai_id", "supplier_no", "act_no"],
        unique=False,
    )
    op.create_table(
        "payable",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.Column("nota", sa.String(length=40), nullable=False),
        sa.Column("billed_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("settled", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_payable_amount_is_whole")),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payable_amount_positive")),
        sa.CheckConstraint(
            "coalesce(billed_on = date(billed_on), billed_on IS NULL)",
            name=op.f("ck_payable_billed_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "coalesce(due_on = date(due_on), due_on IS NULL)", name=op.f("ck_payable_due_on_is_a_date")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_payable_no_is_whole")),
        sa.CheckConstraint("settled = CAST(settled AS BIGINT)", name=op.f("ck_payable_settled_is_whole")),
        sa.CheckConstraint("settled BETWEEN 0 AND amount", name=op.f("ck_payable_settled_within_the_amount")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_payable_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_payable_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_payable")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_payable_gerai_id_supplier_no_due_on"),
        "payable",
        ["gerai_id", "supplier_no", "due_on"],
        unique=False,
    )
    op.create_index("uq_payable_source", "payable", ["gerai_id", "source", "source_no"], unique=True)
    op.create_table(
        "payable_settlement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("payable_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "amount = CAST(amount AS BIGINT)", name=op.f("ck_payable_settlement_amount_is_whole")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_payable_settlement_amount_positive")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_payable_settlement_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_payable_settlement_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "payable_no"],
            ["payable.gerai_id", "payable.no"],
            name=op.f("fk_payable_settlement_gerai_id_payable_no_payable"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "payable_no", "act_no", name=op.f("pk_payable_settlement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_payable_settlement_gerai_id_source_source_no"),
        "payable_settlement",
        ["gerai_id", "source", "source_no"],
        unique=False,
    )
    op.create_table(
        "settlement",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.Column("paid_from", sa.String(length=10), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("bank_no", sa.BigInteger(), nullable=True),
        sa.Column("owed", sa.BigInteger(), nullable=False),
        sa.Column("missing", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "paid_from IN ('safe', 'bank', 'drawer')", name=op.f("ck_settlement_paid_from_is_known")
        ),
        sa.CheckConstraint(
            "coalesce(settled_on = date(settled_on), settled_on IS NULL)",
            name=op.f("ck_settlement_settled_on_is_a_date"),
        ),
        sa.CheckConstraint("missing = CAST(missing AS BIGINT)", name=op.f("ck_settlement_missing_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_settlement_no_is_whole")),
        sa.CheckConstraint("owed = CAST(owed AS BIGINT)", name=op.f("ck_settlement_owed_is_whole")),
        sa.CheckConstraint("paid = CAST(paid AS BIGINT)", name=op.f("ck_settlement_paid_is_whole")),
        sa.CheckConstraint("paid >= 0", name=op.f("ck_settlement_paid_not_negative")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_settlement_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_settlement_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_settlement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_settlement_gerai_id_supplier_no_no"),
        "settlement",
        ["gerai_id", "supplier_no", "no"],
        unique=False,
    )
    op.create_table(
        "supplier_payment",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("paid_from", sa.String(length=10), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("bank_no", sa.BigInteger(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "paid_from IN ('safe', 'bank', 'drawer')", name=op.f("ck_supplier_payment_paid_from_is_known")
        ),
        sa.CheckConstraint(
            "amount = CAST(amount AS BIGINT)", name=op.f("ck_supplier_payment_amount_is_whole")
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_supplier_payment_amount_positive")),
        sa.CheckConstraint(
            "coalesce(paid_on = date(paid_on), paid_on IS NULL)",
            name=op.f("ck_supplier_payment_paid_on_is_a_date"),
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_supplier_payment_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_supplier_payment_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_supplier_payment_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_supplier_payment")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_supplier_payment_gerai_id_supplier_no_no"),
        "supplier_payment",
        ["gerai_id", "supplier_no", "no"],
        unique=False,
    )
    op.create_table(
        "bill",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("nota", sa.String(length=40), nullable=False),
        sa.Column("billed_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("into_stock", sa.BigInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_bill_amount_is_whole")),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_bill_amount_not_negative")),
        sa.CheckConstraint(
            "coalesce(billed_on = date(billed_on), billed_on IS NULL)",
            name=op.f("ck_bill_billed_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "coalesce(due_on = date(due_on), due_on IS NULL)", name=op.f("ck_bill_due_on_is_a_date")
        ),
        sa.CheckConstraint(
            "into_stock = CAST(into_stock AS BIGINT)", name=op.f("ck_bill_into_stock_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_bill_no_is_whole")),
        sa.CheckConstraint("received = CAST(received AS BIGINT)", name=op.f("ck_bill_received_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_bill_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no"],
            ["receiving.gerai_id", "receiving.no"],
            name=op.f("fk_bill_gerai_id_receiving_no_receiving"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_bill_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_bill")),
        sqlite_with_rowid=False,
    )
    op.create_index("uq_bill_receiving", "bill", ["gerai_id", "receiving_no"], unique=True)
    op.create_table(
        "goods_return",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("settled_by", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "settled_by IN ('payable', 'safe', 'bank', 'unbilled', 'consigned')",
            name=op.f("ck_goods_return_settled_by_is_known"),
        ),
        sa.CheckConstraint(
            "coalesce(returned_on = date(returned_on), returned_on IS NULL)",
            name=op.f("ck_goods_return_returned_on_is_a_date"),
        ),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_goods_return_cost_is_whole")),
        sa.CheckConstraint("cost >= 0 AND credit >= 0", name=op.f("ck_goods_return_sums_not_negative")),
        sa.CheckConstraint("credit = CAST(credit AS BIGINT)", name=op.f("ck_goods_return_credit_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_goods_return_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_goods_return_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no"],
            ["receiving.gerai_id", "receiving.no"],
            name=op.f("fk_goods_return_gerai_id_receiving_no_receiving"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_goods_return")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_goods_return_gerai_id_receiving_no"),
        "goods_return",
        ["gerai_id", "receiving_no"],
        unique=False,
    )
    op.create_table(
        "receiving_terms",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("supplier_no", sa.BigInteger(), nullable=False),
        sa.Column("nota_key", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("freight", sa.BigInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=True),
        sa.Column("bank_no", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "coalesce(due_on = date(due_on), due_on IS NULL)",
            name=op.f("ck_receiving_terms_due_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "discount = CAST(discount AS BIGINT)", name=op.f("ck_receiving_terms_discount_is_whole")
        ),
        sa.CheckConstraint(
            "freight = CAST(freight AS BIGINT)", name=op.f("ck_receiving_terms_freight_is_whole")
        ),
        sa.CheckConstraint("gross = CAST(gross AS BIGINT)", name=op.f("ck_receiving_terms_gross_is_whole")),
        sa.CheckConstraint(
            "gross >= 0 AND discount >= 0 AND freight >= 0", name=op.f("ck_receiving_terms_sums_not_negative")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no"],
            ["receiving.gerai_id", "receiving.no"],
            name=op.f("fk_receiving_terms_gerai_id_receiving_no_receiving"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "supplier_no"],
            ["supplier.gerai_id", "supplier.no"],
            name=op.f("fk_receiving_terms_gerai_id_supplier_no_supplier"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "receiving_no", name=op.f("pk_receiving_terms")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_receiving_terms_nota",
        "receiving_terms",
        ["gerai_id", "supplier_no", "nota_key"],
        unique=True,
        sqlite_where=sa.text("nota_key <> ''"),
        postgresql_where=sa.text("nota_key <> ''"),
    )
    op.create_table(
        "settlement_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("settlement_no", sa.BigInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("received_milli", sa.BigInteger(), nullable=False),
        sa.Column("sold_milli", sa.BigInteger(), nullable=False),
        sa.Column("missing_milli", sa.BigInteger(), nullable=False),
        sa.Column("returned_milli", sa.BigInteger(), nullable=False),
        sa.Column("left_milli", sa.BigInteger(), nullable=False),
        sa.Column("share", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "left_milli = CAST(left_milli AS BIGINT)", name=op.f("ck_settlement_line_left_milli_is_whole")
        ),
        sa.CheckConstraint(
            "missing_milli = CAST(missing_milli AS BIGINT)",
            name=op.f("ck_settlement_line_missing_milli_is_whole"),
        ),
        sa.CheckConstraint(
            "received_milli = CAST(received_milli AS BIGINT)",
            name=op.f("ck_settlement_line_received_milli_is_whole"),
        ),
        sa.CheckConstraint(
            "returned_milli = CAST(returned_milli AS BIGINT)",
            name=op.f("ck_settlement_line_returned_milli_is_whole"),
        ),
        sa.CheckConstraint("returned_milli >= 0", name=op.f("ck_settlement_line_returned_not_negative")),
        sa.CheckConstraint("share = CAST(share AS BIGINT)", name=op.f("ck_settlement_line_share_is_whole")),
        sa.CheckConstraint(
            "sold_milli = CAST(sold_milli AS BIGINT)", name=op.f("ck_settlement_line_sold_milli_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_settlement_line_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "settlement_no"],
            ["settlement.gerai_id", "settlement.no"],
            name=op.f("fk_settlement_line_gerai_id_settlement_no_settlement"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "settlement_no", "item_no", name=op.f("pk_settlement_line")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goods_return_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("return_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("quantity_milli", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("cost = CAST(cost AS BIGINT)", name=op.f("ck_goods_return_line_cost_is_whole")),
        sa.CheckConstraint("cost >= 0 AND credit >= 0", name=op.f("ck_goods_return_line_sums_not_negative")),
        sa.CheckConstraint(
            "credit = CAST(credit AS BIGINT)", name=op.f("ck_goods_return_line_credit_is_whole")
        ),
        sa.CheckConstraint(
            "quantity_milli = CAST(quantity_milli AS BIGINT)",
            name=op.f("ck_goods_return_line_quantity_milli_is_whole"),
        ),
        sa.CheckConstraint("quantity_milli > 0", name=op.f("ck_goods_return_line_quantity_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no", "line"],
            ["receiving_line.gerai_id", "receiving_line.receiving_no", "receiving_line.line"],
            name=op.f("fk_goods_return_line_gerai_id_receiving_no_line_receiving_line"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "return_no"],
            ["goods_return.gerai_id", "goods_return.no"],
            name=op.f("fk_goods_return_line_gerai_id_return_no_goods_return"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "return_no", "line", name=op.f("pk_goods_return_line")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_goods_return_line_gerai_id_receiving_no_line"),
        "goods_return_line",
        ["gerai_id", "receiving_no", "line"],
        unique=False,
    )
    op.create_table(
        "receiving_line_terms",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("receiving_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("pack", sa.String(length=20), nullable=False),
        sa.Column("count_milli", sa.BigInteger(), nullable=False),
        sa.Column("pack_milli", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("freight", sa.BigInteger(), nullable=False),
        sa.Column("owed", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "count_milli = CAST(count_milli AS BIGINT)",
            name=op.f("ck_receiving_line_terms_count_milli_is_whole"),
        ),
        sa.CheckConstraint(
            "count_milli > 0 AND pack_milli > 0", name=op.f("ck_receiving_line_terms_packs_positive")
        ),
        sa.CheckConstraint("discount <= gross", name=op.f("ck_receiving_line_terms_discount_within_the_sum")),
        sa.CheckConstraint(
            "discount = CAST(discount AS BIGINT)", name=op.f("ck_receiving_line_terms_discount_is_whole")
        ),
        sa.CheckConstraint(
            "freight = CAST(freight AS BIGINT)", name=op.f("ck_receiving_line_terms_freight_is_whole")
        ),
        sa.CheckConstraint(
            "gross = CAST(gross AS BIGINT)", name=op.f("ck_receiving_line_terms_gross_is_whole")
        ),
        sa.CheckConstraint(
            "gross >= 0 AND discount >= 0 AND freight >= 0 AND owed >= 0",
            name=op.f("ck_receiving_line_terms_sums_not_negative"),
        ),
        sa.CheckConstraint("owed = CAST(owed AS BIGINT)", name=op.f("ck_receiving_line_terms_owed_is_whole")),
        sa.CheckConstraint(
            "pack_milli = CAST(pack_milli AS BIGINT)",
            name=op.f("ck_receiving_line_terms_pack_milli_is_whole"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "receiving_no", "line"],
            ["receiving_line.gerai_id", "receiving_line.receiving_no", "receiving_line.line"],
            name=op.f("fk_receiving_line_terms_gerai_id_receiving_no_line_receiving_line"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "receiving_no", "line", name=op.f("pk_receiving_line_terms")),
        sqlite_with_rowid=False,
    )
    guards.grant("supplier", "INSERT, UPDATE")
    guards.grant("receiving_terms", "INSERT")
    guards.grant("receiving_line_terms", "INSERT")
    guards.grant("payable", "INSERT, UPDATE")
    guards.grant("payable_settlement", "INSERT")
    guards.grant("bill", "INSERT")
    guards.grant("supplier_payment", "INSERT")
    guards.grant("goods_return", "INSERT")
    guards.grant("goods_return_line", "INSERT")
    guards.grant("consignment", "INSERT, UPDATE, DELETE")
    guards.grant("consignment_movement", "INSERT")
    guards.grant("settlement", "INSERT")
    guards.grant("settlement_line", "INSERT")
    guards.append_only("receiving_terms", ("gerai_id", "receiving_no"))
    guards.append_only("receiving_line_terms", ("gerai_id", "receiving_no", "line"))
    guards.append_only("payable_settlement", ("gerai_id", "payable_no", "act_no"))
    guards.append_only("bill", ("gerai_id", "no"))
    guards.append_only("supplier_payment", ("gerai_id", "no"))
    guards.append_only("goods_return", ("gerai_id", "no"))
    guards.append_only("goods_return_line", ("gerai_id", "return_no", "line"))
    guards.append_only("consignment_movement", ("gerai_id", "act_no", "line"))
    guards.append_only("settlement", ("gerai_id", "no"))
    guards.append_only("settlement_line", ("gerai_id", "settlement_no", "item_no"))


def downgrade() -> None:
    guards.drop_append_only("settlement_line")
    guards.drop_append_only("settlement")
    guards.drop_append_only("consignment_movement")
    guards.drop_append_only("goods_return_line")
    guards.drop_append_only("goods_return")
    guards.drop_append_only("supplier_payment")
    guards.drop_append_only("bill")
    guards.drop_append_only("payable_settlement")
    guards.drop_append_only("receiving_line_terms")
    guards.drop_append_only("receiving_terms")
    op.drop_table("receiving_line_terms")
    op.drop_table("goods_return_line")
    op.drop_table("settlement_line")
    op.drop_table("receiving_terms")
    op.drop_table("goods_return")
    op.drop_table("bill")
    op.drop_table("supplier_payment")
    op.drop_table("settlement")
    op.drop_table("payable_settlement")
    op.drop_table("payable")
    op.drop_table("consignment_movement")
    op.drop_table("consignment")
    op.drop_table("supplier")
    guards.replace_check("receiving", PAID_FROM, AFTER, BEFORE)
