"""The JSON interface for chat clients: begin, tell an event, look up where one stands."""

from http import HTTPStatus
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Header, HTTPException, Path, Request, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.chat.documents import DocumentName
from api.chat.incoming import event_of
from api.chat.outgoing import document_named, line_shape, newest, shapes_of
from api.chat.rendering import pictures_of
from api.chat.schemas import (
    LONGEST_KEY,
    Answered,
    ChatEvent,
    ConversationOpened,
    ConversationShown,
    NewConversation,
)
from api.chat.sounds import sounds_of
from api.chat.visit import ID
from api.dependencies import TheHost, host_of
from api.errors import declared
from api.pdf import PDF, pdf_answer
from assistant.conversation.state import Channel

router = APIRouter(prefix="/api/v1/conversations", tags=["conversation"])


class ShowsToken(HTTPBearer):
    """Reads the token that the client shows, and does not look at it yet."""

    def make_not_authenticated_error(self) -> HTTPException:
        """What a client without one is told."""
        return HTTPException(
            HTTPStatus.UNAUTHORIZED, "Send the header Authorization: Bearer <token>.", {"WWW-Authenticate": "Bearer"}
        )


bearer = ShowsToken(scheme_name="HTTPBearer", description="The token that came with the new conversation.")

ConversationId = Annotated[str, Path(pattern=ID)]
ShownToken = Annotated[HTTPAuthorizationCredentials, Depends(bearer)]


async def may_open(conversation_id: ConversationId, host: TheHost, token: ShownToken) -> None:
    """Refuses whoever does not show the token of the conversation."""
    await host.converse.check(conversation_id, token.credentials)


OPENED: Final = {
    "links": {
        name: {
            "operationId": operation,
            "parameters": {"conversation_id": "$response.body#/conversation"},
            "description": "With the token of the answer in the header Authorization.",
        }
        for name, operation in (("goes on", "tell"), ("looked at", "show"))
    }
}
"""Where a client goes on from a new conversation, for the OpenAPI document."""


@router.post("", status_code=HTTPStatus.CREATED, responses=declared(400, 413, 422, 503) | {201: OPENED})
async def begin(request: Request, wish: Annotated[NewConversation | None, Body()] = None) -> ConversationOpened:
    """Begin a conversation. The token is told only here."""
    host = host_of(request)
    opened = await host.converse.open(Channel.WEB, wish.payload if wish else "")
    return ConversationOpened(
        conversation=opened.conversation,
        token=opened.token,
        messages=shapes_of(opened.messages, pictures_of(request), opened.conversation, sounds_of(host)),
    )


@router.post("/{conversation_id}/events", operation_id="tell", responses=declared(400, 401, 404, 413, 422, 503))
async def tell(
    conversation_id: ConversationId,
    request: Request,
    token: ShownToken,
    event: Annotated[ChatEvent, Body()],
    idempotency_key: Annotated[str, Header(max_length=LONGEST_KEY)] = "",
) -> Answered:
    """Tell what the person did. The same Idempotency-Key again gives the same answer and changes nothing."""
    host = host_of(request)
    messages = await host.converse.hear(conversation_id, event_of(event), idempotency_key, token.credentials)
    return Answered(messages=shapes_of(messages, pictures_of(request), conversation_id, sounds_of(host)))


@router.get(
    "/{conversation_id}",
    operation_id="show",
    responses=declared(401, 404, 422),
    dependencies=[Depends(may_open)],
)
async def show(conversation_id: ConversationId, request: Request) -> ConversationShown:
    """Where the conversation stands: the newest messages with their buttons, and what was said lately."""
    host = host_of(request)
    lines = await host.converse.lines(conversation_id)
    return ConversationShown(
        conversation=conversation_id,
        messages=shapes_of(newest(lines), pictures_of(request), conversation_id, sounds_of(host)),
        lines=[line_shape(line) for line in lines],
    )


@router.get(
    "/{conversation_id}/documents/{name}",
    response_class=Response,
    responses=declared(401, 404, 422) | {200: {"content": {PDF: {}}, "description": "An accessible PDF (PDF/UA-1)"}},
    dependencies=[Depends(may_open)],
)
async def document(conversation_id: ConversationId, name: DocumentName, host: TheHost) -> Response:
    """A document that a message of the conversation brings along: made now, kept nowhere."""
    paper = await host.papers.of_conversation(conversation_id, document_named(name))
    return pdf_answer(paper, await host.papers.pdf(paper))
