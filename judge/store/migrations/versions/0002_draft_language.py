"""The language of a draft: those before were Python."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("language", sa.String(32), nullable=False, server_default="python"))
