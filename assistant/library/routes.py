"""Loads which municipalities are switched on, and who there gets word of a new referral."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, StringConstraints

from assistant.errors import ContentError
from assistant.library.content_files import Location, read_yaml_with_lines
from assistant.library.municipalities import Email, Text
from assistant.referrals.routing import Municipality, Recipient, Route, Way

Fault = tuple[Location, str]
"""Where in the file, and what is wrong and what to do."""


def load_routes(path: Path, municipalities: Mapping[str, Municipality]) -> Mapping[str, Route]:
    """The switched-on municipalities by id.

    Raises ContentError, one line `path:line: what is wrong. What to do.` for each fault.
    """
    file, lines = read_yaml_with_lines(path, _RoutesFile)
    faults = [f"{path}:{lines.at(location)}: {words}" for location, words in _faults(file, municipalities)]
    if faults:
        raise ContentError("\n".join(faults))
    return MappingProxyType({entry.municipality: entry.route() for entry in file.root})


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _InboxEntry(_Entry):
    way: Literal["inbox"]

    def recipient(self) -> Recipient:
        return Recipient(Way(self.way))


class _LetterEntry(_Entry):
    way: Literal["letter", "document"]
    to: Email

    def recipient(self) -> Recipient:
        return Recipient(Way(self.way), self.to)


LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def _webhook_address(text: str) -> str:
    """Raises ValueError for an address over which others could read along, or in which a secret stands."""
    parts = urlsplit(text)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    if not parts.hostname or not is_safe:
        message = "a webhook's address begins with https://"
        raise ValueError(message)
    if "@" in parts.netloc or parts.fragment:
        message = "a webhook's address holds no password and no #"
        raise ValueError(message)
    return text


class _WebhookEntry(_Entry):
    way: Literal["webhook"]
    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    to: Annotated[str, AfterValidator(_webhook_address)]

    def recipient(self) -> Recipient:
        return Recipient(Way(self.way), self.to, self.name)


_RecipientEntry = Annotated[_InboxEntry | _LetterEntry | _WebhookEntry, Field(discriminator="way")]


class _RouteEntry(_Entry):
    municipality: Text
    recipients: Annotated[tuple[_RecipientEntry, ...], Field(min_length=1)]
    promise_days: Annotated[int, Field(ge=1, le=60)] | None = None
    switched_on: date | None = None

    def route(self) -> Route:
        recipients = tuple(entry.recipient() for entry in self.recipients)
        return Route(self.municipality, recipients, self.promise_days, self.switched_on)


class _RoutesFile(RootModel[tuple[_RouteEntry, ...]]):
    pass


def _faults(file: _RoutesFile, municipalities: Mapping[str, Municipality]) -> Iterator[Fault]:
    seen: set[str] = set()
    names: set[str] = set()
    for index, entry in enumerate(file.root):
        place = (index, "municipality")
        if entry.municipality not in municipalities:
            yield place, f'there is no municipality "{entry.municipality}". Take its id from municipalities.yaml.'
        if entry.municipality in seen:
            yield place, f'"{entry.municipality}" is switched on twice. Keep one of the two.'
        seen.add(entry.municipality)
        for position, recipient in enumerate(entry.recipients):
            if isinstance(recipient, _WebhookEntry):
                if recipient.name in names:
                    yield (
                        (index, "recipients", position, "name"),
                        f'"{recipient.name}" names two webhooks. Give each a name of its own.',
                    )
                names.add(recipient.name)
        for location, words in _recipient_faults(entry.recipients):
            yield (index, "recipients", *location), words


def _recipient_faults(recipients: Sequence[_RecipientEntry]) -> Iterator[Fault]:
    for index, entry in enumerate(recipients):
        if entry in recipients[:index]:
            yield (index,), "this recipient stands twice. Keep one of the two."
        elif entry.way == "inbox" and len(recipients) > 1:
            yield (index,), "every request is in the inbox anyway. Take this recipient out, or all others."
