"""Reads e-mail addresses; nothing is looked up for it in the network."""

import re

from email_validator import EmailNotValidError, validate_email

LONGEST_ADDRESS = 254
"""Characters (RFC 5321)."""

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+")


def read_email(text: str) -> str | None:
    """The one e-mail address in the text, None where there is none, more than one, or one that cannot exist.

    Reserved names such as .test are refused, since no letter to them can arrive.
    """
    found = {match.strip(".!?'") for match in _ADDRESS.findall(text)}
    if len(found) != 1:
        return None
    try:
        checked = validate_email(found.pop(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return None
    return checked.normalized if len(checked.normalized) <= LONGEST_ADDRESS else None
