"""Under which name another sign-in service knows an account: its issuer and the subject that it never gives away."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_known_elsewhere",
        sa.Column("issuer", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject", name="pk_staff_known_elsewhere"),
        sa.ForeignKeyConstraint(
            ["staff"], ["staff.id"], name="fk_staff_known_elsewhere_staff_staff", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("staff", "issuer", name="uq_staff_known_elsewhere_staff_issuer"),
    )


def downgrade() -> None:
    op.drop_table("staff_known_elsewhere")
