"""Hard words inside a sentence: each becomes a link to its explanation, which stands right below the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from api.chat.phones import with_phone_links


@dataclass(frozen=True)
class Tap:
    """A hard word from `start` to `end` of its sentence; `id` is its own on the page, `picture` an address or empty."""

    id: str
    start: int
    end: int
    explanation: tuple[str, ...]
    picture: str


def with_taps(sentence: str, taps: Sequence[Tap]) -> Markup:
    """The sentence, escaped, with its phone numbers and its hard words as links; the taps are in their order."""
    marked = Markup()
    end = 0
    for tap in taps:
        link = Markup('<a class="term" id="zodis-{0}" href="#reiksme-{0}"><span>{1}</span></a>')
        word = sentence[tap.start : tap.end]
        marked += with_phone_links(sentence[end : tap.start]) + link.format(tap.id, word)
        end = tap.end
    return marked + with_phone_links(sentence[end:])
