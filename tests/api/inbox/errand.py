"""What a call of a route needs to be one that could be served: accounts, requests, codes and versions made for it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from string import Formatter
from typing import Any

import pyotp

from api.inbox.settings.forms import key_of
from assistant.referrals.office import Notice, PromiseLength, Span
from assistant.referrals.routing import Recipient, Way
from assistant.referrals.thread import Ending
from assistant.usecases.access import Role
from assistant.usecases.ports import StaffMember
from tests.api.inbox.rights_table import Right
from tests.api.inbox.town import AWAY, HOME, Held, Town, Visitor, a_passkey

Route = tuple[str, str]
Makers = Mapping[str, Callable[[], Awaitable[str]]]

TO_ALL = "/restore"
"""How the address ends of what is done to a ready reply that every municipality has."""

NONE = "none"
"""Stands where this visitor has no such thing."""


class Errand:
    """Makes what a form, a query and an address name in braces, and nothing else."""

    def __init__(self, town: Town, visitor: Visitor, held: Held, number: str) -> None:
        self._town = town
        self._assistant = town.assistant
        self._visitor = visitor
        self._held = held
        self._number = number
        self._is_switching = False
        self._makers: Makers = {
            "wish": town.wish,
            "token": self._token,
            "state": self._state,
            "passkey_alone": self._passkey_alone,
            "passkey_second": self._passkey_second,
            "passkey_new": self._passkey_new,
            "recovery": self._recovery,
            "factor": self._factor,
            "session": self._session,
            "colleague": self._colleague,
            "staff_id": self._staff_id,
            "other": self._other,
            "office": self._office,
            "recipient": self._recipient,
        }

    async def names(self, route: Route, right: Right) -> dict[str, str]:
        """All that is named, by name."""
        _, path = route
        self._is_switching = path.endswith("/settings/sending")
        named = {name for text in (path, *right.form.values(), *right.query.values()) for name in _named_in(text)}
        found = {name: await make() for name, make in self._makers.items() if name in named}
        topic = next(topic for topic, service in self._assistant.library.topics if not service)
        found |= {"number": self._number, "topic": topic, "unique": self._town.unique()}
        found |= {"today": self._town.clock.today().isoformat(), "other_version": "0"}
        if "other" in named:
            found["other_version"] = str(await self._town.version_of(found["other"]))
        if {"name", "built_in"} & named:
            found |= await self._ready(path)
        if "sealed" in named:
            found |= self._app()
        if path.endswith("/reopen") and self._number != await self._town.standing():
            # What is open cannot be opened again.
            version = await self._town.version_of(self._number)
            lead = await self._lead()
            await self._assistant.casework.close(lead, self._number, version, Ending.ADVICE)
        if path.endswith("/erase") and self._number != await self._town.standing():
            # Staff erase only what the person wished to be erased.
            async with self._assistant.units() as work:
                known = await work.referrals.by_number(self._number)
                if known is not None:
                    await work.referrals.store(known.erasure_wished(self._town.clock.now()))
                await work.commit()
        return found

    @property
    def _where(self) -> str:
        return AWAY if self._visitor is Visitor.STRANGER else HOME

    async def _lead(self) -> StaffMember:
        """Somebody who leads where the requests are."""
        member, _ = await self._town.link(HOME, Role.LEAD)
        return member

    async def _token(self) -> str:
        _, token = await self._town.link(HOME, Role.STAFF)
        return token

    async def _state(self) -> str:
        member, _ = await self._town.link(HOME, Role.STAFF)
        self._town.service.email = member.email
        _, self._town.service.kept = await self._assistant.single_sign_on.begin()
        return self._town.service.left[-1]

    async def _passkey_alone(self) -> str:
        owner = (await self._town.comes(Visitor.HALF)).passkey
        assert owner is not None
        return owner.shows(await self._assistant.second_factors.passkey_request())

    async def _passkey_second(self) -> str:
        if self._held.passkey is None:
            return NONE
        return self._held.passkey.shows(await self._assistant.second_factors.passkey_request(self._held.session))

    async def _passkey_new(self) -> str:
        if await self._assistant.second_factors.may_set_up(self._held.session) is None:
            return NONE
        return a_passkey().makes(await self._assistant.second_factors.passkey_offer(self._held.session))

    def _app(self) -> dict[str, str]:
        if self._held.member is None:
            return {"sealed": NONE, "app_code": NONE}
        offer = self._assistant.second_factors.app_offer(self._held.member)
        return {"sealed": offer.sealed, "app_code": pyotp.TOTP(offer.secret).at(self._town.clock.now())}

    async def _recovery(self) -> str:
        return self._held.codes[0] if self._held.codes else NONE

    async def _factor(self) -> str:
        if self._held.member is None:
            return NONE
        factors, _ = await self._assistant.second_factors.of_member(self._held.member)
        return factors[0].id if factors else NONE

    async def _session(self) -> str:
        member = self._held.member
        if member is None:
            return NONE
        _, token = await self._assistant.staff_desk.add(member.email, member.municipality, member.role)
        return await self._assistant.staff_desk.session_id(await self._assistant.staff_desk.sign_in(token)) or NONE

    async def _colleague(self) -> str:
        member, _ = await self._town.link(self._where, Role.STAFF, "colleague")
        return member.email

    async def _staff_id(self) -> str:
        member, _ = await self._town.link(self._where, Role.STAFF, f"new-{self._town.unique()}")
        return member.id

    async def _other(self) -> str:
        return await self._town.request_in(HOME)

    async def _office(self) -> str:
        if self._held.member is None:
            return "0"
        # As it may stand before any of the forms, so that each of them changes something.
        today = self._town.clock.today()
        before: dict[str, Any] = {
            "promise": PromiseLength(9),
            "kept_days": 45,
            "recipients": (Recipient(Way.LETTER, "before@office.example"),),
            "notice": Notice(f"Sena žinia {self._town.unique()}", Span(today, today)),
            "absences": (),
            "is_sending": not self._is_switching,
        }
        desk = self._assistant.office_desk
        now = (await desk.now(self._held.member)).office
        changed = await desk.change(self._held.member, now.version, lambda office: replace(office, **before))
        return str(changed.version)

    async def _recipient(self) -> str:
        lead = await self._lead()
        chosen = Recipient(Way.LETTER, f"{self._town.unique()}@office.example")
        await self._town.sends_word_to(lead, chosen)
        return key_of(chosen)

    async def _ready(self, path: str) -> dict[str, str]:
        lead, desk = await self._lead(), self._assistant.ready_desk
        built_in = (await desk.all(lead))[0].id
        name = built_in if path.endswith(TO_ALL) else await desk.add(lead, "Labas", "Labas.")
        whose = self._held.member if path.endswith(TO_ALL) and self._held.member else lead
        return {"built_in": built_in, "name": name, "ready_version": str((await desk.one(whose, name)).version)}


def _named_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
