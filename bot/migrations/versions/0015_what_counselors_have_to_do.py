"""What counselors have to do is counted in an index alone: every page of free times asks for it.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

INDEX = "ix_appointment_load"
LOAD = sa.text("state IN ('held', 'requested', 'confirmed', 'arrived') AND seat IS NULL")


def upgrade() -> None:
    """An index of the meetings that take time, without the seats in them."""
    columns = ["counselor_id", "starts_at"]
    op.create_index(INDEX, "appointment", columns, sqlite_where=LOAD, postgresql_where=LOAD)


def downgrade() -> None:
    """Gone again."""
    op.drop_index(INDEX, "appointment")
