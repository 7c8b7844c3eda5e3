"""The JSON interface keeps its contract."""

import json
from typing import Any

import httpx
import pytest

from api.chat.schemas import LONGEST_TEXT
from assistant.conversation.events import ChoicePressed, TextReceived
from assistant.errors import ConversationChangedError, DatabaseAwayError
from tests.api.fake_host import FakeHost

CONVERSATIONS = "/api/v1/conversations"


class Talk:
    """A chat client."""

    def __init__(self, client: httpx.AsyncClient, opened: dict[str, Any]) -> None:
        self._client = client
        self.address = f"{CONVERSATIONS}/{opened['conversation']}"
        self.headers = {"Authorization": f"Bearer {opened['token']}"}

    async def tells(self, event: object, **headers: str) -> httpx.Response:
        return await self._client.post(f"{self.address}/events", json=event, headers=self.headers | headers)

    async def looks(self) -> httpx.Response:
        return await self._client.get(self.address, headers=self.headers)


@pytest.fixture
async def talk(client: httpx.AsyncClient) -> Talk:
    return Talk(client, (await client.post(CONVERSATIONS, json={})).json())


def problem_of(response: httpx.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["type"] == "about:blank"
    return problem


async def test_a_new_conversation_comes_with_id_token_and_first_messages(client: httpx.AsyncClient) -> None:
    response = await client.post(CONVERSATIONS, json={})

    assert response.status_code == 201
    assert set(response.json()) == {"conversation", "token", "messages"}
    (message,) = response.json()["messages"]
    assert set(message) == {
        "id",
        "kind",
        "sentences",
        "picture",
        "choices",
        "progress",
        "referral",
        "document",
        "marks",
        "terms",
        "asked",
    }
    assert message["kind"] == "greeting"
    assert message["sentences"][0] == {"text": "Sveiki!", "audio": "/garsas/" + "5" * 32 + ".mp3"}
    assert message["sentences"][1]["audio"] is None
    assert message["picture"] == {"url": "/pictures/hello.svg", "alt": "sveikinimas"}
    assert message["progress"] is None
    assert message["referral"] is None
    assert [choice["role"] for choice in message["choices"]] == ["content"] * 2 + ["helper"] * 5
    assert {"id", "label"} <= set(message["choices"][0])


async def test_a_conversation_may_begin_without_any_body(client: httpx.AsyncClient) -> None:
    assert (await client.post(CONVERSATIONS)).status_code == 201


async def test_what_a_deep_link_carried_reaches_the_conversation(client: httpx.AsyncClient, host: FakeHost) -> None:
    await client.post(CONVERSATIONS, json={"payload": "social-workshops"})

    assert host.converse.payloads == ["social-workshops"]


async def test_a_pressed_button_is_answered(talk: Talk, host: FakeHost) -> None:
    response = await talk.tells({"type": "choice", "choice": "check"})

    assert response.status_code == 200
    assert response.json()["messages"][0]["progress"] == {"step": 2, "of": 6}
    assert host.converse.events == [ChoicePressed("check")]


async def test_words_are_answered(talk: Talk, host: FakeHost) -> None:
    response = await talk.tells({"type": "text", "text": "o kiek kainuoja?"})

    assert response.status_code == 200
    assert host.converse.events == [TextReceived("o kiek kainuoja?")]


async def test_a_message_about_a_request_carries_its_number_and_status(talk: Talk) -> None:
    response = await talk.tells({"type": "choice", "choice": "request"})

    assert response.json()["messages"][0]["referral"] == {"number": "47128035", "status": "new"}


async def test_a_message_carries_its_hard_words_with_what_they_mean(talk: Talk) -> None:
    response = await talk.tells({"type": "choice", "choice": "check"})

    message = response.json()["messages"][0]
    (term,) = message["terms"]
    assert message["sentences"][term["sentence"]]["text"][term["start"] : term["end"]] == term["word"]
    assert term["word"] == "dalyvumo lygis"
    assert term["explanation"] == [
        "Dalyvumo lygis yra skaičius.",
        "Jis parodo, kiek žmogus gali dalyvauti gyvenime.",
    ]
    assert term["picture"] == {"url": "/pictures/level.svg", "alt": "dalyvumo lygis"}


async def test_the_same_key_twice_is_one_event_with_one_answer(talk: Talk, host: FakeHost) -> None:
    first = await talk.tells({"type": "choice", "choice": "request"}, **{"Idempotency-Key": "a"})
    again = await talk.tells({"type": "choice", "choice": "request"}, **{"Idempotency-Key": "a"})

    assert first.json() == again.json()
    assert len(host.converse.events) == 1


async def test_one_can_look_up_where_the_conversation_stands(talk: Talk) -> None:
    await talk.tells({"type": "text", "text": "labas"})

    shown = (await talk.looks()).json()

    assert [line["by"] for line in shown["lines"]] == ["assistant", "person", "assistant"]
    assert shown["lines"][1]["text"] == "labas"
    assert [message["id"] for message in shown["messages"]] == [shown["lines"][-1]["id"]]
    assert shown["messages"][0]["choices"]


async def test_without_a_token_nothing_is_told(client: httpx.AsyncClient, talk: Talk) -> None:
    response = await client.get(talk.address)

    assert "Bearer" in problem_of(response, 401)["detail"]
    assert response.headers["www-authenticate"] == "Bearer"


async def test_a_wrong_token_and_an_unknown_conversation_are_not_told_apart(
    client: httpx.AsyncClient, talk: Talk
) -> None:
    wrong = await client.get(talk.address, headers={"Authorization": "Bearer wrong"})
    unknown = await client.get(f"{CONVERSATIONS}/unknown", headers=talk.headers)

    assert problem_of(wrong, 401) == problem_of(unknown, 401)


async def test_the_token_of_one_conversation_does_not_open_another(client: httpx.AsyncClient, talk: Talk) -> None:
    other = (await client.post(CONVERSATIONS)).json()["conversation"]

    response = await client.post(
        f"{CONVERSATIONS}/{other}/events", json={"type": "text", "text": "labas"}, headers=talk.headers
    )

    problem_of(response, 401)


@pytest.mark.parametrize(
    "event",
    [
        {"type": "text"},
        {"type": "text", "text": ""},
        {"type": "text", "text": 7},
        {"type": "text", "text": "a" * (LONGEST_TEXT + 1)},
        {"type": "choice", "choice": "a" * 201},
        {"type": "choice", "choice": "a", "more": 1},
        {"type": "voice"},
        {},
        [],
    ],
)
async def test_an_event_that_is_not_one_is_refused_without_repeating_it(talk: Talk, event: object) -> None:
    problem = problem_of(await talk.tells(event), 422)

    assert problem["errors"]
    assert all(set(fault) == {"pointer", "detail"} for fault in problem["errors"])
    assert "aaaa" not in json.dumps(problem)


async def test_the_longest_text_is_still_taken(talk: Talk) -> None:
    assert (await talk.tells({"type": "text", "text": "ž" * LONGEST_TEXT})).status_code == 200


async def test_a_key_over_its_length_is_refused(talk: Talk) -> None:
    problem_of(await talk.tells({"type": "text", "text": "a"}, **{"Idempotency-Key": "k" * 201}), 422)


async def test_a_body_that_is_not_json_is_refused(client: httpx.AsyncClient, talk: Talk) -> None:
    response = await client.post(
        f"{talk.address}/events", content=b"{", headers=talk.headers | {"content-type": "application/json"}
    )

    problem_of(response, 400)


async def test_a_huge_body_is_refused(client: httpx.AsyncClient) -> None:
    problem_of(await client.post(CONVERSATIONS, content=b" " * 300_000), 413)


async def test_a_huge_body_that_hides_its_length_is_refused(client: httpx.AsyncClient) -> None:
    async def pieces() -> Any:
        for _ in range(300):
            yield b" " * 1024

    problem_of(await client.post(CONVERSATIONS, content=pieces()), 413)


async def test_an_unknown_address_and_a_wrong_method_are_problems(client: httpx.AsyncClient) -> None:
    problem_of(await client.get("/api/v2/nothing"), 404)
    problem_of(await client.delete(CONVERSATIONS), 405)


async def test_what_breaks_is_a_problem_that_tells_nothing(talk: Talk, host: FakeHost) -> None:
    host.converse.breaks = RuntimeError("a secret of the house")

    response = await talk.tells({"type": "text", "text": "labas"})

    problem_of(response, 500)
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("passing", [ConversationChangedError("talk1"), DatabaseAwayError("DiskFullError")])
async def test_what_passes_is_asked_to_be_tried_again(talk: Talk, host: FakeHost, passing: Exception) -> None:
    host.converse.breaks = passing

    response = await talk.tells({"type": "text", "text": "labas"})

    problem_of(response, 503)
    assert response.headers["retry-after"] == "1"


async def test_the_openapi_document_declares_what_really_happens(client: httpx.AsyncClient) -> None:
    document = (await client.get("/api/openapi.json")).json()

    tell = document["paths"][f"{CONVERSATIONS}/{{conversation_id}}/events"]["post"]
    assert set(tell["responses"]) == {"200", "400", "401", "404", "413", "422", "503"}
    assert set(tell["responses"]["422"]["content"]) == {"application/problem+json"}
    assert tell["security"] == [{"HTTPBearer": []}]
    assert "201" in document["paths"][CONVERSATIONS]["post"]["responses"]
    assert not [path for path in document["paths"] if path.startswith(("/inbox", "/pokalbis"))]
    unresolved = [
        name for name in _references(document) if name.rpartition("/")[2] not in document["components"]["schemas"]
    ]
    assert unresolved == []


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        here = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return here + [name for value in part.values() for name in _references(value)]
    if isinstance(part, list):
        return [name for value in part for name in _references(value)]
    return []
