"""How somebody likes to read is kept in their browser alone, and every page and a running talk follow it."""

import re

import httpx
import pytest

from api.chat.looks import LOOKS_COOKIE, SETTINGS, USUAL, looks_from
from api.templating import STATIC
from tests.api.fake_host import FakeHost
from tests.api.test_pages import Visitor

CHOSEN = {"size": "largest", "colours": "strong", "level": "simpler"}


@pytest.fixture
def visitor(client: httpx.AsyncClient) -> Visitor:
    return Visitor(client)


async def test_what_was_chosen_shows_on_every_page_and_is_kept_for_a_year(visitor: Visitor, host: FakeHost) -> None:
    await visitor.opens("/nustatymai")

    response = await visitor.sends("/nustatymai", **CHOSEN)

    assert "Programa tai įrašė." in visitor.page
    cookie = response.history[0].headers["set-cookie"]
    assert cookie.startswith(f"{LOOKS_COOKIE}=size-largest.colours-strong.level-simpler;")
    assert "Max-Age=31536000" in cookie
    assert "HttpOnly" in cookie
    for address in ("/", "/apie", "/nera", "/nustatymai"):
        await visitor.opens(address)
        assert '<html lang="lt" data-size="largest" data-colours="strong">' in visitor.page
    assert re.findall(r'value="(\w+)" checked', visitor.page) == list(CHOSEN.values())
    assert host.converse.tokens == {}


async def test_a_talk_begins_at_the_level_that_was_chosen(visitor: Visitor, host: FakeHost) -> None:
    await visitor.opens("/nustatymai")
    await visitor.sends("/nustatymai", **CHOSEN)

    await visitor.begins()

    assert host.converse.levels == [True]


async def test_a_talk_that_has_begun_goes_on_at_the_level_that_is_chosen(visitor: Visitor, host: FakeHost) -> None:
    await visitor.begins()
    await visitor.opens("/nustatymai")

    await visitor.sends("/nustatymai", **CHOSEN)
    await visitor.sends("/nustatymai", **CHOSEN | {"level": "usual"})

    assert host.converse.levels == [False, True, False]
    await visitor.opens("/pokalbis")
    assert "Dirbtuvėse žmonės dirba ir mokosi." in visitor.page


@pytest.mark.parametrize(
    "kept",
    ["", "rubbish", "size-huge.colours-<b>", "size", "size-largest-2", "x" * 3000, "....", "level-simpler\x7f"],
)
async def test_a_cookie_that_is_spoilt_is_as_usual(visitor: Visitor, kept: str) -> None:
    response = await visitor.client.get("/", headers={"cookie": f"{LOOKS_COOKIE}={kept}"})

    assert response.status_code == 200
    assert '<html lang="lt">' in response.text


async def test_a_form_of_somebody_else_sets_nothing(visitor: Visitor) -> None:
    await visitor.opens("/nustatymai")

    response = await visitor.client.post("/nustatymai", data=CHOSEN | {"secret": "guessed"})

    assert response.status_code == 403
    assert LOOKS_COOKIE not in visitor.client.cookies


def test_what_cannot_be_chosen_is_passed_over() -> None:
    chosen = looks_from({"size": "larger", "colours": "pink", "who": "me", "level": object()})

    assert chosen.chosen == {"size": "larger"}
    assert [USUAL.of(setting) for setting in SETTINGS] == ["usual", "usual", "usual"]


@pytest.mark.parametrize(
    ("chosen", "of_device"), [("light", ":root {"), ("dark", "@media (prefers-color-scheme: dark) {")]
)
def test_colours_that_somebody_chose_are_those_that_the_device_would_have(chosen: str, of_device: str) -> None:
    # Old phones know no light-dark(), so the same colours stand in two files; here they are held together.
    theirs = (STATIC / "chat" / "colours.css").read_text(encoding="utf-8").split(f'[data-colours="{chosen}"]')[1]
    ours = (STATIC / "look.css").read_text(encoding="utf-8").split(of_device)[1]

    assert colours_in(theirs) == colours_in(ours)


def colours_in(text: str) -> dict[str, str]:
    """The first block of colours by their names."""
    return dict(re.findall(r"(--[\w-]+): ([^;]+);", text[: text.index("}")]))
