"""A conversation goes on elsewhere: once, not for long, and only where it was taken."""

from datetime import timedelta

import pytest

from assistant.bootstrap import Assistant
from assistant.conversation.events import Started
from assistant.conversation.state import Channel
from assistant.errors import ConversationNotFoundError
from assistant.usecases.handing_on import WORKS_FOR
from tests.usecases.fake_clock import FakeClock
from tests.usecases.person import CHAT, Person

Two = tuple[Assistant, Assistant]


async def on_the_web(assistant: Assistant) -> Person:
    person = Person(assistant)
    await person.opens()
    return person


async def in_telegram(assistant: Assistant, chat: str = CHAT) -> Person:
    person = Person(assistant, Channel.TELEGRAM, chat)
    await person.opens()
    return person


async def opens_with(assistant: Assistant, conversation: str, token: str) -> bool:
    try:
        await assistant.converse.check(conversation, token)
    except ConversationNotFoundError:
        return False
    return True


async def test_the_secret_leads_to_the_same_conversation_and_the_old_browser_has_it_no_longer(two: Two) -> None:
    here, there = two
    person = await on_the_web(here)
    secret = await here.handing_on.offer(person.conversation)

    taken = await there.handing_on.take(secret, by="telefonas")

    assert taken is not None
    assert taken.conversation == person.conversation
    assert await opens_with(here, taken.conversation, taken.token)
    assert not await opens_with(here, person.conversation, person.token)


async def test_it_works_once_and_never_for_somebody_else_after_that(two: Two) -> None:
    here, there = two
    person = await on_the_web(here)
    secret = await here.handing_on.offer(person.conversation)
    await here.handing_on.take(secret, by="telefonas")

    assert await there.handing_on.take(secret, by="kitas telefonas") is None
    assert await there.handing_on.leads_to(secret) is None


async def test_who_took_it_may_press_twice(assistant: Assistant) -> None:
    person = await on_the_web(assistant)
    secret = await assistant.handing_on.offer(person.conversation)
    await assistant.handing_on.take(secret, by="telefonas")

    again = await assistant.handing_on.take(secret, by="telefonas")

    assert again is not None
    assert await opens_with(assistant, again.conversation, again.token)


async def test_to_look_at_the_link_does_not_use_it_up(assistant: Assistant) -> None:
    person = await on_the_web(assistant)
    secret = await assistant.handing_on.offer(person.conversation)
    for _ in range(3):
        seat = await assistant.handing_on.leads_to(secret)
        assert seat is not None
        assert seat.conversation == person.conversation
    assert await assistant.handing_on.take(secret, by="telefonas")


async def test_it_is_too_old_after_a_quarter_of_an_hour(two: Two, clock: FakeClock) -> None:
    here, there = two
    person = await on_the_web(here)
    early, late = [await here.handing_on.offer(person.conversation) for _ in range(2)]
    clock.passes(WORKS_FOR - timedelta(seconds=1))
    assert await there.handing_on.leads_to(early) is not None
    clock.passes(timedelta(seconds=1))
    assert await there.handing_on.leads_to(early) is None
    assert await there.handing_on.take(late, by="telefonas") is None
    assert await opens_with(here, person.conversation, person.token)


async def test_with_one_secret_used_the_others_lead_nowhere(two: Two) -> None:
    here, there = two
    person = await on_the_web(here)
    kept_back = await here.handing_on.offer(person.conversation)
    given = await here.handing_on.offer(person.conversation)
    await there.handing_on.take(given, by="telefonas")
    assert await there.handing_on.take(kept_back, by="senas telefonas") is None


async def test_only_a_hash_of_the_secret_is_kept(assistant: Assistant) -> None:
    person = await on_the_web(assistant)
    secret = await assistant.handing_on.offer(person.conversation)
    async with assistant.units() as work:
        assert await work.handing.seat(secret, assistant.clock.now()) is None


async def test_nothing_is_offered_of_a_conversation_that_does_not_exist(assistant: Assistant) -> None:
    with pytest.raises(ConversationNotFoundError):
        await assistant.handing_on.offer("nieko")
    assert await assistant.handing_on.offer_from_chat(Channel.TELEGRAM, "99") is None


async def test_from_the_web_to_a_chat_with_all_that_either_sent(two: Two) -> None:
    # Given
    here, there = two
    chatting = Person(here, Channel.TELEGRAM)
    in_chat = await chatting.sends()
    person = Person(here)
    on_web = await person.sends()
    secret = await here.handing_on.offer(person.conversation)

    # When
    assert await there.handing_on.take_in_chat(secret, Channel.TELEGRAM, CHAT)

    # Then
    assert await there.converse.conversation_of(Channel.TELEGRAM, CHAT) == person.conversation
    assert not await opens_with(here, person.conversation, person.token)
    async with there.units() as work:
        referrals = await work.referrals.of_conversation(person.conversation)
        assert {referral.number for referral in referrals} == {in_chat, on_web}
        assert (await work.conversations.load(person.conversation)).channel is Channel.TELEGRAM
        with pytest.raises(ConversationNotFoundError):
            await work.conversations.load(chatting.conversation)


async def test_a_chat_that_asks_once_more_is_told_the_same(assistant: Assistant) -> None:
    person = await on_the_web(assistant)
    secret = await assistant.handing_on.offer(person.conversation)
    assert await assistant.handing_on.take_in_chat(secret, Channel.TELEGRAM, CHAT)
    assert await assistant.handing_on.take_in_chat(secret, Channel.TELEGRAM, CHAT)
    assert not await assistant.handing_on.take_in_chat(secret, Channel.TELEGRAM, "99")
    assert await assistant.converse.conversation_of(Channel.TELEGRAM, CHAT) == person.conversation


async def test_from_a_chat_to_the_web_the_chat_stays_where_news_come(two: Two) -> None:
    here, there = two
    chatting = await in_telegram(here)
    secret = await here.handing_on.offer_from_chat(Channel.TELEGRAM, CHAT)
    assert secret is not None

    taken = await there.handing_on.take(secret, by="naršyklė")

    assert taken is not None
    assert await opens_with(there, chatting.conversation, taken.token)
    assert await there.converse.conversation_of(Channel.TELEGRAM, CHAT) == chatting.conversation


async def test_what_a_browser_sent_before_goes_along_only_where_no_chat_can_read_it(assistant: Assistant) -> None:
    # Given
    own = Person(assistant)
    number = await own.sends()
    chatting = await in_telegram(assistant)
    from_chat = await assistant.handing_on.offer(chatting.conversation)
    other = await on_the_web(assistant)
    from_web = await assistant.handing_on.offer(other.conversation)

    # When, Then
    await assistant.handing_on.take(from_chat, by="naršyklė", instead_of=own.conversation)
    async with assistant.units() as work:
        assert await work.referrals.of_conversation(chatting.conversation) == ()
    await assistant.handing_on.take(from_web, by="naršyklė", instead_of=own.conversation)
    async with assistant.units() as work:
        [referral] = await work.referrals.of_conversation(other.conversation)
        assert referral.number == number


async def test_two_who_come_at_once_do_not_both_get_it(two: Two) -> None:
    here, there = two
    person = await on_the_web(here)
    secret = await here.handing_on.offer(person.conversation)
    taken = [await here.handing_on.take(secret, by="a"), await there.handing_on.take(secret, by="b")]
    assert [one is not None for one in taken] == [True, False]


async def test_the_talk_goes_on_in_the_chat_where_it_was_on_the_web(assistant: Assistant) -> None:
    person = await on_the_web(assistant)
    await person.presses("Man")
    secret = await assistant.handing_on.offer(person.conversation)
    await assistant.handing_on.take_in_chat(secret, Channel.TELEGRAM, CHAT)
    (message,) = await assistant.converse.hear_in_chat(Channel.TELEGRAM, CHAT, Started(), "nuo-pradžių")
    assert message.choices[0].label == person.message.choices[0].label
