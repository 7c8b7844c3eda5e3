"""Messages to be heard: content from addresses that all share, a person's own from ones that only they can open."""

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Protocol

from fastapi import APIRouter, Header, Path, Response

from api.chat.files import FOR_GOOD
from api.chat.outgoing import Sounds
from api.chat.pages import KnownPass
from api.dependencies import Host, Speaks, TheHost
from assistant.conversation.messages import Message
from assistant.errors import NoSoundError

router = APIRouter(include_in_schema=False)

MP3 = "audio/mpeg"
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
LATER = {"retry-after": "5"}

LineId = Annotated[str, Path(pattern=r"^[\w-]{1,64}$")]
Place = Annotated[int, Path(ge=0, lt=1000)]
Range = Annotated[str, Header(alias="range", max_length=100)]


class SoundAddress(Protocol):
    """Gives the address of a sentence's sound; empty where it has none."""

    def __call__(self, sentence: str, line: str = "", place: int = 0) -> str:
        """`line` and `place` are where it stands, for a sentence that only this person reads."""


def shared_address(speak: Speaks, sentence: str) -> str | None:
    """Where the sound of a sentence of content is, for everybody."""
    name = speak.name_of(sentence)
    return f"/garsas/{name}.mp3" if name else None


def sounds_of(host: Host) -> Sounds:
    """The addresses that the JSON interface tells: only shared ones, since a player sends no token."""
    return lambda sentence: shared_address(host.speak, sentence)


def addresses_of(speak: Speaks) -> SoundAddress:
    """The addresses that pages need."""

    def address(sentence: str, line: str = "", place: int = 0) -> str:
        shared = shared_address(speak, sentence)
        if shared is not None:
            return shared
        return f"/pokalbis/garsas/{line}/{place}.mp3" if speak.is_on and line else ""

    return address


@router.api_route("/garsas/{name}.mp3", methods=["GET", "HEAD"])
async def shared(name: Annotated[str, Path(pattern="^[0-9a-f]{32}$")], host: TheHost, range_: Range = "") -> Response:
    """A sentence of content. Its name changes with its words, so that it may be kept for good."""
    try:
        return _sound(await host.speak.kept(name), range_, FOR_GOOD)
    except NoSoundError as error:
        return _none(error)


@router.get("/pokalbis/garsas/{line}/{place}.mp3")
async def own(line: LineId, place: Place, host: TheHost, visitor: KnownPass, range_: Range = "") -> Response:
    """One sentence of a message of the person's own conversation: made now, kept nowhere."""
    message = await _message(host, visitor.conversation, line) if visitor else None
    return await _aloud(host, message.sentences[place : place + 1] if message else (), range_)


@router.get("/pokalbis/garsas/{line}.mp3")
async def whole(line: LineId, host: TheHost, visitor: KnownPass, range_: Range = "") -> Response:
    """All of a message, for a browser without scripts."""
    message = await _message(host, visitor.conversation, line) if visitor else None
    return await _aloud(host, message.sentences if message else (), range_)


async def _message(host: Host, conversation: str, line: str) -> Message | None:
    lines = await host.converse.lines(conversation)
    return next((known.message for known in lines if known.id == line and known.message), None)


async def _aloud(host: Host, sentences: Sequence[str], asked: str) -> Response:
    try:
        return _sound(await host.speak.aloud(sentences), asked, "no-store")
    except NoSoundError as error:
        return _none(error)


def _none(error: NoSoundError) -> Response:
    """Nobody reads it: the page goes on without sound."""
    if error.is_known:
        return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=LATER)
    return Response(status_code=HTTPStatus.NOT_FOUND)


def _sound(content: bytes, asked: str, kept: str) -> Response:
    """The sound, or the part that the browser asks for: some play nothing from where parts cannot be had."""
    headers = {"cache-control": kept, "accept-ranges": "bytes"}
    found = ONE_RANGE.fullmatch(asked)
    if found is None or not any(found.groups()):
        return Response(content, media_type=MP3, headers=headers)
    size = len(content)
    first, last = found.groups()
    begin = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if begin > end:
        return Response(
            status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers={"content-range": f"bytes */{size}"}
        )
    headers["content-range"] = f"bytes {begin}-{end}/{size}"
    return Response(content[begin : end + 1], HTTPStatus.PARTIAL_CONTENT, headers, MP3)
