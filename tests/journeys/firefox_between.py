"""Stands between Playwright and Debian's Firefox, and answers the one command that this Firefox does not know yet.

Playwright drives an unchanged Firefox by WebDriver BiDi, but begins with a command for emulated media which the long
supported version lacks; there a test sets colours by the preferences of its profile. Everything else goes through.
Playwright starts this in Firefox's place, with Firefox's arguments.
"""

import asyncio
import contextlib
import json
import os
import re
import sys
from collections.abc import Sequence

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

ANSWERED_HERE = "emulation.setMediaFeaturesOverride"
LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


async def stand_between(firefox: str, arguments: Sequence[str]) -> int:
    """Run this Firefox until it ends; gives its exit code."""
    process = await asyncio.create_subprocess_exec(firefox, *arguments, stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    runner: web.AppRunner | None = None
    async for raw in process.stderr:
        line = raw.decode(errors="replace").rstrip()
        if runner is None and (said := LISTENS.search(line)):
            runner, line = await _listening(said[1])
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - Playwright reads the address there
    if runner is not None:
        await runner.cleanup()
    return await process.wait()


async def _listening(address: str) -> tuple[web.AppRunner, str]:
    async def answer(request: web.Request) -> web.WebSocketResponse:
        ours = web.WebSocketResponse(max_msg_size=0)
        await ours.prepare(request)
        async with ClientSession() as session, session.ws_connect(f"{address}{request.path}", max_msg_size=0) as theirs:
            back = asyncio.create_task(_carry(theirs, ours))
            await _carry(ours, theirs, ours)
            back.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await back
        return ours

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, handle_signals=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    return runner, f"WebDriver BiDi listening on ws://{host}:{port}"


Line = ClientWebSocketResponse | web.WebSocketResponse


async def _carry(source: Line, target: Line, asker: Line | None = None) -> None:
    """Pass messages on; what is answered here goes back to whoever asked."""
    async for message in source:
        if message.type is not WSMsgType.TEXT:
            continue
        if asker is not None and ANSWERED_HERE in message.data:
            asked = json.loads(message.data)
            if asked.get("method") == ANSWERED_HERE:
                await asker.send_str(json.dumps({"type": "success", "id": asked["id"], "result": {}}))
                continue
        with contextlib.suppress(ConnectionError):
            await target.send_str(message.data)
    await target.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(stand_between(os.environ["FIREFOX"], sys.argv[1:])))
