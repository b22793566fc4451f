"""Who can sign in."""

import sqlalchemy as sa
from alembic import op

import guards

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "user_account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("session_epoch", sa.Integer(), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "session_epoch = CAST(session_epoch AS BIGINT)",
            name=op.f("ck_user_account_session_epoch_is_whole"),
        ),
        sa.CheckConstraint("username = lower(username)", name=op.f("ck_user_account_username_is_lower")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_account")),
        sa.UniqueConstraint("username", name=op.f("uq_user_account_username")),
    )
    op.create_table(
        "sign_in_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.CheckConstraint(
            "kind IN ('signed_in', 'refused', 'signed_out', 'password_changed', 'password_reset')",
            name=op.f("ck_sign_in_event_kind_is_known"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user_account.id"], name=op.f("fk_sign_in_event_user_id_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_event")),
    )
    op.create_index(op.f("ix_sign_in_event_user_id_at"), "sign_in_event", ["user_id", "at"], unique=False)
    guards.app_role()
    guards.grant("user_account", "INSERT, UPDATE")
    guards.grant("sign_in_event", "INSERT")
    guards.grant_sequences()


def downgrade() -> None:
    op.drop_table("sign_in_event")
    op.drop_table("user_account")
