"""An id of another municipality in any field of a form opens, changes and tells nothing."""

from collections.abc import Awaitable, Callable, Mapping

import pytest

from api.inbox.settings.forms import key_of
from assistant.referrals.routing import Recipient, Way
from assistant.usecases.access import Role
from tests.api.inbox.rights import a_browser
from tests.api.inbox.town import AWAY, HOME, NAME, Town, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="session")

Made = Callable[[Town], Awaitable[str]]


async def a_colleague(place: Town) -> str:
    member, _ = await place.link(AWAY, Role.STAFF, f"svetur-{place.unique()}")
    return member.id


REQUESTS: list[str] = []
"""That the other municipality got here."""


async def a_request(place: Town) -> str:
    REQUESTS.append(await place.request_in(AWAY))
    return REQUESTS[-1]


async def a_ready_reply(place: Town) -> str:
    held = await place.held(Visitor.STRANGER)
    assert held.member is not None
    return await place.assistant.ready_desk.add(held.member, f"Slapta {place.unique()}", "Slaptas atsakymas.")


async def a_session(place: Town) -> str:
    return await place.assistant.staff_desk.session_id((await place.held(Visitor.STRANGER)).session)


async def a_factor(place: Town) -> str:
    held = await place.comes(Visitor.STRANGER, f"svetur-{place.unique()}", has_factor=True)
    assert held.member is not None
    factors, _ = await place.assistant.second_factors.of_member(held.member)
    return factors[0].id


async def a_recipient(place: Town) -> str:
    return key_of(Recipient(Way.LETTER, f"svetur-{place.unique()}@office.example"))


FIELDS: Mapping[str, tuple[str, str, Made, Mapping[str, str]]] = {
    "a colleague to give it to": ("/inbox/{number}/give", "colleague", a_colleague, {}),
    "a request to make one of two": ("/inbox/{number}/merge", "other", a_request, {"other_version": "0"}),
    "a ready reply": ("/inbox/{number}/ready", "ready", a_ready_reply, {}),
    "a colleague who is away": (
        "/inbox/settings/days/away",
        "who",
        a_colleague,
        {"away-first": "2026-11-22", "version": "{office}"},
    ),
    "a recipient to try out": ("/inbox/settings/recipients/test", "recipient", a_recipient, {}),
    "a colleague to list requests of": ("GET /inbox", "who", a_colleague, {}),
    "a request to look for": ("GET /inbox", "q", a_request, {}),
    "a request to look for in the log": ("GET /inbox/audit", "number", a_request, {}),
}

PATHS: Mapping[str, tuple[str, Made]] = {
    "a colleague to remove": ("/inbox/settings/team/{}/remove", a_colleague),
    "a colleague's role": ("/inbox/settings/team/{}/role", a_colleague),
    "a session to end": ("/inbox/account/sessions/{}/end", a_session),
    "a second factor to remove": ("/inbox/account/factors/{}/remove", a_factor),
    "a ready reply to change": ("/inbox/ready/{}", a_ready_reply),
    "a ready reply to remove": ("/inbox/ready/{}/remove", a_ready_reply),
    "a ready reply to read": ("GET /inbox/ready/{}", a_ready_reply),
    "a request to read": ("GET /inbox/{}", a_request),
    "a request's document": ("GET /inbox/{}/document", a_request),
    "a request to erase": ("/inbox/{}/erase", a_request),
}


async def away(place: Town) -> object:
    """All that the other municipality has and somebody could change."""
    held = await place.held(Visitor.STRANGER)
    assert held.member is not None
    desk = place.assistant
    return (
        [await place.referral(number) for number in REQUESTS],
        await desk.team_desk.members(held.member),
        await desk.ready_desk.all(held.member),
        (await desk.office_desk.now(held.member)).office,
        [session.id for session in await desk.staff_desk.sessions(held.member)],
    )


async def asked(place: Town, path: str, form: Mapping[str, str]) -> str:
    """What an administrator of our municipality is answered."""
    held = await place.held(Visitor.ADMIN)
    assert held.member is not None
    number = await place.standing()
    known = await place.referral(number)
    office = str((await place.assistant.office_desk.now(held.member)).office.version)
    sent = {
        "form_token": held.proof,
        "version": str(known.version),
        "seen": str(len(known.thread)),
        "key": f"key-of-sixteen-chars-{place.unique()}",
        "role": "admin",
        "title": "Labas",
        "text": "Labas.",
    } | {name: value.replace("{office}", office) for name, value in form.items()}
    async with a_browser(place.app, held.session) as browser:
        if path.startswith("GET "):
            answer = await browser.get(path[4:], params=form or None)
        else:
            answer = await browser.post(path.replace("{number}", number), data=sent)
    assert answer.status_code < 500
    return answer.text


def tells(page: str) -> list[str]:
    return [words for words in (NAME[AWAY], "Slaptas atsakymas", "svetur-") if words in page]


@pytest.mark.parametrize(("path", "field", "made", "more"), FIELDS.values(), ids=FIELDS)
async def test_an_id_from_elsewhere_in_a_field_does_nothing(
    place: Town, path: str, field: str, made: Made, more: Mapping[str, str]
) -> None:
    name = await made(place)
    before = await away(place)

    page = await asked(place, path, {**more, field: name})

    assert await away(place) == before
    assert tells(page.replace(name, "")) == []
    assert (await place.referral(await place.standing())).request.municipality == HOME


@pytest.mark.parametrize(("path", "made"), PATHS.values(), ids=PATHS)
async def test_an_id_from_elsewhere_in_an_address_does_nothing(place: Town, path: str, made: Made) -> None:
    name = await made(place)
    before = await away(place)

    page = await asked(place, path.replace("{}", name), {})

    assert await away(place) == before
    assert tells(page) == []
