"""What other programs show of a page that somebody shares: its own title and words, and a picture that is there."""

import re
from html import unescape
from io import BytesIO

import httpx
import pytest
from PIL import Image

LARGEST_PICTURE = 300_000
"""Bytes; some programs show no picture above that."""

PAGES = ("/", "/apie", "/temos", "/temos/atvejo-vadyba/kaip-tai-padeda", "/privatumas", "/prieinamumas")


def told(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page)
    assert len(found) == len(dict(found)), "something is told twice"
    return {name: unescape(content) for name, content in found}


@pytest.mark.parametrize("path", PAGES)
async def test_a_shared_page_has_a_title_a_description_and_a_picture(client: httpx.AsyncClient, path: str) -> None:
    page = (await client.get(path)).text

    said = told(page)

    assert said["og:title"] == unescape(page.split("<title>")[1].split("</title>")[0])
    assert 20 < len(said["description"]) <= 160
    assert said["description"] == said["og:description"]
    assert said["og:url"] == f"http://testserver{path}"
    assert f'<link rel="canonical" href="{said["og:url"]}">' in page
    assert said["og:image"].startswith("http://testserver/static/share.png?v=")
    assert said["og:image:alt"].startswith("Aiškiai. ")


async def test_the_picture_is_as_large_as_it_is_said_to_be(client: httpx.AsyncClient) -> None:
    said = told((await client.get("/")).text)

    answer = await client.get(said["og:image"])

    assert answer.headers["content-type"] == said["og:image:type"]
    assert len(answer.content) < LARGEST_PICTURE
    size = Image.open(BytesIO(answer.content)).size
    assert size == (int(said["og:image:width"]), int(said["og:image:height"]))


@pytest.mark.parametrize("path", ["/valdiklis", "/nustatymai", "/nera"])
async def test_what_is_nobodys_to_share_tells_nothing(client: httpx.AsyncClient, path: str) -> None:
    assert "og:" not in (await client.get(path)).text
