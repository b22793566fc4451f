"""Sessions and PINs."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

EVENT_KIND = "ck_sign_in_event_kind_is_known"
BEFORE = "kind IN ('signed_in', 'refused', 'signed_out', 'password_changed', 'password_reset')"
AFTER = (
    "kind IN ('signed_in', 'refused', 'signed_out', 'password_changed', 'password_reset',"
    " 'session_ended', 'pin_set', 'pin_refused')"
)


def upgrade() -> None:
    guards.replace_check("sign_in_event", EVENT_KIND, BEFORE, AFTER)
    _sessions()
    _pins()
    guards.grant("user_session", "INSERT, UPDATE")
    guards.grant("user_pin", "INSERT, UPDATE, DELETE")
    guards.grant("pin_attempt", "INSERT, UPDATE")


def _sessions() -> None:
    op.create_table(
        "user_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.Column("device", sa.String(length=60), nullable=False),
        sa.CheckConstraint("epoch = CAST(epoch AS BIGINT)", name=op.f("ck_user_session_epoch_is_whole")),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_user_session_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_user_session")),
    )
    op.create_index(op.f("ix_user_session_user_id_ended_at"), "user_session", ["user_id", "ended_at"])


def _pins() -> None:
    op.create_table(
        "user_pin",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_user_pin_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_user_pin")),
    )
    op.create_table(
        "pin_attempt",
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("wrong", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("side IN ('target', 'caller')", name=op.f("ck_pin_attempt_side_is_known")),
        sa.CheckConstraint("wrong = CAST(wrong AS BIGINT)", name=op.f("ck_pin_attempt_wrong_is_whole")),
        sa.CheckConstraint("wrong >= 0", name=op.f("ck_pin_attempt_wrong_not_negative")),
        sa.PrimaryKeyConstraint("side", "subject", name=op.f("pk_pin_attempt")),
    )


def downgrade() -> None:
    op.drop_table("pin_attempt")
    op.drop_table("user_pin")
    op.drop_table("user_session")
    op.execute("DELETE FROM sign_in_event WHERE kind IN ('session_ended', 'pin_set', 'pin_refused')")
    guards.replace_check("sign_in_event", EVENT_KIND, AFTER, BEFORE)
