"""A caller's key has a scope: models, privacy, money, rates, an end; and after a rotation an older key beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in (
        sa.Column("models", sa.String()),
        sa.Column("privacy", sa.String()),
        sa.Column("budget_micro_usd", sa.BigInteger()),
        sa.Column("budget_period", sa.String()),
        sa.Column("requests_per_minute", sa.BigInteger()),
        sa.Column("tokens_per_minute", sa.BigInteger()),
        sa.Column("concurrent", sa.BigInteger()),
        sa.Column("expires_at_us", sa.BigInteger()),
        sa.Column("is_internal", sa.Boolean()),
        sa.Column("old_key_hash", sa.String()),
        sa.Column("old_key_until_us", sa.BigInteger()),
    ):
        op.add_column("callers", column)
