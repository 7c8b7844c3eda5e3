"""On what legal ground a request is taken, and which privacy notice held then; kept with every request."""

from assistant.library.library import Library
from assistant.referrals.thread import Details

BASIS = "gdpr-6-1-e-9-2-b"
"""A task in the public interest, and social protection (GDPR, articles 6(1)(e) and 9(2)(b)).

The person's "send" is a wish, asked for in plain words. It is not consent, which would be a weak ground towards a
public body.
"""


def grounds(library: Library) -> Details:
    """What stands at the entry that a request was sent; its moment is the entry's own."""
    return Details(basis=BASIS, notice=library.notice_version)
