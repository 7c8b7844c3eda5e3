"""The pages work with plain forms, store nothing for passers-by, and let nobody else send their forms."""

import re
from dataclasses import replace
from html import unescape

import httpx
import pytest

from api.chat.schemas import LONGEST_TEXT
from api.chat.visit import CONVERSATION_COOKIE, FORM_COOKIE
from assistant.conversation.events import ChoicePressed, Started, TextReceived
from assistant.conversation.messages import Mark
from assistant.errors import DatabaseAwayError
from tests.api.conftest import client_of
from tests.api.fake_host import SAYINGS, FakeHost, FakeSettings


class Visitor:
    """Somebody with a browser that runs no scripts."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page = ""

    async def opens(self, address: str) -> httpx.Response:
        response = await self.client.get(address, follow_redirects=True)
        self.page = response.text
        return response

    async def begins(self, address: str = "/") -> None:
        await self.opens(address)
        await self.sends("/pokalbis/pradeti", payload=self.field("payload"))

    async def presses(self, label: str) -> httpx.Response:
        found = re.search(
            rf'name="choice" value="([^"]*)">(?:(?!</button>).)*<span class="word">{re.escape(label)}</span>',
            self.page,
            re.DOTALL,
        )
        assert found, f"no button {label}"
        return await self.sends("/pokalbis", choice=found[1])

    async def writes(self, text: str) -> httpx.Response:
        return await self.sends("/pokalbis", text=text)

    async def sends(self, address: str, **fields: str) -> httpx.Response:
        """Send a form of the present page, as a browser does."""
        own = {name: self.field(name) for name in ("secret", "key") if f'name="{name}"' in self.page}
        response = await self.client.post(
            address, data=own | fields, headers={"sec-fetch-site": "same-origin"}, follow_redirects=True
        )
        self.page = response.text
        return response

    def field(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        assert found, f"no field {name}"
        return unescape(found[1])


@pytest.fixture
def visitor(client: httpx.AsyncClient) -> Visitor:
    return Visitor(client)


async def test_looking_at_the_first_page_begins_nothing(visitor: Visitor, host: FakeHost) -> None:
    response = await visitor.opens("/")

    assert response.status_code == 200
    assert '<html lang="lt">' in visitor.page
    assert "Pradėti" in visitor.page
    assert host.converse.tokens == {}
    assert CONVERSATION_COOKIE not in response.cookies


async def test_starting_leads_to_the_greeting(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    assert len(host.converse.tokens) == 1
    assert "Aš esu programa. Aš nesu žmogus." in visitor.page
    assert visitor.client.cookies[CONVERSATION_COOKIE] == "talk1.token-talk1"


async def test_the_answer_to_a_form_is_a_redirect_to_the_newest_message(visitor: Visitor) -> None:
    await visitor.begins()

    response = await visitor.presses("Man")

    assert [step.status_code for step in response.history] == [303]
    assert response.history[0].headers["location"] == "/pokalbis#naujausia"
    assert 'id="naujausia"' in visitor.page
    assert "Ką norite daryti?" in visitor.page


async def test_buttons_words_and_helpers_reach_the_conversation(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    await visitor.presses("Man")
    await visitor.writes("kas yra dirbtuvės")
    await visitor.presses("Noriu žmogaus")

    pressed, wrote, asked = host.converse.events
    assert isinstance(pressed, ChoicePressed)
    assert pressed.choice.endswith("-self")
    assert wrote == TextReceived("kas yra dirbtuvės")
    assert isinstance(asked, ChoicePressed)
    assert asked.choice.endswith("-human")


async def test_only_the_newest_message_is_marked_as_new(visitor: Visitor) -> None:
    await visitor.begins()
    await visitor.presses("Man")
    await visitor.presses("Ar man tinka?")

    assert visitor.page.count("is-new") == 1
    assert "2 klausimas iš 6" in visitor.page
    assert '<progress value="2" max="6"' in visitor.page


async def test_a_reply_and_the_question_after_it_are_both_new(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    host.converse.reply("talk1")

    await visitor.opens("/pokalbis")

    assert visitor.page.count("is-new") == 2
    assert "Paskambinsiu rytoj." in visitor.page


async def test_where_the_data_lie_is_told_with_the_receipt_and_not_with_each_word_after_it(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = SAYINGS["request"]
    told = replace(receipt, sentences=(*receipt.sentences, "saulė"), marks=(Mark("saulė", "sun"),))
    monkeypatch.setitem(SAYINGS, "request", told)
    monkeypatch.setitem(SAYINGS, "status", replace(receipt, sentences=("Ką norite daryti toliau?",), marks=()))
    await visitor.begins()

    for label in ("Man", "Siųsti prašymą", "Mano prašymas"):
        await visitor.presses(label)

    assert visitor.page.count('<a class="link" href="/privatumas">') == 1


async def test_a_double_tap_is_one_event(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    page = visitor.page
    await visitor.presses("Man")
    visitor.page = page
    await visitor.presses("Man")

    assert len(host.converse.events) == 1
    assert "Ką norite daryti?" in visitor.page


async def test_another_button_on_a_page_from_before_is_answered(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    page = visitor.page
    await visitor.presses("Man")
    visitor.page = page
    await visitor.presses("Kitam žmogui")

    assert len(host.converse.events) == 2


async def test_an_empty_form_changes_nothing(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    response = await visitor.writes("   ")

    assert response.status_code == 200
    assert host.converse.events == []


async def test_a_person_who_comes_back_can_go_on(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    await visitor.opens("/")

    assert "Tęsti pokalbį" in visitor.page
    assert "Pradėti" not in visitor.page
    assert len(host.converse.tokens) == 1


async def test_starting_twice_goes_on_with_the_same_conversation(visitor: Visitor, host: FakeHost) -> None:
    await visitor.opens("/")
    first = visitor.page
    await visitor.begins()
    visitor.page = first
    await visitor.sends("/pokalbis/pradeti")

    assert len(host.converse.tokens) == 1
    assert "Kam reikia pagalbos?" in visitor.page


async def test_a_link_to_a_service_reaches_the_conversation(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins("/?paslauga=social-workshops")
    await visitor.begins("/?paslauga=case-management")

    assert host.converse.payloads == ["social-workshops"]
    assert host.converse.events == [Started("case-management")]


@pytest.mark.parametrize("cookie", ["", "talk1", "talk1.wrong", "nobody.token-talk1", "." * 50])
async def test_a_wrong_cookie_leads_to_the_first_page(client: httpx.AsyncClient, host: FakeHost, cookie: str) -> None:
    await Visitor(client).begins()
    client.cookies.delete(CONVERSATION_COOKIE)
    client.cookies.set(CONVERSATION_COOKIE, cookie)

    response = await client.get("/pokalbis")

    assert response.status_code == 303
    assert response.headers["location"] == "/"
    assert len(host.converse.tokens) == 1


async def test_asking_for_news_gives_nothing_where_nothing_is_new(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    found = re.search(r'data-last="([^"]+)"', visitor.page)
    assert found

    quiet = await visitor.client.get("/pokalbis", params={"po": found[1]})
    host.converse.reply("talk1")
    loud = await visitor.client.get("/pokalbis", params={"po": found[1]})

    assert (quiet.status_code, quiet.text) == (204, "")
    assert "Paskambinsiu rytoj." in loud.text


async def test_what_a_person_wrote_is_shown_as_words_and_never_runs(visitor: Visitor) -> None:
    await visitor.begins()

    await visitor.writes("<script>alert('ž')</script><img src=x onerror=alert(1)> {{ 7*7 }}")

    assert "&lt;script&gt;alert(&#39;ž&#39;)&lt;/script&gt;" in visitor.page
    assert "<script>" not in visitor.page
    assert "<img src=x" not in visitor.page
    assert "{{ 7*7 }}" in visitor.page


async def test_a_deep_link_cannot_bring_markup_along(visitor: Visitor) -> None:
    await visitor.opens('/?paslauga="><script>x</script>')

    assert "<script>" not in visitor.page


async def test_a_form_without_the_secret_is_refused(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    response = await visitor.client.post("/pokalbis", data={"text": "labas", "secret": "guessed"})

    assert response.status_code == 403
    assert "Programa nepriėmė šio veiksmo." in response.text
    assert host.converse.events == []


async def test_a_form_without_the_cookie_of_the_secret_is_refused(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    visitor.client.cookies.delete(FORM_COOKIE)

    assert (await visitor.writes("labas")).status_code == 403
    assert host.converse.events == []


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
async def test_a_form_from_another_site_is_refused(visitor: Visitor, host: FakeHost, headers: dict[str, str]) -> None:
    await visitor.begins()

    response = await visitor.client.post(
        "/pokalbis", data={"text": "labas", "secret": visitor.field("secret")}, headers=headers
    )

    assert response.status_code == 403
    assert host.converse.events == []


async def test_an_old_browser_that_names_only_the_origin_may_send_forms(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    response = await visitor.client.post(
        "/pokalbis",
        data={"text": "labas", "secret": visitor.field("secret")},
        headers={"origin": "http://testserver"},
    )

    assert response.status_code == 303
    assert host.converse.events == [TextReceived("labas")]


async def test_words_over_the_limit_are_refused_kindly(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()

    response = await visitor.writes("a" * (LONGEST_TEXT + 1))

    assert response.status_code == 413
    assert "Jūsų tekstas yra per ilgas." in response.text
    assert "Grįžti į pokalbį" in response.text
    assert host.converse.events == []


async def test_a_huge_form_is_refused_kindly(visitor: Visitor) -> None:
    await visitor.begins()

    response = await visitor.writes("a" * 300_000)

    assert response.status_code == 413
    assert "Jūsų tekstas yra per ilgas." in response.text


async def test_cookies_are_out_of_reach_for_scripts_and_other_sites(client: httpx.AsyncClient) -> None:
    cookie = (await client.get("/")).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie


async def test_behind_https_cookies_stay_there() -> None:
    async with client_of(FakeHost(FakeSettings("https://aiskiai.example"))) as client:
        visitor = Visitor(client)
        await visitor.opens("/")
        begun = await visitor.sends("/pokalbis/pradeti")

    cookies = begun.history[0].headers.get_list("set-cookie")
    assert cookies
    assert all("; secure" in cookie.lower() for cookie in cookies)
    assert "strict-transport-security" in begun.headers


async def test_a_page_that_is_not_there_is_said_in_easy_words(client: httpx.AsyncClient) -> None:
    response = await client.get("/nera")

    assert response.status_code == 404
    assert "Tokio puslapio nėra." in response.text
    assert "Grįžti į pradžią" in response.text


async def test_what_breaks_is_said_in_easy_words(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    host.converse.breaks = RuntimeError("a secret of the house")

    response = await visitor.writes("labas")

    assert response.status_code == 500
    assert "Tai programos klaida, ne Jūsų." in response.text
    assert "secret of" not in response.text
    assert "default-src 'self'" in response.headers["content-security-policy"]


async def test_while_the_database_is_away_a_person_is_asked_to_wait_and_sees_no_code(
    visitor: Visitor, host: FakeHost
) -> None:
    await visitor.begins()
    host.converse.breaks = DatabaseAwayError("ConnectionRefusedError")

    answer = await visitor.presses("Man")

    assert answer.status_code == 503
    assert "Palaukite vieną minutę." in answer.text
    assert not any(code in answer.text for code in ("503", "Error", "error"))


async def test_the_credits_name_pictures_and_letters(client: httpx.AsyncClient) -> None:
    page = (await client.get("/apie")).text

    assert "OpenMoji" in page
    assert "CC BY-SA 4.0" in page
    assert "Atkinson Hyperlegible Next" in page


@pytest.mark.parametrize("address", ["/", "/apie", "/pictures/hello.svg"])
async def test_a_page_can_be_asked_for_without_its_body(client: httpx.AsyncClient, address: str) -> None:
    assert (await client.head(address)).status_code == 200


async def test_a_hard_word_leads_to_its_explanation_and_the_explanation_back(visitor: Visitor) -> None:
    await visitor.begins()
    await visitor.presses("Man")
    await visitor.presses("Ar man tinka?")

    word = re.search(r'„<a class="term" id="(.+?)" href="#(.+?)"><span>dalyvumo lygis</span></a>“', visitor.page)
    assert word
    (explanation,) = re.findall(rf'id="{word[2]}">(.*?)</a>', visitor.page, re.DOTALL)
    assert '<p data-say="">Dalyvumo lygis yra skaičius.</p>' in explanation
    assert "/pictures/level.svg" in explanation
    assert f'href="#{word[1]}">Uždaryti' in explanation
