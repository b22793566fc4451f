"""Regions, gerai, units, officers and day counts."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kecamatan",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("tile_column", sa.SmallInteger(), nullable=False),
        sa.Column("tile_row", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_kecamatan")),
    )
    op.create_table(
        "daily_count",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "coalesce(counted_on = date(counted_on), counted_on IS NULL)",
            name=op.f("ck_daily_count_counted_on_is_a_date"),
        ),
        sa.CheckConstraint("value = CAST(value AS BIGINT)", name=op.f("ck_daily_count_value_is_whole")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_daily_count_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "counted_on", "measure", name=op.f("pk_daily_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "gerai_unit",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "coalesce(opened_on = date(opened_on), opened_on IS NULL)",
            name=op.f("ck_gerai_unit_opened_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_gerai_unit_gerai_id_book")),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_gerai_unit_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "unit", name=op.f("pk_gerai_unit")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "officer",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("appointed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_officer_gerai_id_book")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_officer_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "user_id", "role", name=op.f("pk_officer")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_officer_user_id"), "officer", ["user_id"], unique=False)
    op.create_table(
        "village",
        sa.Column("code", sa.String(length=13), nullable=False),
        sa.Column("kecamatan_code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.CheckConstraint("kind IN ('desa', 'kelurahan')", name=op.f("ck_village_kind_is_known")),
        sa.ForeignKeyConstraint(
            ["kecamatan_code"], ["kecamatan.code"], name=op.f("fk_village_kecamatan_code_kecamatan")
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_village")),
    )
    op.create_index(op.f("ix_village_kecamatan_code"), "village", ["kecamatan_code"], unique=False)
    op.create_table(
        "gerai",
        sa.Column("gerai_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=13), nullable=False),
        sa.Column("cooperative", sa.String(length=100), nullable=False),
        sa.Column("address", sa.String(length=160), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.CheckConstraint("gerai_id > 0", name=op.f("ck_gerai_not_the_district")),
        sa.CheckConstraint(
            "coalesce(opened_on = date(opened_on), opened_on IS NULL)",
            name=op.f("ck_gerai_opened_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(["code"], ["village.code"], name=op.f("fk_gerai_code_village")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_gerai_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", name=op.f("pk_gerai")),
        sa.UniqueConstraint("code", name=op.f("uq_gerai_code")),
        sqlite_with_rowid=False,
    )
    guards.grant("kecamatan", "INSERT")
    guards.grant("village", "INSERT")
    guards.grant("gerai", "INSERT, UPDATE")
    guards.grant("gerai_unit", "INSERT, UPDATE")
    guards.grant("officer", "INSERT, UPDATE")
    guards.grant("daily_count", "INSERT, UPDATE, DELETE")


def downgrade() -> None:
    op.drop_table("gerai")
    op.drop_table("village")
    op.drop_table("officer")
    op.drop_table("gerai_unit")
    op.drop_table("daily_count")
    op.drop_table("kecamatan")
