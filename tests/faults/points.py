"""Points at which a process of the product ends itself by SIGKILL: before or after the n-th commit, letter or call.

They are put around the product from outside, in a process that only experiments start; the product knows nothing of
them.
"""

import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

import aiosmtplib
from aiogram import Bot
from aiogram.methods import TelegramMethod

from assistant.adapters.database.unit_of_work import SqlUnitOfWork


class Boundary(StrEnum):
    """Where the inside of a process meets what outlives it."""

    COMMIT = "commit"
    LETTER = "letter"
    CALL = "call"


class Side(StrEnum):
    """Just before it is crossed, or just after."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Point:
    """The `nth` crossing of a boundary, counted from 1."""

    boundary: Boundary
    side: Side
    nth: int

    @classmethod
    def of(cls, text: str) -> Self:
        """Read what `str` wrote."""
        boundary, side, nth = text.split("/")
        return cls(Boundary(boundary), Side(side), int(nth))

    def __str__(self) -> str:
        return f"{self.boundary}/{self.side}/{self.nth}"


def die_at(point: Point) -> None:
    """Let this process end when it gets there."""
    crossed = 0

    async def crossing(inner: Callable[[], Awaitable[Any]]) -> Any:
        nonlocal crossed
        crossed += 1
        is_here = crossed == point.nth
        if is_here and point.side is Side.BEFORE:
            os.kill(os.getpid(), signal.SIGKILL)
        given = await inner()
        if is_here:
            os.kill(os.getpid(), signal.SIGKILL)
        return given

    match point.boundary:
        case Boundary.COMMIT:
            commit = SqlUnitOfWork.commit

            async def commits(self: SqlUnitOfWork) -> None:
                await crossing(lambda: commit(self))

            SqlUnitOfWork.commit = commits  # type: ignore[method-assign]  # on purpose, see above
        case Boundary.LETTER:
            send = aiosmtplib.SMTP.send_message

            async def sends(self: aiosmtplib.SMTP, *given: Any, **named: Any) -> Any:
                return await crossing(lambda: send(self, *given, **named))

            aiosmtplib.SMTP.send_message = sends  # type: ignore[method-assign]  # the same
        case Boundary.CALL:
            call = Bot.__call__

            async def calls(self: Bot, method: TelegramMethod[Any], request_timeout: int | None = None) -> Any:
                if method.__api_method__ == "getUpdates":
                    return await call(self, method, request_timeout)
                return await crossing(lambda: call(self, method, request_timeout))

            Bot.__call__ = calls  # type: ignore[method-assign]  # the same
