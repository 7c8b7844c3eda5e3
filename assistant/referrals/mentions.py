"""How a note calls colleagues: @ and the part of their e-mail before its own @."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.errors import UnknownColleagueError

# An e-mail address in the midst of a note calls nobody: its @ stands behind a letter.
_MENTION = re.compile(r"(?<![\w.+-])@([\w.+-]+(?:@[\w.-]+)?)")


def handles_of(emails: Iterable[str]) -> dict[str, str]:
    """E-mails by how each is called: the part before the @, or the whole where two have the same part."""
    known = sorted(set(emails))
    times = Counter(email.partition("@")[0] for email in known)
    return {(email if times[email.partition("@")[0]] > 1 else email.partition("@")[0]): email for email in known}


def mentioned_in(text: str, handles: Mapping[str, str]) -> tuple[str, ...]:
    """The e-mails that the text calls, each once. Raises UnknownColleagueError with a name that is nobody's."""
    called = [name.rstrip(".-+").lower() for name in _MENTION.findall(text)]
    emails = set(handles.values())
    found: dict[str, None] = {}
    for name in called:
        email = handles.get(name, name)
        if email not in emails:
            raise UnknownColleagueError(name)
        found[email] = None
    return tuple(found)
