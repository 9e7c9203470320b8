"""What Alembic runs for each migration; the connection and its lock come from `migrate`."""

from alembic import context
from sqlmodel import SQLModel

import bot.models  # noqa: F401 (the tables)

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
