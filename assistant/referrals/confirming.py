"""Who wanted a request sent where a helper wrote it: the person whom it is about, or the helper alone (pure)."""

from enum import StrEnum


class Confirmation(StrEnum):
    """The person said yes to what was read back to them; else why they did not, as far as the helper says.

    NOT_HERE: the person knows of the request and is elsewhere. GUARDIAN: the helper says to be the guardian or curator,
    who may ask for services too. UNKNOWN: the helper does not know why.
    """

    PERSON = "person"
    NOT_HERE = "not-here"
    DOES_NOT_KNOW = "does-not-know"
    CANNOT_SAY = "cannot-say"
    GUARDIAN = "guardian"
    UNKNOWN = "unknown"

    @property
    def is_by_person(self) -> bool:
        """Whether the person themself confirmed it."""
        return self is Confirmation.PERSON
