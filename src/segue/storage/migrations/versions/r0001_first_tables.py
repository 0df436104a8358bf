"""The first tables: turns, attempts, screenings, states of models, sessions and callers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    counted_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "turns",
        sa.Column("turn_id", sa.String(), nullable=False),
        sa.Column("session", sa.String()),
        sa.Column("caller_id", sa.String(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("provider", sa.String()),
        sa.Column("model", sa.String()),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("duration_s", sa.Float(), nullable=False),
        sa.Column("first_token_s", sa.Float()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("input_tokens", sa.BigInteger()),
        sa.Column("output_tokens", sa.BigInteger()),
        sa.Column("cached_input_tokens", sa.BigInteger()),
        sa.Column("reasoning_tokens", sa.BigInteger()),
        sa.Column("usage_is_exact", sa.Boolean()),
        sa.Column("cost_micro_usd", sa.BigInteger()),
        sa.Column("streamed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("turn_id", name="pk_turns"),
    )
    op.create_table(
        "attempts",
        sa.Column("turn_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("duration_s", sa.Float(), nullable=False),
        sa.Column("first_token_s", sa.Float()),
        sa.Column("input_tokens", sa.BigInteger()),
        sa.Column("output_tokens", sa.BigInteger()),
        sa.Column("cached_input_tokens", sa.BigInteger()),
        sa.Column("reasoning_tokens", sa.BigInteger()),
        sa.Column("usage_is_exact", sa.Boolean()),
        sa.Column("error_code", sa.String()),
        sa.Column("cost_micro_usd", sa.BigInteger()),
        sa.PrimaryKeyConstraint("turn_id", "number", name="pk_attempts"),
    )
    op.create_table(
        "screenings",
        sa.Column("id", counted_id, nullable=False),
        sa.Column("turn_id", sa.String(), nullable=False),
        sa.Column("session", sa.String()),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        sa.Column("is_degraded", sa.Boolean(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("duration_s", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_screenings"),
    )
    op.create_table(
        "model_states",
        sa.Column("id", counted_id, nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_model_states"),
    )
    op.create_table(
        "sessions",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("created_at_us", sa.BigInteger(), nullable=False),
        sa.Column("last_turn_at_us", sa.BigInteger(), nullable=False),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("pinned_provider", sa.String()),
        sa.Column("pinned_model", sa.String()),
        sa.Column("began_local", sa.Boolean(), nullable=False),
        sa.Column("privacy", sa.String()),
        sa.Column("risk_level", sa.SmallInteger(), nullable=False),
        sa.Column("safety_state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_sessions"),
    )
    op.create_table(
        "callers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("created_at_us", sa.BigInteger(), nullable=False),
        sa.Column("revoked_at_us", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_callers"),
        sa.UniqueConstraint("key_hash", name="uq_callers_key_hash"),
    )
    for table in ("turns", "attempts", "screenings", "model_states"):
        op.create_index(f"ix_{table}_at_us", table, ["at_us"])
    op.create_index("ix_sessions_last_turn_at_us", "sessions", ["last_turn_at_us"])
    active = sa.column("revoked_at_us").is_(None)
    op.create_index(
        "ix_callers_active_name", "callers", ["name"], unique=True, sqlite_where=active, postgresql_where=active
    )
