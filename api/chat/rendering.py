"""Pages for people: templates, their fixed words, and addresses that change when a file changes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.chat.outgoing import Pictures
from api.chat.phones import with_phone_links
from api.chat.visit import CONVERSATION_COOKIE
from api.chat.words import PageWords

API = Path(__file__).parent.parent
TEMPLATES = API / "templates"
STATIC = API / "static"


@dataclass(frozen=True)
class Pages:
    """Makes pages from templates."""

    words: PageWords
    pictures: Pictures
    environment: Environment

    def page(self, template: str, status: int = 200, **context: object) -> HTMLResponse:
        """A page; `context` is what its template asks for."""
        return HTMLResponse(self.environment.get_template(template).render(context), status)

    def error(self, request: Request, text: str, status: int) -> HTMLResponse:
        """A page that says what went wrong, with a way on: back to the talk where there is one, else to the start."""
        return self.page(
            "chat/error.html",
            status,
            sentences=self.words.text(text),
            has_talk=CONVERSATION_COOKIE in request.cookies,
        )


def pages_of(request: Request) -> Pages:
    """The pages of this application."""
    return cast("Pages", request.app.state.pages)


def make_pages(words: PageWords, pictures: Pictures) -> Pages:
    """Read what all pages need: a name that a template does not know is an error, and everything is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(label=words.label, text=words.text, static=_versioned(STATIC))
    environment.filters["phones"] = with_phone_links
    return Pages(words, pictures, environment)


def _versioned(folder: Path) -> Callable[[str], str]:
    """Gives the address of a static file, with a mark of its content, so that browsers may keep it for good."""
    marks = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return lambda name: f"/static/{name}?v={marks[name]}"
