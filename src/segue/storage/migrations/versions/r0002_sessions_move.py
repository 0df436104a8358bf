"""Sessions keep the model that they began with apart from the one that they had to move to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sessions", sa.Column("moved_to_provider", sa.String()))
    op.add_column("sessions", sa.Column("moved_to_model", sa.String()))
