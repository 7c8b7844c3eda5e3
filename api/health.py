"""What operators ask: does it live, is it ready, how much does it do."""

from datetime import UTC, datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from api.dependencies import TheHost
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
    worker = (await host.signs()).worker
    body = Readiness(
        status="ready" if is_ready else "not ready",
        parts=parts,
        delivery="unknown" if standing is None else "late" if standing.is_late else "in time",
        worker="unknown" if worker is None else "silent" if is_silent(worker, datetime.now(UTC)) else "alive",
    )
    return JSONResponse(body.model_dump(), 200 if is_ready else 503)


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(request: Request, host: TheHost) -> Response:
    """Figures for Prometheus."""
    request.app.state.outbox_figures.show(await host.delivery())
    request.app.state.life_figures.show(await host.signs())
    return Response(generate_latest(request.app.state.registry), media_type=CONTENT_TYPE_LATEST)
