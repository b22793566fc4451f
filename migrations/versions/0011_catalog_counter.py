"""Packs, price breaks, member and dated prices, ceilings, containers."""

from datetime import date

import sqlalchemy as sa
from alembic import op

import guards

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = (
    "regulated_good",
    "price_ceiling",
    "container",
    "item_trait",
    "item_pack",
    "pack_barcode",
    "item_price",
)
# What an item cost before its prices had dates.
_FIRST_PRICES = sa.text(
    "INSERT INTO item_price (gerai_id, item_no, no, kind, from_milli, price, percent, label, starts_on, ends_on)"
    " SELECT gerai_id, no, 1, 'retail', 0, price, 0, '', :first, :last FROM item WHERE price > 0"
).bindparams(
    sa.bindparam("first", date(2000, 1, 1), sa.Date()), sa.bindparam("last", date(9999, 12, 31), sa.Date())
)


def upgrade() -> None:
    op.create_table(
        "regulated_good",
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("per", sa.String(length=10), nullable=False),
        sa.CheckConstraint("per IN ('kg', 'litre', 'cylinder')", name=op.f("ck_regulated_good_per_is_known")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_regulated_good")),
    )
    op.create_table(
        "container",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("deposit = CAST(deposit AS BIGINT)", name=op.f("ck_container_deposit_is_whole")),
        sa.CheckConstraint("deposit >= 0", name=op.f("ck_container_deposit_not_negative")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_container_no_is_whole")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_container_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_container")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "price_ceiling",
        sa.Column("good", sa.String(length=30), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("max_price", sa.BigInteger(), nullable=False),
        sa.Column("action", sa.String(length=5), nullable=False),
        sa.Column("cap_quantity", sa.BigInteger(), nullable=True),
        sa.Column("cap_unit", sa.String(length=10), nullable=True),
        sa.Column("cap_period", sa.String(length=10), nullable=True),
        sa.Column("needs_nik", sa.Boolean(), nullable=False),
        sa.Column("no_bundling", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=120), nullable=False),
        sa.CheckConstraint("action IN ('block', 'warn')", name=op.f("ck_price_ceiling_action_is_known")),
        sa.CheckConstraint(
            "cap_quantity = CAST(cap_quantity AS BIGINT)", name=op.f("ck_price_ceiling_cap_quantity_is_whole")
        ),
        sa.CheckConstraint(
            "coalesce(valid_from = date(valid_from), valid_from IS NULL)",
            name=op.f("ck_price_ceiling_valid_from_is_a_date"),
        ),
        sa.CheckConstraint(
            "coalesce(valid_to = date(valid_to), valid_to IS NULL)",
            name=op.f("ck_price_ceiling_valid_to_is_a_date"),
        ),
        sa.CheckConstraint(
            "max_price = CAST(max_price AS BIGINT)", name=op.f("ck_price_ceiling_max_price_is_whole")
        ),
        sa.CheckConstraint("max_price > 0", name=op.f("ck_price_ceiling_price_is_positive")),
        sa.ForeignKeyConstraint(
            ["good"], ["regulated_good.code"], name=op.f("fk_price_ceiling_good_regulated_good")
        ),
        sa.PrimaryKeyConstraint("good", "valid_from", name=op.f("pk_price_ceiling")),
    )
    op.create_table(
        "item_pack",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("milli", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=10), nullable=False),
        sa.CheckConstraint("milli = CAST(milli AS BIGINT)", name=op.f("ck_item_pack_milli_is_whole")),
        sa.CheckConstraint("milli > 0", name=op.f("ck_item_pack_content_is_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_item_pack_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "item_no", "milli", name=op.f("pk_item_pack")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "item_price",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("from_milli", sa.BigInteger(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("percent", sa.SmallInteger(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(kind IN ('wholesale', 'pack')) = (from_milli > 0)",
            name=op.f("ck_item_price_quantity_fits_its_kind"),
        ),
        sa.CheckConstraint(
            "kind = 'promotion' OR percent = 0", name=op.f("ck_item_price_only_promotions_have_percent")
        ),
        sa.CheckConstraint(
            "kind IN ('retail', 'wholesale', 'member', 'pack', 'promotion')",
            name=op.f("ck_item_price_kind_is_known"),
        ),
        sa.CheckConstraint("(price > 0) <> (percent > 0)", name=op.f("ck_item_price_price_or_percent")),
        sa.CheckConstraint(
            "coalesce(ends_on = date(ends_on), ends_on IS NULL)", name=op.f("ck_item_price_ends_on_is_a_date")
        ),
        sa.CheckConstraint(
            "coalesce(starts_on = date(starts_on), starts_on IS NULL)",
            name=op.f("ck_item_price_starts_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "from_milli = CAST(from_milli AS BIGINT)", name=op.f("ck_item_price_from_milli_is_whole")
        ),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_item_price_no_is_whole")),
        sa.CheckConstraint("price = CAST(price AS BIGINT)", name=op.f("ck_item_price_price_is_whole")),
        sa.CheckConstraint(
            "price >= 0 AND percent BETWEEN 0 AND 99 AND from_milli >= 0", name=op.f("ck_item_price_in_range")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_item_price_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_item_price_gerai_id_item_no_item"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "item_no", "no", name=op.f("pk_item_price")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_item_price_gerai_id_act_no"), "item_price", ["gerai_id", "act_no"], unique=False)
    op.create_index("ix_item_price_in_force", "item_price", ["gerai_id", "item_no", "ends_on"], unique=False)
    op.create_table(
        "item_trait",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("plu", sa.BigInteger(), nullable=True),
        sa.Column("container_no", sa.BigInteger(), nullable=True),
        sa.Column("good", sa.String(length=30), nullable=True),
        sa.Column("net_milli", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(good IS NULL) = (net_milli IS NULL)", name=op.f("ck_item_trait_good_has_its_content")
        ),
        sa.CheckConstraint(
            "net_milli = CAST(net_milli AS BIGINT)", name=op.f("ck_item_trait_net_milli_is_whole")
        ),
        sa.CheckConstraint("net_milli > 0", name=op.f("ck_item_trait_content_is_positive")),
        sa.CheckConstraint("plu = CAST(plu AS BIGINT)", name=op.f("ck_item_trait_plu_is_whole")),
        sa.CheckConstraint("plu BETWEEN 1 AND 99999", name=op.f("ck_item_trait_plu_has_five_digits")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "container_no"],
            ["container.gerai_id", "container.no"],
            name=op.f("fk_item_trait_gerai_id_container_no_container"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no"],
            ["item.gerai_id", "item.no"],
            name=op.f("fk_item_trait_gerai_id_item_no_item"),
        ),
        sa.ForeignKeyConstraint(
            ["good"], ["regulated_good.code"], name=op.f("fk_item_trait_good_regulated_good")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "item_no", name=op.f("pk_item_trait")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_item_trait_gerai_id_container_no"), "item_trait", ["gerai_id", "container_no"], unique=False
    )
    op.create_index("uq_item_trait_plu", "item_trait", ["gerai_id", "plu"], unique=True)
    op.create_table(
        "pack_barcode",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=14), nullable=False),
        sa.Column("item_no", sa.BigInteger(), nullable=False),
        sa.Column("milli", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "code"],
            ["barcode.gerai_id", "barcode.code"],
            name=op.f("fk_pack_barcode_gerai_id_code_barcode"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "item_no", "milli"],
            ["item_pack.gerai_id", "item_pack.item_no", "item_pack.milli"],
            name=op.f("fk_pack_barcode_gerai_id_item_no_milli_item_pack"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "code", name=op.f("pk_pack_barcode")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_pack_barcode_gerai_id_item_no_milli"),
        "pack_barcode",
        ["gerai_id", "item_no", "milli"],
        unique=False,
    )
    guards.grant("regulated_good", "INSERT, UPDATE")
    guards.grant("price_ceiling", "INSERT, UPDATE")
    guards.grant("container", "INSERT, UPDATE")
    guards.grant("item_trait", "INSERT, UPDATE")
    guards.grant("item_pack", "INSERT, UPDATE, DELETE")
    guards.grant("pack_barcode", "INSERT, DELETE")
    guards.grant("item_price", "INSERT, UPDATE (ends_on)")
    op.get_bind().execute(_FIRST_PRICES)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
