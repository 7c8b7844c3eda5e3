"""Two server processes on one database: one person may be served by either, and a repeated call is one call."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.adapters.master_keys import new_master_key
from tests.databases import PostgresServer, fresh_sqlite_url
from tests.journeys.running import environment_for, serving
from tests.telegram_server.process import free_port

pytestmark = pytest.mark.process

PRESSES = ["Man", "Siųsti prašymą", "Noriu pasikalbėti", "Parašyti čia", "Ne, tai viskas"]
TYPES = ["Kretinga", "Ona Onaitė"]
SEND = "Siųsti"


class Caller:
    """A chat client behind a proxy that gives each of its calls to another process."""

    def __init__(self, *servers: httpx.AsyncClient) -> None:
        self._servers = servers
        self._calls = 0
        self._path = ""
        self._headers: dict[str, str] = {}

    async def fills_in(self) -> str:
        """Up to the summary; gives the id of the button that sends."""
        opened = (await self._servers[0].post("/api/v1/conversations", json={})).json()
        self._path = f"/api/v1/conversations/{opened['conversation']}/events"
        self._headers = {"Authorization": f"Bearer {opened['token']}"}
        presses, types, message = list(PRESSES), list(TYPES), opened["messages"][-1]
        while SEND not in (buttons := {choice["label"]: choice["id"] for choice in message["choices"]}):
            label = next((label for label in presses if label in buttons), None)
            if label is None:
                event = {"type": "text", "text": types.pop(0)}
            else:
                presses.remove(label)
                event = {"type": "choice", "choice": buttons[label]}
            message = (await self.calls(event))["messages"][-1]
        return str(buttons[SEND])

    async def calls(self, event: dict[str, str], key: str = "") -> Any:
        """The answer of whichever process is next."""
        self._calls += 1
        server = self._servers[self._calls % len(self._servers)]
        answer = await server.post(self._path, json=event, headers=self._headers | {"Idempotency-Key": key})
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def test_the_same_call_to_two_processes_at_once_is_one_request_with_one_number(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    if kind == "sqlite":
        await _number_is_one(fresh_sqlite_url(tmp_path), tmp_path)
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    await _number_is_one(server.fresh_url(), tmp_path)


async def _number_is_one(database_url: str, tmp_path: Path) -> None:
    ports, keys = [free_port(), free_port()], new_master_key(date(2026, 11, 22))
    one, other = (
        environment_for(
            tmp_path / f"machine-{port}",
            port,
            AISKIAI_DATABASE_URL=database_url,
            AISKIAI_SECRET_KEY="the same key",
            AISKIAI_ENCRYPTION_KEYS=keys,
        )
        for port in ports
    )
    with serving(one), serving(other):
        here, there = (httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) for port in ports)
        async with here, there:
            caller = Caller(here, there)
            send = {"type": "choice", "choice": await caller.fills_in()}

            # When the call is repeated at once and once more later, and the person taps twice as well
            at_once = await asyncio.gather(
                *(caller.calls(send, "key-1") for _ in range(4)), caller.calls(send, "key-2")
            )
            later = await caller.calls(send, "key-1")

    # Then
    numbers = {message["referral"]["number"] for answer in (*at_once, later) for message in answer["messages"]}
    assert len(numbers) == 1
    assert len({str(answer) for answer in (*at_once[:4], later)}) == 1
