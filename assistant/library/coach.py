"""Looks at what staff write to a person, with the words and phrases that editors own; loads them when first asked."""

from functools import cached_property
from pathlib import Path
from threading import Lock

from assistant.easy_language.coach import Coaching, coach, level_of
from assistant.easy_language.text import Text
from assistant.easy_language.wordings import Wordings
from assistant.library.easier import load_wordings
from assistant.library.municipalities import load_municipalities
from assistant.library.spelling import KnownWords
from assistant.library.vocabulary import LaterVocabulary

EASIER = Path("lt") / "easier.yaml"


class ReplyCoach:
    """Knows Lithuanian words and the phrases of offices. The first call takes a second or two, others milliseconds.

    It may be asked from several threads. Raises ContentError, where a file cannot be read, when it is first asked.
    """

    def __init__(self, content: Path, vocabulary: LaterVocabulary | None = None) -> None:
        self._content = content
        self._vocabulary = vocabulary or LaterVocabulary(content)
        self._loading = Lock()

    def look_at(self, text: str, *, is_template: bool = False) -> Coaching:
        """What there is to say of a text; line ends of any kind count as one sign. A template may have blanks."""
        return coach(self._text(text), self._phrases, is_template=is_template)

    def level(self, text: str) -> int:
        """The level of easy language that a text reaches: 1, 2, or 0 where it is harder than 2."""
        return level_of(self._text(text))

    def _text(self, text: str) -> Text:
        vocabulary = self._vocabulary()
        return Text(
            "\n".join(text.splitlines()),
            forms=vocabulary.forms,
            explained=vocabulary.explained,
            easy=vocabulary.closed.easy,
            # Without the library that knows what is near: it thinks for a quarter of a second on each unknown word.
            spelling=KnownWords(vocabulary.forms, vocabulary.listed),
        )

    @property
    def _phrases(self) -> Wordings:
        with self._loading:
            return self._wordings

    @cached_property
    def _wordings(self) -> Wordings:
        municipalities = load_municipalities(self._content / "municipalities.yaml").values()
        # Every case of "Klaipėdos rajono savivaldybė": only the last word is declined.
        names = (f"{one.name.rsplit(' ', 1)[0].lower()} ~savivaldybė" for one in municipalities)
        return load_wordings(self._content / EASIER, names)
