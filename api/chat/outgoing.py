"""From the assistant's messages to what the JSON interface and the pages show."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from api.chat.schemas import (
    AskedShape,
    ChoiceShape,
    DocumentShape,
    LineShape,
    MarkShape,
    MessageShape,
    PictureShape,
    ProgressShape,
    ReferralShape,
    SentenceShape,
    TermShape,
)
from assistant.conversation.messages import Choice, DocumentNotice, Message
from assistant.library.pictures import Picture
from assistant.usecases.ports import Line

Pictures = Mapping[str, Picture]


Sounds = Callable[[str], str | None]
"""Gives the address of a sentence's sound, None where it has none."""


def shapes_of(
    messages: Sequence[Message], pictures: Pictures, conversation: str, sounds: Sounds = lambda _: None
) -> list[MessageShape]:
    """The messages of a conversation as the contract promises them."""
    return [shape_of(message, pictures, conversation, sounds) for message in messages]


def shape_of(message: Message, pictures: Pictures, conversation: str, sounds: Sounds = lambda _: None) -> MessageShape:
    """One message as the contract promises it."""
    return MessageShape(
        id=message.id,
        kind=message.kind.value,
        sentences=[SentenceShape(text=sentence, audio=sounds(sentence)) for sentence in message.sentences],
        picture=_picture(message.picture, pictures),
        choices=[_choice(choice, pictures) for choice in message.choices],
        progress=ProgressShape(step=message.progress.step, of=message.progress.of) if message.progress else None,
        referral=(
            ReferralShape(number=message.referral.number, status=message.referral.status) if message.referral else None
        ),
        document=(
            DocumentShape(url=f"/api/v1/conversations/{conversation}/documents/{document_name(message.document)}")
            if message.document
            else None
        ),
        marks=[
            MarkShape(word=mark.word, picture=PictureShape(url=picture_address(mark.picture), alt=mark.word))
            for mark in message.marks
        ],
        terms=[
            TermShape(
                word=meaning.word,
                sentence=meaning.sentence,
                start=meaning.start,
                end=meaning.end,
                explanation=list(meaning.explanation),
                picture=_picture(meaning.picture, pictures),
            )
            for meaning in message.terms
        ],
        asked=(
            AskedShape(number=message.asked.number, position=message.asked.position, is_open=message.asked.is_open)
            if message.asked
            else None
        ),
    )


def newest(lines: Sequence[Line]) -> tuple[Message, ...]:
    """The messages that were said last: those of one moment, with whose buttons the person goes on."""
    last = max((line.at for line in lines if line.message), default=None)
    return tuple(line.message for line in lines if line.message and line.at == last)


def line_shape(line: Line) -> LineShape:
    """One line of what was said."""
    if line.message:
        return LineShape(id=line.id, at=line.at, by="assistant", text=line.message.text)
    return LineShape(id=line.id, at=line.at, by="person", text=line.said)


LETTER = "laiskas"
"""The name of the letter in addresses; a request's is its number, and that of a letter instead of it has both."""

OWN_DATA = "duomenys"
"""The name of the copy of all that is kept about the person."""


def document_name(notice: DocumentNotice) -> str:
    """What a document is called in addresses."""
    if notice.is_own_data:
        return OWN_DATA
    if notice.letter_to:
        return f"{notice.number}-{notice.letter_to}"
    return notice.number or LETTER


def document_named(name: str) -> DocumentNotice:
    """The document of an address."""
    if name == OWN_DATA:
        return DocumentNotice(is_own_data=True)
    number, _, letter_to = name.partition("-")
    return DocumentNotice() if name == LETTER else DocumentNotice(number, letter_to)


def picture_address(picture: str) -> str:
    """Where a picture is served."""
    return f"/pictures/{picture}.svg"


def _choice(choice: Choice, pictures: Pictures) -> ChoiceShape:
    return _shape_of_choice(choice, _picture(choice.picture, pictures))


@lru_cache(maxsize=4096)
def _shape_of_choice(choice: Choice, picture: PictureShape | None) -> ChoiceShape:
    """Kept, since the same buttons come in nearly every message; what they say is content, or a question of staff."""
    return ChoiceShape(id=choice.id, label=choice.label, role=choice.role.value, picture=picture)


def _picture(picture: str, pictures: Pictures) -> PictureShape | None:
    """None also for a picture that is not in the list: words must reach the person even where a drawing is missing."""
    if picture not in pictures:
        return None
    return _shape_of_picture(picture, pictures[picture].meaning)


@cache
def _shape_of_picture(picture: str, meaning: str) -> PictureShape:
    """Made once for each of the pictures, which come eight times in a message."""
    return PictureShape(url=picture_address(picture), alt=meaning)
