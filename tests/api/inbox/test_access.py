"""What stands before every door: a session, a form of our own, the own municipality. See test_rights.py for roles."""

from copy import deepcopy

import httpx
import pytest
import structlog
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.inbox.auth import at_threshold, form_token_of, setting_up, signed_in
from api.inbox.routes import router
from assistant.usecases.staff import Threshold
from tests.api.inbox.fakes import ONA, STRANGER, FakeHost, a_browser, a_letter, a_referral
from tests.api.inbox.pages import form_token_in
from tests.api.inbox.rights import routes
from tests.api.inbox.rights_table import RIGHTS, Door

NUMBER = "47128035"
OTHER = "55512340"
OPEN_TO_ALL = {route for route, right in RIGHTS.items() if right.door is Door.OPEN}
AT_THRESHOLD = {route for route, right in RIGHTS.items() if right.door is Door.THRESHOLD}
SETTING_UP = {route for route, right in RIGHTS.items() if right.door is Door.SETTING_UP}


GUARDED = [route for route in routes() if route not in OPEN_TO_ALL]
BEHIND_SIGN_IN = [route for route in GUARDED if route not in AT_THRESHOLD | SETTING_UP]
CHANGING = [route for route in GUARDED if route[0] == "POST" and route not in AT_THRESHOLD]
WITH_NUMBER = [(method, path) for method, path in BEHIND_SIGN_IN if "{number}" in path]


def a_host() -> FakeHost:
    host = FakeHost()
    host.holds(a_referral(NUMBER), a_referral(OTHER))
    host.casework.letters[NUMBER] = (a_letter(NUMBER),)
    return host


async def ask(browser: httpx.AsyncClient, method: str, path: str, form_token: str = "") -> httpx.Response:
    """The request with everything that the route could want."""
    form = {
        "form_token": form_token,
        "version": "1",
        "seen": "1",
        "text": "Labas.",
        "key": "key-of-sixteen-chars",
        "municipality": "palangos-miesto",
        "institution": "Globos namai",
        "colleague": "jonas@kretinga.example",
        "result": "reached",
        "ending": "advice",
        "other": OTHER,
        "other_version": "1",
        "is_reply": "1",
    }
    address = path.format(
        number=NUMBER,
        name="come",
        wish="wish-1",
        topic="what-is",
        staff_id="staff-2",
        factor="factor-1",
        session="session-1",
    )
    return await browser.request(method, address, data=form if method == "POST" else None)


def tells_nothing(answer: httpx.Response) -> bool:
    secrets = ("Vardenė", "612 34567", "61234567", "prieš pietus", "skyrius@", "18 metų", "47 12 80 35", "jonas@")
    return not any(secret in answer.text for secret in secrets)


@pytest.mark.parametrize(
    ("door", "expected"), [(signed_in, set(BEHIND_SIGN_IN)), (at_threshold, AT_THRESHOLD), (setting_up, SETTING_UP)]
)
def test_every_route_goes_through_its_one_door(door: object, expected: set[tuple[str, str]]) -> None:
    def calls(dependant: Dependant) -> set[object]:
        return {dependant.call}.union(*(calls(inner) for inner in dependant.dependencies))

    guarded = {
        (method, context.path)
        for context in iter_route_contexts(router.routes)
        for method in context.methods or ()
        if door in calls(context.dependant)
    }

    assert guarded == expected


@pytest.mark.parametrize("cookie", ["", "made-up"])
@pytest.mark.parametrize(("method", "path"), GUARDED)
async def test_without_a_session_nothing_is_read_and_nothing_changes(method: str, path: str, cookie: str) -> None:
    host = a_host()
    before = deepcopy(host.casework)

    async with a_browser(host, cookie) as browser:
        answer = await ask(browser, method, path)

    assert answer.status_code in ({303} if method == "GET" else {401})
    assert answer.headers.get("location", "/inbox/sign-in") == "/inbox/sign-in"
    assert answer.headers["cache-control"] == "no-store"
    assert tells_nothing(answer)
    assert host.casework == before


@pytest.mark.parametrize(
    ("method", "path", "must_set_up"),
    [(*route, False) for route in GUARDED if route not in AT_THRESHOLD] + [(*route, True) for route in BEHIND_SIGN_IN],
)
async def test_half_signed_in_nobody_reads_or_changes_anything(method: str, path: str, must_set_up: bool) -> None:
    host = a_host()
    host.staff_desk.waiting["half"] = Threshold(ONA, must_set_up)
    before = deepcopy(host.casework)

    async with a_browser(host, "half") as browser:
        answer = await ask(browser, method, path, form_token_of("half"))

    assert answer.status_code in ({303} if method == "GET" else {401})
    assert answer.headers.get("location", "/inbox/sign-in") == "/inbox/sign-in"
    assert tells_nothing(answer)
    assert host.casework == before


@pytest.mark.parametrize(("method", "path"), sorted(route for route in AT_THRESHOLD if route[0] == "POST"))
@pytest.mark.parametrize("proof", ["", "made-up"])
async def test_at_the_second_factor_a_form_without_proof_is_refused_too(method: str, path: str, proof: str) -> None:
    host = a_host()
    host.staff_desk.waiting["half"] = Threshold(ONA, must_set_up=False)

    async with a_browser(host, "half") as browser:
        answer = await ask(browser, method, path, proof)

    assert answer.status_code == 403


@pytest.mark.parametrize(("method", "path"), sorted(route for route in OPEN_TO_ALL if route[0] == "POST"))
async def test_another_site_can_send_no_form_that_is_open_to_all(method: str, path: str) -> None:
    async with a_browser(a_host()) as browser:
        browser.headers["sec-fetch-site"] = "cross-site"
        answer = await ask(browser, method, path)

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(("method", "path"), WITH_NUMBER)
async def test_staff_of_another_municipality_find_nothing_and_change_nothing(method: str, path: str) -> None:
    host = a_host()
    before = deepcopy(host.casework)

    async with a_browser(host, host.session_of(STRANGER)) as browser:
        token = form_token_in(await browser.get("/inbox"))
        answer = await ask(browser, method, path, token)

    assert answer.status_code == 404
    assert "Tokio prašymo nėra" in answer.text
    assert tells_nothing(answer)
    assert host.casework == before


async def test_the_list_of_another_municipality_is_empty() -> None:
    host = a_host()

    async with a_browser(host, host.session_of(STRANGER)) as browser:
        answer = await browser.get("/inbox")

    assert "Čia prašymų nėra" in answer.text
    assert tells_nothing(answer)


@pytest.mark.parametrize(("method", "path"), CHANGING)
@pytest.mark.parametrize("proof", ["", "made-up", "ąžuolas", "of another session"])
async def test_a_form_without_this_sessions_proof_changes_nothing(method: str, path: str, proof: str) -> None:
    host = a_host()
    if proof == "of another session":
        async with a_browser(host, host.session_of(STRANGER)) as other:
            proof = form_token_in(await other.get("/inbox"))
    session = host.session_of(ONA)
    before = deepcopy(host.casework)

    async with a_browser(host, session) as browser:
        answer = await ask(browser, method, path, proof)

    assert answer.status_code == 403
    assert host.casework == before
    assert session in host.staff_desk.sessions


@pytest.mark.parametrize(("method", "path"), CHANGING)
@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {},
    ],
)
async def test_a_form_from_another_site_changes_nothing(method: str, path: str, headers: dict[str, str]) -> None:
    host = a_host()
    session = host.session_of(ONA)
    before = deepcopy(host.casework)

    async with a_browser(host, session) as browser:
        token = form_token_in(await browser.get("/inbox"))
        del browser.headers["sec-fetch-site"]
        browser.headers.update(headers)
        answer = await ask(browser, method, path, token)

    assert answer.status_code == 403
    assert host.casework == before
    assert session in host.staff_desk.sessions


async def test_a_browser_that_only_names_the_origin_is_served() -> None:
    host = a_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        token = form_token_in(await browser.get("/inbox"))
        del browser.headers["sec-fetch-site"]
        browser.headers["origin"] = host.settings.address
        answer = await ask(browser, "POST", "/inbox/{number}/take", token)

    assert answer.status_code == 303


@pytest.mark.parametrize("number", ["abc", "4712%00", "1" * 21, "..%2f..%2fetc"])
async def test_a_number_that_is_none_is_not_found(number: str) -> None:
    host = a_host()

    async with a_browser(host, host.session_of(ONA)) as browser:
        answer = await browser.get(f"/inbox/{number}")

    assert answer.status_code == 404


async def test_who_may_not_and_who_looks_elsewhere_leave_a_line_in_the_log() -> None:
    host = a_host()

    with structlog.testing.capture_logs() as lines:
        async with a_browser(host, host.session_of(STRANGER)) as browser:
            await browser.get(f"/inbox/{NUMBER}")
        async with a_browser(host, host.session_of(ONA)) as browser:
            await browser.get("/inbox/audit")

    assert [(line["event"], line["route"]) for line in lines] == [
        ("staff found nothing there", "/inbox/{number}"),
        ("staff not allowed", "/inbox/audit"),
    ]
