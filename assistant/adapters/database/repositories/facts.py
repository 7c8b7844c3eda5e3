"""Writes what statistics keep of a referral, in the transaction that stores the referral itself."""

from functools import cache

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite

from assistant.adapters.database.prepared import Prepared
from assistant.adapters.database.tables_statistics import ReferralFactsRow
from assistant.adapters.database.transaction import Transaction
from assistant.referrals.facts import ReferralFacts, facts_of
from assistant.referrals.referral import Referral

KEY = ("number", "municipality")


def keep_facts(transaction: Transaction, referral: Referral) -> None:
    """Write the facts over those that are kept; what a municipality promised before it passed it on stays."""
    for facts in facts_of(referral):
        kept = KEY if facts.is_here else (*KEY, "promised_for")
        transaction.later(_statement(kept, is_sqlite=transaction.is_sqlite), _values(facts))


@cache
def _statement(kept: tuple[str, ...], *, is_sqlite: bool) -> Prepared:
    insert = (sqlite.insert if is_sqlite else postgresql.insert)(ReferralFactsRow)
    columns = [column.name for column in ReferralFactsRow.__table__.columns]
    return Prepared(
        insert.values({name: bindparam(name) for name in columns}).on_conflict_do_update(
            index_elements=[ReferralFactsRow.number, ReferralFactsRow.municipality],
            set_={name: insert.excluded[name] for name in columns if name not in kept},
        )
    )


def _values(facts: ReferralFacts) -> dict[str, object]:
    return {
        "number": facts.number,
        "municipality": facts.municipality,
        "received_on": facts.received_on,
        "need": facts.need,
        "for_other": facts.for_other,
        "verdict": facts.verdict,
        "waited_days": facts.waited_days,
        "settled_on": facts.settled_on,
        "promised_for": facts.promised,
        "ended": facts.ended,
        "ended_on": facts.ended_on,
        "outcome": facts.outcome,
        "replies_first": facts.levels.first,
        "replies_second": facts.levels.second,
        "replies_harder": facts.levels.harder,
        "replies_unmeasured": facts.levels.unmeasured,
        "is_demo": facts.is_demo,
    }
