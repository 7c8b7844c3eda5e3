"""From what a browser or a program sends to an event of the conversation, and to the key that tells repeats apart."""

import hashlib

from api.chat.schemas import ChatEvent, TextEvent
from assistant.conversation.events import ChoicePressed, Event, TextReceived


def event_of(sent: ChatEvent) -> Event:
    """The event that the JSON interface was told of."""
    return TextReceived(sent.text) if isinstance(sent, TextEvent) else ChoicePressed(sent.choice)


def event_of_form(text: str, choice: str) -> ChoicePressed | TextReceived | None:
    """The event of a page's form; None where the person sent it empty. A pressed button wins over typed words."""
    if choice:
        return ChoicePressed(choice)
    return TextReceived(text) if text.strip() else None


def key_of_form(page: str, event: ChoicePressed | TextReceived) -> str:
    """The key of an event from one rendered page.

    A second tap on the same button of the same page has the same key; another button on a page that the browser's
    back button brought up again has another, so that it is answered and not passed over.
    """
    said = event.choice if isinstance(event, ChoicePressed) else event.text
    content = f"{page}\0{type(event).__name__}\0{said}"
    return f"page-{hashlib.sha256(content.encode()).hexdigest()[:40]}"
