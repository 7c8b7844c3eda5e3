"""Reads whole numbers below two hundred written in Lithuanian words, in any case."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from assistant.understanding.normalize import as_it_sounds

SHORTEST_MISSPELT = 9
"""Shorter number words are too near to each other, and to other words, to be guessed at."""


def with_digits(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words with every number in words turned to digits: "trisdesimt keturi metai" becomes "34 metai"."""
    read: list[str] = []
    position = 0
    while position < len(words):
        number, used = _number_at(words, position)
        read.append(str(number) if used else words[position])
        position += max(used, 1)
    return tuple(read)


def _number_at(words: Sequence[str], start: int) -> tuple[int, int]:
    """The number that begins here and how many words it takes, none where no number begins here."""
    total, used, room = 0, 0, ANYTHING
    for word in words[start:]:
        part = _value_of(word)
        # In "šimtas trisdešimt keturi" each part is smaller than the unit of the part before.
        if part is None or not 0 < part < room:
            return (0, 1) if part == 0 and used == 0 else (total, used)
        total, used, room = total + part, used + 1, _UNITS.get(part, 0)
    return total, used


def _value_of(word: str) -> int | None:
    exact = _FORMS.get(word)
    if exact is not None or len(word) < SHORTEST_MISSPELT:
        return exact
    heard = _HEARD.get(as_it_sounds(word))
    if heard is not None:
        return heard
    near = {number for form, number in _FORMS.items() if OSA.distance(word, form, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None


def _forms() -> Iterator[tuple[str, int]]:
    for number, forms in _SMALL.items():
        yield from ((form, number) for form in forms.split())
    for number, stem in _COUNTED.items():
        endings = ("i", "iu", "iems", "is", "iais", "ios", "ias", "ioms", "iomis")
        # Years are counted with words of their own: dvidešimt penkeri metai.
        years = "ketver" if stem == "ketur" else f"{stem}er"
        yield from ((f"{stem}{ending}", number) for ending in endings)
        yield from ((f"{years}{ending}", number) for ending in ("i", "iu", "iems", "ius", "iais"))
        yield from ((f"{stem}iolik{ending}", 10 + number) for ending in ("a", "os", "ai"))
        yield from ((f"{stem}iasdesim{ending}", 10 * number) for ending in ("", "t", "ties", "tis", "ti"))


ANYTHING = 200

_UNITS = {100: 100, **dict.fromkeys(range(20, 100, 10), 10)}

_SMALL = {
    0: "nulis nulio nuliui nuli nuliu",
    1: "vienas vieno vienam viena vienu vienos vienai vieneri vieneriu vienerius",
    2: "du dvi dvieju dviem dveji dveju dvejus",
    3: "trys triju trims tris trimis treji treju trejus",
    10: "desimt desim desimties desimtis desimti",
    11: "vienuolika vienuolikos vienuolikai",
    12: "dvylika dvylikos dvylikai",
    13: "trylika trylikos trylikai",
    20: "dvidesimt dvidesim dvidesimties dvidesimtis dvidesimti",
    30: "trisdesimt trisdesim trisdesimties trisdesimtis trisdesimti",
    100: "simtas simto simtui simta simtu",
}

_COUNTED = {4: "ketur", 5: "penk", 6: "ses", 7: "septyn", 8: "astuon", 9: "devyn"}

_FORMS = dict(_forms())

_HEARD = {as_it_sounds(form): number for form, number in _FORMS.items() if len(form) >= SHORTEST_MISSPELT}
