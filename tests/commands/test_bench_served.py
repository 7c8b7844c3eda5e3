"""Journeys over HTTP are made by people in another process, and one that is refused measures nothing."""

from http import HTTPStatus
from typing import Annotated

import pytest
from fastapi import FastAPI, Header, Response

from assistant.commands.bench.served import journey, served


def _app(heard: list[tuple[str, str]], status: int = HTTPStatus.OK) -> FastAPI:
    app = FastAPI()

    @app.post("/api/v1/conversations")
    async def begin() -> dict[str, str]:
        return {"conversation": "mine", "token": "secret"}

    @app.post("/api/v1/conversations/{which}/events")
    async def tell(which: str, authorization: Annotated[str, Header()]) -> Response:
        heard.append((which, authorization))
        return Response("{}", status, media_type="application/json")

    return app


async def test_each_journey_is_begun_and_shows_its_own_token() -> None:
    heard: list[tuple[str, str]] = []

    pace = await served(_app(heard), journey([{"type": "text", "text": "Labas"}]), count=3, at_once=2)

    assert len(pace.seconds) == 3
    assert pace.whole > 0
    assert set(heard) == {("mine", "Bearer secret")}


async def test_a_journey_that_is_refused_is_no_measure() -> None:
    app = _app([], HTTPStatus.SERVICE_UNAVAILABLE)

    with pytest.raises(RuntimeError, match="refused"):
        await served(app, journey([{"type": "text", "text": "Labas"}]), count=1, at_once=1)
