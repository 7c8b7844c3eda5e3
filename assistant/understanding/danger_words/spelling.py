"""Reads words of danger also where they are misspelt, run together or torn apart.

It is no speller of Lithuanian: it knows only words that tell of danger, and the few that stand beside them. Whatever it
makes of a text is looked at beside the text itself, never instead of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.understanding.normalize import words_of


def other_readings(words: Sequence[str]) -> Iterator[str]:
    """The folded words with slips mended, and the same with words put together or parted; only what differs."""
    seen = {" ".join(words)}
    joined = _joined(words)
    for some in (words, joined, tuple(part for word in joined for part in _parted(word))):
        reading = " ".join(_mended(some))
        if reading not in seen:
            seen.add(reading)
            yield reading


def _mended(words: Sequence[str]) -> list[str]:
    mended = [_nearest(word) for word in words]
    for place, pair in enumerate(pairwise(words)):
        for wording in _PAIRS.get((pair[0][0], pair[1][0]), ()):
            if not _NO_SLIPS.isdisjoint(pair):
                continue
            if OSA.distance(" ".join(pair), wording, score_cutoff=1) <= 1:
                mended[place : place + 2] = wording.split()
    return mended


def _nearest(word: str) -> str:
    """The word of danger that is one slip away (two in a long word), else the word itself."""
    # A word that differs at its end only is another case or tense, for which the wordings know best.
    if len(word) < _SHORTEST_MENDED or word in _NO_SLIPS or word.startswith(_STEMS):
        return word
    for less in _with_one_letter_less(word):
        for known in _BY_LESS.get(less, ()):
            if OSA.distance(word, known, score_cutoff=1) <= 1:
                return known
    if len(word) >= _LONG - 1:
        for known in _LONG_WORDS:
            slips = OSA.distance(word, known, score_cutoff=2)
            if slips <= 2 and not _is_nearer_to_an_ordinary_one(word, slips):  # noqa: PLR2004 - two slips
                return known
    return word


def _is_nearer_to_an_ordinary_one(word: str, slips: int) -> bool:
    """Whether fewer slips make this of "savivaldybė", which is said often; as many where nothing of "žud" is left."""
    most = slips - 1 if "z" in word or "u" in word else slips
    return any(OSA.distance(word, one, score_cutoff=most) <= most for one in _LONG_ORDINARY)


def _joined(words: Sequence[str]) -> tuple[str, ...]:
    """With "ne noriu" written as "nenoriu" and "n o r i u" as "noriu"."""
    joined: list[str] = []
    letters = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            letters += word
            continue
        if len(letters) >= _SPELLED_OUT:
            joined.append(letters)
        elif letters:
            joined += letters
        letters = ""
        if joined and joined[-1] in _NOT and word.startswith(_DENIED):
            joined[-1] += word
        else:
            joined.append(word)
    return (*joined, *((letters,) if len(letters) >= _SPELLED_OUT else letters))


def _parted(word: str) -> tuple[str, ...]:
    """The known words of which this one is made without spaces, at least one of them a word of danger."""
    if not _SHORTEST_PARTED <= len(word) <= _LONGEST_PARTED or word in _VOCABULARY or word in _NO_SLIPS:
        return (word,)
    # The fewest words that make up the beginning of each length.
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            before, part = ways[start], word[start:end]
            if before is not None and (part in _VOCABULARY or part in _BESIDE):
                way, known = (*before, part), ways[end]
                if known is None or len(way) < len(known):
                    ways[end] = way
    found = ways[-1] or ()
    return found if any(part in _VOCABULARY for part in found) else (word,)


def _with_one_letter_less(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


_SHORTEST_MENDED = 5
_LONG = 11
_SPELLED_OUT = 3
_SHORTEST_PARTED = 7
_LONGEST_PARTED = 60
_LONGEST_WORD = 16

_NOT = frozenset({"ne", "nebe"})
_DENIED = ("nor", "mat", "gal", "gyven", "kvep", "reag", "jud", "isleid", "sinor")

_VOCABULARY = frozenset(
    words_of(
        "nusizudyti nusizudyt nusizudysiu nusizudau nusizudys nuzudyti nuzudysiu nuzudys zudytis savizudybe "
        "savizudybes savizudybei numirti numirt numirciau mirti mirt mirciau mirties mirtis "
        "nenoriu nebenoriu nesinori nebesinori "
        "gyventi gyvent gyvenimas gyvenimo nebegyventi prasmes prasme nematau nebematau nebegaliu atsisveikinimo "
        "susizaloti susizaloju zaloju pasikarti pasikarsiu nusinuodysiu nusiskandinsiu nusisausiu tabletes tableciu "
        "musa muse sumuse skriaudzia grasina smaugia smauge prievartauja isprievartavo smurtauja smurtas smurta spardo "
        "dauzo uzmusti uzmus papjaus uzrakino neisleidzia bijau grizti peiliu priverte kankina persekioja uzpuole "
        "dega degame gaisras gaisra nekvepuoja nebekvepuoja kvepuoti samones greitaja greitoji greitosios iskvieskite "
        "iskvieskit kvieskite kvieskit kraujuoja kraujuoju kraujas uzspringo krutine traukuliai nereaguoja nualpo "
        "infarktas insultas avarija avarijoje dustu dusta skesta dingo nejuda nebejuda neatsibunda apsinuodijo sirdis "
        "policija policijos gelbekit partrenke insulto infarkto smalkes uzsidege persipjausiu susizalosiu"
    )
)

# Words that are put before or behind without a space.
_BESIDE = frozenset(
    words_of(
        "as mane man manes noriu nori jau labai daugiau gyvas gyva savo save mano musu mus vyras tevas tetis mama "
        "brolis sunus namas namai namo butas vaikas sesuo jis ji nuo su ir is reikia nebe taip cia virtuve jokios"
    )
)

# Ordinary words that one slip parts from a word of danger; found by mending all example phrases.
_NO_SLIPS = frozenset(
    words_of(
        "sesta sestas sestos sestu sestai "
        "musu mus mano suauge pasitarti grazina drasina slauge slaugia "
        "saugia neisileidzia neileidzia praverte minties mintis "
        "pirtis pirties virtis virciau kirciau grezti nemanau begame dedame sparno sugrizti "
        "nenusizudysiu nenusizudau nenusizudys nesizudau nesizudysiu nesizudo"
    )
)

_LONG_ORDINARY = words_of("savivaldybe savivaldybes savivaldybei savivaldybeje savivaldybej savivaldybiu")


def _pairs() -> dict[tuple[str, str], list[str]]:
    """Short words that say enough to be mended only together, by their first letters."""
    found = defaultdict(list)
    for firsts, seconds in (
        ("mane mus vyras tevas tetis brolis sunus patevis jis ji zmona mama", "musa muse"),
        ("noriu noreciau geriau norisi", "mirti"),
        ("bijau", "grizti vyro tevo"),
        ("dega", "namas namai butas virtuve kambarys"),
        ("namas namai butas virtuve", "dega"),
    ):
        for first in firsts.split():
            for second in seconds.split():
                found[first[0], second[0]].append(f"{first} {second}")
    return dict(found)


def _by_less(words: Sequence[str]) -> dict[str, list[str]]:
    """The words by what is left of them without one letter, so that no slip needs a look at all words."""
    found = defaultdict(list)
    for word in words:
        for less in _with_one_letter_less(word):
            found[less].append(word)
    return dict(found)


_MENDABLE = tuple(sorted(word for word in _VOCABULARY if len(word) > _SHORTEST_MENDED))
_STEMS = tuple(word[:-2] for word in _MENDABLE)
_LONG_WORDS = tuple(word for word in _MENDABLE if len(word) >= _LONG)
_BY_LESS = _by_less(_MENDABLE)
_PAIRS = _pairs()
