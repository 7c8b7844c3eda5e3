"""What Alembic runs for each command; the connection, with its open transaction, comes from schema.py."""

from alembic import context

from assistant.adapters.database import tables_forgetting, tables_keys, tables_statistics
from assistant.adapters.database.tables import Base

# Their tables are known once they are imported.
_ = tables_forgetting, tables_keys, tables_statistics

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
