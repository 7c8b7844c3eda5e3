"""Frozen records as JSON text, and back; what is read is checked strictly."""

import json
from typing import Any, Generic, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from assistant.conversation.messages import Message
from assistant.conversation.state import Channel, Conversation, Draft
from assistant.eligibility.facts import Facts
from assistant.errors import AiskiaiError
from assistant.frozen import replace
from assistant.referrals.office import Office
from assistant.referrals.request import Request
from assistant.referrals.thread import Change, Details
from assistant.usecases.signing_in import Device, FactorRecord

RecordT = TypeVar("RecordT")

OUTLIVED_FLOW = 0
"""The flow of a conversation whose stored shape is no longer understood; older than every real one."""

# What a person told stays; where in the flow they stood does not, since the flow is another one now.
_KEPT = ("turn", "is_helper", "service", "declined", "drafts", "is_simple")


class UnreadableRecordError(AiskiaiError):
    """A stored record cannot be read; the message names places and reasons, never what a person wrote."""


class Record(Generic[RecordT]):
    """One kind of record. A field that is missing takes its default, a field no longer known is passed over."""

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - a type expression such as tuple[str, ...] has no type itself
        self._adapter: TypeAdapter[RecordT] = TypeAdapter(kind)
        self._name = str(getattr(kind, "__name__", kind))

    def written(self, value: RecordT) -> str:
        """The record as JSON; a value of the wrong type is an error here and not when it is read."""
        return self._adapter.dump_json(value, warnings="error").decode()

    def read(self, text: str) -> RecordT:
        """The record again. Raises UnreadableRecordError."""
        try:
            return self._adapter.validate_json(text, strict=True)
        except ValidationError as error:
            raise UnreadableRecordError(f"{self._name}: {_reasons(error)}") from None


REQUEST = Record[Request](Request)
MESSAGE = Record[Message](Message)
IDS = Record[tuple[str, ...]](tuple[str, ...])
DETAILS = Record[Details](Details)
CHANGES = Record[tuple[Change, ...]](tuple[Change, ...])
OFFICE = Record[Office](Office)
DEVICE = Record[Device](Device)
FACTOR = Record[FactorRecord](FactorRecord)
_CONVERSATION = Record[Conversation](Conversation)


def written_conversation(conversation: Conversation) -> str:
    """The conversation as JSON."""
    return _CONVERSATION.written(conversation)


def read_conversation(text: str, conversation_id: str, channel: Channel, version: int) -> Conversation:
    """The conversation again, with id, channel and version as their columns have them.

    One of an older shape comes back with flow 0 and all that could still be read of what the person told, so that the
    engine starts again politely. Raises UnreadableRecordError where it is no JSON object at all.
    """
    try:
        conversation = _CONVERSATION.read(text)
    except UnreadableRecordError:
        conversation = _salvaged(text, conversation_id, channel)
    return replace(conversation, id=conversation_id, channel=channel, version=version)


def _salvaged(text: str, conversation_id: str, channel: Channel) -> Conversation:
    try:
        stored = json.loads(text)
    except json.JSONDecodeError:
        stored = None
    if not isinstance(stored, dict):
        raise UnreadableRecordError("Conversation: not a JSON object")
    return Conversation(
        id=conversation_id,
        channel=channel,
        flow=OUTLIVED_FLOW,
        facts=Facts(**_readable(Facts, stored.get("facts"), tuple(get_type_hints(Facts)))),
        draft=Draft(**_readable(Draft, stored.get("draft"), tuple(get_type_hints(Draft)))),
        **_readable(Conversation, stored, _KEPT),
    )


def _readable(kind: type, stored: object, names: tuple[str, ...]) -> dict[str, Any]:
    """Those fields that are there and that can be read."""
    readable: dict[str, Any] = {}
    hints = get_type_hints(kind)
    for name in names:
        if not isinstance(stored, dict) or name not in stored:
            continue
        try:
            readable[name] = Record[Any](hints[name]).read(json.dumps(stored[name]))
        except UnreadableRecordError:
            continue
    return readable


def _reasons(error: ValidationError) -> str:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return "; ".join(f"{'.'.join(str(part) for part in detail['loc'])} {detail['type']}" for detail in details)
