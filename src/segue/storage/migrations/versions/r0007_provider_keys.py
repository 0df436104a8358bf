"""Keys for providers are kept, sealed by the vault."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "provider_keys",
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("added_at_us", sa.BigInteger(), nullable=False),
        sa.Column("checked_at_us", sa.BigInteger()),
        sa.Column("expires_at_us", sa.BigInteger()),
        sa.Column("used_at_us", sa.BigInteger()),
        sa.PrimaryKeyConstraint("provider", "label", name="pk_provider_keys"),
    )
