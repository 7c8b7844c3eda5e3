"""When something goes wrong on either side, nothing is lost, nothing is done twice, and nothing private is logged."""

import asyncio
from collections.abc import Sequence

import pytest
from structlog.testing import capture_logs

from assistant.conversation.events import Event, TextReceived
from assistant.errors import DatabaseAwayError, PermanentFailureError, SettingsError
from assistant.usecases.ports import StoredUpdate
from bot.door import bot_at
from bot.outgoing import TelegramCarrier
from tests.bot.fakes import FakeConverser, FakeReceiver, eventually, question, running_door, some_words
from tests.papers import FakePapers
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

ONA, JONAS = 7, 8


def ona_at(telegram: TelegramServer) -> TelegramPerson:
    return TelegramPerson(telegram.base_url, ONA)


async def test_updates_are_confirmed_to_telegram_only_after_they_are_stored(telegram: TelegramServer) -> None:
    class BrokenAtFirst(FakeReceiver):
        failures = 3

        async def store(self, updates: Sequence[StoredUpdate]) -> None:
            self.failures -= 1
            if self.failures >= 0:
                assert telegram.unconfirmed(), "nothing may be confirmed before it is stored"
                raise ConnectionError("the database is away")
            await super().store(updates)

    converse, receive, ona = FakeConverser(), BrokenAtFirst(), ona_at(telegram)
    async with running_door(telegram, converse, receive):
        await ona.says("labas")
        await ona.reads()
        await eventually(lambda: not telegram.unconfirmed())

    assert receive.failures < 0
    assert len(converse.effects) == 1


async def test_what_was_stored_and_not_handled_is_handled_after_a_restart_and_only_once_in_effect(
    telegram: TelegramServer,
) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    hanging = asyncio.Event()
    converse.before = lambda _chat, _event: hanging
    async with running_door(telegram, converse, receive) as running:
        await ona.says("labas")
        await eventually(lambda: receive.claimed and not telegram.unconfirmed())
        # The process dies here: nothing is finished, nothing is marked.
        running.cancel()
    assert converse.effects == []
    converse.before = lambda _chat, _event: None
    receive.release()
    async with running_door(telegram, converse, receive):
        await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert converse.effects == [("7", TextReceived("labas"))]
    assert len(telegram.calls("sendMessage")) == 1


async def test_an_update_handled_twice_repeats_a_message_and_never_an_effect(telegram: TelegramServer) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, converse, receive):
        await ona.says("siųsti")
        await ona.reads()
        await eventually(lambda: not receive.unhandled)
        receive.handled.clear()
        (again,) = await ona.reads()

    assert again.text == "Jūs parašėte: siųsti\nAr tinka?"
    assert len(converse.effects) == 1


async def test_an_answer_that_takes_longer_than_its_lease_is_given_once(telegram: TelegramServer) -> None:
    held = asyncio.Event()
    receive, ona = FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, FakeConverser(before=lambda _chat, _event: held), receive):
        await ona.says("labas")
        await eventually(lambda: len(receive.given) == 1)
        receive.release()
        await eventually(lambda: len(receive.given) == 2)
        held.set()
        await eventually(lambda: not receive.unhandled)

    assert receive.given[0] == receive.given[1]
    assert len(telegram.calls("sendMessage")) == 1


async def test_when_telegram_asks_to_slow_down_the_answer_comes_later_and_once(telegram: TelegramServer) -> None:
    receive, ona = FakeReceiver(), ona_at(telegram)
    telegram.fails(FaultKind.TOO_MANY, method="sendMessage", times=2, retry_after=1)
    async with running_door(telegram, FakeConverser(), receive):
        await ona.says("labas")
        (answer,) = await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert answer.buttons
    assert [call["ok"] for call in telegram.calls("sendMessage")] == [False, False, True]
    assert len(await ona.sees()) == 2


async def test_a_connection_that_breaks_repeats_the_message_and_not_the_effect(telegram: TelegramServer) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    telegram.fails(FaultKind.DROP_AFTER, method="sendMessage")
    async with running_door(telegram, converse, receive):
        await ona.says("labas")
        await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert len(telegram.calls("sendMessage")) == 2
    assert len(converse.effects) == 1


async def test_somebody_who_blocked_the_bot_is_let_go_and_others_are_answered(telegram: TelegramServer) -> None:
    held = asyncio.Event()
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    converse.before = lambda chat, _event: held if chat == "7" else None
    jonas = TelegramPerson(telegram.base_url, JONAS)
    async with running_door(telegram, converse, receive):
        await ona.says("siųsti")
        await eventually(lambda: receive.claimed)
        await ona.blocks()
        held.set()
        await jonas.says("labas")
        assert await jonas.reads()
        await eventually(lambda: not receive.unhandled)

    assert ("7", TextReceived("siųsti")) in converse.effects
    assert [it["description"] for it in telegram.calls("sendMessage") if not it["ok"]] == [
        "Forbidden: bot was blocked by the user"
    ]


async def test_a_mistake_of_ours_is_admitted_and_the_next_words_are_heard(telegram: TelegramServer) -> None:
    def fails(_chat: str, event: Event) -> None:
        if event == TextReceived("mano vardas Ona"):
            raise ValueError("mano vardas Ona")

    converse, receive, ona = FakeConverser(before=fails), FakeReceiver(), ona_at(telegram)
    with capture_logs() as logs:
        async with running_door(telegram, converse, receive):
            await ona.says("mano vardas Ona")
            (sorry,) = await ona.reads()
            await ona.says("labas")
            (answer,) = await ona.reads()
            await eventually(lambda: not receive.unhandled)

    assert sorry.text == "Aš suklydau. Atsiprašau."
    assert answer.text.startswith("Jūs parašėte: labas")
    assert [log["error"] for log in logs if log["event"] == "telegram update failed"] == ["ValueError"] * 3
    assert "Ona" not in str(logs), "a log never holds what a person wrote"


async def test_while_the_database_is_away_nobody_is_told_of_a_mistake_and_the_answer_comes_later(
    telegram: TelegramServer,
) -> None:
    away = 2

    def fails(_chat: str, _event: Event) -> None:
        nonlocal away
        away -= 1
        if away >= 0:
            raise DatabaseAwayError("ConnectionDoesNotExistError")

    receive, ona = FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, FakeConverser(before=fails), receive):
        await ona.says("labas")
        (answer,) = await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert answer.text.startswith("Jūs parašėte: labas")


async def test_where_the_database_stays_away_the_update_is_kept_for_later(telegram: TelegramServer) -> None:
    def fails(_chat: str, _event: Event) -> None:
        raise DatabaseAwayError("ConnectionDoesNotExistError")

    receive, ona = FakeReceiver(), ona_at(telegram)
    with capture_logs() as logs:
        async with running_door(telegram, FakeConverser(before=fails), receive):
            await ona.says("labas")
            await eventually(lambda: any(log["event"] == "telegram update left for later" for log in logs))

    assert receive.unhandled
    assert telegram.calls("sendMessage") == []


async def test_no_log_line_holds_the_token(telegram: TelegramServer) -> None:
    ona = ona_at(telegram)
    for kind in (FaultKind.SERVER_ERROR, FaultKind.DROP_BEFORE, FaultKind.BROKEN_JSON, FaultKind.TOO_MANY):
        telegram.fails(kind, method="sendMessage")
        telegram.fails(kind, method="getUpdates")
    with capture_logs() as logs:
        async with running_door(telegram, FakeConverser(), FakeReceiver()):
            await ona.says("labas")
            await ona.reads()

    assert len(logs) >= 8
    assert telegram.token not in str(logs)


async def test_a_token_that_telegram_does_not_know_is_said_plainly(telegram: TelegramServer) -> None:
    stranger = TelegramServer(telegram.base_url, token="43:WRONG")
    with pytest.raises(SettingsError, match="AISKIAI_TELEGRAM_TOKEN"):
        async with running_door(stranger, FakeConverser(), FakeReceiver()) as running:
            await running


@pytest.mark.parametrize("token", ["", "nonsense", "a b:c"])
def test_a_token_of_the_wrong_form_is_said_plainly_and_not_repeated(token: str) -> None:
    with pytest.raises(SettingsError) as refusal:
        bot_at(token, None)

    assert not token or token not in str(refusal.value)
    assert refusal.value.__suppress_context__


async def test_a_reply_to_somebody_who_blocked_the_bot_is_a_permanent_failure(telegram: TelegramServer) -> None:
    ona = ona_at(telegram)
    await ona.says("/start")
    await ona.blocks()
    bot = bot_at(telegram.token, telegram.base_url)

    with pytest.raises(PermanentFailureError, match="blocked"):
        await TelegramCarrier(bot, some_words(), FakePapers()).bring(str(ONA), (question("Ar girdite?"),))
    await bot.session.close()
