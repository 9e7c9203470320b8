"""How somebody who waits wants to talk, and until when they want to hear nothing.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns that may be empty. Alembic would leave the check out on SQLite."""
    ways = "CONSTRAINT ck_waiting_way CHECK (way IN ('visit', 'phone', 'video'))"
    op.execute(f"ALTER TABLE waiting ADD COLUMN way VARCHAR(24) {ways}")
    op.add_column("waiting", sa.Column("rests_until", UTCDateTime(), nullable=True))


def downgrade() -> None:
    """Gone again, with the check."""
    with op.batch_alter_table("waiting") as waiting:
        waiting.drop_column("rests_until")
        waiting.drop_constraint("ck_waiting_way", type_="check")
        waiting.drop_column("way")
