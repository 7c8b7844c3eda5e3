"""The product's dialogue as it stands in different towns: what departments set, and what was sent before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.conversation.events import ChoicePressed, Started, TextReceived
from assistant.conversation.state import Channel, Conversation
from assistant.library.library import Library
from assistant.library.offices import as_set
from assistant.referrals.hours import Hours, OpenDay
from assistant.referrals.office import Notice, Office, PromiseLength, Span
from assistant.referrals.referral import Referral
from assistant.referrals.request import Request
from assistant.referrals.routing import Contact, Recipient, Route, Way
from assistant.referrals.thread import Author, Entry, EntryKind
from tests.conversation.chat import ASKED, ELSEWHERE, NOW, TODAY, Chat

KRETINGA = "kretingos-rajono"
HOURS = Hours(tuple(OpenDay(day, time(8), time(17)) for day in range(5)), time(12), time(12, 45))
SET = Office(
    KRETINGA,
    contact=Contact("Socialinės paramos skyrius", "Vilniaus g. 18, Kretinga", ("+37044551008",), opening=HOURS),
    promise=PromiseLength(5),
    notice=Notice("Gruodžio 24 dieną mes nedirbame.", Span(TODAY, TODAY)),
    erases_at_once=True,
)


def towns(library: Library) -> Iterator[tuple[str, Library]]:
    """Towns that differ from the shipped content: one that set everything, one that closed, all switched on."""
    yield "set by the department", as_set(library, (SET,))
    yield "switched off for now", as_set(library, (replace(SET, is_sending=False),))
    everywhere = {
        name: Route(name, (Recipient(Way.INBOX),), 5 if number % 2 else None)
        for number, name in enumerate(library.municipalities)
    }
    yield "all switched on", replace(library, routes=everywhere)


def sent_before(library: Library, channel: Channel) -> Iterator[tuple[str, Chat]]:
    """A talk in which a request was sent, for each way in which it can stand, looking at it."""
    for name, referral in _standing():
        chat = Chat(library, Conversation("c", channel))
        chat.sent = [replace(one, conversation="c") for one in referral]
        for event in (Started(), TextReceived("man"), TextReceived("kas su mano prašymu?")):
            chat.does(event)
        yield name, chat
    chat = Chat(library, Conversation("c", channel))
    chat.sent = [next(referral[0] for name, referral in _standing() if name == "waiting")]
    chat.elsewhere = chat.sent[0]
    for event in (Started(), TextReceived("man"), TextReceived("kas su mano prašymu?")):
        chat.does(event)
    option = next(choice.id for choice in chat.message.choices if choice.id.endswith(":0"))
    chat.does(ChoicePressed(option))
    chat.sent, chat.elsewhere = [chat.elsewhere], ELSEWHERE
    yield "just answered", chat


def _standing() -> Iterable[tuple[str, tuple[Referral, ...]]]:
    request = Request(KRETINGA, "case-management", for_other=False, name="Ona Onaitė", phone="+37061234567")
    sent = Entry(EntryKind.SENT, Author.PERSON, NOW)
    new = Referral("20000006", "c/1", "c", request, NOW, (sent,))
    later = NOW + timedelta(hours=1)
    text = "Ateikite pas mus pirmadienį.\nMes Jums padėsime."
    other = replace(new, number="30000004", draft="c/2", sent_at=later)
    yield "new", (new,)
    yield "promised", (replace(new, promised=date(2026, 12, 1)),)
    yield "promise broken", (replace(new, promised=date(2026, 11, 20)),)
    yield "taken", (new.taken("jonas", later),)
    yield "waiting", (_asked(new, later),)
    yield "answered", (new.taken("jonas", later).replied("jonas", text, later),)
    yield "closed", (new.replied("jonas", text, later).closed("jonas", later),)
    yield "reopened", (new.closed("jonas", later).reopened("jonas", "", later),)
    yield "withdrawn", (new.withdrawn(later),)
    yield "with letters", (replace(new, letters_to="ona@pastas.lt"),)
    yield "passed on", (new.passed_on("jonas", "klaipedos-miesto", "", later, None),)
    yield "handed", (new.handed("jonas", "Dienos centras", "", later),)
    yield "merged", (new.merged_into("jonas", other.number, later), other.joined_by("jonas", new, later))


def _asked(new: Referral, at: datetime) -> Referral:
    asked = Entry(EntryKind.ASKED, Author.STAFF, at, "jonas", ASKED.text, details=ASKED.details)
    return replace(new, thread=(*new.thread, asked), taken_by="jonas")
