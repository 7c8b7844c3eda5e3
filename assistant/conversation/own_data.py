"""All that is kept about a person, in easy sentences: what the conversation knows, and each request."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.conversation.state import Channel, Conversation, Draft
from assistant.eligibility.facts import Disability, FactId, Interval
from assistant.i18n import LITHUANIA, DayCase, spoken_day
from assistant.referrals.referral import Referral, spoken_number
from assistant.referrals.request import Request
from assistant.referrals.thread import EntryKind
from assistant.understanding.phones import spoken_phone

if TYPE_CHECKING:
    # The steps import this module themselves.
    from assistant.conversation.steps.step import Scene

YES_NO = {True: "own-data.yes", False: "own-data.no"}
KNOWN_FACTS = (FactId.COMPLEX_NEEDS, FactId.WORK, FactId.FAMILY)
"""Those that are told as yes or no."""


def told_lines(scene: "Scene") -> tuple[str, ...]:
    """What the person told in this conversation and did not send; that there is nothing, where nothing is."""
    lines = tuple(_told(scene))
    return scene.words("own-data.told") + lines if lines else scene.words("own-data.nothing-told")


def kept_lines(scene: "Scene", days: int) -> tuple[str, ...]:
    """That the talk itself is kept, for how long, and by what the person is known again."""
    known_by = {Channel.WEB: "own-data.web", Channel.TELEGRAM: "own-data.telegram"}.get(scene.conversation.channel)
    return scene.words("own-data.talk", days=str(days)) + (scene.words(known_by) if known_by else ())


def referral_lines(scene: "Scene", referral: Referral) -> tuple[str, ...]:
    """What a sent request holds. Who opened it by its receipt sees no name and no phone here either."""
    day = spoken_day(referral.sent_at.astimezone(LITHUANIA).date(), DayCase.ACCUSATIVE)
    number = spoken_number(referral.number)
    municipality = scene.library.municipalities[referral.request.municipality]
    if referral.conversation != scene.conversation.id:
        return scene.words("own-data.opened", number=number)
    lines = scene.words("own-data.request", number=number, day=day, municipality=municipality.name)
    lines += tuple(_asked(scene, referral.request))
    if referral.request.preliminary is not None:
        lines += scene.words("own-data.result")
    if referral.letters_to:
        lines += scene.words("own-data.letters", address=referral.letters_to)
    replies = sum(entry.kind is EntryKind.REPLIED for entry in referral.thread)
    if replies:
        lines += scene.words("own-data.replies", count=str(replies))
    return lines + scene.words("own-data.notes")


def _told(scene: "Scene") -> Iterator[str]:
    conversation = scene.conversation
    if conversation.is_helper is not None:
        yield from scene.words("own-data.for-other" if conversation.is_helper else "own-data.for-me")
    if conversation.service in scene.library.services:
        yield from scene.words("own-data.service", service=scene.library.services[conversation.service].label)
    yield from _facts(scene)
    yield from _draft(scene, conversation.draft)


def _facts(scene: "Scene") -> Iterator[str]:
    facts = scene.conversation.facts
    if facts.age is not None:
        yield from scene.words("own-data.age", value=_number(scene, facts.age))
    if facts.disability is not None and facts.disability is not Disability.UNKNOWN:
        yield from scene.words(f"own-data.disability.{facts.disability.value}")
    if facts.participation_level is not None:
        yield from scene.words("own-data.level", value=_number(scene, facts.participation_level))
    if facts.municipality in scene.library.municipalities:
        yield from scene.words(
            "own-data.municipality", value=scene.library.municipalities[facts.municipality or ""].name
        )
    for fact in KNOWN_FACTS:
        value = facts.get(fact)
        if isinstance(value, bool):
            yield from scene.words(f"own-data.{fact.value}", value=scene.words(YES_NO[value])[0])


def _draft(scene: "Scene", draft: Draft) -> Iterator[str]:
    if draft.name:
        yield from scene.words("summary.name", name=draft.name)
    if draft.phone:
        yield from scene.words("summary.phone", phone=spoken_phone(draft.phone))
    if draft.call_time:
        yield from scene.words("summary.call-time", time=draft.call_time)
    if draft.note:
        yield from scene.words("summary.note", note=draft.note)
    if draft.helping.beside:
        yield from scene.words("own-data.beside")
    if draft.helping.why_not is not None:
        yield from scene.words(f"confirmed.{draft.helping.why_not}")
    if draft.helping.has_refused:
        yield from scene.words("own-data.refused")


def _asked(scene: "Scene", request: Request) -> Iterator[str]:
    yield from scene.words("summary.name", name=request.name)
    if request.confirmation is not None:
        yield from scene.words(f"confirmed.{request.confirmation}")
    if request.phone:
        yield from scene.words("summary.phone", phone=spoken_phone(request.phone))
    if request.call_time:
        yield from scene.words("summary.call-time", time=request.call_time)
    if request.note:
        yield from scene.words("summary.note", note=request.note)


def _number(scene: "Scene", value: Interval) -> str:
    if value.low == value.high:
        return str(value.low)
    return scene.words("own-data.range", low=str(value.low), high=str(value.high))[0]


def anew(conversation: Conversation) -> Conversation:
    """The conversation as if nothing had been said; its buttons and requests keep the numbers that they count in."""
    return Conversation(
        id=conversation.id,
        channel=conversation.channel,
        turn=conversation.turn,
        drafts=conversation.drafts,
        version=conversation.version,
    )
