"""What the page of a conversation shows: its lines, the newest apart from the older, and the buttons to go on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from api.chat.outgoing import Pictures, document_name, newest, picture_address
from api.chat.taps import Tap
from assistant.conversation.messages import Choice, Kind, Message, Progress, Role
from assistant.usecases.ports import Line


@dataclass(frozen=True)
class Button:
    """A button; `picture` is an address, empty for none."""

    id: str
    label: str
    picture: str


@dataclass(frozen=True)
class Asked:
    """The buttons of a question of staff that is still open; they stand in its own line of the log."""

    answers: tuple[Button, ...]
    tools: tuple[Button, ...]


@dataclass(frozen=True)
class Entry:
    """One line of the log.

    `question` is the last sentence where it asks something, `document` the name of what goes along; empty for none.
    `marks` gives the address of the picture for each sentence that is a word of the receipt. `taps` gives the hard
    words of each sentence by its place; the question has the place behind the last sentence.
    """

    id: str
    is_person: bool
    is_new: bool
    sentences: tuple[str, ...]
    question: str = ""
    kind: str = ""
    picture: str = ""
    progress: Progress | None = None
    document: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    taps: Mapping[int, tuple[Tap, ...]] = field(default_factory=dict)
    asked: Asked | None = None


@dataclass(frozen=True)
class TalkView:
    """The whole page: `first_new` and `last` are ids of entries, empty where there is none."""

    entries: tuple[Entry, ...]
    answers: tuple[Button, ...]
    tools: tuple[Button, ...]
    helpers: tuple[Button, ...]
    first_new: str
    last: str


def talk_view(lines: Sequence[Line], pictures: Pictures) -> TalkView:
    """What the page shows of these lines, which are in order, oldest first."""
    new = newest(lines)
    new_ids = {message.id for message in new}
    asking = _asking(lines)
    entries = tuple(
        replace(
            _entry(line, pictures, is_new=bool(line.message) and line.id in new_ids),
            asked=_asked(line.message, pictures) if line.message and line.id in asking else None,
        )
        for line in lines
    )
    choices = new[-1].choices if new else ()
    return TalkView(
        entries=entries,
        answers=_buttons(choices, Role.CONTENT, pictures),
        tools=_buttons(choices, Role.TOOL, pictures),
        helpers=_buttons(choices, Role.HELPER, pictures),
        first_new=next((entry.id for entry in entries if entry.is_new), ""),
        last=entries[-1].id if entries else "",
    )


def _asking(lines: Sequence[Line]) -> frozenset[str]:
    """The lines whose question of staff is open: no later line says that it is over, or asks anew."""
    asking: dict[str, str] = {}
    for line in lines:
        asked = line.message.asked if line.message else None
        if asked is not None:
            # Whether answered or asked anew: only one question of a request is open at a time.
            asking.pop(asked.number, None)
            if asked.is_open:
                asking[asked.number] = line.id
    return frozenset(asking.values())


def _asked(message: Message, pictures: Pictures) -> Asked:
    return Asked(
        answers=_buttons(message.choices, Role.CONTENT, pictures),
        tools=_buttons(message.choices, Role.TOOL, pictures),
    )


def _entry(line: Line, pictures: Pictures, *, is_new: bool) -> Entry:
    if line.message is None:
        return Entry(line.id, is_person=True, is_new=False, sentences=tuple(line.said.splitlines()))
    message = line.message
    told, question = _question_apart(message)
    return Entry(
        id=line.id,
        is_person=False,
        is_new=is_new,
        sentences=told,
        question=question,
        kind=message.kind.value,
        picture=_address(message.picture, pictures),
        progress=message.progress,
        document=document_name(message.document) if message.document else "",
        marks={mark.word: picture_address(mark.picture) for mark in message.marks},
        taps={place: _taps(line.id, message, place, pictures) for place in range(len(message.sentences))},
    )


def _taps(line: str, message: Message, place: int, pictures: Pictures) -> tuple[Tap, ...]:
    return tuple(
        Tap(f"{line}-{word.term}", word.start, word.end, word.explanation, _address(word.picture, pictures))
        for word in message.terms
        if word.sentence == place
    )


def _question_apart(message: Message) -> tuple[tuple[str, ...], str]:
    """A reply is told word for word as staff wrote it, so nothing is set apart in it."""
    *earlier, last = message.sentences or ("",)
    if message.kind in {Kind.REPLY, Kind.NEWS} or not last.endswith("?"):
        return message.sentences, ""
    return tuple(earlier), last


def _buttons(choices: Sequence[Choice], role: Role, pictures: Pictures) -> tuple[Button, ...]:
    return tuple(
        Button(choice.id, choice.label, _address(choice.picture, pictures)) for choice in choices if choice.role is role
    )


def _address(picture: str, pictures: Pictures) -> str:
    return picture_address(picture) if picture in pictures else ""
