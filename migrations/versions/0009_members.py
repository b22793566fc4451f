"""The members' register: members, their history, heirs, cards and accounts."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "member",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("nik", sa.Text(), nullable=True),
        sa.Column("nik_index", sa.String(length=64), nullable=True),
        sa.Column("gender", sa.String(length=6), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("occupation", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=16), nullable=True),
        sa.Column("dusun", sa.String(length=40), nullable=False),
        sa.Column("rt", sa.String(length=3), nullable=False),
        sa.Column("rw", sa.String(length=3), nullable=False),
        sa.Column("address", sa.String(length=160), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(status IN ('candidate', 'member')) = (left_on IS NULL)", name=op.f("ck_member_left_when_gone")
        ),
        sa.CheckConstraint("gender IN ('male', 'female')", name=op.f("ck_member_gender_is_known")),
        sa.CheckConstraint(
            "status <> 'candidate' OR since_on IS NULL", name=op.f("ck_member_candidates_wait")
        ),
        sa.CheckConstraint(
            "status <> 'member' OR since_on IS NOT NULL", name=op.f("ck_member_members_have_begun")
        ),
        sa.CheckConstraint(
            "status IN ('candidate', 'member', 'resigned', 'expelled', 'deceased')",
            name=op.f("ck_member_status_is_known"),
        ),
        sa.CheckConstraint("(nik IS NULL) = (nik_index IS NULL)", name=op.f("ck_member_nik_is_indexed")),
        sa.CheckConstraint(
            "coalesce(born_on = date(born_on), born_on IS NULL)", name=op.f("ck_member_born_on_is_a_date")
        ),
        sa.CheckConstraint(
            "coalesce(left_on = date(left_on), left_on IS NULL)", name=op.f("ck_member_left_on_is_a_date")
        ),
        sa.CheckConstraint(
            "coalesce(registered_on = date(registered_on), registered_on IS NULL)",
            name=op.f("ck_member_registered_on_is_a_date"),
        ),
        sa.CheckConstraint(
            "coalesce(since_on = date(since_on), since_on IS NULL)", name=op.f("ck_member_since_on_is_a_date")
        ),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_member_has_a_name")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_member_no_is_whole")),
        sa.ForeignKeyConstraint(["gerai_id"], ["book.gerai_id"], name=op.f("fk_member_gerai_id_book")),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_member")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_member_gerai_id_dusun"), "member", ["gerai_id", "dusun"], unique=False)
    op.create_index(
        "uq_member_nik",
        "member",
        ["gerai_id", "nik_index"],
        unique=True,
        sqlite_where=sa.text("left_on IS NULL"),
        postgresql_where=sa.text("left_on IS NULL"),
    )
    op.create_table(
        "heir",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("phone", sa.String(length=16), nullable=True),
        sa.CheckConstraint("length(name) > 0", name=op.f("ck_heir_has_a_name")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_heir_gerai_id_member_no_member"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "member_no", "line", name=op.f("pk_heir")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "member_account",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_member_account_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_member_account_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "member_no", name=op.f("pk_member_account")),
        sqlite_with_rowid=False,
    )
    op.create_index("uq_member_account_user", "member_account", ["gerai_id", "user_id"], unique=True)
    op.create_table(
        "member_card",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("no", sa.BigInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.String(length=20), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=80), nullable=False),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("act_no = CAST(act_no AS BIGINT)", name=op.f("ck_member_card_act_no_is_whole")),
        sa.CheckConstraint("no = CAST(no AS BIGINT)", name=op.f("ck_member_card_no_is_whole")),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_member_card_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_member_card_gerai_id_member_no_member"),
        ),
        sa.PrimaryKeyConstraint("gerai_id", "no", name=op.f("pk_member_card")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_member_card_live",
        "member_card",
        ["gerai_id", "member_no"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_index("uq_member_card_token", "member_card", ["gerai_id", "token"], unique=True)
    op.create_table(
        "member_event",
        sa.Column("gerai_id", sa.SmallInteger(), nullable=False),
        sa.Column("member_no", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=160), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("act_no", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('registered', 'completed', 'resigned', 'expelled', 'deceased')",
            name=op.f("ck_member_event_kind_is_known"),
        ),
        sa.CheckConstraint("act_no = CAST(act_no AS BIGINT)", name=op.f("ck_member_event_act_no_is_whole")),
        sa.CheckConstraint(
            "coalesce(happened_on = date(happened_on), happened_on IS NULL)",
            name=op.f("ck_member_event_happened_on_is_a_date"),
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "act_no"],
            ["act.gerai_id", "act.no"],
            name=op.f("fk_member_event_gerai_id_act_no_act"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["gerai_id", "member_no"],
            ["member.gerai_id", "member.no"],
            name=op.f("fk_member_event_gerai_id_member_no_member"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["user_account.id"], name=op.f("fk_member_event_recorded_by_user_account")
        ),
        sa.PrimaryKeyConstraint("gerai_id", "member_no", "line", name=op.f("pk_member_event")),
        sqlite_with_rowid=False,
    )
    guards.grant("member", "INSERT, UPDATE")
    guards.grant("member_event", "INSERT")
    guards.grant("heir", "INSERT, UPDATE, DELETE")
    guards.grant("member_card", "INSERT, UPDATE")
    guards.grant("member_account", "INSERT, UPDATE, DELETE")
    guards.append_only("member_event", ("gerai_id", "member_no", "line"))


def downgrade() -> None:
    guards.drop_append_only("member_event")
    op.drop_table("member_event")
    op.drop_table("member_card")
    op.drop_table("member_account")
    op.drop_table("heir")
    op.drop_table("member")
