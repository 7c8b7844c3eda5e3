"""Nobody uses up what is there for all, and a whole house behind one address is served."""

from collections.abc import Callable

import httpx
import pytest
import structlog

from api.app import create_app
from api.limits import (
    MOST_REMEMBERED,
    NOTED_EVERY,
    OF_ADDRESS,
    OF_BEGINNING,
    OF_MAKING,
    OF_PASS,
    OF_SIGNING_IN,
    Limits,
    Measures,
    Room,
)
from tests.api.fake_host import FakeHost

HALL, ELSEWHERE = "203.0.113.9", "198.51.100.7"
OWN_FORM = {"sec-fetch-site": "same-origin"}


class Ticking:
    """A clock that goes on only when it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Ticking:
    clock = Ticking()
    monkeypatch.setattr(Limits.__init__, "__kwdefaults__", {"clock": clock})
    return clock


@pytest.fixture
def at(host: FakeHost, clock: Ticking) -> Callable[[str], httpx.AsyncClient]:
    """Browsers at addresses of the network, all at one server."""
    assert clock.now == 0
    app = create_app(host)

    def at(address: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app, client=(address, 40_000), raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url=host.settings.address)

    return at


At = Callable[[str], httpx.AsyncClient]


async def begin(browser: httpx.AsyncClient) -> httpx.Response:
    page = await browser.get("/")
    secret = page.text.split('name="secret" value="')[1].split('"')[0]
    return await browser.post("/pokalbis/pradeti", data={"secret": secret})


async def flood(browser: httpx.AsyncClient, times: float, path: str = "/nera") -> int:
    return sum([(await browser.get(path)).status_code == 429 for _ in range(int(times))])


async def test_a_house_full_of_people_begins_at_once_and_is_served(at: At) -> None:
    answers = []
    for _ in range(int(OF_BEGINNING.at_once)):
        async with at(HALL) as browser:
            answers.append((await begin(browser)).status_code)
            answers.append((await browser.get("/pokalbis")).status_code)

    assert set(answers) == {303, 200}


async def test_who_is_in_the_middle_goes_on_while_a_neighbour_floods_the_address(at: At) -> None:
    async with at(HALL) as person, at(HALL) as flooder, at(ELSEWHERE) as other:
        await begin(person)
        await person.get("/pokalbis")

        assert await flood(flooder, OF_ADDRESS.at_once + 5) > 0

        assert (await person.get("/pokalbis")).status_code == 200
        assert (await other.get("/")).status_code == 200


async def test_a_pass_that_opens_nothing_has_no_room_of_its_own(at: At) -> None:
    async with at(HALL) as browser:
        refused = 0
        for number in range(int(OF_ADDRESS.at_once) + 5):
            made_up = {"Authorization": f"Bearer {number}"}
            refused += (await browser.get("/api/v1/conversations/x", headers=made_up)).status_code == 429

    assert refused == 5


async def test_one_conversation_alone_is_slowed_down_and_others_there_are_not(at: At, clock: Ticking) -> None:
    async with at(HALL) as fast, at(HALL) as slow:
        for person in (fast, slow):
            await begin(person)
            await person.get("/pokalbis")

        assert await flood(fast, OF_PASS.at_once + 3, "/pokalbis") == 3
        assert (await slow.get("/pokalbis")).status_code == 200

        clock.now += 1
        assert (await fast.get("/pokalbis")).status_code == 200


async def test_a_person_reads_kind_words_and_a_program_a_problem(at: At) -> None:
    async with at(HALL) as browser:
        await flood(browser, OF_ADDRESS.at_once)
        page = await browser.get("/")
        problem = await browser.post("/api/v1/conversations")

    assert page.status_code == 429
    assert "Palaukite vieną minutę." in page.text
    assert page.headers["retry-after"] == "1"
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert problem.headers["content-type"] == "application/problem+json"
    assert (problem.json()["status"], problem.json()["title"]) == (429, "Too many requests")


async def test_beginnings_and_signing_in_are_slower_than_reading(at: At, clock: Ticking) -> None:
    async with at(HALL) as browser:
        begun = [
            (await browser.post("/api/v1/conversations")).status_code for _ in range(int(OF_BEGINNING.at_once) + 2)
        ]
        tried = [
            (await browser.post("/inbox/sign-in/link", data={"email": "x"}, headers=OWN_FORM)).status_code
            for _ in range(int(OF_SIGNING_IN.at_once) + 2)
        ]
        clock.now += 1 / OF_BEGINNING.each_second

        assert (begun.count(429), tried.count(429)) == (2, 2)
        assert (await browser.post("/api/v1/conversations")).status_code == 201
        assert (await browser.get("/")).status_code == 200


async def test_what_takes_work_to_make_has_a_narrow_room(at: At) -> None:
    async with at(HALL) as browser:
        assert await flood(browser, OF_MAKING.at_once + 4, "/garsas/x.mp3") == 4


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "somewhere"])
async def test_this_machine_itself_is_not_measured(at: At, address: str) -> None:
    async with at(address) as browser:
        assert await flood(browser, OF_ADDRESS.at_once + 5) == 0


async def test_neighbours_in_one_network_of_the_new_kind_are_one_house(at: At) -> None:
    async with at("2001:db8::1") as one, at("2001:db8::2") as another, at("2001:db8:0:1::1") as elsewhere:
        await flood(one, OF_ADDRESS.at_once)

        assert (await another.get("/")).status_code == 429
        assert (await elsewhere.get("/")).status_code == 200


async def test_files_and_health_are_never_refused(at: At) -> None:
    async with at(HALL) as browser:
        await flood(browser, OF_ADDRESS.at_once + 1)

        assert (await browser.get("/static/chat.css")).status_code == 200
        assert (await browser.get("/health/live")).status_code == 200


def test_a_room_fills_again_and_never_above_its_measure() -> None:
    clock = Ticking()
    measures, room = Measures(clock), Room("x", 2, 0.5)

    assert [measures.wait(room, "a") for _ in range(3)] == [0, 0, 2]
    clock.now = 100.0
    assert [measures.wait(room, "a") for _ in range(3)] == [0, 0, 2]
    assert measures.wait(room, "b") == 0


def test_what_is_remembered_has_an_end() -> None:
    measures, room = Measures(Ticking()), Room("x", 1, 1)

    for number in range(MOST_REMEMBERED + 1):
        measures.wait(room, str(number))

    assert measures.wait(room, "1") == 1
    assert measures.wait(room, "0") == 0


async def test_who_is_refused_is_told_to_the_log_once_a_minute_and_not_by_name(at: At, clock: Ticking) -> None:
    with structlog.testing.capture_logs() as lines:
        async with at(HALL) as browser:
            await flood(browser, OF_ADDRESS.at_once + 5, "/pokalbis/secret-id")
            clock.now += NOTED_EVERY
            await flood(browser, OF_ADDRESS.at_once + 5, "/pokalbis/secret-id")

    assert [line["event"] for line in lines] == ["too many requests"] * 2
    assert HALL not in str(lines)
    assert "secret-id" not in str(lines)
