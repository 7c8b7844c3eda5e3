"""Every kind of Telegram update becomes the right event, or a pointer to the private chat, or nothing."""

import json
from dataclasses import replace
from typing import Any

import pytest
from aiogram.types import Update

from assistant.conversation.events import (
    ChoicePressed,
    ContactShared,
    Event,
    OtherInput,
    OtherReceived,
    Started,
    TextReceived,
)
from bot.incoming import CalledInGroup, Heard, Meaning, Press, Voice, meaning_of, stored
from tests.telegram_server.inputs import INPUTS, contact

ONA = {"id": 7, "is_bot": False, "first_name": "Ona"}
BOT = {"id": 42, "is_bot": True, "first_name": "aiškiai", "username": "aiskiai_bot"}
PRIVATE = {"id": 7, "type": "private", "first_name": "Ona"}
GROUP = {"id": -100, "type": "supergroup", "title": "Šeima"}
CHANNEL = {"id": -200, "type": "channel", "title": "Naujienos"}


def message(content: dict[str, Any], chat: dict[str, Any] = PRIVATE, sender: dict[str, Any] = ONA) -> dict[str, Any]:
    return {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": sender} | content


def pressing(data: str, chat: dict[str, Any] = PRIVATE, **changes: Any) -> dict[str, Any]:
    buttons = {"inline_keyboard": [[{"text": "Taip", "callback_data": "3-yes"}]]}
    shown = message({"text": "Ar norite?", "reply_markup": buttons}, chat, BOT)
    query = {"id": "9", "from": ONA, "chat_instance": "1", "message": shown, "data": data} | changes
    return {"callback_query": query}


def meaning(update: dict[str, Any]) -> Meaning | None:
    meant = meaning_of(Update.model_validate({"update_id": 1} | update), "aiskiai_bot")
    # Which message it was, and whether it may stand there, is looked at in test_discretion.py.
    return replace(meant, message=0, is_red=False) if isinstance(meant, Heard) else meant


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kas yra atvejo vadyba?", TextReceived("Kas yra atvejo vadyba?")),
        ("/start", Started()),
        ("/start social-workshops", Started("social-workshops")),
        ("/START@aiskiai_bot case-management", Started("case-management")),
        ("/meniu", ChoicePressed("menu")),
        ("/menu", ChoicePressed("menu")),
        ("/zmogus", ChoicePressed("human")),
        ("/pagalba", TextReceived("ką tu gali")),
        ("/prasymas", TextReceived("kas su mano prašymu")),
        ("/kas_yra tai", TextReceived("kas yra tai")),
        ("/", TextReceived("/")),
        ("1/2", TextReceived("1/2")),
        ("/start\nsveiki", Started("sveiki")),
    ],
)
def test_words_and_commands_become_events(text: str, event: Event) -> None:
    assert meaning({"message": message({"text": text})}) == Heard("7", event)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("voice", OtherInput.VOICE),
        ("audio", OtherInput.VOICE),
        ("photo", OtherInput.PHOTO),
        ("video", OtherInput.VIDEO),
        ("video-note", OtherInput.VIDEO),
        ("animation", OtherInput.VIDEO),
        ("sticker", OtherInput.STICKER),
        ("dice", OtherInput.STICKER),
        ("location", OtherInput.LOCATION),
        ("venue", OtherInput.LOCATION),
        ("document", OtherInput.DOCUMENT),
        ("poll", OtherInput.POLL),
    ],
)
def test_what_is_not_text_is_named_by_its_kind(kind: str, expected: OtherInput) -> None:
    heard = meaning({"message": message(INPUTS[kind])})
    assert isinstance(heard, Heard)
    assert replace(heard, voice=None) == Heard("7", OtherReceived(expected))
    assert (heard.voice is not None) == (kind == "voice")


def test_of_a_voice_message_is_told_where_it_lies_and_how_long_it_is() -> None:
    heard = meaning({"message": message(INPUTS["voice"])})
    assert isinstance(heard, Heard)
    assert heard.voice == Voice("file-voice", 3, 1024)


def test_a_kind_that_telegram_adds_later_is_answered_as_something_else() -> None:
    assert meaning({"message": message({"hologram": {"size": 3}})}) == Heard("7", OtherReceived(OtherInput.OTHER))


def test_words_under_a_picture_are_heard_as_words() -> None:
    update = {"message": message(INPUTS["photo"] | {"caption": "padėkite man"})}

    assert meaning(update) == Heard("7", TextReceived("padėkite man"))


def test_an_edited_message_is_not_answered_as_a_new_one() -> None:
    assert meaning({"edited_message": message({"text": "kitaip"})}) == Heard("7", OtherReceived(OtherInput.EDITED))


def test_a_forwarded_message_and_a_reply_are_heard_by_their_words() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "Jonas", "date": 1_700_000_000}
    forwarded = message({"text": "labas", "forward_origin": origin})
    reply = message({"text": "taip", "reply_to_message": message({"text": "ar?"}, sender=BOT)})

    assert meaning({"message": forwarded}) == Heard("7", TextReceived("labas"))
    assert meaning({"message": reply}) == Heard("7", TextReceived("taip"))


@pytest.mark.parametrize("written", ["37061234567", "+37061234567"])
def test_the_own_phone_number_is_a_shared_contact_in_international_form(written: str) -> None:
    assert meaning({"message": message(contact(written, owner=7))}) == Heard("7", ContactShared("+37061234567"))


@pytest.mark.parametrize("owner", [None, 8])
def test_the_phone_number_of_somebody_else_is_not_taken_for_the_own(owner: int | None) -> None:
    update = {"message": message(contact("37061234567", owner))}

    assert meaning(update) == Heard("7", OtherReceived(OtherInput.CONTACT))


def test_a_pressed_button_carries_its_choice_its_label_and_its_message() -> None:
    assert meaning(pressing("3-yes")) == Heard("7", ChoicePressed("3-yes"), Press(5, "Ar norite?", "Taip"))


def test_a_button_on_a_message_too_old_to_be_shown_still_carries_its_choice() -> None:
    gone = {"message_id": 5, "date": 0, "chat": PRIVATE}

    assert meaning(pressing("3-yes", message=gone)) == Heard("7", ChoicePressed("3-yes"), Press(5, "", ""))


def test_a_press_in_a_group_or_without_a_message_means_nothing() -> None:
    assert meaning(pressing("3-yes", GROUP)) is None
    assert meaning(pressing("3-yes", message=None, inline_message_id="x")) is None


@pytest.mark.parametrize("text", ["/start", "/start@aiskiai_bot", "ei @Aiskiai_Bot kas tu?"])
def test_a_call_in_a_group_or_channel_is_answered_with_the_way_to_the_private_chat(text: str) -> None:
    assert meaning({"message": message({"text": text}, GROUP)}) == CalledInGroup("-100")
    assert meaning({"channel_post": message({"text": text}, CHANNEL)}) == CalledInGroup("-200")


@pytest.mark.parametrize("text", ["sveiki visi", "/start@kitas_bot", "rašykite@aiskiai_bot.lt"])
def test_what_is_said_to_others_in_a_group_is_left_alone(text: str) -> None:
    assert meaning({"message": message({"text": text}, GROUP)}) is None


def test_an_edited_call_in_a_group_is_no_new_call() -> None:
    assert meaning({"edited_message": message({"text": "/start"}, GROUP)}) is None


def membership(chat: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    def member(status: str) -> dict[str, Any]:
        return {"user": BOT, "status": status} | ({"until_date": 0} if status == "kicked" else {})

    change = {"old_chat_member": member(old), "new_chat_member": member(new)}
    return {"my_chat_member": {"chat": chat, "from": ONA, "date": 1} | change}


def test_being_added_to_a_group_is_a_call_and_being_thrown_out_or_blocked_is_nothing() -> None:
    assert meaning(membership(GROUP, "left", "member")) == CalledInGroup("-100")
    assert meaning(membership(GROUP, "member", "kicked")) is None
    assert meaning(membership(PRIVATE, "kicked", "member")) is None
    assert meaning(membership(PRIVATE, "member", "kicked")) is None


@pytest.mark.parametrize(
    "update",
    [
        {"message": message({"text": "aš irgi robotas"}, sender={"id": 8, "is_bot": True, "first_name": "Kitas"})},
        {"message": message({"group_chat_created": True})},
        {"message": message({"message_auto_delete_timer_changed": {"message_auto_delete_time": 60}})},
        {"inline_query": {"id": "1", "from": ONA, "query": "a", "offset": ""}},
        {"some_later_kind": {"a": 1}},
    ],
)
def test_what_nobody_said_to_us_means_nothing(update: dict[str, Any]) -> None:
    assert meaning(update) is None


def test_an_update_is_kept_word_for_word_with_the_chat_whose_order_it_belongs_to() -> None:
    raw = {"update_id": 3, "message": message({"text": "ąčę", "something_new": 1})}

    kept = stored(raw)

    assert (kept.id, kept.chat, json.loads(kept.payload)) == (3, "7", raw)


def test_a_press_belongs_to_the_order_of_its_chat_and_an_unknown_update_to_none() -> None:
    assert stored({"update_id": 4} | pressing("3-yes")).chat == "7"
    assert stored({"update_id": 5, "poll": {"id": "1"}}).chat == ""


def test_a_button_of_a_question_of_staff_may_be_pressed_long_after() -> None:
    lasting = meaning(pressing("ask:47128035:1:0"))
    ordinary = meaning(pressing("3-yes"))

    assert isinstance(lasting, Heard)
    assert isinstance(ordinary, Heard)
    assert lasting.event == ChoicePressed("ask:47128035:1:0")
    assert [heard.press.is_lasting for heard in (lasting, ordinary) if heard.press] == [True, False]
