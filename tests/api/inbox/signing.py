"""Staff on their way in, through the pages of the real assistant."""

import httpx
import pyotp

from api.inbox.auth import SESSION_COOKIE
from assistant.bootstrap import Assistant
from assistant.usecases.access import Role
from tests.api.inbox.pages import forms_in

EMAIL = "ona@kretinga.example"


async def opens_link(browser: httpx.AsyncClient, assistant: Assistant, email: str = EMAIL) -> httpx.Response:
    """Presses the button of a fresh link."""
    _, token = await assistant.staff_desk.add(email, "kretingos-rajono", Role.STAFF)
    return await browser.post("/inbox/sign-in", data={"token": token})


async def submits(browser: httpx.AsyncClient, page: httpx.Response, action: str, **fields: str) -> httpx.Response:
    """Sends a form of a page as it stands there, with these fields filled in."""
    return await browser.post(action, data=forms_in(page)[action] | fields)


async def sets_up_app(browser: httpx.AsyncClient, assistant: Assistant) -> tuple[pyotp.TOTP, httpx.Response]:
    """Sets up an app in the browser's session: the app, and the page that follows."""
    page = await browser.get("/inbox/new-factor/app")
    app = pyotp.TOTP(page.text.partition('<code class="secret">')[2].partition("<")[0])
    answer = await submits(browser, page, "/inbox/new-factor/app", code=app.at(assistant.clock.now()), name="Telefonas")
    return app, answer


def session_in(browser: httpx.AsyncClient) -> str:
    """The secret of the browser's session."""
    return browser.cookies.get(SESSION_COOKIE, path="/inbox") or ""
