"""Calls the bot's webhook, one update after the other, again and again until it answers with 2xx."""

import asyncio
import re
import time
from urllib.parse import urlsplit

import httpx
from aiogram.methods import SetWebhook

from tests.telegram_server.refusal import bad_request
from tests.telegram_server.updates import UpdateQueue

PORTS = frozenset({443, 80, 88, 8443})
"""Where Telegram calls (https://core.telegram.org/bots/api#setwebhook)."""
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
MOST_CONNECTIONS = 100
ANSWER_WITHIN = 20.0
FIRST_WAIT = 0.1
LONGEST_WAIT = 2.0
"""The real server waits much longer; a test does not."""


class Hook:
    """The webhook, while one is set."""

    def __init__(self, queue: UpdateQueue) -> None:
        self._queue = queue
        self._calling: asyncio.Task[None] | None = None
        self.allowed: list[str] = []
        self.max_connections = 40
        self.last_error = ""
        self.last_error_date = 0

    def set(self, call: SetWebhook) -> None:
        """Begin to call; an empty address ends it."""
        self.end()
        if not call.url:
            return
        _check(call)
        self._queue.webhook = call.url
        self._queue.want(call.allowed_updates)
        self.allowed = list(call.allowed_updates or [])
        self.max_connections = call.max_connections or 40
        if call.drop_pending_updates:
            self._queue.drop_all()
        self._calling = asyncio.create_task(self._call(call.url, call.secret_token or ""))

    def end(self) -> None:
        """Call no more; what waits is kept."""
        self._queue.webhook = ""
        self.last_error, self.last_error_date = "", 0
        if self._calling is not None:
            self._calling.cancel()
            self._calling = None

    async def _call(self, url: str, secret: str) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        failures = 0
        async with httpx.AsyncClient(trust_env=False, timeout=ANSWER_WITHIN) as http:
            while True:
                update = await self._queue.oldest()
                try:
                    answer = await http.post(url, json=update, headers=headers)
                    wrong = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
                except httpx.TransportError as error:
                    wrong = f"Connection failed: {type(error).__name__}"
                if not wrong:
                    self._queue.taken(update)
                    failures = 0
                    continue
                self.last_error, self.last_error_date = wrong, int(time.time())
                await asyncio.sleep(min(FIRST_WAIT * 2**failures, LONGEST_WAIT))
                failures += 1


def _check(call: SetWebhook) -> None:
    """Refuses what Telegram would refuse; an address on this machine is let pass, since tests have no other."""
    address = urlsplit(call.url)
    is_here = address.hostname in {"127.0.0.1", "localhost"}
    if address.scheme != "https" and not is_here:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (address.port or 443) not in PORTS and not is_here:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if call.secret_token and not SECRET.fullmatch(call.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if not 1 <= (call.max_connections or 40) <= MOST_CONNECTIONS:
        raise bad_request("wrong max_connections")
