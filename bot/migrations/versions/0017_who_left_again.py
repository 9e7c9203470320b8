"""Somebody who was hired at a hiring day and is no longer there is not asked once more after ninety days.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """When they told us."""
    op.add_column("fair_outcome", sa.Column("left_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    """Gone again."""
    with op.batch_alter_table("fair_outcome") as outcome:
        outcome.drop_column("left_at")
