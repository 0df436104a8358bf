"""Runs migrations on the connection that `storage/schema.py` hands over, within its transaction."""

from alembic import context

from segue.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    # SQLite cannot alter most of a table in place; a migration that does so copies it.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
