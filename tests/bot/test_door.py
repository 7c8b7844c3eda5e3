"""The whole door over real HTTP, polling or called, on one side, a person with Telegram on the other."""

import asyncio
from dataclasses import dataclass, replace

import pytest

from assistant.conversation.events import ChoicePressed, OtherInput, OtherReceived, Started, TextReceived
from assistant.conversation.messages import Kind, Message
from bot.outgoing import TelegramCarrier
from bot.ports import Deliverer
from tests.bot.fakes import FakeConverser, FakeReceiver, eventually, question, running_door
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer

ONA, JONAS = 7, 8


@pytest.fixture(params=[False, True], ids=["polling", "webhook"])
def telegram(telegram: TelegramServer, request: pytest.FixtureRequest) -> TelegramServer:
    return replace(telegram, calls_bots=request.param)


def ona_at(telegram: TelegramServer) -> TelegramPerson:
    return TelegramPerson(telegram.base_url, ONA)


async def test_a_person_writes_presses_and_reads(telegram: TelegramServer) -> None:
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, converse, receive):
        await ona.says("/start")
        await ona.reads()
        await ona.says("labas")
        (answer,) = await ona.reads()
        await ona.presses("Taip")
        await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert answer.text == "Jūs parašėte: labas\nAr tinka?"
    assert answer.buttons == ("Taip", "Ne", "Nežinau", "Atgal", "Pakartoti", "Noriu žmogaus", "Meniu")
    assert [event for _, event in converse.effects] == [Started(), TextReceived("labas"), ChoicePressed("2-yes")]


async def test_a_press_is_acknowledged_and_shown_as_the_answer_and_only_the_newest_buttons_stand(
    telegram: TelegramServer,
) -> None:
    ona = ona_at(telegram)
    async with running_door(telegram, FakeConverser(), FakeReceiver()):
        await ona.says("pirma")
        await ona.reads()
        await ona.says("antra")
        await ona.reads()
        await ona.presses("Ne")
        await ona.reads()
        await eventually(lambda: telegram.calls("editMessageText"))

    seen = await ona.sees()

    assert [shown.text.splitlines()[-1] for shown in seen] == [
        "pirma",
        "Ar tinka?",
        "antra",
        "✓ Ne",
        "Ar tinka?",
    ]
    assert [bool(shown.buttons) for shown in seen] == [False, False, False, False, True]
    assert [call["ok"] for call in telegram.calls("answerCallbackQuery")] == [True]
    assert [call["description"] for call in telegram.calls() if not call["ok"] and call["method"] != "getUpdates"] == []


async def test_an_old_button_is_answered_and_the_old_message_keeps_its_words(telegram: TelegramServer) -> None:
    first, second = FakeConverser(), FakeConverser()
    receive, ona = FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, first, receive):
        await ona.says("pirma")
        (old,) = await ona.reads()
    # A restarted bot does not remember which buttons it showed, so the old ones stay.
    async with running_door(telegram, second, receive):
        await ona.says("antra")
        await ona.reads()
        await ona.presses_old("Taip", old.id)
        await ona.reads()
        await eventually(lambda: not receive.unhandled)

    assert second.effects[-1] == ("7", ChoicePressed("1-yes"))
    shown = next(message for message in await ona.sees() if message.id == old.id)
    assert (shown.text, shown.buttons) == (old.text, ())


@pytest.mark.parametrize("kind", [OtherInput.VOICE, OtherInput.PHOTO, OtherInput.STICKER, OtherInput.LOCATION])
async def test_what_is_not_text_is_answered_too(telegram: TelegramServer, kind: OtherInput) -> None:
    converse, ona = FakeConverser(), ona_at(telegram)
    async with running_door(telegram, converse, FakeReceiver()):
        await ona.sends(kind)
        assert await ona.reads()

    assert converse.effects == [("7", OtherReceived(kind))]


async def test_the_menu_of_commands_is_set_in_lithuanian(telegram: TelegramServer) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()):
        await eventually(lambda: telegram.calls("setMyCommands"))

    (call,) = telegram.calls("setMyCommands")
    assert [(it["command"], it["description"]) for it in call["arguments"]["commands"]] == [
        ("start", "Pradėti"),
        ("meniu", "Meniu"),
        ("zmogus", "Kalbėti su žmogumi"),
        ("prasymas", "Mano prašymas"),
        ("svetaine", "Svetainė"),
        ("atsakymai", "Atsakymai"),
        ("duomenys", "Mano duomenys"),
    ]


async def test_in_a_group_only_a_call_is_answered_and_with_the_way_to_the_private_chat(
    telegram: TelegramServer,
) -> None:
    telegram.is_group(-100, "supergroup")
    converse, receive = FakeConverser(), FakeReceiver()
    family = TelegramPerson(telegram.base_url, -100)
    async with running_door(telegram, converse, receive):
        await family.says("sveiki visi")
        await family.says("/start@aiskiai_test_bot")
        (pointer,) = await family.reads()
        await eventually(lambda: len(receive.handled) == 2)

    assert pointer.text == "Rašykite man asmeniškai.\nhttps://t.me/aiskiai_test_bot"
    assert converse.effects == []


async def test_order_is_kept_within_a_chat_while_another_chat_need_not_wait(telegram: TelegramServer) -> None:
    held = asyncio.Event()
    converse, receive, ona = FakeConverser(), FakeReceiver(), ona_at(telegram)
    converse.before = lambda _chat, event: held if event == TextReceived("pirma") else None
    jonas = TelegramPerson(telegram.base_url, JONAS)
    async with running_door(telegram, converse, receive):
        await ona.says("pirma")
        await ona.says("antra")
        await jonas.says("aš irgi")
        assert await jonas.reads()
        held.set()
        await eventually(lambda: not receive.unhandled)

    assert [event for chat, event in converse.effects if chat == "7"] == [TextReceived("pirma"), TextReceived("antra")]


async def test_who_waits_long_sees_that_the_bot_is_at_work(telegram: TelegramServer) -> None:
    held = asyncio.Event()
    ona = ona_at(telegram)
    async with running_door(telegram, FakeConverser(before=lambda _chat, _event: held), FakeReceiver()):
        await ona.says("labas")
        await eventually(lambda: telegram.calls("sendChatAction"))
        held.set()
        assert await ona.reads()

    assert telegram.calls("sendChatAction")[0]["arguments"] == {"chat_id": ONA, "action": "typing"}


async def test_the_outbox_is_delivered_while_people_talk(telegram: TelegramServer) -> None:
    @dataclass
    class OneReply(Deliverer):
        carrier: TelegramCarrier
        is_sent: bool = False

        async def once(self) -> int:
            if self.is_sent:
                return 0
            reply = Message(Kind.REPLY, ("Savivaldybė Jums atsakė.",))
            await self.carrier.bring(str(ONA), (reply, question("Ar dar ko norite?")))
            self.is_sent = True
            return 1

    ona = ona_at(telegram)
    await ona.says("/start")
    async with running_door(telegram, FakeConverser(), FakeReceiver(), deliver=OneReply):
        await eventually(lambda: len(telegram.calls("sendMessage")) == 3)
        texts = [shown.text for shown in await ona.reads()]

    assert "Savivaldybė Jums atsakė." in texts
    assert "Ar dar ko norite?" in texts


async def test_a_bot_that_is_asked_to_stop_finishes_what_it_has_begun(telegram: TelegramServer) -> None:
    held = asyncio.Event()
    receive, ona = FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, FakeConverser(before=lambda _chat, _event: held), receive):
        await ona.says("labas")
        await eventually(lambda: receive.claimed)
        asyncio.get_running_loop().call_later(0.3, held.set)

    assert not receive.unhandled
    assert len(await ona.sees()) == 2


async def test_who_waits_long_because_many_write_is_told_so_and_the_question_keeps_its_buttons(
    telegram: TelegramServer,
) -> None:
    receive, ona = FakeReceiver(), ona_at(telegram)
    async with running_door(telegram, FakeConverser(), receive):
        await ona.says("labas")
        (asked,) = await ona.reads()
        receive.waiting = [str(ONA)]
        (told,) = await ona.reads()
        assert told.text == "Palaukite."
        assert [shown.buttons for shown in await ona.sees() if shown.id == asked.id] == [asked.buttons]
