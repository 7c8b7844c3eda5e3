"""Words around the content: translated labels, days and moments as people write and say them.

The catalog is read as editors write it, so nothing has to be compiled before the product runs.
"""

from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

LOCALES = Path(__file__).resolve().parent.parent / "locales"
DOMAIN = "aiskiai"
LITHUANIA = ZoneInfo("Europe/Vilnius")
LANGUAGES = ("lt", "en")
"""Those that have a catalog; the first one where nobody says what they read."""

_DATES = {"lt": "lt", "en": "en_GB"}


class DayCase(StrEnum):
    """The case in which a sentence needs the day."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    ACCUSATIVE = "accusative"


@lru_cache
def translator(locale: str = "lt") -> Translations:
    """The catalog of a language; msgids are English. Raises FileNotFoundError where there is no such catalog."""
    compiled = BytesIO()
    with catalog_path(locale).open("rb") as source:
        write_mo(compiled, read_po(source, locale=locale, domain=DOMAIN, abort_invalid=True))
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)


def catalog_path(locale: str) -> Path:
    """Where the catalog of a language lies."""
    return LOCALES / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def format_day(day: date, locale: str = "lt") -> str:
    """The day as staff write it: 2026 m. gruodžio 1 d., or in English 1 December 2026."""
    return format_date(day, format="long", locale=_DATES[locale])


def format_moment(at: datetime, locale: str = "lt") -> str:
    """The moment on a Lithuanian clock, as staff write it: 2026 m. gruodžio 1 d. 14:05. `at` must be aware."""
    if at.tzinfo is None:
        message = "a moment without a time zone cannot be told on a Lithuanian clock"
        raise ValueError(message)
    local = at.astimezone(LITHUANIA)
    return f"{format_day(local.date(), locale)} {local:%H:%M}"


def spoken_day(day: date, case: DayCase = DayCase.GENITIVE, *, with_year: bool = False) -> str:
    """The day in easy words without abbreviations: "gruodžio 1 dienos", or "2026 metų gruodžio 1 diena"."""
    noun = {DayCase.NOMINATIVE: "diena", DayCase.GENITIVE: "dienos", DayCase.ACCUSATIVE: "dieną"}[case]
    # Lithuanian writes the month before the day in the genitive, whatever the case of the day itself.
    words = f"{format_date(day, format='MMMM d', locale='lt')} {noun}"
    return f"{day.year} metų {words}" if with_year else words


def spoken_weekday(weekday: int, case: DayCase = DayCase.NOMINATIVE) -> str:
    """The name of the day, 0 for Monday: pirmadienis, pirmadienio, pirmadienį."""
    # All seven names are declined alike.
    stem = str(get_day_names("wide", locale="lt")[weekday]).removesuffix("is")
    return stem + {DayCase.NOMINATIVE: "is", DayCase.GENITIVE: "io", DayCase.ACCUSATIVE: "į"}[case]
