"""The conversation goes on in another device: who it belongs to gets a link, told first who may see it."""

import re
from dataclasses import dataclass, field

import httpx
import pytest

from tests.api.conftest import client_of
from tests.api.fake_host import FakeHost

ELSEWHERE = "/pokalbis/kitur"
SAME_SITE = {"sec-fetch-site": "same-origin"}


@dataclass
class FakeOffers:
    """Makes secrets, and remembers of which conversations."""

    asked: list[str] = field(default_factory=list)

    async def offer(self, conversation: str) -> str:
        self.asked.append(conversation)
        return f"paslaptis-{len(self.asked)}"


@pytest.fixture
def offers(host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> FakeOffers:
    offers = FakeOffers()
    monkeypatch.setattr(host, "handing_on", offers, raising=False)
    return offers


async def begins(client: httpx.AsyncClient) -> dict[str, str]:
    page = (await client.get("/")).text
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
    await client.post("/pokalbis/pradeti", data=fields, headers=SAME_SITE)
    return {"secret": fields["secret"]}


async def test_the_link_is_made_only_when_the_person_has_read_who_may_see_it(
    host: FakeHost, offers: FakeOffers
) -> None:
    async with client_of(host) as client:
        form = await begins(client)
        assert f'href="{ELSEWHERE}"' in (await client.get("/pokalbis")).text
        asked = (await client.get(ELSEWHERE)).text
        assert "Kas ją atidaro, tas skaito visą pokalbį." in asked
        assert offers.asked == []
        shown = await client.post(ELSEWHERE, data=form, headers=SAME_SITE)
    assert offers.asked == ["talk1"]
    assert 'href="http://testserver/testi/paslaptis-1"' in shown.text
    assert "<svg" in shown.text
    assert "style=" not in shown.text
    assert shown.headers["cache-control"] == "no-store"


async def test_nobody_else_gets_a_link(host: FakeHost, offers: FakeOffers) -> None:
    async with client_of(host) as client:
        nobody = await client.get(ELSEWHERE)
        assert (nobody.status_code, nobody.headers["location"]) == (303, "/")
        form = await begins(client)
        forged = await client.post(ELSEWHERE, data=form, headers={"sec-fetch-site": "cross-site"})
        assert forged.status_code == 403
        client.cookies.delete("aiskiai_pokalbis")
        without = await client.post(ELSEWHERE, data=form, headers=SAME_SITE)
        assert without.status_code == 303
    assert offers.asked == []
