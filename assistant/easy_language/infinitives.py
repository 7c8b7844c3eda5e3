"""Finds the infinitive of a verb from the entry of its present or past stem.

The dictionary keeps the stems of a verb apart, so the infinitive is looked for: by the usual pattern of stems first,
then by likeness. Entries of one verb take the same prefixes, which tells apart those that only look alike.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_PATTERNS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), ends)
    for pattern, ends in (
        (r"uoja$", ("uoti",)),
        (r"auja$", ("auti",)),
        (r"avo$", ("uoti", "auti", "oti")),
        (r"([oėy])ja$", (r"\1ti",)),
        (r"([oėyi])jo$", (r"\1ti",)),
        (r"ijo$", ("yti", "iti")),
        (r"([aiou])(?:nk|mk)a$", (r"\1kti",)),
        (r"([aiou])[nm]([bpg])a$", (r"\1\2ti",)),
        (r"i$", ("ėti",)),
        (r"o$", ("yti", "oti", "ti", "ėti")),
        (r"([aeiouyūėl])nda$", (r"\1sti",)),
        (r"auna$", ("auti",)),
        (r"([eu])ina$", (r"\1iti", r"\1inti")),
        (r"ina$", ("inti",)),
        (r"(?:džia|dė|do)$", ("sti", "dyti", "dėti")),
        (r"(?:čia|tė|ta|to)$", ("sti", "tyti", "tėti")),
        (r"sta$", ("ti", "sti")),
        (r"(?:ia|a|ė)$", ("ti", "ėti", "yti", "oti")),
        (r"na$", ("ti",)),
    )
)
# Verbs whose stems no pattern joins.
_IRREGULAR: Mapping[str, str] = {
    "yra": "būti",
    "buvo": "būti",
    "esa": "būti",
    "reikia": "reikėti",
    "susijo": "susieti",
    "būna": "būti",
    "duoda": "duoti",
    "davė": "duoti",
    "ėjo": "eiti",
    "ima": "imti",
    "ėmė": "imti",
    "deda": "dėti",
    "moka": "mokėti",
    "moko": "mokyti",
    "sprendžia": "spręsti",
    "sprendė": "spręsti",
    "siunčia": "siųsti",
    "siuntė": "siųsti",
    "kenčia": "kęsti",
    "perka": "pirkti",
    "renka": "rinkti",
    "liko": "likti",
    "lieka": "likti",
    "veža": "vežti",
    "kalba": "kalbėti",
    "tęsia": "tęsti",
    "žengia": "žengti",
    "gimsta": "gimti",
    "gimė": "gimti",
    "žūsta": "žūti",
    "žuvo": "žūti",
    "miršta": "mirti",
    "serga": "sirgti",
    "keičia": "keisti",
    "kviečia": "kviesti",
    "atlieka": "atlikti",
    "vyksta": "vykti",
    "randa": "rasti",
    "tampa": "tapti",
    "gyvena": "gyventi",
}
_STEM = 2
_NOT_LOWER = re.compile(r"[^a-z]")


class Infinitives:
    """Knows the infinitives of a dictionary, `entries` with their flags."""

    def __init__(self, entries: Mapping[str, tuple[str, ...]]) -> None:
        self._entries = entries
        self._by_stem: dict[str, list[str]] = {}
        for entry in entries:
            if entry.endswith("ti") and any("T" in flags for flags in entries[entry]):
                self._by_stem.setdefault(entry[:_STEM], []).append(entry)

    def of(self, entry: str, flags: str) -> str:
        """The infinitive, or the entry itself where none is found. Reflexive entries lose their -si or -s."""
        stem = re.sub(r"(?<=[aoėi])si$|(?<=ti)s$", "", entry)
        if stem in _IRREGULAR:
            return _IRREGULAR[stem]
        if stem.endswith("ti") and set(flags) & set("TR"):
            return stem
        prefixes = _NOT_LOWER.sub("", flags)
        found = [candidate for candidate in _candidates(stem) if self._is_infinitive(candidate)]
        for candidate in (*found, *(self._alike(stem) if prefixes else ())):
            if any(_NOT_LOWER.sub("", other) == prefixes for other in self._entries[candidate]):
                return candidate
        return found[0] if found else stem

    def _is_infinitive(self, candidate: str) -> bool:
        return any("T" in flags for flags in self._entries.get(candidate, ()))

    def _alike(self, stem: str) -> Iterable[str]:
        return sorted(self._by_stem.get(stem[:_STEM], ()), key=lambda candidate: abs(len(candidate) - len(stem)))


def _candidates(stem: str) -> Iterator[str]:
    for pattern, ends in _PATTERNS:
        if pattern.search(stem):
            for end in ends:
                yield pattern.sub(end, stem)
