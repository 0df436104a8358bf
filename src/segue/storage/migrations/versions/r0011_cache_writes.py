"""A call and a turn keep how many tokens were put into a provider's cache, which some price apart."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("turns", "attempts"):
        op.add_column(table, sa.Column("cache_write_tokens", sa.BigInteger()))
