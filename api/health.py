"""What operators ask: does it live, is it ready, how much does it do."""

from datetime import UTC, datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from api.dependencies import TheHost
from assistant.delivery.backlog import Standing
from assistant.delivery.outbox import LETTERS, Carrier
from assistant.usecases.signs import is_silent

router = APIRouter(tags=["health"])


class Live(BaseModel):
    """The process answers."""

    status: Literal["live"] = "live"


class Readiness(BaseModel):
    """Whether requests can be served, and which part keeps them back where not."""

    status: Literal["ready", "not ready"]
    parts: dict[str, bool]
    delivery: Literal["in time", "late", "unknown"]
    """Whether what waits for departments is handed over; being late keeps nobody from using the product."""
    worker: Literal["alive", "silent", "unknown"]
    """Whether a worker gives signs of life; unknown where none ever ran on this machine."""
    bot: Literal["alive", "silent", "unknown"]
    """The same of the bot in Telegram."""
    mail: Literal["working", "failing", "unknown"]
    """Whether a letter failed that is tried again."""
    telegram: Literal["working", "failing", "unknown"]
    """Whether word to Telegram failed that is tried again."""


@router.get("/health/live")
async def live() -> Live:
    """The process runs; says nothing about what it stands on."""
    return Live()


@router.get(
    "/health/ready", response_model=Readiness, responses={503: {"model": Readiness, "description": "Not ready"}}
)
async def ready(host: TheHost) -> Response:
    """Everything that it stands on works."""
    parts = await host.ready()
    is_ready = all(parts.values())
    standing = await host.delivery() if is_ready else None
    signs = await host.signs()
    body = Readiness(
        status="ready" if is_ready else "not ready",
        parts=parts,
        delivery="unknown" if standing is None else "late" if standing.is_late else "in time",
        worker=_life(signs.worker),
        bot=_life(signs.bot),
        mail=_way(standing, LETTERS),
        telegram=_way(standing, frozenset({Carrier.TELEGRAM})),
    )
    return JSONResponse(body.model_dump(), 200 if is_ready else 503)


def _life(seen: datetime | None) -> Literal["alive", "silent", "unknown"]:
    if seen is None:
        return "unknown"
    return "silent" if is_silent(seen, datetime.now(UTC)) else "alive"


def _way(standing: Standing | None, carriers: frozenset[Carrier]) -> Literal["working", "failing", "unknown"]:
    if standing is None:
        return "unknown"
    return "failing" if standing.failing & carriers else "working"


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(request: Request, host: TheHost) -> Response:
    """Figures for Prometheus."""
    request.app.state.outbox_figures.show(await host.delivery())
    request.app.state.life_figures.show(await host.signs())
    return Response(generate_latest(request.app.state.registry), media_type=CONTENT_TYPE_LATEST)
