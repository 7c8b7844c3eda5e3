"""The fixed words of the public pages, looked up once at the start: nobody shall meet a missing one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from api.templating import API
from assistant.errors import ContentError
from assistant.library.library import Words

PREFIX = "page."
TEMPLATES = API / "templates"
IN_CODE = frozenset({"device.told", "general", "widget.title", "widget.open", "widget.close", "widget.new-window"})
"""What no template asks for."""

_USED = re.compile(r'\b(?:word|said)\("([a-z.-]+)"')


def used_words(templates: Path = TEMPLATES) -> frozenset[str]:
    """The ids, without PREFIX, of all words that the pages say."""
    paths = [*templates.glob("site/*.html"), *templates.glob("chat/*.html"), templates / "base.html"]
    pages = [path.read_text(encoding="utf-8") for path in paths]
    return IN_CODE.union(*(_USED.findall(page) for page in pages))


@dataclass(frozen=True)
class SiteWords:
    """The words of the pages by id, without PREFIX."""

    messages: Mapping[str, tuple[str, ...]]

    def word(self, name: str, /, **fields: object) -> str:
        """A text of one sentence, a heading or a label, with its fields filled in."""
        return self.messages[name][0].format(**fields)

    def said(self, name: str, /, **fields: object) -> tuple[str, ...]:
        """The sentences of a text with their fields filled in."""
        return tuple(sentence.format(**fields) for sentence in self.messages[name])


def site_words(messages: Mapping[str, Words]) -> SiteWords:
    """The words of the pages. Raises ContentError, naming every id that the library lacks."""
    missing = sorted(name for name in used_words() if not messages.get(PREFIX + name, Words(())).sentences)
    if missing:
        ids = ", ".join(PREFIX + name for name in missing)
        raise ContentError(f"The public pages lack these messages: {ids}. Add them to content/lt/pages.yaml.")
    own = {name.removeprefix(PREFIX): words for name, words in messages.items() if name.startswith(PREFIX)}
    return SiteWords({name: words.sentences for name, words in own.items()})
