"""What is too long, too deep, sent by another method or from another folder is refused, quickly and kindly."""

import time
from http import HTTPStatus
from urllib.parse import quote

import httpx
import pytest

from assistant.understanding.normalize import LONGEST_INPUT, cleaned, folded
from tests.abuse.test_person_pages import a_person
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import ADDRESS, Town, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")

MEGABYTE = 1_000_000
BODIES = {
    "a megabyte of text": b'{"type":"text","text":"' + b"a" * MEGABYTE + b'"}',
    "deep": b'{"type":"text","text":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep objects": b'{"a":' * 40_000 + b"1" + b"}" * 40_000,
    "deep and not closed": b"[" * 200_000,
    "many names": b'{"type":"text",' + b",".join(b'"n%d":1' % one for one in range(20_000)) + b"}",
    "one name many times": b'{"type":"text",' + b'"text":"a",' * 10_000 + b'"text":""}',
    "digits without end": b'{"type":"text","text":' + b"9" * 100_000 + b"}",
    "no number": b'{"type":"text","text":NaN}',
    "half of a sign": b'{"type":"text","text":"\\ud83d"}',
    "no UTF-8": b'{"type":"text","text":"\xff\xfe"}',
    "UTF-16": '{"type":"text","text":"labas"}'.encode("utf-16"),
    "nothing": b"",
    "too long words": b'{"type":"text","text":"' + b"a" * 4001 + b'"}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/json; charset=utf-7"])
async def test_a_body_that_is_none_is_refused(place: Town, body: bytes, kind: str) -> None:
    async with a_person(place) as program:
        opened = (await program.post("/api/v1/conversations", json={})).json()
        path, held = f"/api/v1/conversations/{opened['conversation']}", {"Authorization": f"Bearer {opened['token']}"}
        before = (await program.get(path, headers=held)).json()
        answer = await program.post(f"{path}/events", content=body, headers=held | {"content-type": kind})
        after = (await program.get(path, headers=held)).json()

    if answer.status_code != HTTPStatus.OK:
        assert HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        assert answer.headers["content-type"] == "application/problem+json"
        assert after == before
        assert len(answer.content) < 5_000, "what is refused is not said again"


@pytest.mark.parametrize("path", ["/pokalbis", "/inbox/sign-in", "/inbox/sign-in/link", "/nustatymai"])
async def test_a_form_of_a_megabyte_is_refused(place: Town, path: str) -> None:
    async with a_person(place) as browser:
        answer = await browser.post(path, data={"text": "a" * MEGABYTE})

    assert answer.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


@pytest.mark.parametrize("fields", [2_000, 60_000])
async def test_a_form_of_very_many_fields_breaks_nothing(place: Town, fields: int) -> None:
    async with a_person(place) as browser:
        answer = await browser.post(
            "/pokalbis",
            content="&".join(["a="] * fields),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


@pytest.mark.parametrize("body", ["--x\r\n" * 3000, '--x\r\nContent-Disposition: form-data; name="' + "a" * 9000, ""])
async def test_a_form_in_broken_parts_breaks_nothing(place: Town, body: str) -> None:
    async with a_person(place) as browser:
        answer = await browser.post(
            "/pokalbis", content=body, headers={"content-type": "multipart/form-data; boundary=x"}
        )

    assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR


LONG = ("a" * MEGABYTE, "ą" * MEGABYTE, "\u200b" * MEGABYTE, "ﷺ" * MEGABYTE, "a\u0301" * 500_000, "1 " * 500_000)


@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text[:2]))
async def test_a_megabyte_of_any_signs_is_cut_before_it_costs(text: str) -> None:
    began = time.process_time()

    assert len(cleaned(text)) <= LONGEST_INPUT
    assert len(folded(text)) <= 4 * LONGEST_INPUT

    assert time.process_time() - began < 5


METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "GARSAS")
OVERRIDES = ({"x-http-method-override": "POST"}, {"x-http-method": "DELETE"}, {"x-method-override": "PUT"})


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "path", ["/", "/pokalbis", "/api/v1/conversations", "/inbox", "/inbox/{number}", "/static/chat.css"]
)
async def test_another_method_does_nothing(place: Town, method: str, path: str) -> None:
    held = await place.held(Visitor.ADMIN)
    number = await place.standing()
    before = await place.referral(number)

    async with a_browser(place.app, held.session) as browser:
        answer = await browser.request(method, path.replace("{number}", number))

    assert answer.status_code in {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_FOUND}
    assert await place.referral(number) == before


@pytest.mark.parametrize("headers", OVERRIDES, ids=str)
async def test_a_look_is_never_taken_for_a_change(place: Town, headers: dict[str, str]) -> None:
    held = await place.held(Visitor.ADMIN)
    number = await place.standing()
    before = await place.referral(number)

    async with a_browser(place.app, held.session) as browser:
        for step in ("take", "erase", "close"):
            form = {"form_token": held.proof, "version": str(before.version), "_method": "POST"}
            answer = await browser.get(f"/inbox/{number}/{step}", params=form, headers=headers)
            assert answer.status_code in {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_FOUND}

    assert await place.referral(number) == before


UPWARDS = (
    "../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "%252e%252e%252fetc%252fpasswd",
    "..\\..\\etc\\passwd",
    "....//....//etc/passwd",
    "/etc/passwd",
    "//etc/passwd",
    "..%00/etc/passwd",
    "chat.css%00.png",
    "../app.py",
    "%2e%2e%2fapp.py",
    "..;/app.py",
    "fonts/../../app.py",
    ".",
    "",
)


@pytest.mark.parametrize("name", UPWARDS)
@pytest.mark.parametrize("folder", ["/static/", "/pictures/", "/garsas/", "/kvito-zodis/", "/pokalbis/dokumentas/"])
async def test_no_address_leads_out_of_its_folder(place: Town, folder: str, name: str) -> None:
    transport = httpx.ASGITransport(place.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as browser:
        url = httpx.URL(ADDRESS, raw_path=f"{folder}{name}".encode())
        answer = await browser.send(browser.build_request("GET", url))
        twice = await browser.get(folder + quote(name, safe=""))

    for one in (answer, twice):
        if one.status_code == HTTPStatus.TEMPORARY_REDIRECT:
            assert one.headers["location"] in {folder, folder.rstrip("/")}
        else:
            assert one.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY}
        assert "root:" not in one.text
        assert "import " not in one.text


@pytest.mark.parametrize(
    "name",
    ["cookie", "user-agent", "accept-language", "authorization", "idempotency-key", "range", "referer", "accept"],
)
@pytest.mark.parametrize(
    "value", ["a" * 60_000, ";" * 5_000, "=" * 5_000, "\xff\xfe", "bytes=-1,-1," * 500, "'\";--", "en;q=x," * 2000]
)
async def test_an_odd_header_breaks_nothing(place: Town, name: str, value: str) -> None:
    async with a_person(place) as browser:
        for path in (
            "/",
            "/pokalbis",
            "/inbox/sign-in",
            "/static/chat.css",
            "/api/v1/conversations/x",
            "/garsas/" + "5" * 32 + ".mp3",
        ):
            answer = await browser.get(path, headers=[(name.encode(), value.encode("latin-1"))])
            assert (
                answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
                or answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
            ), path
