from datetime import UTC, datetime
from itertools import count

from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.delivery.recipients import CARRIERS, entries_about
from assistant.referrals.routing import Recipient, Route, Way

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def about(*recipients: Recipient) -> tuple[OutboxEntry, ...]:
    ids = count(1)
    return entries_about("47128035", Route("neringos", recipients), NOW, lambda: f"entry-{next(ids)}")


def test_every_recipient_has_an_entry_of_its_own() -> None:
    assert about(Recipient(Way.LETTER, "a@b.lt"), Recipient(Way.LETTER, "c@d.lt")) == (
        OutboxEntry("entry-1", Carrier.LETTER, "a@b.lt", "47128035", NOW, NOW),
        OutboxEntry("entry-2", Carrier.LETTER, "c@d.lt", "47128035", NOW, NOW),
    )


def test_a_webhook_is_known_by_its_name_since_its_address_may_be_mended() -> None:
    [entry] = about(Recipient(Way.WEBHOOK, "https://dvs.example.lt/", "dvs"))

    assert (entry.carrier, entry.recipient) == (Carrier.WEBHOOK, "dvs")


def test_where_staff_look_into_the_inbox_nothing_is_sent() -> None:
    assert about(Recipient(Way.INBOX)) == ()


def test_every_way_but_the_inbox_has_its_carrier() -> None:
    assert set(CARRIERS) == set(Way) - {Way.INBOX}
