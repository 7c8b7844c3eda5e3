"""Reads the participation level (dalyvumo lygis), in per cent."""

import re

from assistant.eligibility.facts import Interval
from assistant.understanding.normalize import folded
from assistant.understanding.quantities import (
    corrected,
    holds_lookalike,
    is_about_quantity,
    is_asked_back,
    plain_quantity,
    read_quantity,
)
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, RELATIVES, clauses_of, is_filler, tells_of_two

HIGHEST = 100


def read_level(text: str) -> Interval | None:
    """The level, from 0 to 100 per cent, None where the words do not say it, or may count something else.

    Also in the words used until 2023-12-31, when it was the level of the ability to work: "nedarbingas" is 0 to 25,
    "iš dalies darbingas" 30 to 55.
    """
    undated = _SINCE_WHEN.sub(
        " ", _DATE.sub(" ", GREETING.sub(" ", _FOR_SURE.sub(" ", corrected(_SHORTENED.sub(r"\1 ", text)))))
    )
    undated = _AND_TELLS.sub(r"\1", undated)
    undated = _told_apart(_GROUP_BESIDE.sub(", ", _CHANGED_TO.sub(" ", undated)))
    plain = plain_quantity(undated)
    if (
        _NOT_A_LEVEL.search(plain)
        or is_asked_back(text)
        or holds_lookalike(undated)
        or ("?" in text and not _DIGIT.search(plain))
        or _SHARE.search(undated)
        or _ANOTHER_TIME.search(plain)
        or _OF_SENSES.search(plain)
        or _TWO_TOGETHER.search(plain)
        or declines(plain)
        or tells_of_two(undated)
        or any(_OF_INABILITY.search(plain_quantity(clause)) for clause in clauses_of(undated))
    ):
        return None
    marked = _WITH_PER_CENT.findall(plain)
    if len(marked) == 1 and not _SPAN.search(plain):
        if not _is_marked_level(undated, text):
            return None
        # "Man 34 metai, nustatė 40 procentų": the number with per cent is the level, any other is not.
        plain = _OTHER_NUMBERS.sub(" ", plain)
    elif _DIGIT.search(plain) and not _counts_per_cent(undated):
        return None
    level = read_quantity(plain, 0, HIGHEST)
    if level is not None or _DIGIT.search(plain):
        is_other_half = _HALF.search(plain) is not None and level != _OLD_WORDS[-1][1]
        return None if is_other_half else level
    for pattern, meaning in _OLD_WORDS:
        if pattern.search(plain):
            return meaning if not _HALF.search(plain) or all(map(_goes_with_level, plain.split())) else None
    return None


def _counts_per_cent(text: str) -> bool:
    """Whether the number stands where a level stands: with no words beside it that may make it something else."""
    before: list[str] = []
    for clause in map(plain_quantity, clauses_of(_AND_ELSE.sub(r"\1, ", text))):
        before += clause.split()
        if _DIGIT.search(clause):
            break
    return all(map(_goes_with_level, before)) and not _OF_SOMEBODY.fullmatch(" ".join(before))


def _is_marked_level(text: str, written: str) -> bool:
    """Whether a number with per cent stands among words of levels: "45 proc. buto" and "baterija 45 proc." do not."""
    names = {folded(word).strip(".,:;") for word in written.split() if _NAME_OF_ONE.fullmatch(word.strip(".,:;"))}
    for clause in map(plain_quantity, clauses_of(_AND_ELSE.sub(r"\1, ", text))):
        marked = _WITH_PER_CENT.search(clause)
        if marked:
            beside = [*clause[: marked.start()].split(), *clause[marked.end() :].split()[:1]]
            return _TELLS_LEVEL.search(clause) is not None or all(
                word in names or _goes_with_level(word) or _BESIDE_MARKED.fullmatch(word) for word in beside
            )
    return True


def _told_apart(text: str) -> str:
    """The clause that calls its number a level, where others have numbers, too: "man 24 metai, lygis 35"."""
    clauses = [clause for clause in clauses_of(text) if _DIGIT.search(plain_quantity(clause))]
    called = [clause for clause in clauses if _CALLED_LEVEL.match(plain_quantity(clause))]
    others = [clause for clause in clauses if clause not in called]
    is_plain = len(called) == 1 and all(_LIKE_AN_AGE.match(plain_quantity(clause)) for clause in others)
    return called[0] if is_plain and others else text


def _goes_with_level(word: str) -> bool:
    if word.isdigit() and int(word) in _GROUPS:
        return False
    return is_filler(word) or is_about_quantity(word) or _OF_LEVELS.fullmatch(word) is not None


# A name in the genitive or the dative: "Tomo 45 proc.".
_NAME_OF_ONE = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ]\w+(?:o|os|io|ės|aus|ui|ei|ai)")
# Before a small letter this stop ends no sentence: "45 proc. žmonių".
_SHORTENED = re.compile(r"(\b[Pp]roc)\. (?=[a-ząčęėįšųūž])")
_TELLS_LEVEL = re.compile(r"\b(?:dal[iyj]vum|l[iy]g[iy]|darbingum|nustat|pripaz|patvirt)\w*")
_BESIDE_MARKED = re.compile(
    r"vel|persvarst\w+|elektronin\w+|\w{4,}(?:oje|oj|eje|yje|uje|ame)|lik\w+|(?:saus|vasar|kov|baland|geguz|birzel|liep|rugp|rugs|spal|lapkr|gruod)\w+|\d+|m|met\w+|grup\w+|(?:pirm|antr|trec)\w+|pries|aciu|suteik\w*|uzras\w+|ivertin\w*|visi|taskas|labai|nuo|iki|gaunu"
    r"|invalid\w*|neigal\w*|tel|neterm\w*|gyven\w+|terminas|vaikystes|gimimo"
)
_GROUPS = range(1, 5)
"""Numbers of groups and degrees that are no level."""

# The day since or until which a level holds.
_DATE = re.compile(r"\b(?:(?:iki|nuo) )?(?:19|20)\d{2}(?:[-. ]\d{1,2}[-. ]\d{1,2}\b|\b(?: ?m(?:et\w*)?\b\.?)?)")
# "Prieš 2 metus nustatė 40 proc." says since when, and "sumažino iki 40" what it is now.
_SINCE_WHEN = re.compile(
    r"\bpries (?:\w+ )?(?:met\w+|men\w+|savait\w+) (?=(?:man |jam |jai )?(?:nustat|dav|gav)\w+)"
    r"|(?<=\d )(?:proc\w*\.? |% ?)?pries (?:\w+ )?(?:met\w+|men\w+)$"
)
_CHANGED_TO = re.compile(
    r"(?:\b(?:buvo|is|nuo) [\w ]{1,40}?(?:proc\w*|%)?[, ]+)?(?:o |bet )?"
    r"\b(?:sumaz|pakel|padid|pakeit|nuleid)\w+ (?:nuo [^,]{1,40} )?(?:iki|i)\b"
)
# How much somebody sees or hears is no level, and of "30, 40 proc." nobody knows which is meant.
_OF_SENSES = re.compile(
    r"^(?!.*\b(?:dal[iy]v|l[iy]g[iy]|darbing|nustat)).*\b(?:girdz\w+|girdim\w+|klaus(?:a|os)|reg(?:a|os)|regejimas)\b"
    r"|\bmat(?:au|o) (?:tik )?(?:\d+ ?(?:proc|%)|pus)"
    r"|(?:\d ?(?:proc\w*|%)|\bpus\w+) (?:tik )?mat(?:au|o)\b"
)
_TWO_TOGETHER = re.compile(r"\d \d+ ?(?:proc|%)|\d su (?:pus|kap|trup)\w+")
# "Šimtu procentų" says how sure somebody is.
_FOR_SURE = re.compile(
    r"\b(?:esu |tikrai |visu )*(?:100 ?(?:%|proc\w*)|simt(?:as|u) proc\w*) (?:tikr\w*|garant\w+|zinau|taip|ne\b)"
    r"(?: kad)?"
    r"|(?<!darbing. )(?<!darbingas )(?<!nustate )\b(?:tikrai )?simtu proc\w*"
)
_HALF = re.compile(r"\bpus(?:e|es|iau)\b")
_DIGIT = re.compile(r"\d")
_LIKE_AN_AGE = re.compile(
    rf"(?:man|jam|jai|{RELATIVES})(?: (?:yra|jau|dabar|tik))* \d+(?: m\b| met\w+)?$|amziu\w* \d+$|\d+ met\w+$"
)
_OF_SOMEBODY = re.compile(r"(?:man|jam|jai)(?: (?:yra|jau|dabar|tik))* \d+")
_CALLED_LEVEL = re.compile(r"(?:[^\W\d]+ ){0,3}(?:l[iy]g|dal[iyj]v|darbing)\w*(?: [^\W\d]+){0,2} \d+(?: ?%| proc\w*)?$")
# "35, antra grupė": the group stands beside the level.
_GROUP_BESIDE = re.compile(
    r"(?:^|, ?)(?:as |turiu |esu |man )*(?:[1-3]|i{1,3}|pirm\w+|antr\w+|trec\w+)[ -]*(?:a|os|ios)? ?(?:grup\w+|gr)\b"
    r"(?: invalid\w*)?(?=,.*\d\d|$)(?:, ?)?"
)
_AND_TELLS = re.compile(r"(?<=\d)( ?(?:%|proc\w*))? ir (?:ne)?(?:gaun|dirb|gyven|nor|serg)\w*[^\d]*$")
_AND_ELSE = re.compile(r"(\d(?: ?(?:%|proc\w*))?) ir (?=(?!daug|maz|did|zem|auks)[^\W\d])")
_ANOTHER_TIME = re.compile(
    r"\b(?:pernai|uzpernai|buvo|buvau|kai|kitais|kitamet|pries|seniau|anksciau|bus|norec\w+|turet\w+)\b"
)
_OF_LEVELS = re.compile(
    r"l[iy]g[iy](?:s|o|u|is|mis)?|dal[iyj]v(?:um|om|im|avim)\w*|darbing\w*|p[ro]{1,3}c(?!ij)\w*|nuosimc\w+"
    r"|siekia|ziur\w+|nustat\w+|neigalum\w*|negali(?:a|os)"
    r"|turi(?:u)?|dav(?:e|ete)|gav(?:o|au|ome)|paras\w+|ras(?:o|au|ytas|yta)|rad(?:au|om)|matau|rodo|stovi|reiskia"
    r"|skaic\w+|numer\w+|dokument\w*|pazymej?im(?:e|as)|pazym(?:oj|oje|a)|popier\w+|isvad(?:oj|oje)"
    r"|(?:ne|i)?(?:rasyt|nurod)\w+|paskyr\w+|omeny\w*|palauk|visam|laikui|uz|vidutin(?:is|e|es|io)|pagal|sprendim\w+|isras\w+|dl|d|l|dal|darb|palaukit\w*|sekund(?:e|ele)|minut(?:e|ele)|turim\w*|perkomisav\w+"
    r"|po|nauj\w+|siemet|proto|intelekto|psichikos|psichosocialin\w+|gydytoj\w+|(?:su)?rad\w+|pagaliau"
    r"|(?:per)?skaic?t\w+|lygu|neseniai|komisij(?:a|oj|oje|os)|agentur(?:a|oj|oje|os)|ndnt|asta|maz(?:as|iau)"
    r"|sen(?:a|as|o|oj|oje|am|ame)|zemesn\w+|pus(?:e|es|iau)|lik(?:us\w*|o|es)|palik\w+|neterminuot\w*|toks|tokia|toki|tiek|sitas|kad|su|savo"
)
_PER_CENT = r" ?(?:%|p[ro]{1,3}c(?!ij)\w*|nuosimc\w+)"
_WITH_PER_CENT = re.compile(rf"\d+{_PER_CENT}")
_OTHER_NUMBERS = re.compile(rf"\b\d+\b(?!{_PER_CENT})")
# An age, a group of the time before levels, a fraction, what was lost, money, or a half that is named to compare with.
_NOT_A_LEVEL = re.compile(
    r"\d (?:dar )?(?:nera|neturi\w*)\b|\b(?:nera|neturi\w*) \d|\bpus\w+ (?:proc|met|dien|val|men)"
    r"|\d ?m(?:et\w*)?\b(?!.*(?:%|proc))"
    r"|^(?!.*\d ?(?:%|proc)).*\bgrup\w+|\bketvirtadal\w+|\btrecdal\w+"
    # "Negalia nuo 45" says since when.
    r"|\b(?:negali\w*|man|jam|jai) (?:nuo|iki) \d+(?! ?(?:%|proc|iki|-))"
    r"|\bpo \d|\b(?:nuim|nuem|atim|atem|panaikin)\w*"
    r"|\bnedarbing\w* (?:\w+ )?\d|\b(?:ne|nesu|nera) nedarbing\w*"
    r"|\btikimyb\w*|\bpus\w+ neturi\w*|\d ?(?:%|proc\w*) nedarbing\w*"
    r"|\b(?:kompensuo|alg(?:a|os|oj)\b|atlyginim|etat|netek|prara[ds]|pensij"
    r"|nuolaid|kompensac|lengvat|skol|mok(?:a|u|am|es)|palukan|nedarbingum)\w*"
    r"|\b(?:ne|per|daugiau|maziau|virs|beveik|apie|gal|antra) (?:\w+ )?pus(?:e|es|iau)\b"
)
# "100 proc. invalidas" is the other end: how disabled, and not how able.
_OF_INABILITY = re.compile(
    r"\d ?(?:%|proc\w*) (?:invalid|neigal)\w*|(?<!vidutinis )(?<!sunkus )(?<!lengvas )\b(?:invalid|neigal)\w* \d\d"
    r"|\b100 ?(?:%|proc\w*) negali\w*"
)
_SHARE = re.compile(r"\d ?/ ?\d")
_SPAN = re.compile(r"\d ?(?:-|iki|ir) ?\d")

_OLD_WORDS = (
    (re.compile(r"\b(?:is dalies|dalinai) (?:ne)?darbing\w+"), Interval(30, 55)),
    (re.compile(r"\bnedarbing\w+"), Interval(0, 25)),
    (re.compile(r"\bpus(?:e|es|iau)\b"), Interval(50, 50)),
)
