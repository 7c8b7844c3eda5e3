"""What the checker of easy language knows of words: for the product's own texts, and for any other."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.easy_language.findings import Scope
from assistant.easy_language.forms import Forms, NoForms
from assistant.easy_language.report import Report, check
from assistant.easy_language.spelling import Spelling
from assistant.library.dictionary import load_dictionary
from assistant.library.lexicon import FOLDER, BothForms, ClosedLexicon, load_lexicon
from assistant.library.municipalities import load_municipalities
from assistant.library.spelling import DICTIONARY, WORDS, KnownWords, load_words, names_in
from assistant.library.words_explained import explained_words


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
    def spelling(self) -> Spelling | None:
        """How words are written; nothing without the dictionary."""
        if isinstance(self.dictionary, NoForms):
            return None
        return KnownWords(self.forms, self.listed, self.spelling_dictionary)

    def check(self, text: str, level: int = 2, scope: Scope = Scope.TEXT) -> Report:
        """Check a text. Words that the glossary explains may be as hard as they are: readers can ask what they mean.

        Raises ValueError for a level other than 1, 2 and 3.
        """
        easy = self.closed.easy
        return check(text, level, scope, self.forms, explained=self.explained, easy=easy, spelling=self.spelling)


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
        explained=frozenset(explained_words(content / "lt" / "glossary.yaml")),
    )
