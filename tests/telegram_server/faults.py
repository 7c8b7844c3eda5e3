"""Faults on request: Telegram slow down, Telegram down, a connection that breaks before or after the deed."""

from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tests.telegram_server.refusal import Refusal


class FaultKind(StrEnum):
    """What goes wrong."""

    TOO_MANY = "too-many"
    SERVER_ERROR = "server-error"
    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    BROKEN_JSON = "broken-json"
    NOT_DELETABLE = "not-deletable"
    NO_PICTURES = "no-pictures"


class Fault(BaseModel):
    """The next `times` calls of a method (of any but getUpdates, where it is empty) go wrong."""

    kind: FaultKind
    method: str = ""
    chat_id: int | None = None
    times: int = 1
    retry_after: int = 1


@dataclass
class Faults:
    """The faults that still wait for their call."""

    waiting: list[Fault] = field(default_factory=list)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call runs into; used up by it."""
        for fault in self.waiting:
            is_meant = fault.method.lower() == method.lower() if fault.method else method.lower() != "getupdates"
            if is_meant and fault.chat_id in {None, chat_id}:
                fault.times -= 1
                self.waiting = [other for other in self.waiting if other.times > 0]
                return fault
        return None


def refusal_of(fault: Fault) -> Refusal | None:
    """Telegram's answer for a fault that is one."""
    match fault.kind:
        case FaultKind.TOO_MANY:
            wait = fault.retry_after
            return Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        case FaultKind.SERVER_ERROR:
            return Refusal(500, "Internal Server Error")
        case FaultKind.NOT_DELETABLE:
            return Refusal(400, "Bad Request: message can't be deleted")
        case FaultKind.NO_PICTURES:
            return Refusal(400, "Bad Request: not enough rights to send photos to the chat")
        case _:
            return None


class Dropped(Response):
    """An answer that breaks off: the server closes the connection before the promised body has come."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Promise a body and leave."""
        del scope, receive
        headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
