"""It is known which calls were settled, and what was held long ago stays open for what the call did cost."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("budget_holds", sa.Column("is_old", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "budget_settled",
        sa.Column("hold", sa.String(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hold", name="pk_budget_settled"),
    )
    op.create_index("ix_budget_settled_at_us", "budget_settled", ["at_us"])
