"""What all public pages share: words and shelves, made once, and how a page is made with its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from fastapi import FastAPI, Request, Response

from api.chat.outgoing import picture_address
from api.chat.rendering import pages_of
from api.dependencies import Host
from api.site.shelves import Shelf, shelves_of
from api.site.words import SiteWords, site_words
from assistant.library.statements import Statements, load_statements
from assistant.understanding.phones import spoken_phone


@dataclass(frozen=True)
class Site:
    """The words of the pages, the shelves by the names in their addresses, and what the law asks to be told."""

    words: SiteWords
    shelves: Mapping[str, Shelf]
    statements: Statements


def open_site(app: FastAPI, assistant: Host) -> None:
    """Make ready what the pages need; `app.state.pages` is there. Raises ContentError where a word is missing."""
    words = site_words(assistant.library.messages)
    file = assistant.settings.content_dir / "lt" / "statements.yaml"
    app.state.site = Site(
        words,
        shelves_of(assistant.library, words.word("general")),
        load_statements(file, assistant.library.messages),
    )
    environment = app.state.pages.environment
    environment.globals.update(
        word=words.word, said=words.said, picture_at=picture_address, site_address=assistant.settings.address
    )
    environment.filters["phone"] = spoken_phone


def site_of(request: Request) -> Site:
    """The public pages of this application."""
    return cast("Site", request.app.state.site)


def site_page(
    request: Request, host: Host, template: str, address: str, status: int = 200, **context: object
) -> Response:
    """A public page; `address` is the one under which search engines shall keep it, without the host."""
    return pages_of(request).page(
        f"site/{template}",
        status,
        canonical=host.settings.address + address,
        **context,
    )
