"""Statistics outlive what they count: facts of referrals, topics that were told, and which referrals are examples."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op
from holidays import country_holidays

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

LITHUANIA = ZoneInfo("Europe/Vilnius")
TOGETHER = 500

FACTS = sa.table(
    "referral_facts",
    *(
        sa.column(name, kind)
        for name, kind in (
            ("number", sa.Text()),
            ("municipality", sa.Text()),
            ("received_on", sa.Date()),
            ("need", sa.Text()),
            ("for_other", sa.Boolean()),
            ("verdict", sa.Text()),
            ("waited_days", sa.Integer()),
            ("settled_on", sa.Date()),
            ("promised_for", sa.Date()),
            ("ended", sa.Text()),
            ("ended_on", sa.Date()),
            ("outcome", sa.Text()),
            ("replies_first", sa.Integer()),
            ("replies_second", sa.Integer()),
            ("replies_harder", sa.Integer()),
            ("replies_unmeasured", sa.Integer()),
            ("is_demo", sa.Boolean()),
        )
    ),
)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "referral_facts",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("need", sa.Text, nullable=False),
        sa.Column("for_other", sa.Boolean, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("waited_days", sa.Integer),
        sa.Column("settled_on", sa.Date),
        sa.Column("promised_for", sa.Date),
        sa.Column("ended", sa.Text, nullable=False),
        sa.Column("ended_on", sa.Date),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("replies_first", sa.Integer, nullable=False),
        sa.Column("replies_second", sa.Integer, nullable=False),
        sa.Column("replies_harder", sa.Integer, nullable=False),
        sa.Column("replies_unmeasured", sa.Integer, nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("number", "municipality", name="pk_referral_facts"),
    )
    columns = ["municipality", "is_demo", "received_on"]
    op.create_index("ix_referral_facts_municipality_is_demo_received_on", "referral_facts", columns)
    op.create_table(
        "topic_tallies",
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("municipality", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("month", "municipality", "topic", "service", name="pk_topic_tallies"),
    )
    op.add_column("referrals", sa.Column("is_demo", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("referrals") as table:
        table.alter_column("is_demo", server_default=None)
    _count_what_there_is()


def downgrade() -> None:
    op.drop_column("referrals", "is_demo")
    op.drop_table("topic_tallies")
    op.drop_table("referral_facts")


def _count_what_there_is() -> None:
    """Facts of the referrals that are kept; one that was passed on counts where it is now."""
    rows: list[dict[str, Any]] = []
    for row in _facts():
        rows.append(row)
        if len(rows) == TOGETHER:
            op.bulk_insert(FACTS, rows)
            rows = []
    if rows:
        op.bulk_insert(FACTS, rows)


def _facts() -> Iterator[dict[str, Any]]:
    connection = op.get_bind()
    query = sa.text(
        "SELECT r.number, r.municipality, r.request, r.sent_at, r.is_over, r.promised_for, e.kind, e.at, e.details"
        " FROM referrals r JOIN referral_entries e ON e.referral = r.number ORDER BY r.number, e.position"
    ).columns(sent_at=MOMENT, at=MOMENT, promised_for=sa.Date, is_over=sa.Boolean)
    for _, entries in groupby(connection.execute(query).all(), key=lambda row: row.number):
        yield _fact(list(entries))


def _fact(entries: list[Any]) -> dict[str, Any]:
    referral = entries[0]
    request = json.loads(referral.request)
    passed = max((at for at, entry in enumerate(entries) if entry.kind == "passed-on"), default=None)
    received = _day(referral.sent_at if passed is None else entries[passed].at)
    stay = entries if passed is None else entries[passed + 1 :]
    answered = next((_day(entry.at) for entry in stay if entry.kind in {"replied", "called"}), None)
    ends = [entry for entry in stay if entry.kind in {"closed", "withdrawn", "merged"}] if referral.is_over else []
    end = ends[-1] if ends else None
    closed = _day(end.at) if end is not None and end.kind == "closed" else None
    levels = [json.loads(entry.details or "{}").get("level") for entry in stay if entry.kind == "replied"]
    details = json.loads(end.details or "{}") if end is not None and end.kind == "closed" else {}
    return {
        "number": referral.number,
        "municipality": referral.municipality,
        "received_on": received,
        "need": request["need"],
        "for_other": bool(request["for_other"]),
        "verdict": (request.get("preliminary") or {}).get("outcome", ""),
        "waited_days": None if answered is None else _working_days(received, answered),
        "settled_on": min((day for day in (answered, closed) if day is not None), default=None),
        "promised_for": referral.promised_for,
        "ended": end.kind if end is not None else "",
        "ended_on": _day(end.at) if end is not None else None,
        "outcome": details.get("result", ""),
        "replies_first": levels.count(1),
        "replies_second": levels.count(2),
        "replies_harder": sum(level is not None and level not in {1, 2} for level in levels),
        "replies_unmeasured": levels.count(None),
        "is_demo": False,
    }


def _day(at: datetime) -> date:
    # SQLite keeps no time zone; what was written there was UTC.
    aware = at.replace(tzinfo=ZoneInfo("UTC")) if at.tzinfo is None else at
    return aware.astimezone(LITHUANIA).date()


def _working_days(start: date, end: date) -> int:
    return max(
        0, country_holidays("LT").get_working_days_count(start, end) - country_holidays("LT").is_working_day(start)
    )
