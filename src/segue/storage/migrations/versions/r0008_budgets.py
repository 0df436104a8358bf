"""What is held and spent is kept for budgets, and a turn keeps what its caller counts it under."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turns", sa.Column("tags", sa.String()))
    op.create_table(
        "budget_accounts",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("began_us", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("spent_micro_usd", sa.BigInteger(), nullable=False),
        sa.Column("unpriced", sa.BigInteger(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", "period", "began_us", name="pk_budget_accounts"),
    )
    op.create_table(
        "budget_holds",
        sa.Column("hold", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("began_us", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("micro_usd", sa.BigInteger(), nullable=False),
        sa.Column("at_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("hold", "kind", "name", "period", "began_us", name="pk_budget_holds"),
    )
    op.create_index("ix_budget_holds_at_us", "budget_holds", ["at_us"])
    op.create_index("ix_budget_holds_account", "budget_holds", ["kind", "name", "period", "began_us"])
