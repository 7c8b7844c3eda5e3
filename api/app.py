"""Puts the web door together: pages, JSON interface, inbox, health, and what happens around every request."""

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from api import health
from api.chat import documents, files, handing_on, pages, routes, settings, sounds
from api.chat.rendering import make_pages
from api.chat.words import page_words
from api.correlation import Correlated
from api.dependencies import Host
from api.errors import add_error_answers, answer_error
from api.figures import LifeFigures, OutboxFigures
from api.host_cookies import HostCookies
from api.inbox import routes as inbox
from api.limits import Limits
from api.middleware import BodyLimit, Compressed, LastResort, SafeHeaders, Traffic
from api.site import another_device, drawings, notices, robots, topics, widget
from api.site.frames import Frames
from api.site.site import open_site
from api.templating import STATIC
from assistant.library.pictures import read_pictures


def create_app(assistant: Host) -> FastAPI:
    """The web application around an assistant, which it keeps in `app.state.assistant`.

    Raises ContentError where a word of the pages or a picture is missing.
    """
    app = FastAPI(
        title="Aiškiai",
        summary="Explains social services in easy Lithuanian and forwards requests to the municipality.",
        version="1",
        openapi_url="/api/openapi.json",
        # The pages that FastAPI offers for reading the document would load scripts from strangers.
        docs_url=None,
        redoc_url=None,
    )
    app.state.assistant = assistant
    app.state.pages = make_pages(
        page_words(assistant.library.messages), read_pictures(assistant.settings.content_dir / "pictures")
    )
    open_site(app, assistant)
    app.state.registry = CollectorRegistry()
    app.state.outbox_figures = OutboxFigures(app.state.registry)
    app.state.life_figures = LifeFigures(app.state.registry)
    # As they are, since FastAPI goes through the routes of an included router twice for every request.
    app.router.routes.extend(routes.router.routes)
    app.include_router(pages.router)
    app.include_router(settings.router)
    app.include_router(documents.router)
    app.state.pages.environment.globals.update(
        sound=sounds.addresses_of(assistant.speak), has_sound=assistant.speak.is_on
    )
    app.include_router(sounds.router)
    for public in (topics, notices, drawings, robots, widget, another_device):
        app.include_router(public.router)
    app.include_router(files.router)
    app.include_router(handing_on.router)
    app.include_router(health.router)
    app.include_router(inbox.router, include_in_schema=False)
    app.mount("/static", files.KeptFiles(STATIC), name="static")
    add_error_answers(app)
    # The last one added stands outermost.
    app.add_middleware(BodyLimit, answer=answer_error)
    app.add_middleware(LastResort, answer=answer_error)
    app.add_middleware(Limits, answer=answer_error)
    app.add_middleware(Compressed)
    app.add_middleware(Traffic, registry=app.state.registry)
    is_secure = assistant.settings.address.startswith("https://")
    app.add_middleware(SafeHeaders, is_secure=is_secure)
    app.add_middleware(Frames, sites=assistant.settings.widget_sites)
    app.add_middleware(HostCookies, is_secure=is_secure)
    app.add_middleware(Correlated)
    return app
