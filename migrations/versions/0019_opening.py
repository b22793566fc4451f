"""Opening balances."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "opening_part",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("part", sa.String(length=12), nullable=False),
        sa.Column("filename", sa.String(length=120), nullable=False),
        sa.Column("uploaded_by", sa.Integer(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_opening_part_gerai_id_book")),
        sa.ForeignKeyConstraint(
            ["uploaded_by"], ["user_account.id"], name=op.f("fk_opening_part_uploaded_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "part", name=op.f("pk_opening_part")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "opening",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("opening_on", sa.Date(), nullable=False),
        sa.Column("unexplained", sa.BigInteger(), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("act_no = CAST(act_no AS BIGINT)", name=op.f("ck_opening_act_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(opening_on = date(opening_on), opening_on IS NULL)",
            name=op.f("ck_opening_opening_on_is_a_date"),
        ),
        sa.CheckConstraint("entry_no = CAST(entry_no AS BIGINT)", name=op.f("ck_opening_entry_no_is_whole")),
        sa.CheckConstraint(
            "unexplained = CAST(unexplained AS BIGINT)", name=op.f("ck_opening_unexplained_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_opening_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_opening_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_opening_gerai_id_book")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_opening_recorded_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", name=op.f("pk_opening")),
        sqlite_with_rowid=False,
    )
    guards.grant("opening_part", "INSERT, UPDATE, DELETE")
    guards.grant("opening", "INSERT")
    guards.append_only("opening", ("gerai_id",))


def downgrade() -> None:
    guards.drop_append_only("opening")
    op.drop_table("opening")
    op.drop_table("opening_part")
