"""A yes or no by the question it answers: what would answer another question, and who is meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.eligibility.facts import FactId
from assistant.understanding.answer_kinds import (
    ABLE,
    CHILDREN,
    EXPECTS,
    KINDS,
    LACKS,
    NEEDS,
    RAISES,
    WANTS,
    WORKS,
    Kind,
)
from assistant.understanding.answer_words import NO, POLITE_YES, YES
from assistant.understanding.asked_words import IN_OTHER_WORDS, OF_ONESELF
from assistant.understanding.normalize import folded, words_of
from assistant.understanding.spoken import RELATIVES, is_filler


@dataclass(frozen=True)
class Asked:
    """A question of a check that is answered by yes or no, and whether it was put to somebody who helps."""

    fact: FactId
    of_helper: bool = False


def is_of_another(text: str, asked: Asked | None) -> bool:
    """Whether the words tell of a relative alone, where somebody was asked about themself: "mamai 70", "mama serga"."""
    if asked is None or asked.of_helper:
        return False
    words = words_of(text)
    of_relative = any(
        re.fullmatch(RELATIVES, word) and (word.endswith(_DATIVE) or before == _MINE or behind in _OF_OTHERS)
        for before, word, behind in zip(("", *words), words, (*words[1:], ""), strict=False)
    )
    return of_relative and _ONESELF.isdisjoint(words)


def for_question(text: str, asked: Asked) -> str | None:
    """The folded words in the terms of the question; None where they answer another one or tell of somebody else.

    Who begins with "taip" or "ne" has answered, so there only the same said of something else takes that back. Facts
    that are not told by yes or no leave the words as they are.
    """
    if asked.fact not in _OWN:
        return text
    plain = _THINKS.sub("", folded(text))
    ways = IN_OTHER_WORDS.get(asked.fact, ()) + (() if asked.of_helper else OF_ONESELF.get(asked.fact, ()))
    for pattern, meant in ways:
        plain = pattern.sub(meant, plain)
    words = words_of(plain)
    answer = next((word for word in words if word not in _HESITATING), "")
    is_answered = answer in _AGREES | NO
    if _answers_another(words, asked.fact, is_yes=answer in _AGREES, is_no=answer in NO):
        return None
    if not is_answered:
        plain = _from_own_clause(plain, asked)
        begins = words_of(_BETWEEN.split(plain, maxsplit=1)[0])
        if asked.fact is not FactId.WORK and any(map(WORKS.agrees.fullmatch, begins)):
            # "Dirbu ir auginu gėles" would answer by its first verb.
            return None
    if asked.of_helper:
        return _of_who_is_helped(plain, asked, is_answered=is_answered)
    first, *_ = _BETWEEN.split(plain.lstrip(" ,.;!"), maxsplit=1)
    others = _mentions(first, asked)
    if any(map(_is_of_me, words_of(first))) and _PRONOUNS.issuperset(others):
        # "Turiu sūnų jam penki" was dictated.
        others = []
    return plain if is_answered or not others else None


def may_count(asked: Asked | None) -> bool:
    """Whether a mere number may be the place of a button; asked about children, it is how many there are."""
    return asked is None or asked.fact is not FactId.FAMILY


def tells_of_check(text: str, *, is_offer: bool) -> bool:
    """Whether a question of the checks is answered where none was asked: "dirbu" agrees to nothing.

    Who is offered to have something done may agree by a mere "galiu", and else any need is an answer.
    """
    words = words_of(text)
    if next((word for word in words if word not in _HESITATING), "") in YES | NO:
        return False
    agreeing = {WANTS, NEEDS, ABLE} if is_offer else {WANTS}
    return any(
        _is_told(kind, verb, words)
        and not (kind in agreeing and all(verb.fullmatch(word) or _is_beside(word) for word in words))
        for kind in KINDS
        if is_offer or kind is not NEEDS
        for verb in (kind.agrees, kind.denies)
    )


def _is_beside(word: str) -> bool:
    return is_filler(word) or word in POLITE_YES or word in _BESIDE_ANY


def _answers_another(words: Sequence[str], fact: FactId, *, is_yes: bool, is_no: bool) -> bool:
    """Whether only other questions are answered: "turiu du vaikus" says nothing of work."""
    told = [word for word in words if word not in _AGREES | NO]
    agreed = [kind for kind in KINDS if _is_told(kind, kind.agrees, told)]
    denied = [kind for kind in KINDS if _is_told(kind, kind.denies, told)]
    own, about = _OWN[fact]
    if any(kind in own for kind in agreed + denied):
        return False
    is_about = any(map(about.fullmatch, told))
    if is_yes or is_no:
        # "Taip, noriu", "ne, galiu pati".
        return not is_about and any(kind is not WANTS for kind in (agreed if is_yes else denied))
    if agreed or denied or is_about:
        return not is_about or bool(agreed or denied)
    named = [word for word in told if not _RELATIVE.fullmatch(word)]
    return any(other.fullmatch(word) for word in named for _, other in _OWN.values())


def _from_own_clause(plain: str, asked: Asked) -> str:
    """What stands behind clauses that answer another question: "dirbu, pagalbos nereikia"."""
    while parted := _BETWEEN.search(plain):
        clause = plain[: parted.start()]
        words = words_of(clause)
        is_short = len(words) <= _MOST_BEFORE and not _mentions(clause, asked)
        if not is_short or not _answers_another(words, asked.fact, is_yes=False, is_no=False):
            break
        plain = plain[parted.end() :].strip()
    return plain


def _is_told(kind: Kind, verb: re.Pattern[str], told: Sequence[str]) -> bool:
    if not any(map(verb.fullmatch, told)):
        return False
    if kind is not RAISES or any(_CHILDREN.fullmatch(word) or _BRINGS_UP.match(word) for word in told):
        return True
    # What else one has or has not tells of no child.
    return all(verb.fullmatch(word) or is_filler(word) or WANTS.denies.fullmatch(word) for word in told)


def _of_who_is_helped(plain: str, asked: Asked, *, is_answered: bool) -> str | None:
    """The words with a pronoun for whom is helped: "broliui reikia" is "jam reikia"."""
    if not is_answered and any(word in _ME or _is_of_me(word) for word in words_of(plain)):
        return None
    in_clauses = [_mentions(clause, asked) for clause in _BETWEEN.split(plain)]
    others = frozenset(word for mentions in in_clauses for word in mentions)
    if len({word[:_STEM] for word in others - _PRONOUNS}) > 1 or any(
        len(mentions) > 1 and not _PRONOUNS.issuperset(mentions) for mentions in in_clauses
    ):
        # Two persons: "mama jam padeda".
        return plain if is_answered else None
    is_of_another = len({_is_she(word) for word in others}) > 1 or _OF_THEM.search(plain) or _WHO_DOES.search(plain)
    if others - _PRONOUNS and not is_answered and is_of_another:
        # "Jos vaiką augina močiutė", "mama dirba, todėl jis vienas".
        return None
    return _WORD.sub(lambda match: _as_pronoun(match[0]) if match[0] in others else match[0], plain)


def _mentions(plain: str, asked: Asked) -> list[str]:
    """The words for somebody else of whom something is told."""
    words = words_of(plain)
    before = ("", *words)
    # "Auginu dukrą" and "dukra augina" differ by a mark that many leave out.
    is_of_others = any(map(_THIRD_PERSON.fullmatch, words))
    return [
        word
        for word, earlier in zip(words, before, strict=False)
        if earlier not in _BESIDE_ONE
        and (word in _PRONOUNS or (_RELATIVE.fullmatch(word) and not _OF_WHOM.fullmatch(word)))
        and not (asked.fact is FactId.FAMILY and _CHILDREN.fullmatch(word) and (asked.of_helper or not is_of_others))
        and (asked.of_helper or not word.startswith("zmog"))
    ]


def _as_pronoun(word: str) -> str:
    if word in _PRONOUNS:
        return word
    return "jam" if word.endswith(("ui", "ai", "ei", "ams")) else "jis"


def _is_she(word: str) -> bool:
    return word in {"ji", "jai"} or (word not in _PRONOUNS and not word.endswith(("s", "ui", "ams")))


def _is_of_me(word: str) -> bool:
    return _FIRST_PERSON.fullmatch(word) is not None and any(
        verb.fullmatch(word) for kind in KINDS for verb in (kind.agrees, kind.denies)
    )


_CHILDREN = re.compile(CHILDREN)
# The verbs of each question, and what it is about.
_MINE = "mano"
_DATIVE = ("ui", "ai", "ei")
_OF_OTHERS = frozenset({"serga", "turi", "gauna", "yra"})
_ONESELF = frozenset({"man", "as", "esu"})

_OWN: Mapping[FactId, tuple[tuple[Kind, ...], re.Pattern[str]]] = {
    FactId.WORK: ((ABLE, WORKS), re.compile(r"(?:ne)?(?:pa|isi|i)?d[ai]rb(?!tuv)\w*")),
    FactId.COMPLEX_NEEDS: ((NEEDS, LACKS), re.compile(r"istaig\w+")),
    FactId.FAMILY: ((RAISES, EXPECTS), re.compile(rf"{CHILDREN}|bevaik\w+|nesc\w+")),
}
_BRINGS_UP = re.compile(r"(?:ne(?:be)?)?(?:aug|globoj|auklej)")
_HESITATING = frozenset({"nu", "na", "oi", "ai", "nagi", "tai", "labas", "laba", "diena", "sveiki", "tikrai", "zinoma"})
_THINKS = re.compile(r"\bas (?=(?:manau|sakau|galvoju|manyciau)\b)")
_ME = frozenset({"as", "man", "mane", "manes", "mes", "mums"})
_FIRST_PERSON = re.compile(r"\w+(?:(?<!t)u|uosi|ciau)")
_THIRD_PERSON = re.compile(r"(?:ne)?(?:augina|turi|laukiasi|globoja)")
_PRONOUNS = frozenset({"jis", "ji", "jam", "jai"})
_RELATIVE = re.compile(rf"{RELATIVES}|tevams")
_OF_WHOM = re.compile(r"(?!sesuo)\w+(?:o|os|es|aus|ers)")
_BESIDE_ANY = frozenset({"labai", "jau", "visai", "nieko", "deja", "aciu", "dekui"})
_BESIDE_ONE = frozenset({"su", "pas", "be", "esu", "vienisa", "vienisas", "kaip"})
"""Behind these somebody is named who does nothing in the answer: "gyvenu su mama", "esu mama"."""
_OF_THEM = re.compile(r"\bjos?\b")
_WHO_DOES = re.compile(rf"\b(?:augina|dirba|gali|turi) (?!{CHILDREN}|\w+(?:ui|ai|ei)$){RELATIVES}$")
_STEM = 3
_MOST_BEFORE = 4
_AGREES = YES - {"sutinku", "tinka"}
"""What is agreed to or suits is no fact."""
_BETWEEN = re.compile(r"[,.;!]")
_WORD = re.compile(r"[^\W_]+")
