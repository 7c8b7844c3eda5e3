"""What a message says, looks like and sounds like: its level, its pictures, and whether it can be said aloud."""

import re
import string
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from assistant.conversation.messages import Choice, Kind, Message, Role
from assistant.easy_language.findings import Scope
from assistant.library.library import Library
from assistant.library.vocabulary import Vocabulary
from assistant.speech.normaliser import spoken
from tests.crawl.dialogue import Seen
from tests.crawl.rules import Fault, Rule

SAMPLES = {
    "name": "Ona Onaitė",
    "note": "Man reikia pagalbos.",
    "time": "Ryte",
    "address": "vardas@pastas.lt",
    "answer": "Ryte",
    "text": "Taip",
    "institution": "Dienos centras",
    "department": "Socialinės paramos skyrius",
}
"""What stands in the place of words that are not ours while they are judged."""

STREET = re.compile(r"\w+ g\. \d+\w?")
"""As on an envelope: nobody can choose how a street is written there."""

PLACE = "Kretinga"

NAMES_OF_OTHERS = "sources.one"
"""Documents have the names that others gave them."""

TOO_LONG = "S07"
SAID = re.compile(r"[^\W\d_]+|[\s.,?!:;–—„“\"'’()-]+")
UNPICTURED = frozenset({Kind.ASKED})


class Reader:
    """Looks at messages; pictures lie in `folder`."""

    def __init__(self, library: Library, vocabulary: Vocabulary, folder: Path) -> None:
        self._library = library
        self._vocabulary = vocabulary
        self._folder = folder
        self._foreign = frozenset(
            sentence for answer in library.topics.values() for told in answer.foreign.values() for sentence in told
        )
        self._patterns = tuple(dict.fromkeys(self._theirs()))
        self._names = frozenset(
            form
            for one in library.municipalities.values()
            for form in (one.name, one.genitive, one.accusative, one.locative)
        )
        self._addresses = tuple({one.contact.address for one in library.municipalities.values() if one.contact.address})
        self._title = re.compile(_pattern(library.messages[NAMES_OF_OTHERS].sentences[0]))
        self._cleaned = cache(self._clean)

    def __call__(self, message: Message, seen: Seen) -> Iterator[Fault]:
        """Everything that is wrong with it."""
        is_source = seen.place.startswith(("sources", "reason-sources"))
        own = tuple(self._own(message.sentences, is_source=is_source))
        yield from self._language(own, 2, is_list=seen.is_list)
        if seen.easiest and message is seen.message:
            missing = [sentence for sentence in seen.easiest if sentence not in message.sentences]
            if missing:
                yield Fault(Rule.TOO_HARD, f"not the easiest level: {missing[0]}")
            yield from self._language(tuple(self._own(seen.easiest, is_source=False)), 1)
        yield from self._pictures(message)
        for sentence in message.sentences:
            yield from self._sound(sentence)

    def _theirs(self) -> Iterator[tuple[re.Pattern[str], str]]:
        """How sentences look in which words of others stand, and the sentence with its fields."""
        for words in self._library.messages.values():
            for sentence in (*words.sentences, *words.for_other):
                fields = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
                if fields & SAMPLES.keys():
                    yield re.compile(_pattern(sentence)), sentence

    def _own(self, sentences: Iterable[str], *, is_source: bool) -> Iterator[str]:
        for sentence in sentences:
            if sentence in self._foreign or (is_source and self._title.fullmatch(sentence)):
                continue
            yield self._cleaned(sentence)

    def _clean(self, sentence: str) -> str:
        for pattern, whole in self._patterns:
            found = pattern.fullmatch(sentence)
            if found:
                return whole.format(**found.groupdict() | SAMPLES)
        return STREET.sub(PLACE, sentence)

    @cache  # noqa: B019 - one reader lives as long as the crawl
    def _language(self, sentences: tuple[str, ...], level: int, *, is_list: bool = False) -> tuple[Fault, ...]:
        return tuple(self._judged(sentences, level, is_list=is_list))

    def _judged(self, sentences: tuple[str, ...], level: int, *, is_list: bool) -> Iterator[Fault]:
        if not sentences:
            return
        scope = Scope.QUESTION if sentences[-1].endswith("?") else Scope.MESSAGE
        try:
            report = self._vocabulary.check("\n".join(sentences), level, scope)
        except Exception as error:  # noqa: BLE001 - whatever breaks the checker is told with the text
            yield Fault(Rule.TOO_HARD, f"the checker breaks: {error!r}: {sentences[0]}")
            return
        for finding in report.errors:
            if is_list and finding.rule == TOO_LONG:
                # All that is kept of somebody is told, however much it is.
                continue
            if finding.rule.startswith("G") and any(name in finding.text for name in self._names):
                # Nobody can choose how a municipality is called.
                continue
            yield Fault(Rule.TOO_HARD, f"level {level}, {finding.rule} „{finding.text}“: {finding.message}")

    def _pictures(self, message: Message) -> Iterator[Fault]:
        if not self._is_drawn(message.picture):
            yield Fault(Rule.PICTURE, f"„{message.picture}“: {message.sentences[-1]}")
        for choice in message.choices:
            if not self._is_drawn(choice.picture) and not _is_of_staff(choice):
                yield Fault(Rule.PICTURE, f"„{choice.picture}“ on the button „{choice.label}“")
        for mark in message.marks:
            if not self._is_drawn(mark.picture):
                yield Fault(Rule.PICTURE, f"„{mark.picture}“ of the word „{mark.word}“")

    @cache  # noqa: B019 - the same
    def _is_drawn(self, picture: str) -> bool:
        return bool(picture) and any((self._folder / name).is_file() for name in (f"{picture}.svg", picture))

    @cache  # noqa: B019 - the same
    def _sound(self, sentence: str) -> tuple[Fault, ...]:
        try:
            said = spoken(sentence)
            ours = said if sentence in self._foreign else spoken(self._cleaned(sentence))
        except Exception as error:  # noqa: BLE001 - whatever breaks it is what is looked for
            return (Fault(Rule.SOUND, f"{error!r}: {sentence}"),)
        if sentence not in self._foreign and not ours.strip():
            return (Fault(Rule.SOUND, f"nothing is said: {sentence}"),)
        left = SAID.sub("", ours)
        return (Fault(Rule.SOUND, f"„{left}“ is not said in words: {sentence}"),) if left else ()


def _pattern(sentence: str) -> str:
    """What the sentence looks like with anything in its fields."""
    parts = (
        re.escape(text) + (f"(?P<{name}>(?s:.*))" if name else "")
        for text, name, _, _ in string.Formatter().parse(sentence)
    )
    return "".join(parts)


def _is_of_staff(choice: Choice) -> bool:
    """An answer that staff offer in words of their own has no picture."""
    return choice.role is Role.CONTENT and choice.id.startswith("ask:")
