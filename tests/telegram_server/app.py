"""The HTTP side: the Bot API at /bot<token>/<method>, the person's and the test's side under /admin."""

import time
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.responses import Response

from tests.telegram_server import methods
from tests.telegram_server.admin import admin, person
from tests.telegram_server.faults import Dropped, Fault, FaultKind, refusal_of
from tests.telegram_server.refusal import Refusal
from tests.telegram_server.requests import arguments_of, call_of, method_named
from tests.telegram_server.world import World


def application(token: str) -> FastAPI:
    """The server; only this token is let in."""
    app = FastAPI(title="A Telegram Bot API server for tests", docs_url=None, redoc_url=None)
    app.state.world = World()
    app.include_router(admin)
    app.include_router(person)

    @app.get("/file/bot{given}/voice/{file_id}", response_model=None)
    async def fetched(request: Request, given: str, file_id: str) -> Response:
        """The content of a file that getFile told of."""
        file = request.app.state.world.files.get(file_id)
        return Response(status_code=404) if given != token or file is None else Response(file.content)

    @app.api_route("/bot{given}/{name}", methods=["GET", "POST"], response_model=None)
    async def bot_api(request: Request, given: str, name: str) -> Response:
        """One call of a bot."""
        if given != token:
            return _refused(Refusal(401, "Unauthorized"))
        return await _called(request.app.state.world, request, name)

    return app


async def _called(world: World, request: Request, name: str) -> Response:
    record: dict[str, Any] = {"method": name, "arguments": {}, "ok": False, "description": "", "at": time.monotonic()}
    world.calls.append(record)
    try:
        method = method_named(name)
        record["method"] = method.__api_method__
        record["arguments"], files = await arguments_of(request, method)
        world.files |= files
        fault = world.faults.take(name, record["arguments"].get("chat_id"))
        refusal = refusal_of(fault) if fault else None
        if refusal is not None:
            raise refusal
        if fault is not None and fault.kind is FaultKind.DROP_BEFORE:
            record["description"] = "dropped before"
            return Dropped()
        call = call_of(method, record["arguments"])
        world.pace.check(call)
        result = await methods.answer(world, call)
    except Refusal as refusal:
        record["description"] = refusal.description
        return _refused(refusal)
    record["ok"] = True
    return _answered(result, fault)


def _answered(result: Any, fault: Fault | None) -> Response:
    if fault is not None and fault.kind is FaultKind.DROP_AFTER:
        return Dropped()
    if fault is not None and fault.kind is FaultKind.BROKEN_JSON:
        return Response('{"ok": tr', media_type="application/json")
    return JSONResponse({"ok": True, "result": result})


def _refused(refusal: Refusal) -> JSONResponse:
    return JSONResponse(refusal.body(), status_code=refusal.code)
