"""Accounts of staff: made with a link to sign in with, freed of lost second factors, taken away."""

import re

from assistant.bootstrap import assembled
from assistant.errors import SettingsError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.access import Role

EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


async def sign_in_link(settings: Settings, email: str, municipality: str, role: Role) -> str:
    """A one-time link. Raises SettingsError where the municipality is not one of the 60."""
    if not EMAIL.fullmatch(email):
        raise SettingsError(f'"{email}" is not an e-mail address. Write it like ona@kretinga.lt.')
    async with assembled(settings) as assistant:
        known = municipality_named(assistant.library, municipality)
        _, token = await assistant.staff_desk.add(email, known, role)
    return link_of(settings, token)


async def reset_factors(settings: Settings, email: str) -> None:
    """Take all second factors of an account away and end its sessions. Raises NoAccountError."""
    async with assembled(settings) as assistant:
        await assistant.staff_desk.reset_factors(email)


async def sign_out(settings: Settings, email: str) -> int:
    """End all sessions of an account, or of all accounts where no address is given; gives how many accounts."""
    async with assembled(settings) as assistant:
        desk = assistant.staff_desk
        emails = (email,) if email else await desk.emails(assistant.library.municipalities)
        await desk.end_all(emails)
    return len(emails)


async def remove_account(settings: Settings, email: str) -> None:
    """Take an account away. Raises NoAccountError."""
    async with assembled(settings) as assistant:
        await assistant.staff_desk.remove(email)


def municipality_named(library: Library, name: str) -> str:
    """The id of a municipality told by id, code (LT-22) or name. Raises SettingsError."""
    for municipality in library.municipalities.values():
        if name.casefold() in {municipality.id, municipality.iso.casefold(), municipality.name.casefold()}:
            return municipality.id
    found = library.gazetteer.find(name)
    if len(found) == 1:
        return found[0]
    near = ", ".join(found) or "see content/municipalities.yaml"
    raise SettingsError(f'"{name}" is not one municipality. Give its id, such as kretingos-rajono ({near}).')


def link_of(settings: Settings, token: str) -> str:
    """Where the link leads."""
    return f"{settings.address}/inbox/sign-in?token={token}"
