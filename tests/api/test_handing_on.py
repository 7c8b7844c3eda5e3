"""A link brings the conversation into this browser by one press; to look at it changes nothing."""

from dataclasses import replace

import httpx
import pytest

from api.chat.visit import CONVERSATION_COOKIE
from assistant.conversation.state import Channel
from assistant.usecases.handing_ports import Seat
from tests.api.fake_host import FakeHost
from tests.api.test_pages import Visitor


@pytest.fixture
def visitor(client: httpx.AsyncClient) -> Visitor:
    return Visitor(client)


async def begun_elsewhere(host: FakeHost, channel: Channel = Channel.WEB) -> str:
    """A conversation of another browser, or of a chat; gives the secret that leads to it."""
    opened = await host.converse.open(Channel.WEB)
    secret = await host.handing_on.offer(opened.conversation)
    host.handing_on.offers[secret] = Seat(opened.conversation, channel)
    return secret


async def test_to_look_at_the_link_takes_nothing(visitor: Visitor, host: FakeHost) -> None:
    secret = await begun_elsewhere(host)
    for _ in range(3):
        response = await visitor.opens(f"/testi/{secret}")
        assert response.status_code == 200
        assert "Tęsti pokalbį čia" in visitor.page
    assert host.handing_on.takers == {}
    assert CONVERSATION_COOKIE not in visitor.client.cookies


async def test_one_press_brings_the_conversation_here(visitor: Visitor, host: FakeHost) -> None:
    secret = await begun_elsewhere(host)
    await visitor.opens(f"/testi/{secret}")
    response = await visitor.sends(f"/testi/{secret}")
    assert response.url.path == "/pokalbis"
    assert visitor.client.cookies[CONVERSATION_COOKIE] == "talk1.new-token-talk1"


async def test_a_double_tap_still_opens_it(visitor: Visitor, host: FakeHost) -> None:
    secret = await begun_elsewhere(host)
    await visitor.opens(f"/testi/{secret}")
    page = visitor.page
    await visitor.sends(f"/testi/{secret}")
    visitor.page = page
    assert (await visitor.sends(f"/testi/{secret}")).url.path == "/pokalbis"


async def test_a_used_link_says_so_and_how_to_go_on(visitor: Visitor, host: FakeHost) -> None:
    secret = await begun_elsewhere(host)
    host.handing_on.takers[secret] = "kitas"
    response = await visitor.opens(f"/testi/{secret}")
    assert response.status_code == 404
    assert "Ši nuoroda jau neveikia." in visitor.page


async def test_no_other_site_can_press_for_the_person(visitor: Visitor, host: FakeHost) -> None:
    secret = await begun_elsewhere(host)
    response = await visitor.client.post(f"/testi/{secret}", data={"secret": "spėju"})
    assert response.status_code == 403
    assert host.handing_on.takers == {}


async def test_who_comes_from_telegram_is_told_so(visitor: Visitor, host: FakeHost) -> None:
    await visitor.opens(f"/testi/{await begun_elsewhere(host, Channel.TELEGRAM)}")
    assert "Pokalbį pradėjote programoje Telegram." in visitor.page
    await visitor.opens(f"/testi/{await begun_elsewhere(host)}")
    assert "Pokalbį pradėjote programoje Telegram." not in visitor.page


async def test_who_has_a_conversation_here_is_told_that_it_goes(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    secret = await begun_elsewhere(host)
    await visitor.opens(f"/testi/{secret}")
    assert "Čia jau yra kitas pokalbis." in visitor.page
    await visitor.sends(f"/testi/{secret}")
    assert host.handing_on.replaced == ["talk1"]


async def test_from_here_to_telegram(visitor: Visitor, host: FakeHost) -> None:
    host.settings = replace(host.settings, telegram_name="aiskiai_bot")
    await visitor.begins()
    await visitor.opens("/pokalbis/telegram")
    assert "t.me" not in visitor.page
    await visitor.sends("/pokalbis/telegram")
    assert 'href="https://t.me/aiskiai_bot?start=testi_paslaptis-talk1"' in visitor.page


async def test_without_a_bot_there_is_no_way_to_telegram(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    assert (await visitor.opens("/pokalbis/telegram")).url.path in {"/", "/pokalbis"}
    assert host.handing_on.offers == {}
