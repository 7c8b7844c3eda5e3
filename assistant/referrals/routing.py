"""Which municipality handles a referral, what is known of its department, and whether it is switched on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Contact:
    """How to reach a department; every field may be unknown and is then empty. `source` says who published it."""

    department: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    hours: str = ""
    source: str = ""
    dated: str = ""


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


@dataclass(frozen=True)
class Route:
    """A switched-on municipality: where the letter about a new referral goes, and the promise it has set.

    `promise_days` is in working days; None where the municipality has promised nothing.
    """

    municipality: str
    letter_to: str
    promise_days: int | None = None
    switched_on: date | None = None
