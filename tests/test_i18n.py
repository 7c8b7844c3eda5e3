import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from assistant.i18n import LANGUAGES, DayCase, catalog_path, format_day, format_moment, spoken_day, translator

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "_": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%(?!\()")


def msgids_in_use() -> set[str | tuple[str, ...]]:
    found: set[str | tuple[str, ...]] = set()
    for folder in ("api", "assistant", "bot"):
        for _, _, msgid, _, _ in extract_from_dir(ROOT / folder, METHODS, {}, KEYWORDS):
            found.add(msgid)
    return found


def catalog(locale: str) -> Catalog:
    with catalog_path(locale).open("rb") as source:
        return read_po(source, locale=locale, abort_invalid=True)


def messages(locale: str) -> Iterator[Message]:
    return (message for message in catalog(locale) if message.id)


def strings_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def msgids_of(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_every_catalog_is_of_a_language_that_readers_can_choose() -> None:
    assert {path.name for path in (ROOT / "locales").iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_word_in_use_is_in_the_catalog_and_nothing_else_is(locale: str) -> None:
    used = msgids_in_use()
    known = {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages(locale)}

    assert used - known == set(), "missing from the catalog"
    assert known - used == set(), "no longer used"
    assert len(used) > 80


@pytest.mark.parametrize("locale", LANGUAGES)
def test_nothing_in_the_catalog_is_empty_fuzzy_or_retired(locale: str) -> None:
    forms = catalog(locale).num_plurals
    for message in messages(locale):
        assert not message.fuzzy, message.id
        assert all(strings_of(message)), message.id
        assert len(strings_of(message)) == (1 if isinstance(message.id, str) else forms), message.id
    assert not catalog(locale).obsolete


def test_english_is_what_the_msgids_say() -> None:
    assert [message.id for message in messages("en") if strings_of(message) != msgids_of(message)] == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_translations_carry_the_same_placeholders_as_their_msgids(locale: str) -> None:
    for message in messages(locale):
        expected = sorted(PLACEHOLDER.findall(msgids_of(message)[-1]))
        for string in strings_of(message):
            assert sorted(PLACEHOLDER.findall(string)) == expected, message.id


def test_words_are_counted_in_the_three_lithuanian_forms() -> None:
    say = translator().ngettext
    counted = {
        number: say("%(num)s request", "%(num)s requests", number) % {"num": number}
        for number in (0, 1, 2, 9, 10, 11, 19, 20, 21, 22, 101, 111, 112)
    }

    assert [number for number, words in counted.items() if words.endswith("prašymas")] == [1, 21, 101]
    assert [number for number, words in counted.items() if words.endswith("prašymai")] == [2, 9, 22]
    assert [number for number, words in counted.items() if words.endswith("prašymų")] == [0, 10, 11, 19, 20, 111, 112]


def test_words_are_counted_in_the_two_english_forms() -> None:
    say = translator("en").ngettext

    assert [say("%(num)s request", "%(num)s requests", number) % {"num": number} for number in (0, 1, 2)] == [
        "0 requests",
        "1 request",
        "2 requests",
    ]


def test_a_language_without_a_catalog_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        translator("fr")


def test_staff_read_the_day_as_lithuanian_offices_write_it() -> None:
    assert format_day(date(2026, 12, 1)) == "2026 m. gruodžio 1 d."


def test_in_english_they_read_it_as_it_is_written_in_europe() -> None:
    assert format_day(date(2026, 12, 1), "en") == "1 December 2026"
    assert format_moment(datetime(2026, 11, 30, 22, 5, tzinfo=UTC), "en") == "1 December 2026 00:05"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 11, 30, 22, 5, tzinfo=UTC), "2026 m. gruodžio 1 d. 00:05"),
        (datetime(2026, 7, 1, 9, 0, tzinfo=UTC), "2026 m. liepos 1 d. 12:00"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "2026 m. kovo 29 d. 02:59"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026 m. kovo 29 d. 04:00"),
    ],
)
def test_staff_read_the_moment_on_a_lithuanian_clock(moment: datetime, told: str) -> None:
    assert format_moment(moment) == told


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_moment(datetime(2026, 12, 1, 10, 0))  # noqa: DTZ001 - that it has no zone is what is tested


def test_people_read_the_day_without_abbreviations() -> None:
    day = date(2026, 12, 1)

    assert spoken_day(day) == "gruodžio 1 dienos"
    assert spoken_day(day, DayCase.NOMINATIVE) == "gruodžio 1 diena"
    assert spoken_day(day, DayCase.NOMINATIVE, with_year=True) == "2026 metų gruodžio 1 diena"


def test_every_month_is_spoken_in_the_genitive() -> None:
    months = [spoken_day(date(2026, month, 22)).split()[0] for month in range(1, 13)]

    assert months == [
        "sausio",
        "vasario",
        "kovo",
        "balandžio",
        "gegužės",
        "birželio",
        "liepos",
        "rugpjūčio",
        "rugsėjo",
        "spalio",
        "lapkričio",
        "gruodžio",
    ]
