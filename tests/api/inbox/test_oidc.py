"""Signing in by another service: against a real provider in its own process, honest and not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from structlog.testing import capture_logs

from api.inbox.oidc import AWAY_COOKIE
from assistant.bootstrap import Assistant
from assistant.usecases.access import Role
from tests.api.inbox.fakes import a_browser
from tests.api.inbox.pages import words_in
from tests.oidc_provider import CLIENT, EMAIL, SECRET, SPOILT, STRONG_EMAIL, running_provider, sign_in_there
from tests.usecases.conftest import Opens
from tests.usecases.fake_clock import FakeClock

pytestmark = pytest.mark.process

SESSION_COOKIE = "aiskiai-inbox"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with running_provider() as address:
        yield address


@pytest.fixture
def clock() -> FakeClock:
    """The provider's own time: it writes it into its tokens."""
    return FakeClock(datetime.now(UTC))


@pytest.fixture
async def host(opens: Opens, provider: str) -> Assistant:
    known = await opens(
        oidc_issuer=provider, oidc_client_id=CLIENT, oidc_client_secret=SECRET, oidc_label="Kretingos prisijungimas"
    )
    await known.staff_desk.add(EMAIL, "kretingos-rajono", Role.STAFF)
    return known


async def comes_back(browser: httpx.AsyncClient, who: str) -> httpx.Response:
    """Goes to the service, signs in there, and comes back."""
    away = await browser.get("/inbox/oidc")
    assert away.status_code == 303, away.text
    return await browser.get(sign_in_there(away.headers["location"], who))


async def test_the_page_names_the_service_and_leads_there(host: Assistant, provider: str) -> None:
    async with a_browser(host) as browser:
        page = await browser.get("/inbox/sign-in")
        away = await browser.get("/inbox/oidc")

    assert "Prisijungti per: Kretingos prisijungimas" in words_in(page)
    asked = parse_qs(urlsplit(away.headers["location"]).query)
    assert away.headers["location"].startswith(f"{provider}/oauth2/authorize?")
    assert asked["redirect_uri"] == ["https://aiskiai.example/inbox/oidc/callback"]
    assert asked["scope"] == ["openid email"]
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/inbox/oidc"} <= set(away.headers["set-cookie"].split("; "))
    assert asked["state"][0] not in away.headers["set-cookie"]


async def test_whoever_has_an_account_is_in(host: Assistant) -> None:
    async with a_browser(host) as browser:
        answer = await comes_back(browser, "ona")
        inbox = await browser.get(answer.headers["location"])

    assert answer.headers["location"] == "/inbox"
    assert EMAIL in inbox.text
    assert AWAY_COOKIE not in browser.cookies


async def test_whoever_has_none_is_told_so(host: Assistant) -> None:
    async with a_browser(host) as browser:
        answer = await comes_back(browser, "stranger")

    assert answer.status_code == 403
    assert "Jūsų paskyros čia nėra" in words_in(answer)
    assert SESSION_COOKIE not in browser.cookies


async def test_whoever_was_given_the_address_of_somebody_who_left_is_not_let_in(host: Assistant) -> None:
    async with a_browser(host) as browser, a_browser(host) as other:
        await comes_back(browser, "ona")
        with capture_logs() as told:
            answer = await comes_back(other, "successor")
        again = await comes_back(browser, "ona")

    assert answer.status_code == 403
    assert "Prisijungti nepavyko" in words_in(answer)
    assert SESSION_COOKIE not in other.cookies
    assert [line["reason"] for line in told if "somebody else" in line.get("reason", "")] != []
    assert again.headers["location"] == "/inbox"


WHY = {
    "wrong-nonce": "InvalidClaim",
    "no-nonce": "MissingClaim",
    "expired": "ExpiredToken",
    "no-expiry": "MissingClaim",
    "from-the-future": "InvalidClaim",
    "other-issuer": "InvalidClaim",
    "other-audience": "InvalidClaim",
    "other-party": "another program",
    "unverified-email": "vouch",
    "verified-in-words": "vouch",
    "no-email": "vouch",
    "unsigned": "UnsupportedAlgorithm",
    "signed-by-secret": "UnsupportedAlgorithm",
    "signed-by-stranger": "BadSignature",
    "changed-after-signing": "BadSignature",
}


@pytest.mark.parametrize("who", sorted(SPOILT))
async def test_a_spoilt_token_lets_nobody_in(host: Assistant, who: str) -> None:
    async with a_browser(host) as browser:
        with capture_logs() as told:
            answer = await comes_back(browser, who)

    assert answer.status_code == 403
    # Each for its own reason, or one check could hide that another is missing
    assert [line["reason"] for line in told if WHY[who] in line.get("reason", "")] != [], told
    assert "Prisijungti nepavyko" in words_in(answer)
    assert SESSION_COOKIE not in browser.cookies


async def test_a_code_without_the_browser_that_was_sent_lets_nobody_in(host: Assistant) -> None:
    async with a_browser(host) as browser, a_browser(host) as other:
        away = await browser.get("/inbox/oidc")
        back = sign_in_there(away.headers["location"], "ona")
        without = await other.get(back)
        await other.get("/inbox/oidc")
        with_its_own = await other.get(back)

    assert without.status_code == with_its_own.status_code == 403
    assert SESSION_COOKIE not in other.cookies


@pytest.mark.parametrize("change", ["state", "code"])
async def test_another_state_or_code_lets_nobody_in(host: Assistant, change: str) -> None:
    async with a_browser(host) as browser:
        away = await browser.get("/inbox/oidc")
        back = urlsplit(sign_in_there(away.headers["location"], "ona"))
        told = {name: values[0] for name, values in parse_qs(back.query).items()}
        answer = await browser.get(back.path, params=told | {change: "made-up"})

    assert answer.status_code == 403
    assert SESSION_COOKIE not in browser.cookies


async def test_the_way_back_works_once(host: Assistant) -> None:
    async with a_browser(host) as browser:
        away = await browser.get("/inbox/oidc")
        back = sign_in_there(away.headers["location"], "ona")
        await browser.get(back)
        again = await browser.get(back)

    assert again.status_code == 403


async def test_whoever_stays_away_too_long_begins_anew(host: Assistant, clock: FakeClock) -> None:
    async with a_browser(host) as browser:
        away = await browser.get("/inbox/oidc")
        back = sign_in_there(away.headers["location"], "ona")
        clock.passes(timedelta(minutes=10))
        answer = await browser.get(back)

    assert answer.status_code == 403


async def test_what_the_service_refuses_is_told_kindly(host: Assistant) -> None:
    async with a_browser(host) as browser:
        await browser.get("/inbox/oidc")
        answer = await browser.get("/inbox/oidc/callback", params={"error": "access_denied"})

    assert answer.status_code == 403
    assert "Prisijungti nepavyko" in words_in(answer)


async def test_a_second_factor_is_asked_for_unless_the_service_asked_for_one(opens: Opens, provider: str) -> None:
    host = await opens(oidc_issuer=provider, oidc_client_id=CLIENT, oidc_client_secret=SECRET, second_factor="required")
    for email in (EMAIL, STRONG_EMAIL):
        await host.staff_desk.add(email, "kretingos-rajono", Role.STAFF)

    async with a_browser(host) as browser:
        weak = await comes_back(browser, "ona")
        strong = await comes_back(browser, "strong")

    assert weak.headers["location"] == "/inbox/second-factor"
    assert strong.headers["location"] == "/inbox"


async def test_a_wrong_client_secret_lets_nobody_in(opens: Opens, provider: str) -> None:
    host = await opens(oidc_issuer=provider, oidc_client_id=CLIENT, oidc_client_secret="wrong")
    await host.staff_desk.add(EMAIL, "kretingos-rajono", Role.STAFF)

    async with a_browser(host) as browser:
        answer = await comes_back(browser, "ona")

    assert answer.status_code == 403


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:9", "{provider}/"])
async def test_a_service_that_is_away_or_has_another_name_is_not_used(opens: Opens, provider: str, issuer: str) -> None:
    host = await opens(oidc_issuer=issuer.format(provider=provider), oidc_client_id=CLIENT)

    async with a_browser(host) as browser:
        answer = await browser.get("/inbox/oidc")

    assert answer.status_code == 502
    assert "Prisijungti nepavyko" in words_in(answer)


@pytest.mark.parametrize("path", ["/inbox/oidc", "/inbox/oidc/callback?state=a&code=b"])
async def test_without_a_service_there_is_no_such_way(assistant: Assistant, path: str) -> None:
    async with a_browser(assistant) as browser:
        answer = await browser.get(path)
        page = await browser.get("/inbox/sign-in")

    assert answer.headers["location"] == "/inbox/sign-in"
    assert "/inbox/oidc" not in page.text
