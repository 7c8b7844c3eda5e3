"""Pages for people: templates and their fixed words."""

from dataclasses import dataclass, replace
from typing import cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from api.chat.looks import USUAL, Looks, looks_of
from api.chat.outgoing import Pictures
from api.chat.phones import together
from api.chat.taps import with_taps
from api.chat.visit import CONVERSATION_COOKIE
from api.chat.words import PageWords
from api.templating import make_environment


@dataclass(frozen=True)
class Pages:
    """Makes pages from templates, as the one who asks for them likes to read."""

    words: PageWords
    pictures: Pictures
    environment: Environment
    looks: Looks = USUAL

    def page(self, template: str, status: int = 200, **context: object) -> HTMLResponse:
        """A page; `context` is what its template asks for."""
        return HTMLResponse(self.environment.get_template(template).render(context, looks=self.looks), status)

    def error(self, request: Request, text: str, status: int) -> HTMLResponse:
        """A page that says what went wrong, with a way on: back to the talk where there is one, else to the start."""
        return self.page(
            "chat/error.html",
            status,
            sentences=self.words.text(text),
            has_talk=CONVERSATION_COOKIE in request.cookies,
        )


def pages_of(request: Request) -> Pages:
    """The pages of this application for the one who asks."""
    return replace(cast("Pages", request.app.state.pages), looks=looks_of(request))


def pictures_of(request: Request) -> Pictures:
    """The pictures that messages may show."""
    return cast("Pages", request.app.state.pages).pictures


def make_pages(words: PageWords, pictures: Pictures) -> Pages:
    """Read what all pages need."""
    environment = make_environment()
    environment.globals.update(label=words.label, text=words.text)
    environment.filters["taps"] = with_taps
    environment.filters["together"] = together
    return Pages(words, pictures, environment)
