"""A receipt opens a request elsewhere, and guessing is hopeless."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from math import comb, log2

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.messages import Kind, Message
from assistant.conversation.state import Channel
from assistant.delivery.outbox import Carrier
from assistant.referrals.guessing import FIRST_LOCK, FREE_TRIES, LONGEST_LOCK, lock_after
from assistant.referrals.numbers import number_of
from assistant.referrals.receipt import CHECK
from assistant.usecases.ports import StaffMember
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import Person

UNKNOWN = number_of(7_777_777)


def wrong(assistant: Assistant, words: str) -> str:
    """Words that belong together but to another receipt."""
    known = [entry.word for entry in assistant.library.receipt_words]
    used = words.split()
    places = [known.index(word) for word in used]
    other = next(place for place in range(len(known)) if place not in places and (place - places[0]) % CHECK == 0)
    return " ".join([known[other], *used[1:]])


async def test_another_device_reads_the_status_and_the_replies_and_the_owner_is_told(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given
    owner = Person(assistant)
    number = await owner.sends()
    words = owner.words
    await assistant.casework.reply(ona, number, 0, "Laba diena.\nAteikite rytoj.", "form-1")

    # When
    elsewhere = Person(assistant)
    await elsewhere.opens()
    message = await elsewhere.opens_receipt(number, words, "4567")

    # Then
    assert "Ateikite rytoj." in message.sentences
    assert message.sentences[-1] == "Ar rašyti atsakymus šiame pokalbyje?"
    # And nothing that the person told the municipality
    shown = "\n".join(await elsewhere.seen())
    assert not any(private in shown for private in ("Ona", "Onaitė", "34567", "4567", "sunku", words.split()[0]))
    assert any("Kažkas atidarė Jūsų prašymą kitame pokalbyje." in text for text in await owner.seen())


async def test_answers_are_pushed_to_the_new_place_from_then_on_if_they_say_yes(
    assistant: Assistant, ona: StaffMember
) -> None:
    # Given a request sent in the browser and opened in Telegram
    owner = Person(assistant)
    number = await owner.sends()
    phone = Person(assistant, Channel.TELEGRAM)
    await phone.opens()
    await phone.opens_receipt(number, owner.words, "0 612 34567")
    await phone.presses("Taip, rašyti")

    # When
    replied = await assistant.casework.reply(ona, number, 0, "Ateikite rytoj.", "form-1")

    # Then both have it, and the chat is pushed
    assert any("Ateikite rytoj." in text for text in await owner.seen())
    assert any("Ateikite rytoj." in text for text in await phone.seen())
    carriers = [entry.carrier for entry in await assistant.casework.deliveries(ona, number)]
    assert carriers == [Carrier.LETTER, Carrier.TELEGRAM]
    # And after a no it is pushed no more
    await phone.says("kas su mano prašymu")
    await phone.presses("Atsakymai čia")
    await phone.presses("Ne, nerašyti")
    await assistant.casework.reply(ona, number, replied.version, "Nepamirškite.", "form-2")
    assert not any("Nepamirškite." in text for text in (await phone.seen())[:-1])


async def test_the_new_place_may_withdraw_but_sees_and_changes_nothing(assistant: Assistant, ona: StaffMember) -> None:
    owner = Person(assistant)
    number = await owner.sends()
    elsewhere = Person(assistant)
    await elsewhere.opens()
    await elsewhere.opens_receipt(number, owner.words, "4567")
    message = await elsewhere.presses("Ne, nerašyti")
    assert "Keisti prašymą" not in [choice.label for choice in message.choices]
    await elsewhere.presses("Atsiimti prašymą")
    await elsewhere.presses("Taip, atsiimti")
    assert (await assistant.casework.open(ona, number)).status.value == "withdrawn"


async def test_a_request_without_a_phone_opens_with_the_name(assistant: Assistant) -> None:
    owner = Person(assistant)
    await owner.opens()
    for label in ("Man", "Siųsti prašymą", "Noriu pasikalbėti"):
        await owner.presses(label)
    await owner.says("Kretinga")
    await owner.says("Žydrė Šimkutė")
    for label in ("Parašyti čia", "Ne, tai viskas", "Siųsti"):
        await owner.presses(label)
    elsewhere = Person(assistant)
    await elsewhere.opens()
    message = await elsewhere.opens_receipt(owner.number, owner.words, "zydre")
    assert "Aš radau Jūsų prašymą." in message.sentences


def said(message: Message) -> tuple[object, ...]:
    labels = tuple(choice.label for choice in message.choices)
    return message.kind, message.sentences, labels, message.referral


async def test_an_unknown_number_wrong_words_and_a_wrong_second_thing_are_told_apart_by_nothing(
    assistant: Assistant,
) -> None:
    owner = Person(assistant)
    number = await owner.sends()
    answers = []
    for tried in (
        (UNKNOWN, owner.words, "4567"),
        (number, wrong(assistant, owner.words), "4567"),
        (number, owner.words, "4568"),
        (number, owner.words, "Ona"),
    ):
        guesser = Person(assistant)
        await guesser.opens()
        answers.append(said(await guesser.opens_receipt(*tried)))
    # The third failure at one number locks it; an unknown number would be locked just so.
    assert answers[0] == answers[1] == answers[2]
    assert "Prašymo atidaryti negaliu." in answers[0][1]  # type: ignore[operator]  # a tuple of sentences


@pytest.mark.parametrize("is_known", [True, False])
async def test_after_three_wrong_tries_nobody_gets_in_for_a_while_from_anywhere_but_the_owner_reads_on(
    assistant: Assistant, clock: FakeClock, *, is_known: bool
) -> None:
    # Given three failures, each from another device
    owner = Person(assistant)
    sent = await owner.sends()
    words = owner.words
    number = sent if is_known else UNKNOWN
    for _ in range(FREE_TRIES):
        guesser = Person(assistant)
        await guesser.opens()
        message = await guesser.opens_receipt(number, wrong(assistant, words), "4567")
    assert "Dabar prašymo atidaryti negaliu." in message.sentences

    # When even the right things are told
    late = Person(assistant)
    await late.opens()
    message = await late.opens_receipt(number, words, "4567")
    assert "Dabar prašymo atidaryti negaliu." in message.sentences

    # Then the owner's own browser is not locked out
    assert "Savivaldybė gavo Jūsų prašymą." in (await owner.presses("Mano prašymas")).sentences
    # And after the lock the right things open it again
    clock.passes(FIRST_LOCK)
    message = await late.opens_receipt(number, words, "4567")
    assert ("Aš radau Jūsų prašymą." in message.sentences) is is_known


async def test_one_conversation_cannot_try_number_after_number(assistant: Assistant) -> None:
    owner = Person(assistant)
    number = await owner.sends()
    guesser = Person(assistant)
    await guesser.opens()
    for seven in range(3):
        await guesser.opens_receipt(number_of(3_000_000 + seven), owner.words, "4567")
    message = await guesser.opens_receipt(number, owner.words, "4567")
    assert "Dabar prašymo atidaryti negaliu." in message.sentences


def test_waiting_grows_to_a_day() -> None:
    waits = [lock_after(failures) for failures in range(1, 20)]
    assert waits[: FREE_TRIES - 1] == [None, None]
    assert waits[FREE_TRIES - 1] == FIRST_LOCK
    assert waits[-1] == LONGEST_LOCK
    assert all(one is None or two is None or one <= two for one, two in pairwise(waits))


def test_guessing_is_hopeless(assistant: Assistant) -> None:
    """A whole year at one number, the second thing known, by the locks as they are."""
    spent, tries = timedelta(0), 0
    while spent < timedelta(days=365):
        tries += 1
        spent += lock_after(tries) or timedelta(0)
    sets_of_words = comb(len(assistant.library.receipt_words), 3) / CHECK
    assert tries < 400
    assert log2(sets_of_words) > 17.7
    # Who knows the number and the phone opens it within a year with less than one chance in 500.
    assert tries / sets_of_words < 1 / 500
    # Who knows the number alone: four digits more to guess.
    assert tries / sets_of_words / 10_000 < 1 / 5_000_000


async def test_the_same_receipt_is_shown_again_after_a_change(assistant: Assistant) -> None:
    owner = Person(assistant)
    await owner.sends()
    words = owner.words
    assert len(words.split()) == 3
    await owner.presses("Mano prašymas")
    await owner.presses("Keisti prašymą")
    await owner.presses("Vardą")
    await owner.says("Ona Petraitė")
    message = await owner.presses("Siųsti")
    assert message.kind is Kind.RECEIPT
    assert owner.words == words


async def test_a_stolen_database_does_not_tell_the_words_without_the_key(assistant: Assistant) -> None:
    owner = Person(assistant)
    await owner.sends()
    async with assistant.units() as work:
        referral = await work.referrals.by_number(owner.number)
    assert referral is not None
    assert not any(word in str(replace(referral, request=referral.request)) for word in owner.words.split())
