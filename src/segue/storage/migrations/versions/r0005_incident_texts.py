"""Texts of incidents, sealed, where an operator has them kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incident_texts",
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_incident_texts"),
    )
    op.create_index("ix_incident_texts_session", "incident_texts", ["session"])
    op.create_index("ix_incident_texts_at_us", "incident_texts", ["at_us"])
