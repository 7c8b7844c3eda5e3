"""The audit log: who saw, changed and exported what; the database itself refuses to change or delete its lines."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TABLE = "audit_log"
REFUSAL = "lines of the audit log are only ever added"

# INSERT OR REPLACE deletes without asking the trigger on DELETE, hence the one on INSERT.
SQLITE = tuple(
    f"CREATE TRIGGER {TABLE}_no_{name} BEFORE {event} ON {TABLE} {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for name, event, when in (
        ("update", "UPDATE", ""),
        ("delete", "DELETE", ""),
        ("replace", "INSERT", "WHEN EXISTS (SELECT 1 FROM audit_log WHERE position = NEW.position)"),
    )
)
FUNCTION = f"CREATE FUNCTION {TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql"
POSTGRESQL = (
    f"{FUNCTION} AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    *(
        f"CREATE TRIGGER {TABLE}_no_{name} BEFORE {event} ON {TABLE} FOR EACH {each} EXECUTE FUNCTION {TABLE}_refuse()"
        for name, event, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT"))
    ),
)


def upgrade() -> None:
    op.create_table(
        "audit_log",
        sa.Column("position", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("did", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_audit_log"),
    )
    op.create_index("ix_audit_log_municipality_position", "audit_log", ["municipality", "position"])
    op.create_index("ix_audit_log_municipality_email_position", "audit_log", ["municipality", "email", "position"])
    op.create_index("ix_audit_log_subject_position", "audit_log", ["subject", "position"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
    op.create_table(
        "taught_words",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_taught_words"),
    )


def downgrade() -> None:
    op.drop_table("taught_words")
    op.drop_table("audit_log")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_log_refuse()")
