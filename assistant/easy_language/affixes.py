"""Undoes the prefixes and suffixes of a spelling dictionary: from a form back to the entries that it can be made of.

It reads the two files of a Hunspell dictionary as far as the Lithuanian one uses them: flags are single letters, a form
has at most one prefix and one suffix, and every prefix goes with every suffix.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

_RULE_PARTS = 4
_RULE_PARTS_WITH_CONDITION = 5


class BrokenDictionaryError(ValueError):
    """The files are not a dictionary; `line` counts from 1 in the file named `kind` (aff or dic)."""

    def __init__(self, kind: str, line: int, what: str) -> None:
        super().__init__(f"{kind}:{line}: {what}")
        self.kind = kind
        self.line = line
        self.what = what


@dataclass(frozen=True)
class Suffix:
    """A rule: an entry with the flag `flag` that ends in `condition` loses `strip` and gets `add`."""

    flag: str
    strip: str
    add: str
    condition: str

    def fits(self, entry: str) -> bool:
        """Whether the rule may be used on this entry."""
        return _ending(self.condition).search(entry) is not None


@dataclass(frozen=True)
class Prefix:
    """A rule: an entry with the flag `flag` that begins with `condition` gets `add` in front."""

    flag: str
    add: str
    condition: str

    def fits(self, entry: str) -> bool:
        """Whether the rule may be used on this entry."""
        return _beginning(self.condition).match(entry) is not None


@dataclass(frozen=True)
class Origin:
    """One way in which a form is made: the entry and its flags, and the rules that were used on it."""

    entry: str
    flags: str
    prefix: Prefix | None = None
    suffix: Suffix | None = None


@dataclass(frozen=True)
class Affixes:
    """A whole dictionary. `entries` has the flags of each entry, one text for each time that it stands there."""

    entries: Mapping[str, tuple[str, ...]]
    suffixes: Mapping[str, Mapping[str, tuple[Suffix, ...]]]
    prefixes: tuple[Prefix, ...]
    longest_suffix: int

    def origins(self, form: str) -> Iterator[Origin]:
        """Every way in which this form can be made, in no order."""
        yield from self._without_prefix(form, None)
        for prefix in self.prefixes:
            rest = form.removeprefix(prefix.add)
            if len(rest) < len(form) and prefix.fits(rest):
                yield from self._without_prefix(rest, prefix)

    def flags_of(self, entry: str) -> Iterator[str]:
        """The flags of an entry, one text for each time that it stands in the dictionary."""
        yield from self.entries.get(entry, ())

    def _without_prefix(self, form: str, prefix: Prefix | None) -> Iterator[Origin]:
        needed = prefix.flag if prefix else ""
        for flags in self.entries.get(form, ()):
            if needed in flags:
                yield Origin(form, flags, prefix)
        for cut in range(max(1, len(form) - self.longest_suffix), len(form) + 1):
            for strip, rules in self.suffixes.get(form[cut:], _NO_RULES).items():
                entry = form[:cut] + strip
                for flags in self.entries.get(entry, ()):
                    if needed not in flags:
                        continue
                    for rule in rules:
                        if rule.flag in flags and rule.fits(entry):
                            yield Origin(entry, flags, prefix, rule)


_NO_RULES: Mapping[str, tuple[Suffix, ...]] = MappingProxyType({})


def read_affixes(aff: str, dic: str) -> Affixes:
    """The dictionary from the text of its two files. Raises BrokenDictionaryError."""
    suffixes: dict[str, dict[str, list[Suffix]]] = defaultdict(lambda: defaultdict(list))
    prefixes: list[Prefix] = []
    for number, line in enumerate(aff.splitlines(), start=1):
        parts = line.split()
        if not parts or parts[0] not in {"SFX", "PFX"} or _is_header(parts):
            continue
        if len(parts) < _RULE_PARTS_WITH_CONDITION:
            raise BrokenDictionaryError("aff", number, "the rule has too few parts")
        flag, strip, add, condition = parts[1], parts[2].strip("0"), parts[3].strip("0"), parts[4]
        if parts[0] == "PFX":
            prefixes.append(Prefix(flag, add, condition))
        else:
            suffixes[add][strip].append(Suffix(flag, strip, add, condition))
    if not suffixes:
        raise BrokenDictionaryError("aff", 1, "there is no rule for suffixes")
    return Affixes(
        entries=MappingProxyType(_entries(dic)),
        suffixes=MappingProxyType(
            {
                add: MappingProxyType({strip: tuple(rules) for strip, rules in by_strip.items()})
                for add, by_strip in suffixes.items()
            }
        ),
        prefixes=tuple(prefixes),
        longest_suffix=max(map(len, suffixes)),
    )


def _is_header(parts: list[str]) -> bool:
    return len(parts) == _RULE_PARTS and parts[2] in {"Y", "N"} and parts[3].isdigit()


def _entries(dic: str) -> dict[str, tuple[str, ...]]:
    lines = dic.splitlines()
    if not lines or not lines[0].strip().isdigit():
        raise BrokenDictionaryError("dic", 1, "the first line is not the number of entries")
    entries: dict[str, tuple[str, ...]] = {}
    for line in lines[1:]:
        word, _, flags = line.strip().partition("/")
        if word:
            entries[word] = (*entries[word], flags) if word in entries else (flags,)
    return entries


@cache
def _ending(condition: str) -> re.Pattern[str]:
    """The conditions of the dictionary are regular expressions already; there are few of them."""
    return re.compile(f"{condition}$")


@cache
def _beginning(condition: str) -> re.Pattern[str]:
    return re.compile(condition)
