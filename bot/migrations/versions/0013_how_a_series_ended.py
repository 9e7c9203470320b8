"""Series: why one ended

Revision: 0013, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("series", sa.Column("ended_why", sa.String(length=24), nullable=True))


def downgrade() -> None:
    op.drop_column("series", "ended_why")
