"""The closed lexicon: every form that the product's own texts use, with what people have said that it is.

Files are tables with a tab between columns: form, dictionary word, class, features with commas. A form stands more
than once where it can be more than one thing. Lines are sorted, so that a form is easy to find
and two editors seldom meet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.easy_language.forms import Feature, Forms, Reading, WordClass
from assistant.errors import ContentError

FOLDER = "lexicon"
FILES = ("adjectives.tsv", "names.tsv", "nouns.tsv", "other.tsv", "pronouns.tsv", "verbs.tsv")
_FILES = {
    WordClass.ADJECTIVE: "adjectives.tsv",
    WordClass.NAME: "names.tsv",
    WordClass.NOUN: "nouns.tsv",
    WordClass.PRONOUN: "pronouns.tsv",
    WordClass.VERB: "verbs.tsv",
}
HEADER = ("form", "lemma", "class", "features")


@dataclass(frozen=True)
class Entry:
    """One line of a file."""

    form: str
    reading: Reading
    file: str
    line: int


class ClosedLexicon:
    """Knows the forms of the product's own texts, and no others."""

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        self.entries = entries
        self._readings: dict[str, tuple[Reading, ...]] = {}
        for entry in entries:
            self._readings[entry.form] = (*self._readings.get(entry.form, ()), entry.reading)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What people have said that the form is. A capital letter may begin any word; names keep theirs."""
        found = self._readings.get(form)
        if found is None and form[:1].isupper():
            found = self._readings.get(form[0].lower() + form[1:])
        if found is None and form.isupper():
            found = self._readings.get(form.lower())
        return found or ()

    @cached_property
    def easy(self) -> frozenset[str]:
        """The forms, in small letters, that nobody has marked as hard."""
        return frozenset(
            form.lower()
            for form, readings in self._readings.items()
            if not any(Feature.HARD in reading.features for reading in readings)
        )

    @cached_property
    def forms(self) -> Mapping[str, Entry]:
        """The first line of each form."""
        return {entry.form: entry for entry in reversed(self.entries)}


class BothForms:
    """Asks the closed lexicon first, and the dictionary for what it does not know."""

    def __init__(self, first: Forms, second: Forms) -> None:
        self._first, self._second = first, second

    def readings(self, form: str) -> tuple[Reading, ...]:
        """The readings of the first that knows the form."""
        return self._first.readings(form) or self._second.readings(form)


def load_lexicon(folder: Path) -> ClosedLexicon:
    """The lexicon of a content folder; empty where it has none.

    Raises ContentError, one line a fault, for a line that has not four columns, an unknown class or feature, a line
    that stands twice, and lines that are not sorted.
    """
    faults: list[str] = []
    entries: list[Entry] = []
    seen: set[tuple[str, ...]] = set()
    for path in sorted((folder / FOLDER).glob("*.tsv")):
        if path.name not in FILES:
            faults.append(f"{path}:1: There is no such list. Write into one of: {', '.join(FILES)}.")
        else:
            entries += _read(path, faults, seen)
    if faults:
        raise ContentError("\n".join(faults))
    return ClosedLexicon(tuple(entries))


def file_of(word_class: WordClass) -> str:
    """The name of the list that holds words of this class."""
    return _FILES.get(word_class, "other.tsv")


def sort_key(form: str, lemma: str, word_class: str) -> tuple[str, ...]:
    """The order of lines: by form in small letters, as plain text sorts it."""
    return (form.lower(), form, lemma, word_class)


def _read(path: Path, faults: list[str], seen: set[tuple[str, ...]]) -> Iterator[Entry]:
    before: tuple[str, ...] = ()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        columns = tuple(line.split("\t"))
        if number == 1:
            if columns != HEADER:
                faults.append(f"{path}:1: The first line is not the header. Write: {' '.join(HEADER)}, with tabs.")
            continue
        if len(columns) != len(HEADER):
            faults.append(f"{path}:{number}: There are {len(columns)} columns. Write {len(HEADER)}, with tabs.")
            continue
        form, lemma, word_class, features = columns
        key = sort_key(form, lemma, word_class)
        if columns in seen:
            faults.append(f"{path}:{number}: „{form}“ stands twice as the same. Take one out.")
        elif key < before:
            faults.append(f"{path}:{number}: „{form}“ does not stand in its place. Sort the lines.")
        seen.add(columns)
        before = key
        reading = _reading(lemma, word_class, features, f"{path}:{number}", faults)
        if reading is not None and file_of(reading.word_class) != path.name:
            own = file_of(reading.word_class)
            faults.append(f"{path}:{number}: „{form}“ is no word of this list. Put it into {own}.")
        elif reading is not None:
            yield Entry(form, reading, str(path), number)


def _reading(lemma: str, word_class: str, features: str, place: str, faults: list[str]) -> Reading | None:
    names = [name.strip() for name in features.split(",") if name.strip()]
    wrong = [name for name in names if name not in set(Feature)]
    if word_class not in set(WordClass):
        faults.append(f"{place}: The class „{word_class}“ is not known. Write one of: {', '.join(WordClass)}.")
        return None
    if wrong:
        faults.append(f"{place}: The feature „{wrong[0]}“ is not known. Write some of: {', '.join(Feature)}.")
        return None
    return Reading(lemma, WordClass(word_class), frozenset(Feature(name) for name in names))
