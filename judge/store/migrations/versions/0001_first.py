"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clocks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("started_at", sa.BigInteger, nullable=False),
        sa.Column("duration", sa.BigInteger),
        sa.Column("ended_at", sa.BigInteger),
        sa.Column("due_at", sa.BigInteger),
    )
    op.create_index("clocks_due", "clocks", ["due_at"])
    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("clock_id", sa.Integer, sa.ForeignKey("clocks.id"), nullable=False),
        sa.Column("started_at", sa.BigInteger, nullable=False),
        sa.Column("ended_at", sa.BigInteger),
    )
    op.create_index("ix_pauses_clock_id", "pauses", ["clock_id"])
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("clock_id", sa.Integer, sa.ForeignKey("clocks.id"), nullable=False, unique=True),
        sa.Column("loop", sa.String(200), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("minutes", sa.Text, nullable=False),
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("clock_id", sa.Integer, sa.ForeignKey("clocks.id"), nullable=False),
        sa.Column("session_id", sa.Integer, sa.ForeignKey("sessions.id")),
        sa.Column("problem", sa.String(200), nullable=False),
    )
    for column in ("clock_id", "session_id", "problem"):
        op.create_index(f"ix_attempts_{column}", "attempts", [column])
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("attempt_id", sa.Integer, sa.ForeignKey("attempts.id"), nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("saved_at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_drafts_attempt_id", "drafts", ["attempt_id"])
    op.create_table(
        "hints",
        sa.Column("attempt_id", sa.Integer, sa.ForeignKey("attempts.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("shown_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("attempt_id", sa.Integer, sa.ForeignKey("attempts.id"), nullable=False),
        sa.Column("problem", sa.String(200), nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("claim", sa.LargeBinary),
        sa.Column("own_cases", sa.Text, nullable=False),
        sa.Column("received_at", sa.BigInteger, nullable=False),
        sa.Column("elapsed", sa.BigInteger, nullable=False),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("full", sa.Boolean, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("owner", sa.String(200)),
        sa.Column("token", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("heartbeat_at", sa.BigInteger),
        sa.Column("last_event", sa.Integer, nullable=False, server_default=sa.text("0")),
        sa.Column("decided_at", sa.BigInteger),
        sa.Column("accepted", sa.Boolean),
        sa.Column("too_slow", sa.Boolean),
        sa.Column("report", sa.Text),
    )
    for column in ("attempt_id", "problem"):
        op.create_index(f"ix_submissions_{column}", "submissions", [column])
    op.create_index("submissions_queue", "submissions", ["state", "mode", "id"])
    op.create_table(
        "events",
        sa.Column("submission_id", sa.Integer, sa.ForeignKey("submissions.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data", sa.Text, nullable=False),
    )
