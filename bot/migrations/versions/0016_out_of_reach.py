"""Who cannot be told anything now is known from an index: an audience of all is counted without a look at each.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INDEX = "ix_person_out_of_reach"
OUT_OF_REACH = sa.text("unreachable_at IS NOT NULL OR hushed_until IS NOT NULL")


def upgrade() -> None:
    """An index of the few who blocked us or told of despair."""
    columns = ["unreachable_at", "hushed_until"]
    op.create_index(INDEX, "person", columns, sqlite_where=OUT_OF_REACH, postgresql_where=OUT_OF_REACH)


def downgrade() -> None:
    """Gone again."""
    op.drop_index(INDEX, "person")
