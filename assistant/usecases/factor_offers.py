"""What is offered while a second factor is set up, and what comes of it."""

from dataclasses import dataclass

LONGEST_NAME = 60


@dataclass(frozen=True)
class AppOffer:
    """An app to be set up: the secret to type, what the picture holds, and the secret sealed to come back with."""

    secret: str
    address: str
    sealed: str


@dataclass(frozen=True)
class Added:
    """A factor was added: the session to go on with, and recovery codes where these were the first."""

    session: str
    codes: tuple[str, ...]


def offered(staff_id: str) -> str:
    """What the secret of an app that is offered to somebody is sealed for."""
    return f"app offered to {staff_id}"


def kept(factor_id: str) -> str:
    """What the secret of an app that is in use is sealed for."""
    return f"app {factor_id}"


def named(name: str) -> str:
    """What somebody calls a factor, in one short line."""
    return " ".join(name.split())[:LONGEST_NAME]
