"""What went wrong, said twice: as a problem document (RFC 9457) to programs, as a page in easy words to people."""

from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from api.chat.rendering import pages_of
from assistant.errors import (
    ConversationChangedError,
    ConversationNotFoundError,
    DatabaseAwayError,
    DocumentNotFoundError,
)

MEDIA_TYPE: Final = "application/problem+json"

MOST_FAULTS: Final = 20
"""Are told; a small request must not make a large answer."""

TITLES: Final = {
    400: "The request cannot be read",
    401: "A token is needed",
    403: "Not allowed",
    404: "Not found",
    405: "This method is not allowed here",
    409: "Somebody was faster",
    413: "The request is too large",
    415: "This kind of content is not taken here",
    422: "The request is not valid",
    429: "Too many requests",
    500: "Something broke",
    503: "Not ready",
}


class Fault(BaseModel):
    """One thing that is wrong with the request: where it stands, as a JSON pointer, and what it is."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """A problem document as in RFC 9457; `type` is about:blank, so `title` says what the status means."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[Fault] = []


def problem(
    status: int, detail: str = "", faults: list[Fault] | None = None, headers: dict[str, str] | None = None
) -> Response:
    """An answer that carries a problem document."""
    body = Problem(title=TITLES.get(status, "Error"), status=status, detail=detail, errors=faults or [])
    return JSONResponse(body.model_dump(), status, headers=headers, media_type=MEDIA_TYPE)


def declared(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer with, for the OpenAPI document."""
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    # The document has no place of its own for nested definitions, so the one there is stands inside.
    faults = schema.pop("$defs")["Fault"]
    schema["properties"]["errors"]["items"] = faults
    return {status: {"description": TITLES[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses}


def answer_error(request: Request, status: int, detail: str = "", headers: dict[str, str] | None = None) -> Response:
    """The error in the form that fits whoever asked."""
    if _is_program(request.url.path):
        return problem(status, detail, headers=headers)
    broken = "broken" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "refused"
    page = pages_of(request).error(request, PAGES.get(status, broken), status)
    page.headers.update(headers or {})
    return page


def add_error_answers(app: FastAPI) -> None:
    """Make the application answer every error so."""
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(ConversationNotFoundError, _no_conversation)
    app.add_exception_handler(DocumentNotFoundError, _no_document)
    app.add_exception_handler(ConversationChangedError, _too_busy)
    app.add_exception_handler(DatabaseAwayError, _too_busy)


PAGES: Final = {404: "not-found", 405: "not-found", 413: "too-long", 429: "too-many", 503: "wait"}
"""The text of the page for an error, where it has one of its own."""


def _is_program(path: str) -> bool:
    """Whether a program asks, and not a person at a page."""
    return path.startswith(("/api/", "/health/")) or path == "/metrics"


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - Starlette calls the handler for this class alone  # nosec B101
    headers = dict(error.headers or {})
    if error.status_code < HTTPStatus.BAD_REQUEST:
        # A route may leave by a redirect, which is no error at all.
        return Response(status_code=error.status_code, headers=headers)
    detail = "" if error.detail == HTTPStatus(error.status_code).phrase else error.detail
    return answer_error(request, error.status_code, detail, headers)


async def _not_valid(request: Request, error: Exception) -> Response:
    """Say what is wrong and where, without repeating what was sent: it may be private."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - Starlette calls the handler for this class alone  # nosec B101
    if not _is_program(request.url.path):
        return answer_error(request, HTTPStatus.UNPROCESSABLE_ENTITY)
    if any(fault["type"] == "json_invalid" for fault in error.errors()):
        return problem(HTTPStatus.BAD_REQUEST, "The body is not JSON.")
    faults = [Fault(pointer=_pointer(fault["loc"]), detail=fault["msg"]) for fault in error.errors()[:MOST_FAULTS]]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Some values are not as they must be.", faults)


async def _no_conversation(request: Request, _: Exception) -> Response:
    """A wrong token (RFC 6750); whether there is such a conversation, only its token tells."""
    if not _is_program(request.url.path):
        return answer_error(request, HTTPStatus.NOT_FOUND)
    detail = "There is no such conversation, or the token does not open it."
    return problem(HTTPStatus.UNAUTHORIZED, detail, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})


async def _no_document(request: Request, _: Exception) -> Response:
    return answer_error(request, HTTPStatus.NOT_FOUND, "There is no such document of this conversation.")


async def _too_busy(request: Request, _: Exception) -> Response:
    return answer_error(request, HTTPStatus.SERVICE_UNAVAILABLE, "Try again in a moment.", {"Retry-After": "1"})


def _pointer(location: tuple[int | str, ...]) -> str:
    """A JSON pointer (RFC 6901) into the body, or the name of the header or parameter."""
    where, *rest = location
    inside = "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in rest)
    return f"#/{inside}" if where == "body" else inside
