"""Who may call which route of the inbox, and what it leaves in the audit log: a new route needs its line here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.usecases.auditing import Did


class Door(StrEnum):
    """What somebody must be to come through."""

    OPEN = "open to all"
    THRESHOLD = "one thing of two shown"
    SETTING_UP = "signed in, or has to set up a second factor"
    STAFF = "staff"
    LEAD = "lead"
    ADMIN = "admin"


NOTHING_HAPPENS = "it changes nothing and tells of no person"


@dataclass(frozen=True)
class Right:
    """A route's door, a form that it takes, and what the log says after it.

    Whatever is no GET, and whatever gives out a file, must leave a line; where it rightly leaves none, `silent` says
    why. Values of the form, and the path, may name {number}, {wish}, {token} and {unique}.
    """

    door: Door
    form: Mapping[str, str] = field(default_factory=dict)
    did: Did | None = None
    silent: str = ""


RIGHTS: Mapping[tuple[str, str], Right] = {
    ("GET", "/inbox/sign-in"): Right(Door.OPEN),
    ("POST", "/inbox/sign-in"): Right(Door.OPEN, {"token": "{token}"}, did=Did.SIGNED_IN),
    ("POST", "/inbox/sign-out"): Right(Door.STAFF, did=Did.SIGNED_OUT),
    ("GET", "/inbox"): Right(Door.STAFF),
    ("GET", "/inbox/{number}"): Right(Door.STAFF, did=Did.OPENED),
    ("GET", "/inbox/{number}/document"): Right(Door.STAFF, did=Did.EXPORTED),
    ("POST", "/inbox/{number}/take"): Right(Door.STAFF, did=Did.TOOK),
    ("POST", "/inbox/{number}/reply"): Right(
        Door.STAFF, {"text": "Labas.", "key": "key-of-sixteen-chars-{unique}"}, did=Did.REPLIED
    ),
    ("POST", "/inbox/{number}/call"): Right(Door.STAFF, did=Did.CALLED),
    ("POST", "/inbox/{number}/close"): Right(Door.STAFF, did=Did.CLOSED),
    ("POST", "/inbox/{number}/retry"): Right(Door.STAFF, did=Did.RETRIED),
    ("POST", "/inbox/{number}/pass"): Right(
        Door.STAFF, {"municipality": "palangos-miesto", "text": "Gyvena Palangoje."}, did=Did.POINTED
    ),
    ("GET", "/inbox/audit"): Right(Door.LEAD, did=Did.READ_LOG),
    ("GET", "/inbox/editors"): Right(Door.ADMIN),
    ("POST", "/inbox/editors/words/{wish}/accept"): Right(
        Door.ADMIN, {"topic": "cost", "text": "kiek kašt pinigai {unique}"}, did=Did.TAUGHT
    ),
    ("POST", "/inbox/editors/words/{wish}/drop"): Right(Door.ADMIN, did=Did.TAUGHT),
    ("GET", "/inbox/editors/taught.yaml"): Right(Door.ADMIN, did=Did.EXPORTED),
    ("POST", "/inbox/editors/taught/taken"): Right(Door.ADMIN, {"name": "none"}, did=Did.TAUGHT),
    ("GET", "/inbox/editors/texts"): Right(Door.ADMIN),
    ("GET", "/inbox/editors/texts/{topic}"): Right(Door.ADMIN),
    ("GET", "/inbox/editors/check"): Right(Door.ADMIN),
    ("POST", "/inbox/editors/check"): Right(Door.ADMIN, {"text": "Labas.", "level": "2"}, silent=NOTHING_HAPPENS),
    ("GET", "/inbox/editors/preview/{topic}"): Right(Door.ADMIN),
}
