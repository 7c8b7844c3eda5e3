"""Rows of genitives: whose of whose of what."""

import re
from collections.abc import Iterator

from assistant.easy_language.closed_words import GENITIVE_PREPOSITIONS, PREPOSITIONS
from assistant.easy_language.findings import Certainty
from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.rule import EASED_AT_LEVEL_3, IN_SENTENCES, Bad, Hit, Rule
from assistant.easy_language.rules.near import Run, first_reading, has_class, hit, runs
from assistant.easy_language.text import Text, Token
from assistant.easy_language.word_sets import word_set

_NOMINATIVE_PLURALS = re.compile(r"\w+(?:os|ės)", re.IGNORECASE)
_GENITIVE_END = re.compile(r"\w{2,}(?:inio|os|ės|ies|ių|ų|aus|ens|imo|ymo|umo)", re.IGNORECASE)
_GENITIVE_VERBS = word_set(
    "laukti palaukti sulaukti prašyti paprašyti reikėti prireikti norėti ieškoti klausti paklausti bijoti trūkti"
    " pritrūkti užtekti mokytis siekti reikalauti atsisakyti pageidauti klausytis netekti atsiprašyti vengti"
    " ieškotis"
)
_POINTING = re.compile(
    r"kelių|keleto|visų|visos|viso|kitų|kito|kitos|dviejų|trijų|vieno|vienos|abiejų|kiekvien\w+|kurio|kurios|kurių|pusės|daugelio"
    r"|daugumos",
    re.IGNORECASE,
)
# These are one thing with one name.
_FIXED_TERMS = re.compile(
    r"\b(?:elektroninio pašto|psichikos sveikatos|asmens kodo|asmens tapatybės|gestų kalbos|teisių apsaugos"
    r"|socialinių įgūdžių|darbo rinkos|darbo vietos|banko sąskaitos"
    r"|atvejo vadyb\w+|intelekto negalios|psichosocialinės negalios"
    r"|dalyvumo lyg\w+|vaiko teisių|gyvenamosios vietos|telefono numer\w+|dienos veiklos|dienos centr\w+"
    r"|kasdienio gyvenimo|negalios reikalų|pagalbos poreikio|vaikų dienos|socialinių paslaugų (?:centr|įstaig)\w+"
    r"|socialinės paramos skyri\w+|pagalbos plan\w+|individualios pagalbos|socialinio darb\w+"
    r"|lengvai suprantamos kalbos)\b",
    re.IGNORECASE,
)
_LONGEST_EASY_CHAIN = 2
_PARTICIPLES = frozenset({Feature.PASSIVE_PARTICIPLE, Feature.ACTIVE_PARTICIPLE})
_NOMINATIVE = re.compile(r"\w+(?:as|is|ys|us|uo|a|ė|ai|os|ės|ūs)", re.IGNORECASE)


def _may_be_genitive(token: Token, *, is_home: bool) -> bool:
    """Whether it most likely is a genitive, or a plural nominative that looks like one.

    *Namo* is a way to go, unless it follows a preposition or a genitive (`is_home`).
    """
    if token.text.lower() in {"manęs", "tavęs", "savęs", "ko", "nieko", "kieno", "visko", "kokios"}:
        return False
    if token.text.lower() == "namo":
        return is_home
    if token.is_number or _has_no_case(token):
        return False
    if not token.readings:
        return _GENITIVE_END.fullmatch(token.text) is not None
    first = token.readings[0]
    of_the_word = [
        reading for reading in token.readings if (reading.lemma, reading.word_class) == (first.lemma, first.word_class)
    ]
    # An accusative singular is far likelier than the plural that looks like it: sūnų, skaičių.
    if token.text.endswith("ų") and Feature.GENITIVE not in first.features:
        return False
    return any(Feature.GENITIVE in reading.features for reading in of_the_word)


def _has_no_case(token: Token) -> bool:
    return has_class(token, WordClass.ADVERB, WordClass.PREPOSITION, WordClass.CONJUNCTION, WordClass.PARTICLE)


def _is_ambiguous(token: Token) -> bool:
    """Whether it can be a nominative plural as well: paslaugos, savivaldybės."""
    return _NOMINATIVE_PLURALS.fullmatch(token.text) is not None and any(
        Feature.GENITIVE not in reading.features
        and (reading.word_class is not WordClass.VERB or not reading.features.isdisjoint(_PARTICIPLES))
        for reading in token.readings
    )


def _is_noun(token: Token) -> bool:
    return (
        not token.readings
        or has_class(token, WordClass.NOUN, WordClass.NAME)
        or any(reading.word_class is WordClass.NOUN for reading in token.readings)
    )


def _chains(run: Run) -> Iterator[tuple[int, int]]:
    """Where rows of genitives begin and end (the end is the word after the last)."""
    start: int | None = None
    for index in range(len(run) + 1):
        if index < len(run) and _may_be_genitive(
            run[index], is_home=start is not None or (index > 0 and run[index - 1].text.lower() in PREPOSITIONS)
        ):
            start = index if start is None else start
            continue
        if start is not None:
            yield start, index
        start = None


def _genitives(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for begin, end in _chains(run):
            start, stop = _trimmed(run, begin, end)
            chain = run[start:stop]
            nouns = [token for token in chain if _is_noun(token)]
            if not nouns:
                continue
            # The noun that they all describe is the last word of what must be mended.
            last = run[stop] if stop < len(run) and _is_noun(run[stop]) else run[stop - 1]
            length = _length(chain)
            if length > _LONGEST_EASY_CHAIN:
                yield hit(text, chain[0], last, certainty=Certainty.LIKELY)
            elif length == _LONGEST_EASY_CHAIN == len(nouns) and last not in chain and all(t.readings for t in chain):
                yield hit(
                    text,
                    chain[0],
                    last,
                    message="Du kilmininkai stovi greta.",
                    is_mild=True,
                    certainty=Certainty.LIKELY,
                )


def _length(chain: Run) -> int:
    """How many genitives the reader must hold: a fixed term is one, and words of number and pointing are none."""
    words = [token.text.lower() for token in chain if not _POINTING.fullmatch(token.text)]
    return len(words) - len(_FIXED_TERMS.findall(" ".join(words)))


def _governs_genitive(token: Token) -> bool:
    """Whether a genitive is due after this word: nuo, laukiame, nėra, nerašo."""
    if token.text.lower() in GENITIVE_PREPOSITIONS:
        return True
    reading = first_reading(token)
    return (
        reading is not None
        and reading.word_class is WordClass.VERB
        and (Feature.NEGATED in reading.features or reading.lemma in _GENITIVE_VERBS)
    )


def _trimmed(run: Run, start: int, stop: int) -> tuple[int, int]:
    """The row without words at its end that are nominative plurals rather than genitives."""
    if start > 0 and _governs_genitive(run[start - 1]):
        return start, stop
    start = _after_subject(run, start, stop)
    follows_noun = stop < len(run) and _is_noun(run[stop]) and not _has_no_case(run[stop])
    if follows_noun:
        return start, stop
    while stop > start and _is_ambiguous(run[stop - 1]):
        stop -= 1
    return start, stop


def _after_subject(run: Run, start: int, stop: int) -> int:
    """Where the row begins without a subject that looks like genitives: "Naujos paslaugos šeimos nariams"."""
    is_opening = start == 0 and run[0].opens_sentence and _is_ambiguous(run[0])
    if not is_opening or stop >= len(run) or _NOMINATIVE.fullmatch(run[stop].text):
        return start
    for index in range(start, stop):
        if not _is_ambiguous(run[index]):
            return start
        if has_class(run[index], WordClass.NOUN):
            return index + 1
    return start


GENITIVES = Rule(
    id="G07",
    title="Ne daugiau kaip 2 kilmininkai greta",
    message="Keli kilmininkai stovi greta.",
    suggestion="Rašykite trumpiau arba du sakinius.",
    source="NLS",
    find=_genitives,
    scopes=IN_SENTENCES,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad(
            "Eikite į rajono socialinės paramos skyriaus vedėjos kabinetą.",
            "rajono socialinės paramos skyriaus vedėjos kabinetą",
        ),
        Bad("Kauno miesto savivaldybės darbuotojas laukia.", "Kauno miesto savivaldybės darbuotojas"),
        Bad("Mano draugo tėvo namas yra didelis.", "Mano draugo tėvo namas"),
        Bad("Laukiame teismo sprendimo kopijos.", "teismo sprendimo kopijos"),
        Bad("Radau kaimyno sesers sūnaus dviratį.", "kaimyno sesers sūnaus dviratį"),
    ),
    good=(
        "Mano sesers vaikas mokosi.",
        "Žiemos dienos yra trumpos.",
        "Naujos geros paslaugos šeimos nariams yra čia.",
        "Mūsų valandos išnaudotos.",
        "Ateina ilgos šaltos naktys.",
        "Nuo ryto iki vakaro lijo.",
        "Poliklinikos seselės geros, mielos.",
        "Jį nustato Asmens su negalia teisių apsaugos agentūra.",
    ),
)
