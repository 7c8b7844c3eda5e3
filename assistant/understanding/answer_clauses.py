"""Reads a yes or no from whole clauses of which every word is known: what is denied, what is over, what is added."""

import re
from collections.abc import Mapping
from enum import Enum, auto

from assistant.understanding.answer_bends import NO_ANSWER
from assistant.understanding.answer_kinds import (
    ABLE,
    AGE,
    CHILDREN,
    EXPECTS,
    HELPED,
    KINDS,
    NEEDS,
    RAISES,
    UP_TO_17,
    WORKS,
)
from assistant.understanding.answer_shortened import ONCE, in_short
from assistant.understanding.answer_words import NO, OTHERS, POLITE_YES, TURNS, YES
from assistant.understanding.normalize import folded
from assistant.understanding.spoken import is_filler


class _Says(Enum):
    YES = auto()
    NO = auto()
    OVER = auto()
    """What was so once and decides nothing now."""
    BESIDE = auto()
    """Known words that neither agree nor deny: "vieni nesusitvarkom"."""


def read_clauses(text: str) -> bool | None:
    """True or False where each clause is understood as a whole and all that answer say the same; else None."""
    plain = in_short(folded(text))
    if _GOES_ON.search(plain):
        return None
    answers: dict[str, _Says] = {}
    is_first = True
    told: list[str] = []
    for link, clause in _clauses(plain):
        if link in _REASONS and answers:
            # Why it is so does not change that it is so.
            break
        words = clause.split()
        says = _meaning(words) or _before_next_subject(words)
        if says is None and _only_explains(link, words, told):
            break
        if says is None or (link in _BENDING and (says is _Says.BESIDE or is_first)):
            return None
        is_first = False
        if says is not _Says.OVER:
            told.append(clause)
        if says in {_Says.YES, _Says.NO}:
            answers[clause] = says
    if not answers or NO_ANSWER.search(", ".join(told)):
        return None
    if len(set(answers.values())) == 1 or _has_one_of_two(answers):
        return _Says.YES in answers.values()
    return None


def _has_one_of_two(answers: Mapping[str, _Says]) -> bool:
    """Whether a child is brought up or expected, where both were asked: "neturiu vaikų, bet laukiuosi"."""
    agreed = [clause.split() for clause, says in answers.items() if says is _Says.YES]
    denied = [clause.split() for clause, says in answers.items() if says is _Says.NO]
    if all(any(map(EXPECTS.agrees.fullmatch, words)) for words in agreed):
        return all(any(map(RAISES.denies.fullmatch, words)) or words == ["ne"] for words in denied)
    raises = all(any(map(RAISES.agrees.fullmatch, words)) for words in agreed)
    return raises and all(any(map(EXPECTS.denies.fullmatch, words)) for words in denied)


def _only_explains(link: str, words: list[str], told: list[str]) -> bool:
    """Whether a clause that is not understood tells why: "nereikia, mama viską daro".

    Behind what one has or wants it may say something else: "turiu sūnų, jis jau tarnauja".
    """
    verbs = {word for clause in told for word in clause.split()}
    answered = any(map(_EXPLAINED.fullmatch, verbs)) or (
        any(map(RAISES.denies.fullmatch, verbs)) and any(map(_CHILDREN.fullmatch, verbs))
    )
    return answered and not link and words[0] not in TURNS and _tells_more(words)


def _tells_more(words: list[str]) -> bool:
    """Whether nothing in the words of another clause may bend or contradict the one before."""
    if not (_BENDS | YES | NO).isdisjoint(words):
        return False
    return not any(
        pattern.fullmatch(word) for word in words for kind in KINDS for pattern in (kind.agrees, kind.denies)
    )


def _before_next_subject(words: list[str]) -> _Says | None:
    """The answer of a clause, where the next one was dictated without a stop: "negaliu dirbti man koja skauda"."""
    place = next((place for place, word in enumerate(words) if place and word in _SUBJECTS), len(words))
    before, behind = words[:place], words[place:]
    if len(behind) < _LEAST_OF_CLAUSE or not _tells_more(behind):
        return None
    if not any(
        pattern.fullmatch(word) for word in before for pattern in (ABLE.agrees, ABLE.denies, WORKS.agrees, WORKS.denies)
    ):
        # What is needed, and who is had, may stand behind such a word: "nereikia man jūsų".
        return None
    return _meaning(before)


def _clauses(said: str) -> list[tuple[str, str]]:
    """The words of each clause, behind the word that links it to the one before."""
    link = ""
    found: list[tuple[str, str]] = []
    for part in _LINKS.split(said):
        if _LINKS.fullmatch(part):
            link = link if part.strip() in {"", ","} else part.strip(" ,")
            continue
        words = " ".join(_WORD.findall(part))
        if words:
            found.append((link, words))
            link = ""
    return found


def _meaning(words: list[str]) -> _Says | None:
    begins_with_answer = words[0] in YES | NO
    if words[0] == "kad" or _TODAY in words:
        # A wish, and what is so on one day.
        return None
    if not begins_with_answer and any(map(OTHERS.fullmatch, words)):
        # "Brolis dirba": most often it is somebody else for whom help is looked for.
        return None
    denies = [kind for kind in KINDS if any(map(kind.denies.fullmatch, words))]
    agrees = [kind for kind in KINDS if any(map(kind.agrees.fullmatch, words))]
    if not denies and not agrees:
        if _PAST.search(" ".join(words)):
            return _Says.OVER
        return _bare(words)
    if denies and agrees:
        return None
    if ("tik" in words and HELPED not in words) or not _agree(words, no=bool(denies)):
        return None
    kinds = denies or agrees
    # "Ji" that stands first is she; elsewhere it may be "jį".
    named = words[1:] if words[0] == "ji" and any(map(_SHE_DOES.fullmatch, words)) else words
    if not all(kind.allows(named) for kind in kinds):
        return None
    if RAISES in kinds and _CHILD_OF_ANOTHER.search(" ".join(words)):
        return None
    beside = [kind.with_no if denies else kind.with_yes for kind in kinds]
    if all(_is_common(word) or any(pattern.fullmatch(word) for pattern in beside) for word in words):
        return _Says.NO if denies else _Says.YES
    return None


def _agree(words: list[str], *, no: bool) -> bool:
    """Whether every "taip" and "ne" says the same as the verb: "ne, galiu" does not."""
    others = YES if no else NO
    return others.isdisjoint(words)


def _bare(words: list[str]) -> _Says | None:
    """What a clause without a verb of an answer says."""
    plain = " ".join(words)
    if _BARE_NO.fullmatch(plain):
        return _Says.NO
    if _BARE_YES.fullmatch(plain):
        return _Says.YES
    known = [word for word in words if not is_filler(word)]
    if known and (YES | NO).isdisjoint(words) and all(map(_BESIDE.fullmatch, known)):
        return _Says.BESIDE
    return None


def _is_common(word: str) -> bool:
    return is_filler(word) or word in YES | NO | POLITE_YES or _COMMON.fullmatch(word) is not None


_CHILDREN = re.compile(CHILDREN)
_TODAY = "siandien"
_SHE_DOES = re.compile(r"(?:ne(?:be)?)?(?:augina|turi|globoja)")
_CHILD_OF_ANOTHER = re.compile(
    r"\b(?:brolio|sesers|sunaus|dukr(?:os|ters)|krikst\w+|drau(?:go|ges)|kaimyn\w+|anuk\w+) "
    r"(?:vaik|sun|dukr|mergait|berniuk)\w*"
)
_COMMON = re.compile(
    rf"{HELPED}|deja|labai|irgi|net|vis|kolkas|abejo|manau|dar|aciu|dekui|va|kad|bei|siaip|jo|gi|jokiu|viskas|beje|to"
)
_BESIDE = re.compile(
    r"vien(?:i|as|a)|dar|pat(?:s|i|ys)|(?:ne(?:be)?)?(?:susitvark|tvarkom|apsiein|is?siver|spej|suspej|pajeg|isgyven)\w+|sunk(?:u|iai|oka)|per|labai|kartu"
    r"|silpn\w+|jaun\w+|neigal\w+|invalid\w+|greit(?:ai)?|savarankisk\w+|viskas|gerai|neved\w+|vienis\w+|viengung\w+|netekej\w+|pensij\w+|pensinink\w+|sveikat\w+|prast\w+|su|tevais|guli|lovoj\w*|ne(?:kalb|vaiksc|vaikst|mat|gird)\w+|sudetinga|be|pagalbos|jos|aciu|dekui|serg\w+|pavarg\w+|jau|maz\w+|istaig\w+|(?:ne(?:be)?)?padeda|dirbti|vaikai|dideli|suaug\w+|uzaug\w+|gyven(?:a|u|am|ame)|atskirai|savo|gimin\w+"
    rf"|{UP_TO_17}|{AGE}|{HELPED}"
)
_PAST = re.compile(rf"\b(?:{ONCE})\b")
_LEAD = (
    r"(?:(?:nu|na|oi|ai|o|tai|tikrai|zinoma|aisku|dabar|jau|deja|kad|jog|labas|ponia|pone|sveiki|is principo"
    rf"|is esmes|vis|man|jam|jai|as|jis|ji|irgi|{HELPED}|manau|sakau|rasau|rasyk|rasykit|siaip"
    r"|visgi|kolkas|visiskai|visai) )*"
)
_BARE_NO = re.compile(
    rf"{_LEAD}ne(?: (?:ne|aciu|dekui|deja|tikrai|ponia|pone))*|(?:mes |as |jis |ji |esame |esam |esu |yra )*bevaik\w+"
    r"|(?:as |jis |ji |mes |vienas |viena |esu |yra |esam |gyvenu |gyvena )*be vaiku"
)
_BARE_YES = re.compile(
    rf"{_LEAD}(?:taip|jo|aha)(?: (?:taip|jo|deja|aciu|dekui|tikrai|zinoma|aisku|ponia|pone))*"
    r"|yra(?: vaik(?:as|u|ai))?"
    rf"|(?:tai |turiu |yra )?(?:{UP_TO_17}) (?:maz\w+ )?(?:vaik(?:as|ai|u)|mergait\w+|berniuk\w+|kudik\w+|dvynuk\w+)"
)

_LINKS = re.compile(r"([,.;!\n]+ *|\b(?:o|bet|taciau|nes|kadangi|nors)\b)")
_GOES_ON = re.compile(
    r"^(?:taip|jo|aha),? (?:anksciau|seniau|kazkada|kadaise)$|\b(?:bet|taciau|o|nes|nors|jei|jeigu|kad)[ .,…]*$"
)
_REASONS = frozenset({"nes", "kadangi"})
_EXPLAINED = re.compile(f"{ABLE.agrees.pattern}|{ABLE.denies.pattern}|{NEEDS.agrees.pattern}|{NEEDS.denies.pattern}")
_SUBJECTS = frozenset({"man", "jam", "jai", "mums", "as", "jis", "ji", "mes"})
_LEAST_OF_CLAUSE = 3
_BENDS = frozenset({"jei", "jeigu", "tik", "bet", "kai", "kol", "taciau", "nebent", "o"})
_BENDING = frozenset({"bet", "taciau", "nors"})
_WORD = re.compile(r"[^\W_]+")
