"""Registers, shifts, counts and tenders."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "register",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("code", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_register_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "code", name=op.f("pk_register")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("register", sa.String(length=2), nullable=False),
        sa.Column("cashier_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opening_float", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_shift_no_is_whole")),
        sa.CheckConstraint(
            "opening_float = CAST(opening_float AS BIGINT)", name=op.f("ck_shift_opening_float_is_whole")
        ),
        sa.CheckConstraint("opening_float >= 0", name=op.f("ck_shift_float_not_negative")),
        sa.ForeignKeyConstraint(
            ["cashier_id"], ["user_account.id"], name=op.f("fk_shift_cashier_id_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "register"],
            ["register.gerai_id", "register.code"],
            name=op.f("fk_shift_gerai_id_register_register"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_shift")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_shift_open_cashier",
        "shift",
        ["gerai_id", "cashier_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        "uq_shift_open_register",
        "shift",
        ["gerai_id", "register"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "shift_count",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_by", sa.Integer(), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("counted = CAST(counted AS BIGINT)", name=op.f("ck_shift_count_counted_is_whole")),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_shift_count_counted_not_negative")),
        sa.CheckConstraint(
            "expected = CAST(expected AS BIGINT)", name=op.f("ck_shift_count_expected_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["counted_by"], ["user_account.id"], name=op.f("fk_shift_count_counted_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_shift_count_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_shift_count_gerai_id_shift_no_shift"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "shift_no", "attempt", name=op.f("pk_shift_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tender",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("unit", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("given", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('cash', 'qris')", name=op.f("ck_tender_kind_is_known")),
        sa.CheckConstraint("amount = CAST(amount AS BIGINT)", name=op.f("ck_tender_amount_is_whole")),
        sa.CheckConstraint("given = CAST(given AS BIGINT)", name=op.f("ck_tender_given_is_whole")),
        sa.CheckConstraint(
            "source_no = CAST(source_no AS BIGINT)", name=op.f("ck_tender_source_no_is_whole")
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no"],
            ["shift.gerai_id", "shift.no"],
            name=op.f("fk_tender_gerai_id_shift_no_shift"),
        ),
        sa.ForeignKeyConstraint(["unit"], ["unit.code"], name=op.f("fk_tender_unit_unit")),
        sa.PrimaryKeyConstraint("gerai_id", "source", "source_no", "line", name=op.f("pk_tender")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tender_gerai_id_shift_no"), "tender", ["gerai_id", "shift_no"], unique=False)
    op.create_table(
        "shift_closing",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("reason", sa.String(length=160), nullable=False),
        sa.Column("entry_no", sa.BigInteger(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_shift_closing_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "entry_no"],
            ["entry.gerai_id", "entry.no"],
            name=op.f("fk_shift_closing_gerai_id_entry_no_entry"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no", "attempt"],
            ["shift_count.gerai_id", "shift_count.shift_no", "shift_count.attempt"],
            name=op.f("fk_shift_closing_gerai_id_shift_no_attempt_shift_count"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "shift_no", name=op.f("pk_shift_closing")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shift_count_line",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("shift_no", sa.BigInteger(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("denomination", sa.BigInteger(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "denomination = CAST(denomination AS BIGINT)",
            name=op.f("ck_shift_count_line_denomination_is_whole"),
        ),
        sa.CheckConstraint(
            "pieces = CAST(pieces AS BIGINT)", name=op.f("ck_shift_count_line_pieces_is_whole")
        ),
        sa.CheckConstraint("pieces > 0", name=op.f("ck_shift_count_line_pieces_positive")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "shift_no", "attempt"],
            ["shift_count.gerai_id", "shift_count.shift_no", "shift_count.attempt"],
            name=op.f("fk_shift_count_line_gerai_id_shift_no_attempt_shift_count"),
        ),
        sa.PrimaryKeyConstraint(
            "gerai_id", "shift_no", "attempt", "denomination", name=op.f("pk_shift_count_line")
        ),
        sqlite_with_rowid=False,
    )
    guards.grant("register", "INSERT, UPDATE")
    guards.grant("shift", "INSERT, UPDATE")
    guards.grant("shift_count", "INSERT")
    guards.grant("shift_count_line", "INSERT")
    guards.grant("shift_closing", "INSERT")
    guards.grant("tender", "INSERT")
    guards.append_only("shift_count", ("gerai_id", "shift_no", "attempt"))
    guards.append_only("shift_count_line", ("gerai_id", "shift_no", "attempt", "denomination"))
    guards.append_only("shift_closing", ("gerai_id", "shift_no"))
    guards.append_only("tender", ("gerai_id", "source", "source_no", "line"))


def downgrade() -> None:
    guards.drop_append_only("tender")
    guards.drop_append_only("shift_closing")
    guards.drop_append_only("shift_count_line")
    guards.drop_append_only("shift_count")
    op.drop_table("shift_count_line")
    op.drop_table("shift_closing")
    op.drop_table("tender")
    op.drop_table("shift_count")
    op.drop_table("shift")
    op.drop_table("register")
