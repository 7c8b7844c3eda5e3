"""How the bot calls Telegram: patiently where the call matters, once where it does not."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import TypeVar

import structlog
from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    Response,
    SendChatAction,
    SendMessage,
    TelegramMethod,
)

from assistant.errors import FailureReason, PermanentFailureError, TemporaryFailureError
from bot.pace import Lane

Pause = Callable[[float], Awaitable[None]]
"""Waits that many seconds; tests do not."""

T = TypeVar("T")

TRIES = 6
LONGEST_PATIENCE = 90.0
"""Seconds that one call may wait in all; what it was made for is taken up again later."""
REQUEST_TIMEOUT = 20
BEST_EFFORT_TIMEOUT = 5
TYPING_AFTER = 1.0
TYPING_AGAIN = 4.0
"""Telegram shows "typing" for five seconds (https://core.telegram.org/bots/api#sendchataction)."""

_KEPT = tuple(
    Response[method.__returning__]  # type: ignore[name-defined]  # known only when the program runs, as in aiogram
    for method in (AnswerCallbackQuery, DeleteMessage, EditMessageReplyMarkup, SendChatAction, SendMessage)
)
"""The shapes of Telegram's answers to what is called often.

pydantic forgets such a shape as soon as nobody holds it, and aiogram holds it only while it reads an answer; to make it
anew takes ten times as long as the call.
"""

log = structlog.get_logger(__name__)


async def patiently(bot: Bot, method: TelegramMethod[T], pause: Pause = asyncio.sleep, lane: Lane | None = None) -> T:
    """The call's answer, tried again for a while as Telegram asks; `lane` says when a message may go to its chat.

    Raises TemporaryFailureError where later may help and PermanentFailureError where it cannot (blocked, no such chat).
    A call whose answer was lost may have been carried out, so a repetition may show a message twice.
    """
    waited = 0.0
    for attempt in range(TRIES):
        if lane is not None and waited + lane.held_for > LONGEST_PATIENCE:
            raise TemporaryFailureError("Telegram asked to wait", FailureReason.LATER)
        try:
            async with nullcontext() if lane is None else lane.turn():
                return await bot(method, request_timeout=REQUEST_TIMEOUT)
        except AiogramError as error:
            _heed(error, lane)
            wait = _wait(error, attempt)
            if wait is None:
                raise PermanentFailureError(described(error, bot), FailureReason.REFUSED) from error
            waited += wait
            if attempt == TRIES - 1 or waited > LONGEST_PATIENCE or isinstance(error, TelegramUnauthorizedError):
                is_away = isinstance(error, TelegramNetworkError)
                reason = FailureReason.NO_ANSWER if is_away else FailureReason.LATER
                raise TemporaryFailureError(described(error, bot), reason) from error
            log.warning("telegram call repeated", method=method.__api_method__, error=described(error, bot), wait=wait)
            # Where there is a lane, it knows what Telegram asked for and keeps the others of the chat back too.
            if lane is None or not isinstance(error, TelegramRetryAfter):
                await pause(wait)
    raise TemporaryFailureError(method.__api_method__, FailureReason.LATER)


async def once_at_best(bot: Bot, method: TelegramMethod[T], lane: Lane | None = None) -> None:
    """The call is good manners only; where it fails, or Telegram wants none in the chat now, life goes on."""
    if lane is not None and lane.held_for > 0:
        return
    try:
        await bot(method, request_timeout=BEST_EFFORT_TIMEOUT)
    except AiogramError as error:
        _heed(error, lane)
        log.debug("telegram call left out", method=method.__api_method__, error=described(error, bot))


@asynccontextmanager
async def typing(bot: Bot, lane: Lane, pause: Pause = asyncio.sleep) -> AsyncIterator[None]:
    """Show the person that we are at work, if it takes longer than a second."""
    showing = asyncio.create_task(_type(bot, lane, pause))
    try:
        yield
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


def described(error: AiogramError, bot: Bot) -> str:
    """What went wrong, fit for a log: never the token, never what somebody wrote."""
    words = error.message if isinstance(error, TelegramAPIError) else ""
    return f"{type(error).__name__} {without_token(words, bot)}".strip()


def without_token(words: str, bot: Bot) -> str:
    """The words without the token, and without its secret part alone: an address may write the colon as %3A."""
    return words.replace(bot.token, "…").replace(bot.token.partition(":")[2], "…")


def _wait(error: AiogramError, attempt: int) -> float | None:
    """Seconds until another try makes sense; None where no later time will help."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    if isinstance(error, TelegramEntityTooLarge):
        return None
    # A wrong token or address is the operator's to mend; what waits must not be lost for it.
    hopeful = (
        TelegramServerError,
        TelegramNetworkError,
        ClientDecodeError,
        TelegramUnauthorizedError,
        TelegramNotFound,
        TelegramConflictError,
    )
    return float(2**attempt) if isinstance(error, hopeful) else None


def _heed(error: AiogramError, lane: Lane | None) -> None:
    if lane is not None and isinstance(error, TelegramRetryAfter):
        lane.hold(float(error.retry_after))


async def _type(bot: Bot, lane: Lane, pause: Pause) -> None:
    await pause(TYPING_AFTER)
    while True:
        await once_at_best(bot, SendChatAction(chat_id=lane.chat, action=ChatAction.TYPING), lane)
        await pause(TYPING_AGAIN)
