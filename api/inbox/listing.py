"""The list of requests: its page, and whether it has changed since."""

from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, field_validator

from api.inbox.answers import InboxRoute
from api.inbox.auth import AtDesk
from api.inbox.cases.page import Number
from api.inbox.list_labels import list_labels
from api.inbox.looks import looks_now
from api.inbox.pages import KEPT_BY_NOBODY, page
from assistant.usecases.finding import Filters, ForWhom, Promise, View

LIST = APIRouter(prefix="/inbox", route_class=InboxRoute)

LONGEST_SEARCH = 100
"""Characters; whatever stands behind them is not looked at."""


class Address(BaseModel):
    """What the address of the list says; what is made up or empty is taken for nothing said."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    view: View = View.OPEN
    q: str = ""
    need: str = ""
    whom: ForWhom | None = None
    outcome: str = ""
    promise: Promise | None = None
    holder: str = ""
    page: Annotated[int, Field(ge=1)] = 1

    @field_validator("view", "whom", "promise", "page", mode="wrap")
    @classmethod
    def _lenient(cls, value: Any, usual: Any, info: Any) -> Any:  # noqa: ANN401 - pydantic's signature
        try:
            return usual(value)
        except ValueError:
            return cls.model_fields[info.field_name].default

    @field_validator("q", "need", "outcome", "holder", mode="before")
    @classmethod
    def _short(cls, value: Any) -> str:  # noqa: ANN401 - pydantic's signature
        return str(value)[:LONGEST_SEARCH].strip()

    @property
    def filters(self) -> Filters:
        """The filters that it names."""
        return Filters(self.need, self.whom, self.outcome, self.promise, self.holder)

    def with_(self, **changes: object) -> str:
        """The same address with something else in it; back on the first page where nothing else is said."""
        said = {**self.model_dump(mode="json"), "page": 1, **changes}
        told = {name: value for name, value in said.items() if value != Address.model_fields[name].default}
        return f"/inbox?{urlencode(told)}" if told else "/inbox"


@LIST.get("")
async def inbox(seat: AtDesk, address: Annotated[Address, Query()]) -> Response:
    """The municipality's requests: a view of them, narrowed by filters, or what a search finds."""
    listed = await seat.host.listing.show(seat.member, address.view, address.filters, address.q, address.page)
    return page(
        "list",
        seat=seat,
        address=address,
        listed=listed,
    )


@LIST.get("/changes")
async def changes(seat: AtDesk, mark: Annotated[str, Query(max_length=LONGEST_SEARCH)] = "") -> Response:
    """No content where the list is as it was at that mark; else its new mark, and what to say of the change."""
    changed = await seat.host.listing.changed(seat.member, mark)
    if changed is None:
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=KEPT_BY_NOBODY)
    now, arrived = changed
    words = list_labels(looks_now().language).arrived(arrived)
    return JSONResponse({"mark": now, "words": words}, headers=KEPT_BY_NOBODY)


@LIST.get("/{number}/changes")
async def changes_of_one(seat: AtDesk, number: Number, version: int = 0) -> Response:
    """No content where a request is as it was in that version; else its newest one."""
    newest = await seat.host.listing.version(seat.member, number)
    if newest == version:
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=KEPT_BY_NOBODY)
    return JSONResponse({"version": newest}, headers=KEPT_BY_NOBODY)
