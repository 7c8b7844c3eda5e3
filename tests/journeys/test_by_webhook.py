"""Telegram calls two bots on one PostgreSQL in turn: people walk the same journeys, and notice nothing.

Nothing smaller shows that they share the work.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.serving import QuietServer
from bot.webhook import SECRET_HEADER
from tests import warm
from tests.bot.fakes import eventually
from tests.databases import PostgresServer
from tests.journeys import test_journeys as journeys
from tests.journeys.running import Product, environment_for, serving
from tests.journeys.staff import StaffAtInbox
from tests.journeys.talk import Talk, TelegramDoor
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import READY_WITHIN, free_port, running_telegram_server

pytestmark = [pytest.mark.process, pytest.mark.postgres]

BOTS = 2
ONA, JONAS = 7, 8


@pytest.fixture
def ports() -> list[int]:
    return [free_port() for _ in range(BOTS)]


@pytest.fixture
async def proxy(ports: list[int]) -> AsyncIterator[tuple[str, list[int]]]:
    """What stands before the bots and gives each call to the next; its address, and how many calls each has got."""
    turn, taken = itertools.cycle(range(BOTS)), [0] * BOTS
    client = httpx.AsyncClient(trust_env=False, timeout=30)

    async def pass_on(request: Request) -> Response:
        bot = next(turn)
        taken[bot] += 1
        headers = {SECRET_HEADER: request.headers[SECRET_HEADER]}
        try:
            answer = await client.post(
                f"http://127.0.0.1:{ports[bot]}/telegram", content=await request.body(), headers=headers
            )
        except httpx.HTTPError:
            return Response(status_code=502)
        return Response(status_code=answer.status_code)

    port = free_port()
    app = Starlette(routes=[Route("/telegram", pass_on, methods=["POST"])])
    server = QuietServer(uvicorn.Config(app, port=port, log_config=None, lifespan="off"))
    serving_calls = asyncio.create_task(server.serve())
    yield f"http://127.0.0.1:{port}/telegram", taken
    server.should_exit = True
    await serving_calls
    await client.aclose()


@contextmanager
def bots(environment: dict[str, str], ports: list[int]) -> Iterator[None]:
    """A bot at each port, for as long as the block lasts."""
    with ExitStack() as stack:
        running = []
        for port in ports:
            own = environment | {"AISKIAI_TELEGRAM_WEBHOOK_PORT": str(port)}
            log = stack.enter_context(Path(f"{environment['AISKIAI_DATA_DIR']}.bot{port}.log").open("ab"))
            process = stack.enter_context(warm.born("assistant", "bot", environment=own, stderr=log))
            stack.callback(process.wait, 20)
            stack.callback(process.terminate)
            running.append(process)
        yield
        assert all(process.poll() is None for process in running)


async def test_the_same_journeys_by_webhook_with_two_bots_side_by_side(
    tmp_path: Path, postgres: PostgresServer, ports: list[int], proxy: tuple[str, list[int]]
) -> None:
    address, taken = proxy
    port = free_port()
    with running_telegram_server() as telegram:
        environment = environment_for(
            tmp_path / "var",
            port,
            AISKIAI_DATABASE_URL=postgres.fresh_url(),
            AISKIAI_TELEGRAM_TOKEN=telegram.token,
            AISKIAI_TELEGRAM_API_BASE=telegram.base_url,
            AISKIAI_TELEGRAM_WEBHOOK_URL=address,
        )
        (tmp_path / "var").mkdir()
        with serving(environment), bots(environment, ports):
            await eventually(lambda: len(telegram.calls("setWebhook")) == BOTS, READY_WITHIN)
            product = Product(f"http://127.0.0.1:{port}", environment, telegram)
            staff = StaffAtInbox(product.base_url)
            await staff.signs_in(product.sign_in_link())
            ona, jonas = (Talk(TelegramDoor(TelegramPerson(telegram.base_url, chat))) for chat in (ONA, JONAS))

            await asyncio.gather(
                journeys.test_she_asks_checks_sends_and_reads_the_answer_where_she_asked(ona, staff),
                journeys.test_every_line_can_be_changed_and_back_keeps_the_answers(jonas),
            )
            await staff.leaves()
            await eventually(lambda: telegram.unconfirmed() == [])

    assert min(taken) > 10
