"""In Telegram words stay words: no markup, no hidden link, no update that nobody sent."""

import json
from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
from aiogram.types import Update

from assistant.conversation.messages import Choice, Kind, Message, ReferralNotice
from assistant.usecases.ports import StoredUpdate
from bot.door import bot_at
from bot.incoming import ALLOWED_UPDATES, meaning_of
from bot.outgoing import rendered
from bot.webhook import SECRET_HEADER, Listening, Webhook, listening_at
from tests.abuse.evil import MARKUP, TELEGRAM, UNSEEN
from tests.bot.fakes import some_words

SECRET = "telegrams-own-secret"
WEBHOOK = Webhook("https://aiskiai.example/telegram/hook", SECRET, "127.0.0.1", 0)

evil = pytest.mark.parametrize("words", [*TELEGRAM, *MARKUP.values()])


@evil
def test_words_go_out_as_they_were_written_and_are_read_as_no_markup(words: str) -> None:
    message = Message(Kind.REPLY, (words,), choices=(Choice("1-yes", words[:24]),), referral=ReferralNotice("1", "new"))

    (part,) = rendered(message, some_words())

    assert part.text == words.strip()
    assert part.buttons is not None
    assert part.buttons.inline_keyboard[0][0].url is None


async def test_the_client_reads_markup_nowhere() -> None:
    bot = bot_at("1:" + "A" * 35, None)

    assert bot.default.parse_mode is None

    await bot.session.close()


class Kept:
    """A store that keeps nothing but what it was given."""

    def __init__(self) -> None:
        self.updates: list[StoredUpdate] = []

    async def store(self, updates: Sequence[StoredUpdate]) -> None:
        self.updates += updates


@pytest.fixture
async def hook() -> AsyncIterator[tuple[httpx.AsyncClient, Kept]]:
    """Telegram's calls, without a network between."""
    kept, at = Kept(), listening_at("127.0.0.1", 0, "X")
    listening = Listening(webhook=WEBHOOK, at=at, receive=kept, on_stored=lambda: None)  # type: ignore[arg-type]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(listening.app, raise_app_exceptions=False), base_url="https://aiskiai.example"
    ) as client:
        yield client, kept
    at.close()


Hook = tuple[httpx.AsyncClient, Kept]
UPDATE = json.dumps({"update_id": 1, "message": {"chat": {"id": 7}}})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: "wrong"},
        {SECRET_HEADER: SECRET.upper()},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: f"{SECRET}x"},
        {SECRET_HEADER: f"{SECRET} "[::-1]},
        {"Authorization": f"Bearer {SECRET}"},
        {"X-Secret-Token": SECRET},
    ],
)
async def test_a_call_without_telegrams_secret_is_refused(hook: Hook, headers: dict[str, str]) -> None:
    client, kept = hook

    answer = await client.post("/telegram/hook", content=UPDATE, headers=headers)

    assert answer.status_code == 401
    assert kept.updates == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_another_method_is_refused(hook: Hook, method: str) -> None:
    client, kept = hook

    answer = await client.request(method, "/telegram/hook", content=UPDATE, headers={SECRET_HEADER: SECRET})

    assert answer.status_code == 405
    assert kept.updates == []


NO_UPDATES = {
    "nothing": "",
    "no JSON": "{",
    "a number": "1",
    "a list": "[]",
    "null": "null",
    "without an id": "{}",
    "an id that is no number": '{"update_id": "x"}',
    "an id without end": '{"update_id": 1e999}',
    "an id that no database holds": '{"update_id": 99999999999999999999999}',
    "a chat that is none": '{"update_id": 1, "message": {"chat": 5}}',
    "a chat without an id": '{"update_id": 1, "message": {"chat": {"x": 1}}}',
    "deep": '{"update_id": 1, "message": ' + '{"a":' * 50_000 + "1" + "}" * 50_001,
    "deep lists": "[" * 200_000,
    "digits without end": '{"update_id": ' + "9" * 50_000 + "}",
    "no letters": '{"update_id": 1, "message": "\udc80"}',
}


@pytest.mark.parametrize("body", NO_UPDATES.values(), ids=NO_UPDATES)
async def test_what_is_no_update_is_refused_and_breaks_nothing(hook: Hook, body: str) -> None:
    client, kept = hook

    answer = await client.post(
        "/telegram/hook", content=body.encode("utf-8", "surrogateescape"), headers={SECRET_HEADER: SECRET}
    )

    assert answer.status_code == 400
    assert kept.updates == []


async def test_half_of_a_sign_does_not_stop_the_queue(hook: Hook) -> None:
    client, kept = hook
    body = '{"update_id": 1, "message": {"chat": {"id": 7}, "text": "\\ud83d"}}'

    answer = await client.post("/telegram/hook", content=body, headers={SECRET_HEADER: SECRET})

    assert answer.status_code == 200
    # What cannot be written as UTF-8 can be kept by no database, and Telegram would send it again and again.
    kept.updates[0].payload.encode()


async def test_a_body_that_is_too_long_is_refused(hook: Hook) -> None:
    client, kept = hook

    answer = await client.post("/telegram/hook", content=b" " * 1_000_001, headers={SECRET_HEADER: SECRET})

    assert (answer.status_code, kept.updates) == (413, [])


@pytest.mark.parametrize("words", [*TELEGRAM, *UNSEEN.values()])
def test_links_and_markup_that_telegram_found_are_not_looked_at(words: str) -> None:
    entities = [{"type": "text_link", "offset": 0, "length": 1, "url": "https://evil.example"}]
    raw = {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 7, "type": "private"},
            "from": {"id": 7, "is_bot": False, "first_name": "<b>"},
            "text": words,
            "entities": entities,
        },
    }

    meant = meaning_of(Update.model_validate(raw), "aiskiai_bot")

    assert "evil.example" not in str(meant).replace(words, "")
    assert "message" in ALLOWED_UPDATES
