"""Alembic's entry: runs on the connection that ``judge.store.migrate`` hands over, inside its transaction."""

from alembic import context

from judge.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite's, too, as transactions are begun explicitly
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
