"""Hand-offs to a human wait in an outbox until somebody has acknowledged them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handoffs",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("session", sa.String()),
        sa.Column("ref", sa.String()),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("category", sa.String()),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("codes", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_us", sa.BigInteger(), nullable=False),
        sa.Column("delivered_at_us", sa.BigInteger()),
        sa.Column("ended_at_us", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name="pk_handoffs"),
    )
    op.create_index("ix_handoffs_session", "handoffs", ["session"])
    op.create_index("ix_handoffs_state", "handoffs", ["state", "due_us"])
