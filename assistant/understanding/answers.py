"""Reads bare answers: yes, no, I do not know."""

import re

from rapidfuzz.distance import OSA

from assistant.understanding.answer_clauses import read_clauses
from assistant.understanding.answer_words import (
    ABOUT,
    ASKING,
    CLEAR_VERB,
    DONT_KNOW,
    DONT_KNOW_PHRASE,
    FILLERS,
    KIND_NAMED,
    LATER,
    LEADS,
    NAMING,
    NO,
    NO_ANSWER,
    NO_VERB,
    OTHERS,
    PARTICLES,
    POLITE_YES,
    QUESTION_WORDS,
    REFUSALS,
    SIGNS,
    STRESSING,
    TURNS,
    UNSURE,
    WISH,
    YES,
    YES_VERB,
)
from assistant.understanding.normalize import cleaned, folded
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import is_filler


def read_yes_no(text: str) -> bool | None:
    """True for yes, False for no, None where the words say neither, both ("ne, turiu") or something unsure."""
    sign = SIGNS.get(_SKIN_TONES.sub("", cleaned(text)).strip(" .!"))
    if sign is not None:
        return sign
    asked_back = _ASKS_BEHIND.match(folded(text))
    if asked_back is not None:
        # "Taip, o kodėl klausiate?" has answered before.
        text = asked_back["answer"]
    text = _GREETED.sub("", folded(text))
    words = _words(text)
    said = " ".join(words)
    if not words or "?" in text or is_dont_know(text) or declines(said) or not REFUSALS.isdisjoint(words):
        return None
    if _WISHES_BUT_CANNOT.fullmatch(said):
        return False
    whole = read_clauses(text)
    if whole is not None:
        return whole
    if (
        NO_ANSWER.search(_with_comma(text))
        or (words[0] in NO and "o" in words)
        or _denies_a_word(text)
        or _says_how(text)
        or _is_led_elsewhere(words)
    ):
        # "Ne visada" is neither, and "ne aš, o brolis" says who, and not that the answer is no.
        return None
    subject = _words(_BEGINNING_ENDS.split(folded(text))[0])
    if words[0] not in YES | NO and any(map(OTHERS.fullmatch, subject)):
        return None
    first = _clear_beginning(text)
    if first is not None:
        return first
    while len(words) > 1 and words[0] in HESITATING:
        words = words[1:]
    begins_with_answer = words[0] in YES | POLITE_YES | NO
    if len(words) > MOST_WORDS or not QUESTION_WORDS.isdisjoint(words):
        # A longer text answers only by the way it begins: "Taip, aš gyvenu …".
        asks = words[0] in POLITE_YES and not QUESTION_WORDS.isdisjoint(words[1:])
        if not begins_with_answer or asks:
            # "Gerai, o kas toliau" only goes on.
            tells = len(words) <= MOST_TOLD and QUESTION_WORDS.isdisjoint(words)
            return True if tells and NO.isdisjoint(words) and _is_clear(words) else None
        words = words[:BEGINNING]
    return _by_words(words)


def _by_words(words: tuple[str, ...]) -> bool | None:
    """What the words of an answer say, where it is one of them that answers."""
    is_plain = all(map(_is_understood, words))
    yes = not YES.isdisjoint(words) or _is_clear(words)
    no = not NO.isdisjoint(words)
    if is_plain and (yes or no):
        # A verb alone answers only as a clause that is understood as a whole; here it may agree, or contradict.
        yes = yes or any(map(YES_VERB.fullmatch, words))
        no = no or any(map(NO_VERB.fullmatch, words))
    if not yes and not no:
        # "Tikrai ne" is a no, so the polite words count only where nothing else is said.
        denies = any(map(NO_VERB.fullmatch, words))
        return True if is_plain and not denies and not POLITE_YES.isdisjoint(words) else None
    return None if yes and no else yes


def _is_clear(words: tuple[str, ...]) -> bool:
    """Whether the first words are a verb that answers by itself; "dirbu tik vasarą" is only half an answer."""
    first = next((word for word in words if not is_filler(word)), "")
    return CLEAR_VERB.fullmatch(first) is not None and "tik" not in words


def _with_comma(text: str) -> str:
    """The words with the comma behind a "ne", since "ne dėl pinigų" and "ne, dėl ligos" say two things."""
    return ", ".join(" ".join(_words(part)) for part in _BEHIND_NO.split(text))


def _is_led_elsewhere(words: tuple[str, ...]) -> bool:
    """Whether words that do not belong to an answer stand before the first "taip" or "ne": "rytais taip"."""
    place = next((place for place, word in enumerate(words) if word in YES | NO), 0)
    before = words[:place]
    if any(NO_VERB.fullmatch(word) for word in before) and not all(map(_is_understood, words)):
        # "Negaliu taip gyventi".
        return True
    return not all(_is_understood(word) or LEADS.fullmatch(word) or word in STRESSING for word in before)


def _says_how(text: str) -> bool:
    """Whether "taip" means "so", and no sign parts it from what is so: "taip skauda", "taip noriu namo"."""
    so = _SO.match(folded(text))
    if so is None:
        return False
    first, *others = _TO_WHOM.sub("", " ".join(_words(so["rest"]))).split() or ("as",)
    if WISH.fullmatch(first) and first.startswith("nor"):
        return not all(map(_is_understood, others[:2]))
    if so["sign"] == "jo":
        # "Jo mama" is his.
        if OTHERS.fullmatch(first):
            return True
        return not (YES_VERB.fullmatch(first) or NO_VERB.fullmatch(first) or first in YES | POLITE_YES | NO | STRESSING)
    if first.startswith("ne") and first != "nes":
        return True
    if _ASKED_TO_DO.fullmatch(first):
        return False
    if first in _HOW_MUCH and others:
        return YES_VERB.fullmatch(others[0]) is None
    return not _is_understood(first) and first not in STRESSING


def _denies_a_word(text: str) -> bool:
    """Whether "ne" stands before another word than one of an answer, and no sign between: "ne Kaune", "ne dabar"."""
    denied = _DENIED.match(_PARTED_NO.sub(r"ne\1", folded(text)))
    if denied is None:
        return False
    words = _words(denied["rest"])
    if words[:1] == ("nes",) or words[0] in {"jokiu", "jokio", "jokios"}:
        return False
    return not any(map(NO_VERB.fullmatch, words)) and not all(word in NO | POLITE_YES | STRESSING for word in words)


def _clear_beginning(text: str) -> bool | None:
    """The answer of what stands before the first comma or "nes": "negali, jis net …"; None where that is none."""
    beginning, *others = _BEGINNING_ENDS.split(folded(text), maxsplit=1)
    following = _words(" ".join(others))
    if not following or following[0] in TURNS:
        return None
    words = _words(beginning)
    if not words or not all(map(_is_understood, words)) or any(map(WISH.fullmatch, words)):
        return None
    yes, no = (any(map(verb.fullmatch, words)) for verb in (YES_VERB, NO_VERB))
    # "Brolis gali, aš ne": what follows at once may turn it round.
    contradicts = any(word in (NO if yes else YES) for word in (*words, *following[:3]))
    return None if yes is no or contradicts else yes


def _is_understood(word: str) -> bool:
    """Whether the word belongs to an answer; beside any other one, "noriu" or "gerai" may say something else."""
    return (
        is_filler(word)
        or word in POLITE_YES | YES | NO
        or any(pattern.fullmatch(word) for pattern in (YES_VERB, NO_VERB, ABOUT))
    )


def is_dont_know(text: str) -> bool:
    """Whether the words say no more than that the person does not know, in any spelling.

    "Nežinau, kaip kreiptis" is a question in disguise and is not meant here.
    """
    if SHRUGS in text:
        return True
    words = _words(text)
    said = " ".join(words)
    phrase = DONT_KNOW_PHRASE.search(said)
    if words and words[0] in YES and len(words) > MOST_UNSURE:
        # "Taip, tik nežinau, ar priims" has answered.
        return False
    if phrase:
        return len(said[: phrase.start()].split()) + len(said[phrase.end() :].split()) <= MOST_BESIDE
    position = next((index for index, word in enumerate(words) if _says_dont_know(word)), None)
    if position is None:
        told = [word for word in words if word not in PARTICLES]
        return (
            bool(told)
            and len(told) <= MOST_UNSURE
            and not UNSURE.isdisjoint(words)
            and (LATER | ASKING).isdisjoint(words)
            and all(map(_may_be_unsure, told))
            # "Gal ne dabar" and "gal galite paaiškinti" ask for something else.
            and not _DENIES_IN_PART.search(said)
            and not any(map(_ASKS_YOU.fullmatch, told))
        )
    beside = [word for word in (*words[:position], *words[position + 1 :]) if word not in FILLERS]
    behind = words[position + 1 :]
    if behind[:2] in _WANTS_TO_LEARN or any(map(_ASKS_FOR_HELP.fullmatch, words)):
        return False
    if NAMING.fullmatch(" ".join(behind)):
        return True
    if behind[:1] == ("ar",) and len(beside) > MOST_BESIDE:
        # "Nežinau, ar broliui reikia tokios pagalbos" only says again what was asked.
        return len(behind) <= MOST_SAID_AGAIN and all(map(_is_understood, (*words[:position], *behind[1:])))
    if _KNOWS_NOT_AND_TELLS.match(folded(text)):
        return True
    asks = len(words) > position + 2 and words[position + 1] in ASKING
    return not asks and len(beside) <= MOST_BESIDE


def _may_be_unsure(word: str) -> bool:
    return word in UNSURE or word == "ar" or _is_understood(word) or KIND_NAMED.match(word) is not None


def _says_dont_know(word: str) -> bool:
    if word in DONT_KNOW:
        return True
    return (
        len(word) >= SHORTEST_MISSPELT
        and not _FORGETS.fullmatch(word)
        and not _ASKS_YOU.fullmatch(word)
        and any(
            OSA.distance(word, known, score_cutoff=1) <= 1 for known in DONT_KNOW if len(known) >= SHORTEST_MISSPELT
        )
    )


def _words(text: str) -> tuple[str, ...]:
    """The folded words with "ne turiu" joined to "neturiu" and repeated letters ("taaaip") written once."""
    joined = _PARTED_NO.sub(r"ne\1", folded(text))
    for pattern, meant in _SAYINGS:
        joined = pattern.sub(meant, joined)
    return tuple(_TWICE.sub(r"\1", word) for word in _WORD.findall(joined))


MOST_WORDS = 5
"""A text of more words is more than an answer, unless it begins with one."""

BEGINNING = 3
"""Words of a longer text in which its answer stands; a verb like "noriu" in a longer text may say something else."""

MOST_BESIDE = 3
"""Words beside "nežinau" that do not yet make it a statement of its own: "nežinau savo dalyvumo lygio"."""

MOST_UNSURE = 3
"""Words of an answer in which "gal" means that the person is not sure."""

MOST_TOLD = 8
"""Words in which somebody tells where they work."""

HESITATING = frozenset({"nu", "na", "oi", "ai", "nagi"})

MOST_SAID_AGAIN = 8
"""Words behind "nežinau" in which the question itself may be said again."""

SHRUGS = "\N{SHRUG}"

SHORTEST_MISSPELT = 6

_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_SAYINGS = (
    (
        re.compile(
            r"\bjoki(?:u|ais) bud(?:u|ais)\b|\bnie?ku gyvu\b|^(?:nu |na |oi )?kur (?:tau|jau|ten)(?: ten)?\b(?!\?)"
        ),
        "ne",
    ),
    (re.compile(r"^(?:o |nu |na |a )?kaip ?gi(?: kitaip)?(?=[.!]*$)"), "taip"),
    (re.compile(r"\bkol kas\b"), "kolkas"),
    (re.compile(r"\bko gero\b"), "turbut"),
    (re.compile(r"\bir dar karta\b"), "ir"),
    (re.compile(r"^(?:as )?ne pries(?=[.!]*$)"), "taip"),
    (re.compile(r"\bsu (?:mano |savo |tokia |sia )*(?:negalia|liga|sveikata)\b"), "su"),
    (re.compile(r"\bdar ir kaip (?=\w)"), "labai "),
    (re.compile(r"\bgaila,? bet\b"), "deja"),
)
# "Pamirštu viską" tells of every day, "pamiršau" of what was asked.
_FORGETS = re.compile(r"(?:pa|uz)mirst(?:u|a)")
# What is said to whoever asks: "gal žinote", "jūs nežinot".
_KNOWS_NOT_AND_TELLS = re.compile(
    r"^(?:as |nu |na |oi |ai )*(?:to |sito )?nezin(?:au|om|ome)(?: as| tiksliai)?(?:[,.;!]+| nes\b)"
    r" (?!(?:ar|kas|ka|kam|kaip|kur|kada|kiek|kod\w+|kok\w+|kuri\w*|ko|kuo|bet|noriu|noreciau|reikia)\b)"
    r"(?:\w+[ ,.]*){1,8}$"
)
_WANTS_TO_LEARN = frozenset({("ka", "reiskia"), ("ka", "daryti"), ("ka", "daryt")})
_ASKS_FOR_HELP = re.compile(r"(?:pa)?(?:dek|aiskink|kartok|sakyk)(?:it|ite)?|gal(?:it|ite)|pa?iskin\w+")
_DENIES_IN_PART = re.compile(r"\bne (?!ne\b|gal|\w*au\b)\w")
_ASKS_YOU = re.compile(r"\w{2,}[aio]te?|\w+etumete?|neaisk(?:us|iai)")
_WISHES_BUT_CANNOT = re.compile(
    r"(?:labai |as |jis |ji )*nor\w+ (?:dirb\w+ )?(?:(?:bet|deja|taciau|tik) )+(?:ne(?:be)?gal\w+|ne(?:be)?pajeg\w+)"
)
_GREETED = re.compile(r"^(?:laba diena|labas (?:rytas|vakaras)|labas|laba|sveik\w*)[ ,.!]+(?=\w)")
_ASKS_BEHIND = re.compile(
    r"^(?P<answer>(?:taip|ne|jo|aha)(?: \w+)?)[,.!;]+ (?:o |ir )?(?:kodel|kam|kas|ka|kiek|kada|kur|ar"
    r"|koki\w*) \w+[^?]*\?$"
)
_BEHIND_NO = re.compile(r"(?<=\bne)[,;.]+ (?=\w)")
_TO_WHOM = re.compile(r"^(?:(?:man|mums|jam|jai|jau) )+(?=\w)")
# "Taip siųskite", "taip ištrinkit" answer what the program offers to do; "taip rašykite" may say how.
_ASKED_TO_DO = re.compile(r"(?!(?:pa|uz|su|i|at)?(?:sak|ras|dar|zym|galvo|elk|kalb))\w{3,}(?:kite?|[dglmnrstuyz]k)")
_HOW_MUCH = frozenset({"ilgai", "labai", "daug", "seniai"})
_SO = re.compile(r"(?:(?:nu|na|o|oi|tai|ir) )*(?P<sign>taip|jo) (?P<rest>[^\W\d][^,.;!:()-]*)")
_DENIED = re.compile(r"(?:nu |na )?ne (?P<rest>\w[^,.;!]*)")
_BEGINNING_ENDS = re.compile(r",|\bnes\b")
_PARTED_NO = re.compile(r"\bne (noriu|turiu|reikia|galiu|sutinku|dirbu|zinau|zinom|aisku|prisimenu|atsimenu)\b")
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
