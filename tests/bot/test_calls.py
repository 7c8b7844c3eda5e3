"""The bot is as patient as Telegram asks, gives up where waiting cannot help, and keeps the token to itself."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import SendChatAction, SendMessage, TelegramMethod

from assistant.errors import PermanentFailureError, TemporaryFailureError
from bot.calls import LONGEST_PATIENCE, TRIES, described, once_at_best, patiently
from tests.telegram_server.world import TOKEN

CALL = SendMessage(chat_id=7, text="Sveiki!")
SENT = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "Sveiki!"}


class ScriptedSession(BaseSession):
    """Gives the answers of a script one after another, read by aiogram's own reader."""

    def __init__(self, *script: tuple[int, dict[str, Any]] | Exception) -> None:
        super().__init__()
        self.script = list(script)
        self.calls = 0

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's own argument
        assert timeout is not None
        self.calls += 1
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        status, body = answer
        return self.check_response(bot, method, status, self.json_dumps(body)).result

    async def close(self) -> None:
        """Nothing is open."""

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's own argument
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        del url, headers, timeout, chunk_size, raise_for_status
        yield b""


def fine(result: Any) -> tuple[int, dict[str, Any]]:
    return 200, {"ok": True, "result": result}


def refused(code: int, description: str, **parameters: int) -> tuple[int, dict[str, Any]]:
    return code, {"ok": False, "error_code": code, "description": description, "parameters": parameters}


class Waits(list[float]):
    """Keeps how long was waited, and does not wait."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


def bot_with(*script: tuple[int, dict[str, Any]] | Exception) -> tuple[Bot, ScriptedSession]:
    session = ScriptedSession(*script)
    return Bot(TOKEN, session=session), session


async def test_too_many_requests_are_waited_for_as_long_as_telegram_asks() -> None:
    bot, _ = bot_with(refused(429, "Too Many Requests: retry after 7", retry_after=7), fine(SENT))
    waits = Waits()

    sent = await patiently(bot, CALL, waits)

    assert sent.message_id == 1
    assert waits == [7.0]


@pytest.mark.parametrize(
    "failure",
    [
        refused(500, "Internal Server Error"),
        refused(502, "Bad Gateway"),
        TelegramNetworkError(method=CALL, message="connection lost"),
        ClientDecodeError("broken", ValueError("x"), "{"),
        refused(409, "Conflict"),
    ],
)
async def test_what_may_pass_is_tried_again_with_growing_waits(failure: tuple[int, dict[str, Any]] | Exception) -> None:
    bot, _ = bot_with(failure, failure, failure, fine(SENT))
    waits = Waits()

    await patiently(bot, CALL, waits)

    assert waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(
    "refusal",
    [
        refused(403, "Forbidden: bot was blocked by the user"),
        refused(400, "Bad Request: chat not found"),
        refused(413, "Request Entity Too Large"),
    ],
)
async def test_what_cannot_pass_is_given_up_at_once(refusal: tuple[int, dict[str, Any]]) -> None:
    bot, session = bot_with(refusal)

    with pytest.raises(PermanentFailureError, match=refusal[1]["description"]):
        await patiently(bot, CALL, Waits())

    assert session.calls == 1


async def test_patience_ends_after_so_many_tries() -> None:
    bot, session = bot_with(*[refused(500, "Internal Server Error")] * TRIES)

    with pytest.raises(TemporaryFailureError):
        await patiently(bot, CALL, Waits())

    assert session.calls == TRIES


async def test_a_wait_beyond_all_patience_is_left_for_later() -> None:
    bot, _ = bot_with(refused(429, "Too Many Requests", retry_after=int(LONGEST_PATIENCE) + 1))
    waits = Waits()

    with pytest.raises(TemporaryFailureError):
        await patiently(bot, CALL, waits)

    assert waits == []


async def test_a_token_that_is_refused_loses_nothing_that_waits() -> None:
    bot, _ = bot_with(refused(401, "Unauthorized"))

    with pytest.raises(TemporaryFailureError):
        await patiently(bot, CALL, Waits())


async def test_good_manners_are_tried_once_and_never_stop_the_rest() -> None:
    bot, session = bot_with(refused(400, "Bad Request: query is too old"))

    await once_at_best(bot, SendChatAction(chat_id=7, action="typing"))

    assert session.calls == 1


@pytest.mark.parametrize(
    "error",
    [
        TelegramNetworkError(method=CALL, message=f"InvalidURL: http://x/bot{TOKEN}/sendMessage"),
        ClientDecodeError("Failed to decode object", ValueError("x"), f"Sveiki! {TOKEN}"),
    ],
)
def test_the_description_of_an_error_holds_neither_the_token_nor_what_was_said(error: AiogramError) -> None:
    bot, _ = bot_with()

    said = described(error, bot)

    assert type(error).__name__ in said
    assert TOKEN not in said
    assert "Sveiki" not in said
