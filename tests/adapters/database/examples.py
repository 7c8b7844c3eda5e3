"""Records that the database tests store; each call may change what it is about."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from assistant.conversation.messages import Choice, Kind, Meaning, Message, Progress, ReferralNotice, Role
from assistant.conversation.state import Channel, Conversation, Draft, Place
from assistant.delivery.outbox import Carrier, OutboxEntry
from assistant.eligibility.facts import Disability, FactId, Facts, Interval
from assistant.referrals.referral import Referral
from assistant.referrals.request import Preliminary, Request
from assistant.referrals.thread import Author, Entry, EntryKind

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)

PRELIMINARY = Preliminary(
    outcome="likely",
    reasons=(("adult", "yes", "Jums yra 18 metų arba daugiau.", "Aprašo 5 punktas"),),
)

FULL_CONVERSATION = Conversation(
    id="conversation-1",
    channel=Channel.TELEGRAM,
    turn=7,
    place=Place("ask", "age"),
    trail=(Place("greeting"), Place("menu")),
    is_helper=False,
    service="social-workshops",
    facts=Facts(age=Interval(16, 64), disability=Disability.PSYCHOSOCIAL, complex_needs=True, municipality="kretingos"),
    declined=frozenset({FactId.WORK, FactId.PARTICIPATION_LEVEL}),
    asked=("age", "disability"),
    promised=(6, 6),
    ceiling=6,
    candidates=("kauno-miesto", "kauno-rajono"),
    draft=Draft(need="talk", name="Žydrė Šąlančiūnaitė", phone="", preliminary=PRELIMINARY),
    drafts=2,
    pressed="7:18",
    misunderstood=1,
    is_simple=True,
)

FULL_MESSAGE = Message(
    kind=Kind.QUESTION,
    sentences=("Ačiū.", "Kiek Jums metų?"),
    picture="age",
    choices=(Choice("7:18", "Daugiau negu 18", picture="adult"), Choice("7:dont-know", "Nežinau", Role.HELPER)),
    progress=Progress(2, 6),
    referral=ReferralNotice("47128035", "new"),
    terms=(Meaning("age", "metų", 1, 11, 15, ("Metai yra laikas.", "Juose yra 12 mėnesių."), "age"),),
    id="message-1",
)


def conversation(conversation_id: str = "conversation-1", channel: Channel = Channel.WEB) -> Conversation:
    return Conversation(id=conversation_id, channel=channel)


def referral(number: str = "47128035", municipality: str = "kretingos-rajono", **changes: Any) -> Referral:
    """A referral just sent; its draft is its number's."""
    request = Request(
        municipality=municipality,
        need="case-management",
        for_other=True,
        name="Ąžuolas Žąsinas",
        phone="+37061234567",
        call_time="ryte",
        note="Kviesti „Oną“ – ne Joną.",
        preliminary=PRELIMINARY,
    )
    plain = Referral(
        number=number,
        draft=f"conversation-1/{number}",
        conversation="conversation-1",
        request=request,
        sent_at=NOON,
        thread=(Entry(kind=EntryKind.SENT, author=Author.PERSON, at=NOON),),
    )
    return replace(plain, **changes)


def entry(entry_id: str, minutes: int = 0, **changes: Any) -> OutboxEntry:
    """A letter that waits since that many minutes after noon, due at once."""
    at = NOON + timedelta(minutes=minutes)
    plain = OutboxEntry(
        id=entry_id,
        carrier=Carrier.LETTER,
        recipient="skyrius@example.lt",
        subject="47128035",
        created_at=at,
        next_try_at=at,
    )
    return replace(plain, **changes)
