"""Whatever stands in a field of a form or of an address, the inbox answers; it never breaks."""

import os
import zlib
from collections.abc import Iterator

import pytest

from tests.abuse.evil import ALL, ODD
from tests.api.inbox.errand import Errand, Route
from tests.api.inbox.rights import a_browser
from tests.api.inbox.rights_table import RIGHTS
from tests.api.inbox.town import Town, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")

COUNTS = ("version", "seen")
"""Fields that every form about a request carries beside its own."""

IS_WHOLE = bool(os.environ.get(ALL))


def fields() -> Iterator[tuple[Route, str]]:
    """Every field of every form of the inbox."""
    for route, right in sorted(RIGHTS.items()):
        if route[0] == "POST":
            yield from ((route, field) for field in dict.fromkeys((*right.form, *COUNTS)))


@pytest.mark.parametrize(
    ("route", "field"), list(fields()), ids=lambda value: value if isinstance(value, str) else value[1]
)
async def test_no_value_of_a_field_breaks_a_form(place: Town, route: Route, field: str) -> None:
    right = RIGHTS[route]
    broken = {}
    held = await place.held(Visitor.ADMIN)
    number = await place.standing() if "{number}" in route[1] else ""
    errand = Errand(place, Visitor.ADMIN, held, number)
    names = await errand.names(route, right)
    for name, value in _chosen(route, field):
        if await place.assistant.staff_desk.who(held.session) is None:
            place.lost(Visitor.ADMIN)
            held = await place.held(Visitor.ADMIN)
        form = {key: text.format_map(names) for key, text in right.form.items()}
        form |= {"form_token": held.proof, "version": "0", "seen": "0"}
        if "{number}" in route[1]:
            known = await place.referral(number)
            form |= {"version": str(known.version), "seen": str(len(known.thread))}
        async with a_browser(place.app, held.session) as browser:
            data = {**form, field: value}.items()
            body = "&".join(f"{key}={_quoted(text)}" for key, text in data)
            answer = await browser.post(
                route[1].format_map(names),
                content=body,
                headers={"content-type": "application/x-www-form-urlencoded"},
            )
        if answer.status_code >= 500:
            broken[name] = answer.status_code
    assert broken == {}


def _chosen(route: Route, field: str) -> list[tuple[str, str]]:
    """All values where everything is tried; else some, others for each field, so that all come up somewhere."""
    values = list(ODD.items())
    start = zlib.crc32(f"{route}{field}".encode()) % len(values)
    turned = values[start:] + values[:start]
    return turned if IS_WHOLE else turned[:3]


def _quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))
