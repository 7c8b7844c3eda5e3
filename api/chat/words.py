"""The fixed words of the web chat, looked up once at the start: nobody shall meet a missing one."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.chat.looks import SETTINGS
from assistant.errors import ContentError
from assistant.library.library import Words

OF_SETTINGS = (
    *(f"settings.{setting.name}" for setting in SETTINGS),
    *(f"settings.{setting.name}.{option}" for setting in SETTINGS for option in setting.options),
)

LABELS = (
    "name",
    "welcome",
    "start",
    "go-on",
    "to-start",
    "to-talk",
    "talk",
    "skip",
    "program-says",
    "you-say",
    "progress",
    "answers",
    "write-here",
    "open-document",
    "print-file",
    "send",
    "helpers",
    "tools",
    "asked",
    "wait",
    "no-line",
    "about",
    "about-pictures",
    "about-letters",
    "licence",
    "error",
    "close",
    "topics",
    "read-topics",
    "privacy",
    "accessibility",
    "credits",
    "own-data",
    "own-data-file",
    "take-over",
    "to-telegram",
    "open-telegram",
    "site",
    "settings",
    "settings.save",
    *OF_SETTINGS,
    "listen",
    "listen-pause",
    "listen-on",
    "listen-again",
    "listen-slower",
    "no-sound",
)

TEXTS = (
    "start",
    "start.offers",
    "not-found",
    "broken",
    "too-long",
    "too-many",
    "no-files",
    "refused",
    "wait",
    "about",
    "about.pictures",
    "about.letters",
    "take-over",
    "take-over.telegram",
    "take-over.other",
    "take-over.old",
    "to-telegram",
    "to-telegram.link",
    "settings",
    "settings.saved",
)


@dataclass(frozen=True)
class PageWords:
    """Labels are short and have one text, texts are sentences."""

    labels: Mapping[str, str]
    texts: Mapping[str, tuple[str, ...]]

    def label(self, name: str, **fields: object) -> str:
        """A label with its fields filled in."""
        return self.labels[name].format(**fields)

    def text(self, name: str) -> tuple[str, ...]:
        """The sentences of a text."""
        return self.texts[name]


def page_words(messages: Mapping[str, Words]) -> PageWords:
    """The words of the pages. Raises ContentError, naming every id that the library lacks."""
    ids = [f"web.label.{name}" for name in LABELS] + [f"web.{name}" for name in TEXTS]
    missing = [name for name in ids if name not in messages or not messages[name].sentences]
    if missing:
        raise ContentError(f"The web chat lacks these messages: {', '.join(missing)}. Add them to content/lt/web.yaml.")
    return PageWords(
        labels={name: messages[f"web.label.{name}"].sentences[0] for name in LABELS},
        texts={name: messages[f"web.{name}"].sentences for name in TEXTS},
    )
