"""Pages for what goes wrong in the inbox, the same on every route; what staff typed is never lost."""

from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from typing_extensions import override

from api.inbox.auth import CHANGES_NOTHING, FormRefusedError, NotAllowedError, SignedOutError, form_text
from api.inbox.freshness import SignInAnewError
from api.inbox.host import the_inbox_host
from api.inbox.looks import look_at
from api.inbox.pages import KEPT_BY_NOBODY, page
from api.inbox.way_back import keep_wanted
from assistant.errors import DatabaseAwayError, ReadyReplyNotFoundError, ReferralNotFoundError

Handler = Callable[[Request], Coroutine[Any, Any, Response]]

log = structlog.get_logger(__name__)


class InboxRoute(APIRoute):
    """A route whose errors become pages."""

    @override
    def get_route_handler(self) -> Handler:
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            look_at(request)
            try:
                return await handle(request)
            except SignedOutError:
                return await _signed_out(request)
            except NotAllowedError:
                log.warning("staff not allowed", route=self.path_format)
                return page("not_allowed", status=HTTPStatus.FORBIDDEN)
            except SignInAnewError:
                return page("sign_in_anew", status=HTTPStatus.FORBIDDEN)
            except FormRefusedError:
                log.warning("inbox form refused", route=self.path_format)
                return await _not_sent("refused", request, HTTPStatus.FORBIDDEN)
            except DatabaseAwayError:
                return await _not_sent("wait", request, HTTPStatus.SERVICE_UNAVAILABLE)
            except (ReferralNotFoundError, ReadyReplyNotFoundError):
                # Also what belongs to another municipality: the two are not told apart.
                log.warning("staff found nothing there", route=self.path_format)
                return await _not_sent("not_found", request, HTTPStatus.NOT_FOUND)
            except RequestValidationError as error:
                if any(fault["loc"][0] == "path" for fault in error.errors()):
                    return page("not_found", status=HTTPStatus.NOT_FOUND, text="")
                return await _not_sent("refused", request, HTTPStatus.UNPROCESSABLE_ENTITY)

        return answer


async def _signed_out(request: Request) -> Response:
    if request.method in CHANGES_NOTHING:
        response = RedirectResponse("/inbox/sign-in", HTTPStatus.SEE_OTHER, headers=KEPT_BY_NOBODY)
        keep_wanted(request, response, the_inbox_host(request))
        return response
    return await _not_sent("signed_out", request, HTTPStatus.UNAUTHORIZED)


async def _not_sent(name: str, request: Request, status: HTTPStatus) -> Response:
    """A page that gives back the text, so that nobody has to write it again."""
    return page(name, status=status, text=await form_text(request, "text"))
