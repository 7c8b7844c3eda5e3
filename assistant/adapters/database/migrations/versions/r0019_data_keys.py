"""Personal data is encrypted under keys of its own; what is there already, by the program's next start."""

import sqlalchemy as sa
from alembic import op

from assistant.errors import SettingsError

revision = "0019"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "data_keys",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("master", sa.Text, nullable=False),
        sa.Column("wrapped", sa.Text),
        sa.Column("destroyed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("owner", name="pk_data_keys"),
    )
    op.add_column("conversations", sa.Column("address", sa.Text))
    # Whose update it was is of no use once it is handled.
    op.execute("UPDATE telegram_updates SET chat = '' WHERE done_at IS NOT NULL")
    op.create_index(
        "ix_data_keys_destroyed_at",
        "data_keys",
        ["destroyed_at"],
        sqlite_where=sa.text("destroyed_at IS NOT NULL"),
        postgresql_where=sa.text("destroyed_at IS NOT NULL"),
    )


def downgrade() -> None:
    held = op.get_bind().execute(sa.text("SELECT count(*) FROM data_keys WHERE wrapped IS NOT NULL")).scalar_one()
    if held:
        # With the table its keys would go, and with them all that people sent.
        message = (
            f"{held} keys are in use: an older program could not read what they encrypt. "
            "To go back, restore a backup from before the update (docs/operations.md)."
        )
        raise SettingsError(message)
    op.drop_table("data_keys")
    with op.batch_alter_table("conversations") as table:
        table.drop_column("address")
