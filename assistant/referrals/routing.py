"""Which municipality handles a referral, what is known of its department, and whether it is switched on."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.referrals.hours import Hours


@dataclass(frozen=True)
class Contact:
    """How to reach a department; every field may be unknown and is then empty. `source` says who published it.

    `hours` are the words of the source; `opening` is what the department set itself, and people are told.
    """

    department: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    hours: str = ""
    source: str = ""
    dated: str = ""
    opening: Hours | None = None


@dataclass(frozen=True)
class Municipality:
    """One of the 60, with its name in the cases that sentences need.

    `id` is the name without "savivaldybė", folded and hyphenated: kretingos-rajono. `iso` is LT-01 to LT-60.
    `seat_elsewhere` is the town (in the locative) of the municipal building where that lies in another municipality.
    """

    id: str
    iso: str
    name: str
    genitive: str
    accusative: str
    locative: str
    towns: tuple[str, ...]
    other_places: tuple[str, ...]
    website: str
    gives_case_management: bool
    contact: Contact
    general: Contact
    workshops: tuple[Contact, ...] = ()
    seat_elsewhere: str = ""

    @property
    def short_locative(self) -> str:
        """Where one lives, short enough for a button: Kauno mieste, Kauno rajone, Neringos savivaldybėje."""
        for long, short in (("miesto savivaldybėje", "mieste"), ("rajono savivaldybėje", "rajone")):
            if self.locative.endswith(long):
                return self.locative.removesuffix(long) + short
        return self.locative


class Way(StrEnum):
    """How a recipient gets word of a new referral; the referral itself is in the inbox in any case."""

    INBOX = "inbox"
    """Nothing is sent: staff look into the inbox by themselves."""
    LETTER = "letter"
    """An e-mail with the number and a link, and nothing about the person."""
    DOCUMENT = "document"
    """The same with the whole request as a PDF that only a password opens; staff find the password in the inbox."""
    WEBHOOK = "webhook"
    """The whole request to the municipality's own system, signed."""


@dataclass(frozen=True)
class Recipient:
    """Somebody who gets word of a new referral.

    `to` is an e-mail address or the address of a webhook, empty for the inbox. `name` is a webhook's: its secret, which
    is no content, is kept under it.
    """

    way: Way
    to: str = ""
    name: str = ""


@dataclass(frozen=True)
class Route:
    """A switched-on municipality: who gets word of a new referral, and the promise it has set.

    `promise_days` is in working days; None where the municipality has promised nothing. On `closed_days` its department
    does not work, besides weekends and holidays of the country.
    """

    municipality: str
    recipients: tuple[Recipient, ...]
    promise_days: int | None = None
    switched_on: date | None = None
    closed_days: frozenset[date] = field(default=frozenset())

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where letters to the department go."""
        return tuple(recipient.to for recipient in self.recipients if recipient.way in {Way.LETTER, Way.DOCUMENT})
