"""Word of a referral is one outbox entry for each recipient, so that a failure concerns that recipient alone (pure)."""

from collections.abc import Callable
from datetime import datetime

from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.referrals.routing import Route, Way

CARRIERS = {Way.LETTER: Carrier.LETTER, Way.DOCUMENT: Carrier.DOCUMENT, Way.WEBHOOK: Carrier.WEBHOOK}
"""How each way is handed over; a way without a carrier sends nothing."""


def entries_about(
    number: str, route: Route, now: datetime, new_id: Callable[[], str], *, only: Way | None = None
) -> tuple[OutboxEntry, ...]:
    """What is to be handed over about this referral, due at once; each entry with an id of its own.

    `only` leaves out the recipients who are told by another way.
    """
    return tuple(
        OutboxEntry(
            id=new_id(),
            carrier=CARRIERS[recipient.way],
            # A webhook's address may be mended in the route while the entry waits.
            recipient=recipient.name or recipient.to,
            subject=number,
            created_at=now,
            next_try_at=now,
        )
        for recipient in route.recipients
        if recipient.way in CARRIERS and only in {None, recipient.way}
    )


def letters_to_staff(
    number: str, what: str, carrier: Carrier, addresses: tuple[str, ...], now: datetime
) -> tuple[OutboxEntry, ...]:
    """Word for these addresses about a referral that they know; `what` names it among all about this referral.

    The same word has the same ids, whoever writes it, so that it is never sent twice.
    """
    return tuple(
        OutboxEntry(
            id=f"{number}-{what}-{place}",
            carrier=carrier,
            recipient=address,
            subject=number,
            created_at=now,
            next_try_at=now,
        )
        for place, address in enumerate(addresses)
    )
