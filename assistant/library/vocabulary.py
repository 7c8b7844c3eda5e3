"""What the checker of easy language knows of words: for the product's own texts, and for any other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock

from assistant.easy_language.findings import Scope
from assistant.easy_language.forms import Forms
from assistant.easy_language.report import Report, check
from assistant.easy_language.sentences import split_words
from assistant.easy_language.spelling import Spelling
from assistant.library.content_files import read_yaml
from assistant.library.dictionary import load_dictionary
from assistant.library.lexicon import FOLDER, BothForms, ClosedLexicon, load_lexicon
from assistant.library.municipalities import load_municipalities
from assistant.library.spelling import DICTIONARY, WORDS, KnownWords, load_words, names_in
from assistant.library.terms import GlossaryFile


@dataclass(frozen=True)
class Vocabulary:
    """The closed lexicon of one content folder, and the dictionary with it; `explained` are words of its glossary."""

    closed: ClosedLexicon
    dictionary: Forms
    listed: frozenset[str]
    explained: frozenset[str]
    spelling_dictionary: Path

    @cached_property
    def forms(self) -> Forms:
        """What people have classified, and the dictionary for the rest."""
        return BothForms(self.closed, self.dictionary)

    @cached_property
    def spelling(self) -> Spelling:
        """How words are written."""
        return KnownWords(self.forms, self.listed, self.spelling_dictionary)

    def check(self, text: str, level: int = 2, scope: Scope = Scope.TEXT) -> Report:
        """Check a text. Words that the glossary explains may be as hard as they are: readers can ask what they mean.

        Raises ValueError for a level other than 1, 2 and 3.
        """
        easy = self.closed.easy
        return check(text, level, scope, self.forms, explained=self.explained, easy=easy, spelling=self.spelling)


class LaterVocabulary:
    """The vocabulary of a content folder, loaded when it is first asked for: that takes a second or two.

    It may be asked from several threads. Raises ContentError, where a file cannot be read, at each call.
    """

    def __init__(self, content: Path) -> None:
        self._content = content
        self._loading = Lock()
        self._loaded: Vocabulary | None = None

    def __call__(self) -> Vocabulary:
        """The same one each time."""
        with self._loading:
            if self._loaded is None:
                self._loaded = load_vocabulary(self._content)
            return self._loaded


def load_vocabulary(content: Path) -> Vocabulary:
    """The vocabulary of a content folder. Raises ContentError where a file cannot be read."""
    folder = content / FOLDER
    own = load_words(folder / WORDS)
    names = names_in(load_municipalities(content / "municipalities.yaml"))
    return Vocabulary(
        closed=load_lexicon(content),
        dictionary=load_dictionary(folder / DICTIONARY.parent),
        listed=frozenset({*own, *(form for forms in own.values() for form in forms), *names}),
        spelling_dictionary=folder / DICTIONARY,
        explained=frozenset(_explained(content / "lt" / "glossary.yaml")),
    )


def _explained(glossary: Path) -> Iterator[str]:
    """Every word of every form that the glossary explains, in small letters."""
    for entry in read_yaml(glossary, GlossaryFile).root.values():
        for form in (entry.term, *entry.forms):
            yield from (word.text.lower() for word in split_words(form))
