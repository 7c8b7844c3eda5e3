"""What a member of staff may do, by role."""

from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may do; each role may also do what the ones before it may."""

    STAFF = "staff"
    """Handles requests."""
    LEAD = "lead"
    """Also looks after the department: staff, settings, statistics."""
    ADMIN = "admin"
    """Also looks after the texts and the program."""

    def is_at_least(self, other: "Role") -> bool:
        """Whether this role may do all that the other one may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)
