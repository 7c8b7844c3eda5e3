"""What stands in a letter of the outbox: to staff in their own words, to people in easy Lithuanian."""

from collections.abc import Mapping

from assistant.delivery.outbox import TO_STAFF, Carrier, OutboxEntry
from assistant.delivery.payload import LetterText
from assistant.delivery.staff_letters import staff_letter
from assistant.library.library import Words

TALK = "/pokalbis/testi"
"""Where the person goes on in the browser in which they asked; from any other one leads to the start page."""


class LetterWriter:
    """Writes letters; `messages` are the words for people, `public_url` is where the pages are."""

    def __init__(self, *, messages: Mapping[str, Words], public_url: str) -> None:
        self._messages = messages
        self._public_url = public_url

    def text_of(self, entry: OutboxEntry) -> LetterText:
        """The letter of an entry. Neither kind says anything about the person or what they asked for."""
        if entry.carrier in TO_STAFF:
            return staff_letter(entry.carrier, entry.subject, f"{self._public_url}/inbox/{entry.subject}")
        return self._to_person("answer" if entry.carrier is Carrier.PERSON_ANSWER else "news")

    def _to_person(self, kind: str) -> LetterText:
        parts = (
            self._said("letter.hello"),
            self._said(f"letter.{kind}"),
            f"{self._said('letter.link')}\n{self._public_url}{TALK}",
            self._said("letter.end"),
        )
        return LetterText(self._said(f"letter.{kind}.subject"), "\n\n".join(parts) + "\n")

    def _said(self, message: str) -> str:
        return "\n".join(self._messages[message].sentences)
