"""What should not stand in Telegram: taken out of the chat, told kindly, with a link that goes on with the talk."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Choice, Discretion, DocumentNotice, Kind, Message, ReferralNotice
from assistant.conversation.state import Channel
from assistant.referrals.questions import Question
from assistant.usecases.access import Role
from bot.discreet import discreet
from bot.outgoing import rendered
from tests.bot.conftest import ONA
from tests.bot.fakes import FakeConverser, FakeReceiver, running_door, some_words
from tests.telegram_server.faults import FaultKind
from tests.telegram_server.person import TelegramPerson
from tests.telegram_server.process import TelegramServer
from tests.usecases.person import Person

CODE = "mano asmens kodas 38703181745"
LINK = "https://aiskiai.example/testi/paslaptis"


def reply(discretion: Discretion) -> Message:
    said = ("Atsakė.", "Ateikite rytoj.")
    return Message(Kind.REPLY, said, referral=ReferralNotice("47128035", "answered"), discretion=discretion)


def test_of_a_withheld_reply_only_that_it_is_there_is_told() -> None:
    told = discreet(reply(Discretion.TELL), some_words())
    assert told.sentences == ("Yra atsakymas. Numeris 47 12 80 35.",)
    assert told.choices == ()


def test_who_was_not_asked_yet_is_asked_whether_replies_shall_come() -> None:
    told = discreet(reply(Discretion.ASK), some_words())
    assert "Ateikite rytoj." not in told.sentences
    assert [choice.label for choice in told.choices] == ["Rašyti čia", "Tik pranešti"]


def test_a_reply_that_may_come_is_brought_word_for_word() -> None:
    assert discreet(reply(Discretion.NONE), some_words()) == reply(Discretion.NONE)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.ASKED, ("Yra klausimas. Numeris 47 12 80 35.", "Ar klausti čia?")),
        (Kind.NEWS, ("Yra žinia.", "Ar sakyti čia?")),
    ],
)
def test_of_questions_and_decisions_of_staff_neither_words_nor_buttons_nor_document_come(
    kind: Kind, said: tuple[str, ...]
) -> None:
    withheld = replace(
        reply(Discretion.ASK),
        kind=kind,
        picture="question",
        choices=(Choice("ask:47128035:1:0", "Galiu"),),
        document=DocumentNotice("47128035"),
    )
    told = discreet(withheld, some_words())
    assert told.sentences == said
    assert [choice.label for choice in told.choices] == ["Rašyti čia", "Tik pranešti"]
    assert (told.document, told.picture) == (None, "")


def test_news_of_the_program_itself_comes_as_it_is() -> None:
    news = Message(Kind.NEWS, ("Savivaldybė neatsakė laiku.",))
    assert discreet(news, some_words()) == news


def test_the_link_is_a_button_above_the_others_without_a_word_of_the_address() -> None:
    (part,) = rendered(reply(Discretion.ASK), some_words(), LINK)
    assert part.buttons is not None
    assert part.buttons.inline_keyboard[0][0].url == LINK
    assert LINK not in part.text


def test_an_address_of_this_machine_stands_in_words_because_telegram_takes_no_such_button() -> None:
    (part,) = rendered(reply(Discretion.TELL), some_words(), "http://127.0.0.1:8000/testi/x")
    assert part.text.endswith("http://127.0.0.1:8000/testi/x")
    assert part.buttons is None


@pytest.fixture
async def telling(telegram: TelegramServer) -> AsyncIterator[TelegramPerson]:
    """Somebody to whom the assistant says that what they write should not stand here."""
    async with (
        running_door(telegram, FakeConverser(discretion=Discretion.TAKE_BACK), FakeReceiver()),
        TelegramPerson(telegram.base_url, 7) as person,
    ):
        yield person


async def test_words_that_should_not_stand_there_are_deleted_with_a_word_and_a_link(telling: TelegramPerson) -> None:
    await telling.says(CODE)
    (answer,) = await telling.reads()
    assert answer.text.startswith("Aš ištryniau žinutę.")
    assert answer.buttons[0] == "Tęsti svetainėje"
    assert CODE not in [message.text for message in await telling.sees()]


async def test_where_telegram_does_not_delete_the_person_is_asked_to(
    telling: TelegramPerson, telegram: TelegramServer
) -> None:
    telegram.fails(FaultKind.NOT_DELETABLE, method="deleteMessage")
    await telling.says(CODE)
    (answer,) = await telling.reads()
    assert answer.text.startswith("Ištrinkite žinutę.")


@pytest.mark.parametrize("kind", ["photo", "document", "contact"])
async def test_what_we_cannot_look_at_is_deleted_too(telegram: TelegramServer, kind: str) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()), TelegramPerson(telegram.base_url, 7) as person:
        await person.sends(kind)
        (answer,) = await person.reads()
        assert answer.text.startswith("Aš ištryniau žinutę.")
        assert [message.id for message in await person.sees()] == [answer.id]


@pytest.mark.parametrize("kind", ["voice", "sticker", "location", "own-contact", "animation"])
async def test_other_things_stay(telegram: TelegramServer, kind: str) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()), TelegramPerson(telegram.base_url, 7) as person:
        await person.sends(kind)
        await person.reads()
        assert telegram.calls("deleteMessage") == []


async def test_a_changed_message_that_holds_a_code_now_is_deleted(telegram: TelegramServer) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()), TelegramPerson(telegram.base_url, 7) as person:
        written = await person.says("labas")
        await person.reads()
        await person.edits(written, CODE)
        (answer,) = await person.reads()
        assert answer.text.startswith("Aš ištryniau žinutę.")
        assert len(telegram.calls("deleteMessage")) == 1


async def test_the_command_brings_a_link_and_leaves_the_buttons_of_the_question(telegram: TelegramServer) -> None:
    async with running_door(telegram, FakeConverser(), FakeReceiver()), TelegramPerson(telegram.base_url, 7) as person:
        await person.says("labas")
        (asked,) = await person.reads()
        await person.says("/svetaine")
        (answer,) = await person.reads()
        assert answer.text == "Galime tęsti svetainėje."
        assert answer.buttons == ("Tęsti svetainėje",)
        assert [message.buttons for message in await person.sees() if message.id == asked.id] == [asked.buttons]


@pytest.mark.parametrize(("secret", "is_here"), [("geras", True), ("senas", False)])
async def test_a_link_from_the_web_brings_the_talk_here(
    telegram: TelegramServer, secret: str, *, is_here: bool
) -> None:
    converse = FakeConverser()
    async with running_door(telegram, converse, FakeReceiver()), TelegramPerson(telegram.base_url, 7) as person:
        await person.says(f"/start testi_{secret}")
        await person.reads()
    [(chat, event)] = converse.effects
    assert chat == "7"
    assert getattr(event, "is_here", None) is is_here


async def test_a_code_is_in_neither_chat_nor_conversation_nor_stored_updates(
    whole: Assistant, ona: TelegramPerson
) -> None:
    # Given
    await ona.reads()

    # When
    await ona.says("Sergu šizofrenija, mano asmens kodas 38703181745, geriu risperidoną")
    (answer,) = await ona.reads()

    # Then
    assert "Aš ištryniau Jūsų žinutę." in answer.text
    assert "Čia nerašykite asmens kodo." in answer.text
    assert not any("sergu" in message.text.lower() for message in await ona.sees())
    conversation = await whole.converse.conversation_of(Channel.TELEGRAM, str(ONA)) or ""
    assert [line.said for line in await whole.converse.lines(conversation) if line.said] == ["…"]
    await eventually_no_update_is_kept(whole)


async def eventually_no_update_is_kept(whole: Assistant) -> None:
    kept = text("select count(*) from telegram_updates where payload is not null")
    for _ in range(100):
        async with whole.database.engine.connect() as connection:
            if (await connection.execute(kept)).scalar_one() == 0:
                return
        await asyncio.sleep(0.05)
    raise AssertionError("what was handled is still kept")


async def replied(whole: Assistant, ona: TelegramPerson, key: str = "form-1") -> Person:
    """Ona has sent a request from the chat, and the municipality answers."""
    await ona.reads()
    person = Person(whole, Channel.TELEGRAM, str(ONA))
    number = await person.sends()
    member, _ = await whole.staff_desk.add("rasa@kretinga.example", "kretingos-rajono", Role.STAFF)
    await whole.casework.reply(member, number, 0, "Ateikite rytoj.", key)
    return person


async def test_a_reply_comes_only_after_the_person_chose_so(whole: Assistant, ona: TelegramPerson) -> None:
    await replied(whole, ona)
    told, question = await ona.reads_both()
    assert "Jums atsakė savivaldybės darbuotojas." in told.text
    assert "Ateikite rytoj." not in told.text + question.text
    assert told.buttons == ("Tęsti svetainėje", "Rodyti čia", "Tik pranešti", "🔊 Klausyti")

    await ona.presses_old("Rodyti čia", told.id)
    (*_, shown) = await ona.reads()
    assert "Ateikite rytoj." in shown.text


async def test_a_question_of_staff_comes_with_its_words_and_buttons_only_after_the_person_chose_so(
    whole: Assistant, ona: TelegramPerson
) -> None:
    await ona.reads()
    number = await Person(whole, Channel.TELEGRAM, str(ONA)).sends()
    member, _ = await whole.staff_desk.add("rasa@kretinga.example", "kretingos-rajono", Role.STAFF)
    await whole.asking.ask(member, number, 0, Question("Ar galite ateiti rytoj?", ("Galiu", "Negaliu")), "form-1")
    told, question = await ona.reads_both()
    assert "Ar rodyti klausimą ir čia?" in told.text
    assert "ateiti" not in told.text + question.text
    assert "Galiu" not in told.buttons + question.buttons

    await ona.presses_old("Rodyti čia", told.id)
    (*_, shown) = await ona.reads()
    assert "Ar galite ateiti rytoj?" in shown.text
    await ona.presses("Galiu")
    (*_, answer) = await ona.reads()
    assert "Darbuotojas perskaitys Jūsų atsakymą." in answer.text


async def test_who_wants_only_word_of_it_is_not_asked_again(whole: Assistant, ona: TelegramPerson) -> None:
    await replied(whole, ona)
    told, _ = await ona.reads_both()
    await ona.presses_old("Tik pranešti", told.id)
    (*_, answer) = await ona.reads()
    assert "Čia aš tik pranešiu, kad yra žinutė." in answer.text
    await ona.says("kas su mano prašymu")
    (*_, status) = await ona.reads()
    assert "Ateikite rytoj." not in status.text
    assert status.buttons[0] == "Tęsti svetainėje"


async def test_on_the_web_the_whole_reply_stands_in_the_same_conversation(
    whole: Assistant, ona: TelegramPerson
) -> None:
    person = await replied(whole, ona)
    assert any("Ateikite rytoj." in words for words in await person.seen())
