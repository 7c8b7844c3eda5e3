"""Webhooks over real HTTP on this machine; the receiving side checks them as our own paper shows."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from socket import AF_INET, AddressFamily
from typing import Any

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from assistant.adapters.webhooks import HttpWebhooks, PublicResolver, Target
from assistant.errors import DeliveryError, FailureReason, PermanentFailureError, SettingsError, TemporaryFailureError
from assistant.settings import ROOT
from assistant.usecases.means import Parcel
from tests.usecases.fake_clock import FakeClock

SECRET = "whsec_" + "A1b2C3d4" * 5 + "A1b2"
PARCEL = Parcel("entry-1", "kretinga-dvs", '{"name":"Žydrė"}'.encode())


@dataclass
class System:
    """A document system that answers as it is told: one status a call, then 200."""

    port: int = 0
    statuses: list[int] = field(default_factory=list)
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    location: str = ""
    is_silent: bool = False

    async def take(self, request: web.Request) -> web.Response:
        if self.is_silent:
            await asyncio.Event().wait()
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.calls.append((headers, await request.read()))
        status = self.statuses.pop(0) if self.statuses else 200
        return web.Response(status=status, headers={"location": self.location} if self.location else {})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/aiskiai"


@asynccontextmanager
async def listening() -> AsyncIterator[System]:
    system = System()
    app = web.Application()
    app.router.add_route("*", "/{anything:.*}", system.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    system.port = runner.addresses[0][1]
    try:
        yield system
    finally:
        await runner.cleanup()


@pytest.fixture
async def system() -> AsyncIterator[System]:
    async with listening() as told:
        yield told


def webhooks(url: str, *, is_at_home: bool = True, timeout: float = 5.0) -> HttpWebhooks:
    targets = {PARCEL.to: Target.of(PARCEL.to, url, SECRET)}
    return HttpWebhooks(targets, FakeClock(), may_reach_private=is_at_home, timeout=timeout)


def is_ours() -> Callable[..., bool]:
    """The receiving side as docs/webhook.md shows it to whoever builds one."""
    paper = (ROOT / "docs" / "webhook.md").read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n(.*?)```", paper, re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - our own paper; that its code runs is what is tested
    found: Callable[..., bool] = names["is_ours"]
    return found


async def test_what_comes_is_proved_as_the_paper_shows(system: System) -> None:
    await webhooks(system.url).call(PARCEL)

    [(headers, body)] = system.calls
    now = FakeClock().now().timestamp()
    assert body == PARCEL.body
    assert headers["webhook-id"] == "entry-1"
    assert headers["content-type"] == "application/json"
    assert is_ours()(SECRET, headers, body, now)


async def test_a_call_that_was_changed_made_up_or_is_old_does_not_pass(system: System) -> None:
    await webhooks(system.url).call(PARCEL)
    [(headers, body)] = system.calls
    now = FakeClock().now().timestamp()
    check = is_ours()

    assert not check(SECRET, headers, body + b" ", now)
    assert not check(SECRET, headers | {"webhook-id": "entry-2"}, body, now)
    assert not check(SECRET, headers | {"webhook-timestamp": str(int(now) + 1)}, body, now)
    assert not check("whsec_" + "B" * 44, headers, body, now)
    assert not check(SECRET, headers, body, now + timedelta(minutes=6).total_seconds())
    assert not check(SECRET, headers, body, now - timedelta(minutes=6).total_seconds())


async def test_every_try_has_the_same_id_and_its_own_moment(system: System) -> None:
    system.statuses = [503]
    clock = FakeClock()
    calls = HttpWebhooks({PARCEL.to: Target.of(PARCEL.to, system.url, SECRET)}, clock, may_reach_private=True)
    with pytest.raises(TemporaryFailureError):
        await calls.call(PARCEL)

    clock.passes(timedelta(minutes=30))
    await calls.call(PARCEL)

    (first, body), (second, again) = system.calls
    assert (first["webhook-id"], body) == (second["webhook-id"], again)
    assert int(second["webhook-timestamp"]) - int(first["webhook-timestamp"]) == 1800
    assert is_ours()(SECRET, second, again, clock.now().timestamp())


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
async def test_only_a_yes_is_a_yes(system: System, status: int) -> None:
    system.statuses = [status]

    await webhooks(system.url).call(PARCEL)


@pytest.mark.parametrize(
    ("status", "failure", "reason"),
    [
        (408, TemporaryFailureError, FailureReason.LATER),
        (429, TemporaryFailureError, FailureReason.LATER),
        (500, TemporaryFailureError, FailureReason.LATER),
        (503, TemporaryFailureError, FailureReason.LATER),
        (301, PermanentFailureError, FailureReason.REFUSED),
        (304, PermanentFailureError, FailureReason.REFUSED),
        (400, PermanentFailureError, FailureReason.REFUSED),
        (401, PermanentFailureError, FailureReason.REFUSED),
        (404, PermanentFailureError, FailureReason.REFUSED),
        (410, PermanentFailureError, FailureReason.REFUSED),
    ],
)
async def test_every_other_answer_is_a_failure_for_now_or_for_good(
    system: System, status: int, failure: type[DeliveryError], reason: FailureReason
) -> None:
    system.statuses = [status]

    with pytest.raises(failure, match=f"HTTP {status}") as failed:
        await webhooks(system.url).call(PARCEL)

    assert failed.value.reason is reason


async def test_nobody_is_sent_on_to_another_address(system: System) -> None:
    async with listening() as elsewhere:
        system.statuses = [307]
        system.location = elsewhere.url

        with pytest.raises(PermanentFailureError, match="307"):
            await webhooks(system.url).call(PARCEL)

        assert elsewhere.calls == []


async def test_silence_and_an_empty_port_are_failures_for_now(system: System) -> None:
    system.is_silent = True

    for calls in (webhooks(system.url, timeout=0.05), webhooks("http://127.0.0.1:1/")):
        with pytest.raises(TemporaryFailureError) as failed:
            await calls.call(PARCEL)
        assert failed.value.reason is FailureReason.NO_ANSWER


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433"])
async def test_a_private_address_is_refused_before_anything_is_sent(system: System, host: str) -> None:
    url = f"http://{host}:{system.port}/"

    with pytest.raises(DeliveryError):
        await webhooks(url, is_at_home=False).call(PARCEL)

    assert system.calls == []


@dataclass
class Names(AbstractResolver):
    """Knows one name with these addresses."""

    addresses: tuple[str, ...]

    async def resolve(self, host: str, port: int = 0, family: AddressFamily = AF_INET) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self.addresses
        ]

    async def close(self) -> None:
        pass


async def test_a_name_that_leads_home_even_in_part_is_refused() -> None:
    public = PublicResolver(Names(("8.8.8.8", "2001:4860:4860::8888")))
    assert len(await public.resolve("dvs.example")) == 2

    with pytest.raises(PermanentFailureError) as refused:
        await PublicResolver(Names(("8.8.8.8", "10.0.0.1"))).resolve("dvs.example")

    assert refused.value.reason is FailureReason.NOT_ALLOWED


async def test_a_webhook_that_left_the_routes_is_not_called(system: System) -> None:
    with pytest.raises(PermanentFailureError):
        await webhooks(system.url).call(Parcel("entry-1", "another", b"{}"))

    assert system.calls == []


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", SECRET.removeprefix("whsec_"), "whsec_ąžuolas"])
def test_a_webhook_without_a_usable_secret_is_refused_at_the_start(secret: str) -> None:
    with pytest.raises(SettingsError, match="kretinga-dvs") as refused:
        Target.of("kretinga-dvs", "https://dvs.example/", secret)

    assert not secret or secret not in str(refused.value)


def test_a_secret_is_not_shown_when_its_target_is() -> None:
    assert "secret" not in repr(Target.of("kretinga-dvs", "https://dvs.example/", SECRET))
