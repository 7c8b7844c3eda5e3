"""Reads bare answers: yes and no."""

import re

from assistant.understanding.answer_bends import NO_ANSWER
from assistant.understanding.answer_clauses import read_clauses
from assistant.understanding.answer_forms import PARTED_NO, is_understood, said_words
from assistant.understanding.answer_words import (
    CLEAR_VERB,
    LEADS,
    NO,
    NO_VERB,
    OTHERS,
    POLITE_YES,
    QUESTION_WORDS,
    REFUSALS,
    SIGNS,
    STRESSING,
    TURNS,
    WEAK_NO,
    WISH,
    YES,
    YES_VERB,
)
from assistant.understanding.asked import Asked, for_question
from assistant.understanding.normalize import cleaned, folded
from assistant.understanding.not_knowing import is_dont_know
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import is_filler


def read_yes_no(text: str, asked: Asked | None = None) -> bool | None:
    """True for yes, False for no, None where the words say neither, both ("ne, turiu") or something unsure.

    Where it is known what was asked, and of whom, only what answers that is taken.
    """
    sign = SIGNS.get(_SKIN_TONES.sub("", cleaned(text)).strip(" .!"))
    if sign is not None:
        return sign
    told = for_question(text, asked) if asked is not None else text
    return _of_words(told) if told is not None else None


def _of_words(text: str) -> bool | None:
    asked_back = _ASKS_BEHIND.match(folded(text))
    if asked_back is not None:
        # "Taip, o kodėl klausiate?" has answered before.
        text = asked_back["answer"]
    # "Ne jis nesupranta" was dictated without its comma: what is denied twice is denied once and told.
    text = _CORRECTED.sub("", _SURE.sub("", _FRAMED.sub("", _GREETED.sub("", folded(text)))))
    text = _TOLD_BEHIND_NO.sub("ne, ", text)
    words = said_words(text)
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
        or _denies_behind(text)
        or _only_says_never(words)
        or _says_how(text)
        or _is_led_elsewhere(words)
    ):
        # "Ne visada" is neither, and "ne aš, o brolis" says who, and not that the answer is no.
        return None
    subject = said_words(_BEGINNING_ENDS.split(folded(text))[0])
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
    return _bysaid_words(words)


def _bysaid_words(words: tuple[str, ...]) -> bool | None:
    """What the words of an answer say, where it is one of them that answers."""
    is_plain = all(map(is_understood, words))
    yes = any(word in YES and not _is_his(words, place) for place, word in enumerate(words))
    yes = yes or _is_clear(words)
    place = next((place for place, word in enumerate(words) if word in NO), None)
    no = place is not None
    if any(map(YES_VERB.fullmatch, words[:place] if no else ())):
        # "Reikia ne vienos", "auginu ne vaiką".
        return None
    if is_plain and (yes or no):
        # A verb alone answers only as a clause that is understood as a whole; here it may agree, or contradict.
        yes = yes or any(map(YES_VERB.fullmatch, words))
        no = no or any(map(NO_VERB.fullmatch, words))
    if not yes and not no:
        # "Tikrai ne" is a no, so the polite words count only where nothing else is said.
        denies = any(map(NO_VERB.fullmatch, words))
        return True if is_plain and not denies and not POLITE_YES.isdisjoint(words) else None
    return None if yes and no else yes


def _is_his(words: tuple[str, ...], place: int) -> bool:
    """Whether "jo" says whose something is: "aš jo sesuo"."""
    return words[place] == "jo" and 0 < place < len(words) - 1 and not is_understood(words[place + 1])


def _is_clear(words: tuple[str, ...]) -> bool:
    """Whether the first words are a verb that answers by itself; "dirbu tik vasarą" is only half an answer."""
    first = next((word for word in words if not is_filler(word)), "")
    return CLEAR_VERB.fullmatch(first) is not None and "tik" not in words


def _with_comma(text: str) -> str:
    """The words with the comma behind a "ne", since "ne dėl pinigų" and "ne, dėl ligos" say two things."""
    return ", ".join(" ".join(said_words(part)) for part in _BEHIND_NO.split(text))


def _is_led_elsewhere(words: tuple[str, ...]) -> bool:
    """Whether words that do not belong to an answer stand before the first "taip" or "ne": "rytais taip"."""
    place = next((place for place, word in enumerate(words) if word in YES | NO), 0)
    before = words[:place]
    if any(NO_VERB.fullmatch(word) for word in before) and not all(map(is_understood, words)):
        # "Negaliu taip gyventi".
        return True
    return not all(is_understood(word) or LEADS.fullmatch(word) or word in STRESSING for word in before)


def _says_how(text: str) -> bool:
    """Whether "taip" means "so", and no sign parts it from what is so: "taip skauda", "taip noriu namo"."""
    so = _SO.match(folded(text))
    if so is None:
        return False
    first, *others = _TO_WHOM.sub("", " ".join(said_words(so["rest"]))).split() or ("as",)
    if WISH.fullmatch(first) and first.startswith("nor"):
        return not all(map(is_understood, others[:2]))
    if first == "mane":
        return True
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
    return not is_understood(first) and first not in STRESSING


def _denies_a_word(text: str) -> bool:
    """Whether "ne" stands before another word than one of an answer, and no sign between: "ne Kaune", "ne dabar"."""
    denied = _DENIED.match(PARTED_NO.sub(r"ne\1", folded(text)))
    if denied is None:
        return False
    words = said_words(denied["rest"])
    if words[:1] == ("nes",) or words[0] in {"jokiu", "jokio", "jokios"}:
        return False
    return not any(map(NO_VERB.fullmatch, words)) and not all(word in NO | POLITE_YES | STRESSING for word in words)


def _denies_behind(text: str) -> bool:
    """Whether a "ne" in the middle stands before what it denies: "aš ne kretingiškis", "lietuviškai, ne valdiškai"."""
    denied = _DENIED_BEHIND.search(PARTED_NO.sub(r"ne\1", folded(text)))
    if denied is None:
        return False
    first, *_ = said_words(denied["rest"])
    return not (is_understood(first) or NO_VERB.fullmatch(first) or first in STRESSING or first.startswith("ne"))


def _only_says_never(words: tuple[str, ...]) -> bool:
    """Whether nothing but "niekada" or "nei" denies, and it denies something else: "niekada nesitvarkiau grupės"."""
    denying = [word for word in words if word in NO]
    others = [word for word in words if word not in NO and not _NOT_WORKED.fullmatch(word)]
    return (
        bool(denying)
        and WEAK_NO.issuperset(denying)
        and not all(is_understood(word) or NO_VERB.fullmatch(word) or word in STRESSING for word in others)
    )


def _clear_beginning(text: str) -> bool | None:
    """The answer of what stands before the first comma or "nes": "negali, jis net …"; None where that is none."""
    beginning, *others = _BEGINNING_ENDS.split(folded(text), maxsplit=1)
    following = said_words(" ".join(others))
    if not following or following[0] in TURNS:
        return None
    words = said_words(beginning)
    if not words or not all(map(is_understood, words)) or any(map(WISH.fullmatch, words)):
        return None
    yes, no = (any(map(verb.fullmatch, words)) for verb in (YES_VERB, NO_VERB))
    # "Brolis gali, aš ne": what follows at once may turn it round.
    contradicts = any(word in (NO if yes else YES) for word in (*words, *following[:3]))
    return None if yes is no or contradicts else yes


MOST_WORDS = 5
"""A text of more words is more than an answer, unless it begins with one."""

BEGINNING = 3
"""Words of a longer text in which its answer stands; a verb like "noriu" in a longer text may say something else."""

MOST_TOLD = 8
"""Words in which somebody tells where they work."""

HESITATING = frozenset({"nu", "na", "oi", "ai", "nagi"})

_WISHES_BUT_CANNOT = re.compile(
    r"(?:labai |as |jis |ji )*nor\w+ (?:dirb\w+ )?(?:(?:bet|deja|taciau|tik) )+(?:ne(?:be)?gal\w+|ne(?:be)?pajeg\w+)"
)
_TOLD_BEHIND_NO = re.compile(r"^ne (?=(?:as|jis|ji|mes) ne\w+)")
_GREETED = re.compile(
    r"^(?:laba diena|labas (?:rytas|vakaras)|labas|laba|sveik(?:i|a|as|os|utis|uciai|inu))[ ,.!]+(?=\w)"
)
# What was written by mistake counts no more: "ne. oi, suklydau. taip".
_CORRECTED = re.compile(
    r"^(?:.*\w\W+(?:suklyd\w+|apsirik\w+|netycia)"
    r"|(?:.*\b)?(?:ne (?:tas|ta|ten|taip) (?:mygtuk\w*|paspaud\w+|parasi\w+)|norejau (?:para|pa)?(?:sy|saky|spaus)ti?))"
    r"(?: (?:paspaud\w+|parasi\w+))?[ ,.!]+(?=\w)"
)
# Words before an answer that only announce it.
_FRAMED = re.compile(
    r"^(?:(?:nu|na|tai|o|oi|ai|ir) )*(?:tiesa sakant|(?:jei )?atvirai(?: sakant| kalbant)?|saziningai|(?:vienu )?zodziu"
    r"|sakau (?:tau|jums)|(?:jau )?rasiau(?: gi)?(?=,? kad)|ka(?: gi)?(?=,)|ka jus|vaje|dieve(?: mano)?|jezau|viespatie"
    r"|[ab12]\))[ ,:-]+(?:kad )?(?=\w)"
)
# How sure somebody is changes no answer.
_SURE = re.compile(
    r"^(?:(?:as|nu|na|oi) )*(?:(?:esu )?(?:tikr(?:a|as|i)|isitikin\w+)|(?:zinau|tikiu|garantuoju|manyciau)"
    r"(?= kad|, kad| jog)|kaip (?:ir |jau )*saki\w+|(?:jau )?sakiau(?: jau)?)[ ,]+(?:(?:kad|jog) )?(?=\w)"
)
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
_DENIED_BEHIND = re.compile(r"[^\W\d][ ,]+ne (?P<rest>[^\W\d][^,.;!]*)")
_NOT_WORKED = re.compile(r"ne(?:dirb|turej|augin|reikej)(?:au|o|om)|nebuvo")
_DENIED = re.compile(r"(?:nu |na )?ne (?P<rest>\w[^,.;!]*)")
_BEGINNING_ENDS = re.compile(r",|\bnes\b")
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
