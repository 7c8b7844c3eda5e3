"""Pages on which the answers are read without a conversation: all shelves, one shelf, one answer."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.chat.visit import form_proof, form_secret, keep_form_secret
from api.dependencies import Host, TheHost
from api.site.shelves import ROOT, Leaf, Shelf, lines_of, meanings_of
from api.site.site import site_of, site_page
from assistant.conversation.entrance import payload_of
from assistant.i18n import DayCase, spoken_day
from assistant.library.library import TopicAnswer

router = APIRouter(include_in_schema=False)

Slug = Annotated[str, Path(max_length=80)]
IsShort = Annotated[bool, Query(alias="trumpai")]

LONGEST_DESCRIPTION = 155
"""Of the letters that search engines show."""


@router.api_route(ROOT, methods=["GET", "HEAD"])
async def all_shelves(request: Request, host: TheHost) -> Response:
    """What there is to read."""
    return site_page(request, host, "topics.html", ROOT, shelves=site_of(request).shelves.values(), is_lost=False)


@router.api_route(ROOT + "/{shelf_slug}", methods=["GET", "HEAD"])
async def one_shelf(shelf_slug: Slug, request: Request, host: TheHost) -> Response:
    """What there is to read about one service."""
    shelf = site_of(request).shelves.get(shelf_slug)
    return _lost(request, host) if shelf is None else _shelf_page(request, host, shelf)


@router.api_route(ROOT + "/{shelf_slug}/{leaf_slug}", methods=["GET", "HEAD"])
async def one_answer(
    shelf_slug: Slug, leaf_slug: Slug, request: Request, host: TheHost, *, is_short: IsShort = False
) -> Response:
    """One answer: the text, its hard words, where it comes from, and the way to ask more."""
    shelf = site_of(request).shelves.get(shelf_slug)
    if shelf is None:
        return _lost(request, host)
    leaf = shelf.leaves.get(leaf_slug)
    if leaf is None:
        known = shelf.of(leaf_slug)
        if known is not None:
            return RedirectResponse(known.address, HTTPStatus.MOVED_PERMANENTLY)
        return _shelf_page(request, host, shelf, is_lost=True)
    return _answer_page(request, host, shelf, leaf, is_short=is_short and bool(leaf.answer.simple))


def _lost(request: Request, host: Host) -> Response:
    """No such shelf: the list of all, so that the way goes on."""
    shelves = site_of(request).shelves.values()
    return site_page(request, host, "topics.html", ROOT, HTTPStatus.NOT_FOUND, shelves=shelves, is_lost=True)


def _shelf_page(request: Request, host: Host, shelf: Shelf, *, is_lost: bool = False) -> Response:
    status = HTTPStatus.NOT_FOUND if is_lost else HTTPStatus.OK
    return site_page(request, host, "shelf.html", shelf.address, status, shelf=shelf, is_lost=is_lost)


def _answer_page(request: Request, host: Host, shelf: Shelf, leaf: Leaf, *, is_short: bool) -> Response:
    answer = leaf.answer
    lines = lines_of(host.library, answer, answer.simple if is_short else answer.sentences)
    secret = form_secret(request)
    page = site_page(
        request,
        host,
        "topic.html",
        leaf.address,
        shelf=shelf,
        answer=answer,
        lines=lines,
        description=description_of(answer.sentences),
        meanings=tuple(meanings_of(host.library, lines)),
        sources=sources_of(answer),
        checked=_checked(answer),
        near=shelf.near(leaf, tuple(site_of(request).shelves.values())),
        payload=payload_of(answer.topic, answer.service),
        secret=form_proof(secret),
        is_short=is_short,
    )
    keep_form_secret(page, secret, is_secure=host.settings.address.startswith("https://"))
    return page


def description_of(sentences: tuple[str, ...]) -> str:
    """The first sentences, as many whole ones as search engines show."""
    told = ""
    for sentence in sentences:
        if told and len(told) + 1 + len(sentence) > LONGEST_DESCRIPTION:
            break
        told = f"{told} {sentence}".strip()
    return told


def sources_of(answer: TopicAnswer) -> dict[str, str]:
    """The titles of the sources, each once, with the places in it."""
    places: dict[str, list[str]] = {}
    for source in dict.fromkeys(answer.sources):
        places.setdefault(source.title, []).append(source.place)
    return {title: "; ".join(dict.fromkeys(found)) for title, found in places.items()}


def _checked(answer: TopicAnswer) -> str:
    """The day on which somebody last looked at all sources, in words; empty where there are none."""
    oldest = min((source.checked_on for source in answer.sources), default=None)
    return spoken_day(oldest, DayCase.ACCUSATIVE, with_year=True) if oldest else ""
