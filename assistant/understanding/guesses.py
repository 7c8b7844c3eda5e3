"""What somebody may have answered, where the readers are not certain: only said back, never noted at once.

People tell more than they were asked: "TAIP! Kiek kartų dar sakyti", "man 27, o vyrui 31". The readers take nothing
from it, since any word may turn it round. Said back it costs one tap, which is less than the question once more.
"""

import re
from collections.abc import Callable, Mapping

from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.ages import ADULT, OLDEST
from assistant.understanding.answer_words import DONT_KNOW as WORDS_OF_DOUBT
from assistant.understanding.answer_words import NO, UNSURE, YES
from assistant.understanding.asked import Asked
from assistant.understanding.illnesses import kinds_named
from assistant.understanding.levels import HIGHEST
from assistant.understanding.normalize import folded, words_of
from assistant.understanding.quantities import corrected, is_unsure, plain_quantity
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import RELATIVES, is_filler
from assistant.understanding.trust import DONT_KNOW

Guess = bool | Interval | Disability | str
"""A value, or DONT_KNOW."""


def guessed(text: str, kind: str, asked: Asked | None = None) -> Guess | None:
    """The answer that the words may hold where one of this kind was asked for; None where none stands out."""
    plain = folded(text)
    guess = _GUESSES.get(kind)
    if guess is None or declines(plain) or _HALF.search(plain):
        return None
    if kind != "yes-no" and (asked is None or not asked.of_helper):
        plain = _OF_RELATIVE.sub(" ", plain)
    return guess(plain)


def _yes_no(plain: str) -> Guess | None:
    """The one answer that stands alone between signs, or the last of several where the person corrects themself."""
    last = _AT_THE_END.search(plain)
    if last is not None:
        return _MEANINGS[last.group(1)]
    answers = [answer for clause in _BETWEEN.split(plain) if (answer := _alone(words_of(clause))) is not None]
    if len(set(answers)) > 1:
        return answers[-1] if _CORRECTS.search(plain) else None
    return answers[0] if answers else None


def _alone(words: tuple[str, ...]) -> Guess | None:
    """What a clause says that is a yes, a no or a "nežinau" and otherwise only small words."""
    meanings = {_MEANINGS[word] for word in words if word in _MEANINGS}
    others = [word for word in words if word not in _MEANINGS and word not in _ANNOUNCING and not is_filler(word)]
    return meanings.pop() if len(meanings) == 1 and not others else None


def _age(plain: str) -> Guess | None:
    """The one number by which the person says their own age, or that they are of age or not yet."""
    told = plain_quantity(corrected(plain))
    if is_unsure(told) or _ANOTHER_AGE.search(told):
        return None
    ages = {int(number) for match in _OWN_AGE.finditer(told) for number in match.groups() if number}
    if not ages and not _DIGIT.search(told):
        is_adult = _ADULT.search(told) is not None
        return Interval(0, ADULT - 1) if _MINOR.search(told) else Interval(ADULT, OLDEST) if is_adult else None
    return Interval.exactly(ages.pop()) if len(ages) == 1 and ages < _LIKELY_AGES else None


def _level(plain: str) -> Guess | None:
    """The one number with per cent, or the one that is so now, where it is a step of the scale."""
    told = plain_quantity(corrected(plain))
    levels = {int(one or other) for one, other in _LEVEL.findall(told)}
    if is_unsure(told) or len(levels) != 1 or not _OF_LEVEL.search(told):
        return None
    level = levels.pop()
    return Interval.exactly(level) if level <= HIGHEST and level % _STEP == 0 else None


def _disability(plain: str) -> Guess | None:
    """The kind, or both, of the illnesses and kinds that are named and not denied."""
    if _DENIES.search(plain):
        return None
    kinds = kinds_named(plain) | {kind for kind, pattern in _KINDS.items() if pattern.search(plain)}
    return Disability.BOTH if len(kinds) > 1 else kinds.pop() if kinds else None


_GUESSES: Mapping[str, Callable[[str], Guess | None]] = {
    "yes-no": _yes_no,
    "age": _age,
    "level": _level,
    "disability": _disability,
}
_MEANINGS: Mapping[str, Guess] = {
    **dict.fromkeys(WORDS_OF_DOUBT - UNSURE, DONT_KNOW),
    **dict.fromkeys(YES, True),
    **dict.fromkeys(NO, False),
}
_ANNOUNCING = frozenset(
    words_of(
        "atsakymas atsakau atsakysiu rasykit rasykite rasyk irasykit irasykite irasyk parasykit spausk spauskit"
        " spaudziu sakau sakysiu bet kad tai dar karta ir jau vis tiek mygtukas mygtuka antras pirmas variantas pati"
        " pats as is tikruju turi buti but aisku zinoma tikrai turetu mieloji mielas ponia dekui aciu prasau labai"
    )
)
_BETWEEN = re.compile(r"[,;:!?.()\n]+|\s[–-]+\s|\b(?:bet|o|nes)\b")
_CORRECTS = re.compile(
    r"\b(?:oi|suklyd\w*|palauk\w*|apsirik\w*|netycia|is tikruju|turi but\w*|turejo|tiksliau|norejau)\b"
)
_AT_THE_END = re.compile(
    r"\b(?:sakau|sakysiu|rasau|rasykit\w*|rasyk|atsakau|turi but\w*|kad|bet|vis tiek|tiesiai|sviesiai)"
    r" (taip|ne|nezinau)[.! ]*$"
)
# Half an answer, or one that hangs on something, is none.
_HALF = re.compile(
    r"\b(?:jei|jeigu|nebent|priklauso|kartais|gal|galbut|turbut|kazin|paklaus\w*|supra[tn]\w*|reiskia)\b|\bkai (?!kur)"
)
_OWN_AGE = re.compile(
    r"\b(?:man|esu|turiu|amzius|sukako|suejo|save|pase|pasa|dabar)(?: (?:yra|jau|dabar|siemet|tik|lygiai|pilni))*"
    r" (\d{1,3})\b(?! ?(?:vaik|kart|eur|proc|%|d\b|val|men|dien|sav|kg|cm|kat|sun|anuk|but|nam|kamb))"
    r"|\b(\d{1,3})(?: met\w*| m)? (?:man|esu)\b|^(\d{1,3})(?: met\w*| m)?(?=$| (?:ir|o|bet|ne|oi|kaip)\b)"
)
_MINOR = re.compile(r"\bnepilnamet(?:is|e)\b|\bnesulauk\w+ pilnamet\w+|\bpilnamet\w+ (?:dar )?nesulauk\w+")
_ADULT = re.compile(r"\bpilnamet(?:is|e)\b")
_DIGIT = re.compile(r"\d")
# The first numbers may be those of buttons, or count somebody.
_LIKELY_AGES = frozenset(range(4, OLDEST + 1))
# How old somebody was or will be, feels or looks.
_ANOTHER_AGE = re.compile(
    r"\b(?:buvo|buvau|bus|busiu|greit|greitai|tuoj|netrukus|rytoj|kitamet|kitais|po|uz|jauc\w+|atrod\w+|elg\w+"
    r"|apie|beveik)\b"
)
_LEVEL = re.compile(r"\b(\d{1,3}) ?(?:%|proc\w*)|\b(?:dabar|mano|man) (\d{1,3})\b(?! ?(?:m\b|met|gr|eur))")
_OF_LEVEL = re.compile(r"\b(?:lyg|dal[iy]v|darbing|nustat|pazym|neigal|komisij|dav|gav|dabar|mano|man|turiu)\w*")
_STEP = 5
# Denied, over, only suspected, or that of those with whom somebody works.
_DENIES = re.compile(r"\bne\b|\bnera\b|\bnetur\w+|\bbe\b|\bdirb\w+|\bgeresn\w+|\bbuv\w+|\bpraejo|\bitari\w+|\btiria")
_KINDS = {
    Disability.INTELLECTUAL: re.compile(r"\bintelekt\w* negal\w*|\bprot(?:o|ine|inis) (?:negal|atsilik)\w*"),
    Disability.PSYCHOSOCIAL: re.compile(r"\bpsich(?:ikos|ine|osocialin\w+) (?:negal|lig|sutrik)\w*"),
}
_OF_RELATIVE = re.compile(rf"\b(?:mano )?{RELATIVES}\b[^,.;!?]*?(?=[,.;!?]|\b(?:o|bet|man|mano|as)\b|$)")
