"""Each gerai's root row, its numbers, its acts."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "book",
        sa.Column("gerai_id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("head_no", sa.BigInteger(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("gerai_id = CAST(gerai_id AS BIGINT)", name=op.f("ck_book_gerai_id_is_whole")),
        sa.CheckConstraint("head_no = CAST(head_no AS BIGINT)", name=op.f("ck_book_head_no_is_whole")),
        sa.CheckConstraint("head_no >= 0", name=op.f("ck_book_head_not_negative")),
        sa.PrimaryKeyConstraint("gerai_id", name=op.f("pk_book")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "act",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_act_no_is_whole")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_act_gerai_id_book")),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_act_user_id_user_account")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_act")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_act_gerai_id_kind_no"), "act", ["gerai_id", "kind", "no"], unique=False)
    op.create_index("uq_act_reference", "act", ["gerai_id", "reference"], unique=True)
    op.create_table(
        "counter",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("last_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("last_no = CAST(last_no AS BIGINT)", name=op.f("ck_counter_last_no_is_whole")),
        sa.CheckConstraint("last_no >= 0", name=op.f("ck_counter_last_no_not_negative")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_counter_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "kind", name=op.f("pk_counter")),
        sqlite_with_rowid=False,
    )
    guards.grant("book", "INSERT, UPDATE")
    guards.grant("counter", "INSERT, UPDATE")
    guards.grant("act", "INSERT")
    guards.append_only("act", ("gerai_id", "no"))


def downgrade() -> None:
    guards.drop_append_only("act")
    op.drop_table("counter")
    op.drop_table("act")
    op.drop_table("book")
