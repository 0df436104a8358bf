"""The chain of incidents, the keys of its pseudonyms, and the data keys of the vault."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vault_keys",
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("master_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("purpose", "number", name="pk_vault_keys"),
    )
    op.create_table(
        "incident_keys",
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at_us", sa.BigInteger(), nullable=False),
        sa.Column("used_at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("session", name="pk_incident_keys"),
    )
    op.create_table(
        "incidents",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("category", sa.String()),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("codes", sa.String(), nullable=False),
        sa.Column("score", sa.Float()),
        sa.Column("is_degraded", sa.SmallInteger(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("measures", sa.String(), nullable=False),
        sa.Column("latency_s", sa.Float(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("classifier", sa.String(), nullable=False),
        sa.Column("segue", sa.String(), nullable=False),
        sa.Column("session_pseudonym", sa.String()),
        sa.Column("turn_pseudonym", sa.String()),
        sa.Column("is_late", sa.SmallInteger(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_incidents"),
        sa.UniqueConstraint("id", name="uq_incidents_id"),
    )
    op.create_table(
        "incident_ends",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_incident_ends"),
    )
    op.create_index("ix_incident_keys_used_at_us", "incident_keys", ["used_at_us"])
    op.create_index("ix_incidents_at_us", "incidents", ["at_us"])
