"""Documents in the web chat: a page that prints well without a script, and the same as a PDF."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.chat.outgoing import OWN_DATA, document_named, picture_address
from api.chat.pages import KnownPass
from api.chat.rendering import pages_of
from api.chat.visit import Pass
from api.dependencies import Host, TheHost
from api.pdf import pdf_answer
from assistant.delivery.paper import Paper

router = APIRouter(prefix="/pokalbis/dokumentas", include_in_schema=False)

DocumentName = Annotated[str, Path(pattern=r"^([0-9]{1,20}(-[a-z-]{1,40})?|laiskas|duomenys)$")]


@router.get("/duomenys.json")
async def own_data(host: TheHost, visitor: KnownPass) -> Response:
    """The copy of all that is kept about the person, for another program."""
    if visitor is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    copy = await host.papers.own_data(visitor.conversation)
    headers = {"content-disposition": f'attachment; filename="{OWN_DATA}.json"', "cache-control": "no-store"}
    return JSONResponse(copy, headers=headers)


@router.get("/{name}.pdf")
async def as_pdf(name: DocumentName, host: TheHost, visitor: KnownPass) -> Response:
    """The document to print or to keep."""
    paper = await _paper(host, visitor, name)
    return pdf_answer(paper, await host.papers.pdf(paper))


@router.get("/{name}")
async def as_page(name: DocumentName, request: Request, host: TheHost, visitor: KnownPass) -> Response:
    """The document to read, to copy or to print from the browser."""
    paper = await _paper(host, visitor, name)
    return pages_of(request).page("chat/paper.html", paper=paper, name=name, address=picture_address)


async def _paper(host: Host, visitor: Pass | None, name: str) -> Paper:
    if visitor is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return await host.papers.of_conversation(visitor.conversation, document_named(name))
