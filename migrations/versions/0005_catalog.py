"""Items and their barcodes."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "item",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("decimals", sa.SmallInteger(), nullable=False),
        sa.Column("stock_group", sa.String(length=12), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "stock_group IN ('sembako', 'subsidised', 'produce')", name=op.f("ck_item_stock_group_is_known")
        ),
        sa.CheckConstraint("decimals IN (0, 3)", name=op.f("ck_item_decimals_are_known")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_item_no_is_whole")),
        sa.CheckConstraint("price = CAST(price AS BIGINT)", name=op.f("ck_item_price_is_whole")),
        sa.CheckConstraint("price >= 0", name=op.f("ck_item_price_not_negative")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_item_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_item")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_item_gerai_id_name"), "item", ["gerai_id", "name"], unique=False)
    op.create_table(
        "barcode",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=14), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_barcode_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "code", name=op.f("pk_barcode")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_barcode_gerai_id_item_no"), "barcode", ["gerai_id", "item_no"], unique=False)
    guards.grant("item", "INSERT, UPDATE")
    guards.grant("barcode", "INSERT, UPDATE, DELETE")


def downgrade() -> None:
    op.drop_table("barcode")
    op.drop_table("item")
