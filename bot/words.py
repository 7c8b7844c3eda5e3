"""The door's own words, looked up once at the start so that a missing one is found before a person meets it."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.errors import ContentError
from assistant.library.library import Words

LISTEN = "klausyti"
"""What the button carries by which a message is heard; no choice of the assistant has this id."""

COMMANDS = ("start", "meniu", "zmogus", "prasymas")
"""Shown in Telegram's menu, in this order; each is described by the message telegram.command.<name>."""


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
    listen: str
    no_sound: tuple[str, ...]
    _progress: str

    def progress(self, step: int, of: int) -> str:
        """Which question this is, and of how many at most."""
        return self._progress.format(step=step, of=of)


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
        listen=messages["telegram.listen"].sentences[0],
        no_sound=messages["telegram.no-sound"].sentences,
        _progress=messages["telegram.progress"].sentences[0],
    )
