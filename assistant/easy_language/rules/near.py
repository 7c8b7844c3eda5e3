"""What stands next to a word: the questions that rules of grammar ask about the neighbours of a word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.easy_language.findings import Certainty
from assistant.easy_language.forms import Feature, Reading, WordClass
from assistant.easy_language.rule import Hit
from assistant.easy_language.sentences import Sentence
from assistant.easy_language.text import Text, Token
from assistant.easy_language.word_sets import word_set

Run = Sequence[Token]
"""Words with nothing but spaces between them."""

TO_BE = re.compile(
    r"nes(?:u|i|ame|ate)|(?:ne|nebe|te|tebe)?(?:esu|esi|yra|esame|esate|buvau|buvai|buvo|buvome|buvote|bus|būsiu|būsi|būsime|būsite|būna|būti"
    r"|būtų|būčiau|būtumėte|būtume|būdavo)|nėra|nebėra|tebėra",
    re.IGNORECASE,
)
_NOMINATIVE_PLURAL = re.compile(r"\w+(?:ai|ūs|ys)", re.IGNORECASE)
_AGREES = re.compile(r"\w+(?:as|is|ys|us|uo)", re.IGNORECASE)
# Names of services, people and places that law has given. A text that explains them must say them.
_TERMS = re.compile(
    r"gydan\w+ gydytoj\w+|lydim\w+ pagalb\w+|deklaruot\w+ gyvenam\w+|priimant sprendim\w+|apsaugot\w+ būst\w+"
    r"|remiam\w+ (?:apgyvendinim|įdarbinim)\w+|prižiūrim\w+ būst\w+|globojam\w+ šeim\w+|atidėt\w+ fond\w+",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\w+(?:ą|į|ę)", re.IGNORECASE)
_BETWEEN = word_set("jau dar seniai dabar vis labai taip čia ten niekada visada irgi tik net nebe pat")


def runs(text: Text) -> Iterator[Run]:
    """The words of the text, cut wherever a sign stands between them."""
    for number, tokens in text.tokens.items():
        line = text.lines[number - 1]
        run: list[Token] = []
        for before, after in pairwise((None, *tokens)):
            if after is None:
                continue
            if before and line[before.end : after.start].strip():
                yield run
                run = []
            run.append(after)
        if run:
            yield run


def hit(
    text: Text,
    first: Token,
    last: Token | None = None,
    *,
    message: str = "",
    suggestion: str = "",
    is_mild: bool = False,
    certainty: Certainty = Certainty.SURE,
) -> Hit:
    """A hit from one word to another of its line."""
    end = (last or first).end
    found = text.lines[first.line - 1][first.start : end]
    return Hit(first.line, first.start, end, found, message, suggestion, is_mild, certainty)


def first_reading(token: Token) -> Reading | None:
    """The likeliest reading."""
    return token.readings[0] if token.readings else None


def is_name(token: Token) -> bool:
    """Whether a capital letter inside a sentence makes it a name."""
    return token.text[:1].isupper() and not token.opens_sentence


def is_first(token: Token, feature: Feature) -> bool:
    """Whether the likeliest reading has this feature."""
    reading = first_reading(token)
    return reading is not None and feature in reading.features


def certainty(token: Token, feature: Feature) -> Certainty:
    """Sure where every reading has the feature."""
    is_sure = bool(token.readings) and all(feature in reading.features for reading in token.readings)
    return Certainty.SURE if is_sure else Certainty.LIKELY


def opens_term(run: Run, index: int) -> bool:
    """Whether a term of law begins here that has no easier name: gydantis gydytojas."""
    return index + 1 < len(run) and _TERMS.fullmatch(f"{run[index].text} {run[index + 1].text}") is not None


def to_be_before(run: Run, index: int) -> int | None:
    """Where a form of *būti* stands before this word, with at most two small words or adverbs between; or None."""
    for back in range(index - 1, max(-1, index - 4), -1):
        token = run[back]
        if TO_BE.fullmatch(token.text):
            return back
        if not is_adverb(token):
            return None
    return None


def is_adverb(token: Token) -> bool:
    """Whether it is an adverb or a small word that may stand between a verb and its participle."""
    return token.text.lower() in _BETWEEN or has_class(token, WordClass.ADVERB)


def is_nominative_plural(token: Token) -> bool:
    """Whether it surely is a man's noun in the nominative plural: telefonai, brolis ir draugai."""
    if token.text.lower() in {"visi", "kiti", "jie", "daugelis"}:
        return True
    if not _NOMINATIVE_PLURAL.fullmatch(token.text) or not token.readings:
        return False
    reading = token.readings[0]
    return reading.word_class in {WordClass.NOUN, WordClass.NAME} and reading.lemma.endswith(("s", "uo", "ai"))


def has_class(token: Token, *classes: WordClass) -> bool:
    """Whether the likeliest reading is of one of these classes."""
    reading = first_reading(token)
    return reading is not None and reading.word_class in classes


def describes_next(run: Run, index: int) -> bool:
    """Whether the next word is a man's noun in the nominative, which this word may describe."""
    return (
        index + 1 < len(run)
        and has_class(run[index + 1], WordClass.NOUN, WordClass.ADJECTIVE, WordClass.NAME)
        and _AGREES.fullmatch(run[index + 1].text) is not None
    )


def words_of(text: Text, sentence: Sentence) -> Sequence[Token]:
    """The words of a sentence on its first line; found fast, however many sentences the line holds."""
    tokens = text.tokens.get(sentence.line, ())
    begin = bisect_left(tokens, sentence.start, key=lambda token: token.start)
    return tokens[begin : bisect_left(tokens, sentence.end, key=lambda token: token.start)]


def words_around(text: Text, token: Token) -> Sequence[Token]:
    """The words of the sentence in which this word stands."""
    place = (token.line, token.start)
    index = bisect_right(text.sentences, place, key=lambda sentence: (sentence.line, sentence.start)) - 1
    if index < 0 or text.sentences[index].line != token.line:
        return ()
    return words_of(text, text.sentences[index])


def has_finite(text: Text, token: Token, *, but_subjunctives: bool = False) -> bool:
    """Whether a finite verb or an imperative most likely stands in the sentence of this word, besides it.

    Subjunctives count as well, unless `but_subjunctives`.
    """
    moods = {Feature.FINITE, Feature.IMPERATIVE} | (set() if but_subjunctives else {Feature.SUBJUNCTIVE})
    others = (first_reading(other) for other in words_around(text, token) if other.start != token.start)
    return any(reading is not None and not reading.features.isdisjoint(moods) for reading in others)


def has_object(run: Run, index: int) -> bool:
    """Whether an accusative follows at once: rasti darbą."""
    return index + 1 < len(run) and _OBJECT.fullmatch(run[index + 1].text) is not None
