"""The outbox tells apart what waits, what is in hand, what failed for now and what failed for good."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

outbox = sa.table(
    "outbox",
    sa.column("carrier", sa.Text),
    sa.column("state", sa.Text),
    sa.column("attempts", sa.Integer),
    sa.column("created_at", sa.DateTime(timezone=True)),
    sa.column("failing_since", sa.DateTime(timezone=True)),
    sa.column("lease_until", sa.DateTime(timezone=True)),
    sa.column("lease_token", sa.Text),
)


def upgrade() -> None:
    op.add_column("outbox", sa.Column("failing_since", sa.DateTime(timezone=True)))
    op.add_column("outbox", sa.Column("reason", sa.Text))
    waits = outbox.c.state == "waiting"
    _set(sa.and_(waits, outbox.c.attempts > 0), failing_since=outbox.c.created_at)
    _set(sa.and_(waits, outbox.c.lease_until.is_not(None)), state="sending")
    _set(sa.and_(waits, outbox.c.attempts > 0), state="failed-temporarily")
    _set(waits, state="created")
    _set(outbox.c.state == "failed", state="failed-for-good")


def downgrade() -> None:
    # The older program knows neither these carriers nor the states; what it cannot hand over it must not stumble over.
    op.execute(outbox.delete().where(outbox.c.carrier.not_in(["letter", "telegram"])))
    _set(outbox.c.state.in_(["created", "sending", "failed-temporarily"]), state="waiting")
    _set(outbox.c.state.in_(["failed-for-good", "cancelled"]), state="failed")
    op.drop_column("outbox", "reason")
    op.drop_column("outbox", "failing_since")


def _set(condition: sa.ColumnElement[bool], **values: object) -> None:
    op.execute(outbox.update().where(condition).values(**values))
