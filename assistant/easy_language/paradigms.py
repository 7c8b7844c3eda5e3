"""What the rules of the spelling dictionary mean: from a paradigm flag and an ending to a word class and features.

The Lithuanian dictionary keeps one entry for each stem. A verb has three: present (*teikia*, flag E), past (*teikė*, P
or Y) and infinitive (*teikti*, T and W); R and O are their reflexives. D, I, K, M, V decline nouns, B, Q, U adjectives,
C pronouns, H numerals.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.easy_language.affixes import Origin, Suffix
from assistant.easy_language.forms import Feature, WordClass

Features = frozenset[Feature]

_NONE: Features = frozenset()
_FINITE: Features = frozenset({Feature.FINITE})
_YOU: Features = frozenset({Feature.FINITE, Feature.SECOND_SINGULAR})
_IMPERATIVE: Features = frozenset({Feature.IMPERATIVE})
_YOUR_IMPERATIVE: Features = frozenset({Feature.IMPERATIVE, Feature.SECOND_SINGULAR})
_FREQUENTATIVE: Features = frozenset({Feature.FINITE, Feature.FREQUENTATIVE})
_SUBJUNCTIVE: Features = frozenset({Feature.SUBJUNCTIVE})
_HALF: Features = frozenset({Feature.HALF_PARTICIPLE})
_GERUND: Features = frozenset({Feature.GERUND})
_ACTIVE: Features = frozenset({Feature.ACTIVE_PARTICIPLE})
_PASSIVE: Features = frozenset({Feature.PASSIVE_PARTICIPLE})
_NOMINAL: Features = frozenset({Feature.NOMINALISATION})
_REFLEXIVE: Features = frozenset({Feature.REFLEXIVE})

COMMON, LIKELY, PROBABLE, POSSIBLE, RARE, ODD = range(6)
"""How likely a reading is among others of the same form."""

_PRONOMINAL_END = re.compile(
    r"(?:(?:as|ys|us)is|ojo|jam|ąjį|įjį|ųjį|oju|jame|eji|ųjų|esiems|osius|isiais|osiuose|oji|osios|jai|ąją|ąja|ojoje?"
    r"|osioms|ąsias|osiomis|osiose)$"
)
_NOMINAL_END = r"(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)"
_ADVERB = re.compile(r"(?:t|č|ž)?i?(?:ai|au|ausiai|okai)|t?okai|iai|čiau|žiau|usiai|ausiai")
_ABSTRACT = re.compile(rf"t?u?m{_NOMINAL_END}")
_REFLEXIVE_NOMINAL = re.compile(r"[iy]m(?:asis|osi|uisi|ąsi|usi|esi|aisi|ųsi)")


@dataclass(frozen=True)
class Meaning:
    """What a form is by its paradigm; `rank` is one of COMMON … ODD."""

    word_class: WordClass
    features: Features
    rank: int


def meanings(origin: Origin) -> Iterator[Meaning]:
    """What a form of this origin can be, apart from what its prefix adds."""
    if origin.suffix is None:
        yield from _of_entry(origin.entry, origin.flags)
    elif origin.flags:
        yield from _of_suffix(origin.suffix, origin.entry[:1].isupper())


def _of_entry(entry: str, flags: str) -> Iterator[Meaning]:
    if set(flags) & set("DIKMV"):
        yield Meaning(_noun_or_name(entry), _NONE, COMMON)
    for flag, word_class in (("B", WordClass.ADJECTIVE), ("C", WordClass.PRONOUN), ("H", WordClass.NUMERAL)):
        if flag in flags:
            yield Meaning(word_class, _NONE, COMMON)
    if set(flags) & set("EPY"):
        yield Meaning(WordClass.VERB, _FINITE, PROBABLE)
        if entry.endswith("i") and "E" in flags:
            yield Meaning(WordClass.VERB, _YOU, POSSIBLE)
    if "T" in flags:
        yield Meaning(WordClass.VERB, _NONE, COMMON)
        # Of the past passive participle the dictionary leaves out the form that looks like the infinitive.
        yield Meaning(WordClass.VERB, _PASSIVE, RARE)
    elif set(flags) & set("RO") and entry.endswith("tis"):
        yield Meaning(WordClass.VERB, _REFLEXIVE, COMMON)
    elif set(flags) & set("RO") and entry.endswith("si"):
        yield Meaning(WordClass.VERB, _FINITE | _REFLEXIVE, PROBABLE)


def _noun_or_name(entry: str) -> WordClass:
    return WordClass.NAME if entry[:1].isupper() else WordClass.NOUN


@cache
def _of_suffix(suffix: Suffix, is_name: bool) -> tuple[Meaning, ...]:  # noqa: FBT001 - a cached key
    flag, add = suffix.flag, suffix.add
    if flag in "DIKMV":
        word_class = WordClass.NAME if is_name else WordClass.NOUN
        return _declined(word_class, _NONE, LIKELY, suffix)
    if flag == "C":
        return _declined(WordClass.PRONOUN, _NONE, COMMON, suffix)
    if flag == "H":
        return _declined(WordClass.NUMERAL, _NONE, LIKELY, suffix)
    if flag in "BQ" or (flag in "UW" and suffix.strip in {"s", "is", "tis"}):
        return _adjective(suffix)
    if flag in "RO":
        return _reflexive(suffix)
    if flag == "E":
        return _present(suffix)
    if flag in "PY":
        return _past(suffix)
    return _of_infinitive(suffix) if flag in "TUW" else (Meaning(WordClass.PARTICLE, _NONE, ODD),) if add else ()


def _declined(word_class: WordClass, features: Features, rank: int, suffix: Suffix) -> tuple[Meaning, ...]:
    """The readings of a declined form: genitives of women's gender are plural nominatives as well."""
    is_pronominal = _PRONOMINAL_END.search(suffix.add) or (suffix.add == "is" and not suffix.strip)
    if word_class in {WordClass.ADJECTIVE, WordClass.NUMERAL, WordClass.VERB} and is_pronominal:
        features |= {Feature.PRONOMINAL}
    plain = Meaning(word_class, features, rank)
    genitive = Meaning(word_class, features | {Feature.GENITIVE}, rank)
    add, strip = suffix.add, suffix.strip
    if add == "s" and suffix.condition == "ė":
        return (genitive, plain)
    if add == "ų" and strip == "us" and word_class in {WordClass.NOUN, WordClass.NAME}:
        # The accusative singular and the genitive plural: sūnų.
        return (plain, genitive)
    if add == "es" and strip == "s" and suffix.condition.endswith("is"):
        return (genitive,)
    if re.search(r"(?:ų|ųjų|ojo|ųsi|aus|ies|ens|ers)$", add) or (re.search(r"(?<!u)o$", add)):
        return (genitive,)
    if add.endswith("osios") or (re.search(r"[oė]s$", add) and not add.endswith("uos")):
        return (genitive, plain)
    return (plain,)


def _adjective(suffix: Suffix) -> tuple[Meaning, ...]:
    if suffix.flag == "Q":
        if _ABSTRACT.fullmatch(suffix.add):
            return _declined(WordClass.NOUN, _NOMINAL, LIKELY, suffix)
        if _ADVERB.fullmatch(suffix.add):
            return (Meaning(WordClass.ADVERB, _NONE, COMMON),)
    plain = _declined(WordClass.ADJECTIVE, _NONE, LIKELY, suffix)
    is_plural = suffix.condition.endswith("is")
    if not is_plural and ((suffix.add == "i" and suffix.strip == "s") or re.fullmatch(r"[čž]?iai|ai", suffix.add)):
        # The adverb looks like the dative: gerai, gražiai.
        return (Meaning(WordClass.ADVERB, _NONE, COMMON), *plain)
    return plain


def _verb(features: Features, rank: int = PROBABLE) -> tuple[Meaning, ...]:
    return (Meaning(WordClass.VERB, features, rank),)


def _participle(features: Features, rank: int, suffix: Suffix) -> tuple[Meaning, ...]:
    if features >= _PASSIVE and re.fullmatch(r"[mn]?ai", suffix.add):
        # Adverbs look like the dative, and are likelier: papildomai, dirbtinai.
        return (Meaning(WordClass.ADVERB, _NONE, PROBABLE), *_verb(features, rank))
    return _declined(WordClass.VERB, features, rank, suffix)


def _present(suffix: Suffix) -> tuple[Meaning, ...]:
    add, strip = suffix.add, suffix.strip
    if (add, strip) in {("i", "a"), ("", "a"), ("ti", "čia"), ("di", "žia"), ("i", "žia"), ("ai", "o")}:
        return _verb(_YOU)
    if add in {"u", "au", "me", "m", "te", "t", "žiu", "čiu"}:
        return _verb(_FINITE)
    if add in {"nt", "ant"}:
        return _verb(_GERUND)
    if add.startswith("m"):
        return _participle(_PASSIVE, POSSIBLE, suffix)
    # Neuters and plurals such as "einą" are hardly ever written, and look like nouns.
    return _participle(_ACTIVE, ODD if add in {"ą", "į"} else POSSIBLE, suffix)


def _past(suffix: Suffix) -> tuple[Meaning, ...]:
    add = suffix.add
    if add in {"ai", "ei"}:
        return _verb(_YOU)
    if add in {"au", "iau", "žiau", "čiau", "me", "m", "te", "t"}:
        return _verb(_FINITE)
    if add in {"us", "ius", "žius", "čius"}:
        return _verb(_GERUND)
    if re.fullmatch(rf"[iy]m{_NOMINAL_END}", add):
        return _declined(WordClass.NOUN, _NOMINAL, LIKELY, suffix)
    return _participle(_ACTIVE, POSSIBLE, suffix)


_TENSES: tuple[tuple[re.Pattern[str], Features, int], ...] = (
    (re.compile(r"davai"), _FREQUENTATIVE | {Feature.SECOND_SINGULAR}, PROBABLE),
    (re.compile(r"dav(?:au|o|ome|om|ote|ot)"), _FREQUENTATIVE, PROBABLE),
    (re.compile(r"davus"), _GERUND, PROBABLE),
    (re.compile(r"dam(?:as|a|i|os)"), _HALF, PROBABLE),
    (re.compile(r"umei"), _SUBJUNCTIVE | {Feature.SECOND_SINGULAR}, PROBABLE),
    (re.compile(r"čiau|um|umėme?|ume|umėte?|ute"), _SUBJUNCTIVE, PROBABLE),
    (re.compile(r"k"), _YOUR_IMPERATIVE, PROBABLE),
    (re.compile(r"ki[mt]e?"), _IMPERATIVE, PROBABLE),
    (re.compile(r"[sš]i"), _YOU, PROBABLE),
    (re.compile(r"[sš]iu|[sš]|[sš]i[mt]e?"), _FINITE, PROBABLE),
)


def _of_infinitive(suffix: Suffix) -> tuple[Meaning, ...]:
    add, condition = suffix.add, suffix.condition
    if condition in {"kti", "gti"} and add in {"", "k", "ime", "im", "ite", "it"}:
        return _verb(_YOUR_IMPERATIVE if add in {"", "k"} else _IMPERATIVE)
    if suffix.flag in "UW":
        return _verb(_FINITE)
    if suffix.strip == "i" and add == "ų":
        # The genitive of the participle is written like the subjunctive.
        return (*_verb(_SUBJUNCTIVE, POSSIBLE), *_verb(_PASSIVE | {Feature.GENITIVE}, RARE))
    if suffix.strip == "ti" and add in {"", "iu", "i", "ime", "im", "ite", "it"}:
        return _verb(_YOU if add == "i" else _FINITE)
    if suffix.strip == "i" and not add:
        return _verb(_NONE, POSSIBLE)
    for tense, features, rank in _TENSES:
        if tense.fullmatch(add):
            return _verb(features, rank)
    if add.startswith("dav"):
        return _participle(_ACTIVE, RARE, suffix)
    if suffix.strip in {"ti", "zti", "žti"}:
        # Participles of the future, active and passive.
        return _participle(_PASSIVE if re.match(r"[sš]?im", add) else _ACTIVE, ODD, suffix)
    if suffix.strip == "" and add.startswith("n"):
        return _participle(_PASSIVE, RARE, suffix)
    return _participle(_PASSIVE, POSSIBLE, suffix)


_REFLEXIVE_TENSES: tuple[tuple[re.Pattern[str], Features], ...] = (
    (re.compile(r"davaisi"), _FREQUENTATIVE | {Feature.SECOND_SINGULAR}),
    (re.compile(r"dav(?:ausi|osi|omės|otės)"), _FREQUENTATIVE),
    (re.compile(r"davusis|[iu]?ęsis?|[iu]?ęsi|i?usiosi"), _ACTIVE),
    (re.compile(r"dam(?:asis|asi|iesi|osi)"), _HALF),
    (re.compile(r"kis"), _YOUR_IMPERATIVE),
    (re.compile(r"ki(?:mės|tės)"), _IMPERATIVE),
    (re.compile(r"masi"), _PASSIVE),
    (re.compile(r"a?ntis|[iž]?i?usis|čiusis"), _GERUND),
    (re.compile(r"[sš]?iesi|esi|tiesi|[ae]isi"), _YOU),
)


def _reflexive(suffix: Suffix) -> tuple[Meaning, ...]:
    add, strip, condition = suffix.add, suffix.strip, suffix.condition
    if strip == "" and add == "s":
        return _verb(_REFLEXIVE, COMMON)
    if _REFLEXIVE_NOMINAL.fullmatch(add):
        genitive = {Feature.GENITIVE} if add.endswith(("osi", "ųsi")) else set()
        return (Meaning(WordClass.NOUN, _NOMINAL | _REFLEXIVE | genitive, LIKELY),)
    if condition in {"kti", "gti", "ktis", "gtis"} and add in {"is", "imės", "itės", "kis"}:
        return _verb((_YOUR_IMPERATIVE if add in {"is", "kis"} else _IMPERATIVE) | _REFLEXIVE)
    if strip in {"i", "is"} and re.fullmatch(r"umei?si?|ųsi|umė?mės|umės|umėtės|utės", add):
        return _verb(_SUBJUNCTIVE | _REFLEXIVE)
    if strip in {"ti", "tis"} and add == "čiausi":
        return _verb(_SUBJUNCTIVE | _REFLEXIVE)
    if strip in {"i", "is"} and add == "asi":
        return _verb(_PASSIVE | _REFLEXIVE, POSSIBLE)
    for tense, features in _REFLEXIVE_TENSES:
        if tense.fullmatch(add):
            return _verb(features | _REFLEXIVE, PROBABLE if features in {_HALF, _YOU, _FREQUENTATIVE} else POSSIBLE)
    return _verb(_FINITE | _REFLEXIVE)
