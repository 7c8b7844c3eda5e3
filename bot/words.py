"""The door's own words, looked up once at the start so that a missing one is found before a person meets it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.errors import ContentError
from assistant.library.library import Words

LISTEN = "klausyti"
"""What the button carries by which a message is heard; no choice of the assistant has this id."""

COMMANDS = ("start", "meniu", "zmogus", "prasymas", "svetaine", "atsakymai", "duomenys")
"""Shown in Telegram's menu, in this order; each is described by the message telegram.command.<name>."""


LABELS = ("web", "replies-here", "replies-elsewhere", "own-phone", "own-phone-write")
"""Buttons that only Telegram has: telegram.label.<name>."""

TEXTS = (
    *("taken-back", "take-back-yourself", "web", "wait", "own-phone", "own-phone-over"),
    *("reply-waits", "question-waits", "news-waits", "reply-asked", "question-asked", "news-asked"),
)
"""What only Telegram says: telegram.<name>."""


@dataclass(frozen=True)
class DoorWords:
    """What only Telegram needs: everything else is said by the assistant.

    `group` points to the private chat, `trouble` is said when we could not handle what somebody wrote.
    `listen` is the button by which a message is heard, `no_sound` is said where it cannot be.
    `commands` holds the description of each command; `description` stands in a chat that has not begun, `about` on the
    bot's page.
    """

    group: tuple[str, ...]
    trouble: tuple[str, ...]
    commands: Mapping[str, str]
    description: str
    about: str
    texts: Mapping[str, tuple[str, ...]]
    _labels: Mapping[str, str]
    listen: str
    no_sound: tuple[str, ...]
    _progress: str

    def progress(self, step: int, of: int) -> str:
        """Which question this is, and of how many at most."""
        return self._progress.format(step=step, of=of)

    def label(self, name: str) -> str:
        """What a button says."""
        return self._labels[name]

    def waits(self, what: str, number: str) -> tuple[str, ...]:
        """That there is a "reply", a "question" or "news" of the municipality, and where to read it."""
        return tuple(sentence.format(number=number) for sentence in self.texts[f"{what}-waits"])


def door_words(messages: Mapping[str, Words]) -> DoorWords:
    """The words of the door. Raises ContentError, naming every id that the library lacks."""
    commands = {name: f"telegram.command.{name}" for name in COMMANDS}
    needed = (
        "telegram.group",
        "telegram.trouble",
        "telegram.progress",
        *commands.values(),
        "telegram.description",
        "telegram.about",
        *(f"telegram.{name}" for name in TEXTS),
        *(f"telegram.label.{name}" for name in LABELS),
        "telegram.listen",
        "telegram.no-sound",
    )
    missing = [name for name in needed if name not in messages or not messages[name].sentences]
    if missing:
        raise ContentError(f"The Telegram bot lacks these messages: {', '.join(missing)}. Add them to content/lt.")
    return DoorWords(
        group=messages["telegram.group"].sentences,
        trouble=messages["telegram.trouble"].sentences,
        commands={name: " ".join(messages[id_].sentences) for name, id_ in commands.items()},
        # One sentence a line, as everything is written here; the other is shown by Telegram in one line.
        description="\n".join(messages["telegram.description"].sentences),
        about=" ".join(messages["telegram.about"].sentences),
        texts={name: messages[f"telegram.{name}"].sentences for name in TEXTS},
        _labels={name: messages[f"telegram.label.{name}"].sentences[0] for name in LABELS},
        listen=messages["telegram.listen"].sentences[0],
        no_sound=messages["telegram.no-sound"].sentences,
        _progress=messages["telegram.progress"].sentences[0],
    )
