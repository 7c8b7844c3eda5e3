"""How somebody likes to read: letter size, colours and level, kept in a cookie that says nothing of who they are.

To add a setting, append it to SETTINGS and give it words in content/lt/web.yaml; page, cookie and form follow.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Request, Response

LOOKS_COOKIE = "aiskiai_nustatymai"
KEPT_SECONDS = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Setting:
    """Something that can be set: its name, and the names of what may be chosen, the usual one first."""

    name: str
    options: tuple[str, ...]


SIZE = Setting("size", ("usual", "larger", "largest"))
COLOURS = Setting("colours", ("usual", "light", "dark", "strong"))
LEVEL = Setting("level", ("usual", "simpler"))

SETTINGS = (SIZE, COLOURS, LEVEL)


@dataclass(frozen=True)
class Looks:
    """What was chosen, by the name of the setting; what is missing is as usual."""

    chosen: Mapping[str, str]

    def of(self, setting: Setting) -> str:
        """What was chosen for this setting."""
        return self.chosen.get(setting.name, setting.options[0])

    @property
    def size(self) -> str:
        """How large the letters are."""
        return self.of(SIZE)

    @property
    def colours(self) -> str:
        """In which colours the pages are; the usual ones are those of the device."""
        return self.of(COLOURS)

    @property
    def is_simple(self) -> bool:
        """Whether the person wants the simpler texts."""
        return self.of(LEVEL) != LEVEL.options[0]


USUAL = Looks({})


def looks_from(sent: Mapping[str, object]) -> Looks:
    """What a form sent, passed over where it is nothing that may be chosen."""
    return Looks(
        {setting.name: str(sent[setting.name]) for setting in SETTINGS if sent.get(setting.name) in setting.options}
    )


def looks_of(request: Request) -> Looks:
    """What the browser has kept; anything in it that is unknown is as usual."""
    pairs = (pair.partition("-") for pair in request.cookies.get(LOOKS_COOKIE, "").split("."))
    return looks_from({name: option for name, _, option in pairs})


def keep_looks(response: Response, looks: Looks, *, is_secure: bool) -> None:
    """Let the browser keep what was chosen for a year."""
    value = ".".join(f"{setting.name}-{looks.of(setting)}" for setting in SETTINGS)
    response.set_cookie(
        LOOKS_COOKIE, value, max_age=KEPT_SECONDS, path="/", secure=is_secure, httponly=True, samesite="lax"
    )
