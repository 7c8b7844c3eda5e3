"""What Alembic runs for each command; the connection, with its open transaction, comes from schema.py."""

from alembic import context

from assistant.adapters.database.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
