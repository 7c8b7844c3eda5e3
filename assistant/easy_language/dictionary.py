"""Readings of any Lithuanian word, worked out from the spelling dictionary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.easy_language.affixes import Affixes, Origin, Prefix
from assistant.easy_language.closed_words import closed_readings, unflagged_reading
from assistant.easy_language.forms import Feature, Reading, WordClass
from assistant.easy_language.infinitives import Infinitives
from assistant.easy_language.likelihood import rank_of
from assistant.easy_language.paradigms import COMMON, LIKELY, ODD, Meaning, meanings
from assistant.easy_language.word_sets import word_set

_CACHE_LIMIT = 50_000

_NOMINAL = re.compile(r"(?:im|ym)(?:as|ai|asis)$")
_ABSTRACT = re.compile(r"umas$")
_DIMINUTIVE = re.compile(r"(?:el|ėl|uk|ut|yt|užėl)(?:is|ė|as|ytė|aitė)$")
_BASES_OF_MEN = ("as", "is", "ys", "us", "ius", "tis", "dis")
_BASES_OF_WOMEN = ("a", "ė", "ia")
# These only look small: they are names of things, and no shorter word says the same.
_NO_DIMINUTIVES = word_set(
    "lapelis langelis mygtukas kortelė lentelė stulpelis senelis senelė mergaitė ratelis takelis rėmelis"
    " kambariukas būrelis skyrelis krepšelis maišelis paketėlis mazgelis pirštukas kojelė sagtelė dėželė lazdelė"
    " kėdutė knygelė bandelė paukštelis taurelė ženklelis skiautelė tabletėlė trumpikė peilis raidelė birželis"
    " daugelis minutė ląstelė aikštelė miestelis suknelė žinutė darželis dėžutė stotelė eilutė sienelė dalelė"
    " butelis angelas tunelis indėlis vakarėlis puodelis vadovėlis plokštelė pupelė viršelis lopšelis sandėlis"
    " vežimėlis pabėgėlis pabėgėlė spintelė laukelis kabelis batelis patelė lemputė bambukas triukas nykštukas"
    " riešutas panelė gabalėlis juostelė pertraukėlė paveikslėlis mašinėlė žolelė žvaigždutė drugelis skydelis"
    " namelis liemenėlė filmukas staliukas grietinėlė porelė eilėraštukas erelis nikelis pakelė šakelė žvynelis"
    " skruzdėlė vyrukas piniginė pagalvėlė servetėlė žurnalas lelija kavinukas arbatinukas šaukštelis lėkštelė"
    " saldainiukas kremas tabletė truputis trupinėlis artelė kamuoliukas žirniukas kopėtėlės durelės akelė"
    " kaulelis kumelė šaltukas cukrus stiklinė kaušelis čiuožyklėlė gandrelis pyragėlis bulvytė raktelis"
    " dangtelis vamzdelis kryžiukas ratukas ratukai sūrelis kepurė dešrelė sūpuoklės mentelė kompiuteris"
    " sąrašėlis užrašėlis knygutė pažymėlė antspaudėlis langutis popieriukas pieštukas drožtukas trintukas"
    " segtukas lipdukas smeigtukas žiogelis"
)
_SMALL = re.compile(
    r"(?P<stem>\w{3,})(?P<small>el|ėl|yt|ut|už)"
    r"(?P<end>is|io|iui|į|iu|yje|i|iai|ių|iams|ius|iais|iuose|ė|ės|ei|ę|e|ėje|ėms|es|ėmis|ėse)"
)
_FEMININE = word_set("ė ės ei ę e ėje ėms es ėmis ėse")
# Entries that hold a denial already: "neina" for "ne" and "eina".
_DENIED_ENTRY = re.compile(r"ne(?:ina|iti)$|nėjo$|ne(?:be)?si\w{4,}")


@dataclass(frozen=True)
class _Ranked:
    rank: int
    reading: Reading


class DictionaryForms:
    """Forms (see forms.py) from a spelling dictionary. Keeps what it worked out, up to a limit."""

    def __init__(self, affixes: Affixes) -> None:
        self._affixes = affixes
        self._infinitives = Infinitives(affixes.entries)
        self._known: dict[str, tuple[Reading, ...]] = {}

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Everything that the form can be, the likeliest first; empty for a form that is not known."""
        known = self._known.get(form)
        if known is None:
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            known = self._known[form] = self._work_out(form)
        return known

    def _work_out(self, form: str) -> tuple[Reading, ...]:
        small = form.lower()
        closed = tuple(closed_readings(small))
        if closed and closed[0].word_class is not WordClass.VERB:
            return closed
        ranked = [*self._ranked(small)]
        if form != small:
            ranked += [*self._ranked(form if not form.isupper() else form.capitalize())]
        if not ranked:
            ranked += [*self._denied(small), *self._diminutives(small)]
        ranked.sort(key=lambda one: (one.rank, _is_second(one.reading)))
        return tuple(dict.fromkeys((*closed, *(one.reading for one in ranked))))

    def _ranked(self, form: str) -> Iterator[_Ranked]:
        for origin in self._affixes.origins(form):
            if not origin.flags and not origin.suffix:
                # Some gerunds stand in the dictionary as words of their own.
                rank = ODD if form.endswith(("ant", "int")) else COMMON
                yield _Ranked(rank, unflagged_reading(origin.entry))
            for meaning in meanings(origin):
                if _is_price(origin, meaning):
                    yield _Ranked(COMMON, _priced(origin, meaning))
                reading = self._reading(origin, meaning)
                yield _Ranked(rank_of(origin, meaning, form), reading)

    def _denied(self, form: str) -> Iterator[_Ranked]:
        """Denied verbs that the dictionary does not make, because it allows one prefix only: "nebepateikė"."""
        for prefix in ("nebesi", "nebe", "nesi", "ne", "tebesi", "tebe", "besi", "be", "te"):
            rest = form.removeprefix(prefix)
            if len(rest) == len(form):
                continue
            for one in self._ranked(rest):
                if one.reading.word_class is WordClass.VERB:
                    added = {Feature.NEGATED} if prefix.startswith("ne") else set()
                    is_reflexive = prefix.endswith("si")
                    added |= {Feature.REFLEXIVE} if is_reflexive else set()
                    lemma = f"{one.reading.lemma}s" if is_reflexive else one.reading.lemma
                    reading = Reading(lemma, WordClass.VERB, one.reading.features | added)
                    yield _Ranked(one.rank, reading)

    def _diminutives(self, form: str) -> Iterator[_Ranked]:
        """Diminutives that the dictionary leaves out: "brolelis", "katytė"."""
        match = _SMALL.fullmatch(form)
        if match is None:
            return
        stem = match["stem"]
        for end in _BASES_OF_WOMEN if match["end"] in _FEMININE else _BASES_OF_MEN:
            if any("D" in flags for flags in self._affixes.flags_of(stem + end)):
                ending = "ė" if match["end"] in _FEMININE else "is"
                genitive = {Feature.GENITIVE} if match["end"] in {"io", "ių", "ės", "čio", "čių"} else set()
                features = frozenset({Feature.DIMINUTIVE} | genitive)
                yield _Ranked(LIKELY, Reading(f"{stem}{match['small']}{ending}", WordClass.NOUN, features))
                return

    def _reading(self, origin: Origin, meaning: Meaning) -> Reading:
        features = set(meaning.features)
        prefix = origin.prefix
        if meaning.word_class is WordClass.VERB:
            if (prefix and prefix.add.startswith("ne")) or _DENIED_ENTRY.match(origin.entry):
                features.add(Feature.NEGATED)
            if (prefix and "si" in prefix.add) or re.match(r"ne(?:be)?si", origin.entry):
                features.add(Feature.REFLEXIVE)
            if not prefix and not origin.suffix and set(origin.flags) & set("RO") and origin.entry.endswith("si"):
                features.add(Feature.REFLEXIVE)
            return Reading(self._verb(origin, features), WordClass.VERB, frozenset(features))
        if meaning.word_class is WordClass.NOUN:
            if Feature.NOMINALISATION in features:
                return Reading(self._nominal(origin), WordClass.NOUN, frozenset(features))
            features |= self._features_of_noun(origin.entry)
        lemma = f"{prefix.add}{origin.entry}" if prefix else origin.entry
        return Reading(lemma, meaning.word_class, frozenset(features))

    def _verb(self, origin: Origin, features: set[Feature]) -> str:
        infinitive = self._infinitives.of(origin.entry, origin.flags)
        if _DENIED_ENTRY.match(infinitive):
            infinitive = re.sub(r"^n(?=ei)|^ne(?:be)?si", "", infinitive)
        before = _without_denial(origin.prefix)
        is_reflexive = Feature.REFLEXIVE in features and not (before and before.endswith("si"))
        return f"{before}{infinitive}{'s' if is_reflexive else ''}"

    def _nominal(self, origin: Origin) -> str:
        """The nominative of a noun that was made from a verb or an adjective."""
        prefix = origin.prefix.add if origin.prefix else ""
        if origin.suffix is None:
            return prefix + origin.entry
        stem = origin.entry[: len(origin.entry) - len(origin.suffix.strip)]
        match = re.match(r"t?u?m|[iy]m", origin.suffix.add)
        end = "asis" if origin.suffix.flag in "RO" else "as"
        return f"{prefix}{stem}{match.group() if match else ''}{end}"

    def _features_of_noun(self, entry: str) -> set[Feature]:
        features: set[Feature] = set()
        if _NOMINAL.search(entry) and self._is_made_of_verb(_NOMINAL.sub("", entry)):
            features.add(Feature.NOMINALISATION)
        if _ABSTRACT.search(entry) and self._is_made_of_adjective(entry.removesuffix("umas")):
            features.add(Feature.NOMINALISATION)
        if entry not in _NO_DIMINUTIVES and _DIMINUTIVE.search(entry):
            stem = _DIMINUTIVE.sub("", entry)
            ends = _BASES_OF_WOMEN if entry.endswith("ė") else _BASES_OF_MEN
            if any("D" in flags for end in ends for flags in self._affixes.flags_of(stem + end)):
                features.add(Feature.DIMINUTIVE)
        return features

    def _is_made_of_verb(self, stem: str) -> bool:
        return any(
            set(origin.flags) & set("PYO")
            for end in ("o", "ė")
            for origin in self._affixes.origins(stem + end)
            if origin.suffix is None
        )

    def _is_made_of_adjective(self, stem: str) -> bool:
        return any(
            set(flags) & set("BE")
            for end in ("as", "us", "a", "ia", "i")
            for flags in self._affixes.flags_of(stem + end)
        )


def _without_denial(prefix: Prefix | None) -> str:
    """The part of a prefix that belongs to the verb's dictionary word."""
    if prefix is None or prefix.flag in "NX":
        return ""
    if prefix.flag == "S":
        return ""
    return prefix.add.removeprefix("ne")


def _is_second(reading: Reading) -> bool:
    """Adjectives in -us and -is that look like nouns are mostly rare ones: paslaugų, teisių."""
    return reading.word_class is WordClass.ADJECTIVE and not reading.lemma.endswith("as")


def _is_price(origin: Origin, meaning: Meaning) -> bool:
    is_plain = origin.prefix is None or origin.prefix.add == "ne"
    return is_plain and origin.entry == "moka" and Feature.PASSIVE_PARTICIPLE in meaning.features


def _priced(origin: Origin, meaning: Meaning) -> Reading:
    """The adjective "mokamas", which everybody uses and the dictionary leaves out."""
    lemma = "nemokamas" if origin.prefix else "mokamas"
    return Reading(lemma, WordClass.ADJECTIVE, meaning.features - {Feature.PASSIVE_PARTICIPLE})
