"""What stands in a letter to a person: that there is something to read, in easy Lithuanian, and nothing of it."""

from collections.abc import Mapping

from assistant.delivery.outbox import Carrier
from assistant.delivery.payload import LetterText
from assistant.library.library import Words

TALK = "/pokalbis/testi"
"""Where the person goes on in the browser in which they asked; from any other one leads to the start page."""

KINDS = {Carrier.PERSON_ANSWER: "answer", Carrier.PERSON_NEWS: "news"}


def person_letter(carrier: Carrier, messages: Mapping[str, Words], public_url: str) -> LetterText:
    """The letter of this kind, one of KINDS; it says nothing about the person or what they asked for."""

    def said(message: str) -> str:
        return "\n".join(messages[message].sentences)

    kind = KINDS[carrier]
    parts = (
        said("letter.hello"),
        said(f"letter.{kind}"),
        f"{said('letter.link')}\n{public_url}{TALK}",
        said("letter.end"),
    )
    return LetterText(said(f"letter.{kind}.subject"), "\n\n".join(parts) + "\n")
