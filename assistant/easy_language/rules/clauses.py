"""How many clauses a sentence holds: the words that join them, seen by their commas and by the verbs around them."""

import re
from dataclasses import dataclass

from assistant.easy_language.forms import Feature, may_be
from assistant.easy_language.sentences import Sentence
from assistant.easy_language.text import Text

# A clause may begin with a preposition: į kurią, su kuo.
_PREPOSITIONS = r"į|iš|su|apie|be|dėl|prie|pas|po|ant|už|nuo|iki|per|pagal|prieš|tarp"
_SUBORDINATORS = (
    rf"(?:(?:{_PREPOSITIONS}) )?(?:kuri\w*|kurį|ką|ko|kuo)|kad|jog|kai|kada|kol|jei|jeigu|nors|nes|kadangi"
    r"|kur|kas(?! nors)|kam|kiek|kodėl|kaip(?! (?:ir|antai)\b)"
)
_OPENERS = r"kai(?! kuri)|kol|jei|jeigu|nors|kadangi"
_COORDINATORS = r"o|bet|tačiau|todėl|tad|taigi|ir|ar|arba"
_LINK = re.compile(
    rf"(?P<opener>\A(?:{_OPENERS})\b(?=.*,))|, (?P<subordinator>{_SUBORDINATORS})\b"
    rf"|, (?P<coordinator>{_COORDINATORS})\b| (?P<joiner>ir|ar|arba|bei|bet|o) ",
    re.IGNORECASE,
)
_LISTED = re.compile(r", \w+(?: \w+)?,? (?:ir|ar|arba|bei) \w+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = frozenset({Feature.FINITE, Feature.IMPERATIVE, Feature.SUBJUNCTIVE})


@dataclass(frozen=True)
class Clauses:
    """Words that join clauses, and how many of them put one clause under another."""

    links: int
    subordinators: int
    is_nested: bool


def clauses_of(sentence: Sentence, text: Text) -> Clauses:
    """The clauses of a sentence, as far as commas and verbs tell."""
    found = list(_LINK.finditer(sentence.text))
    joins = [match for position, match in enumerate(found) if _joins(sentence, text, found, position)]
    under = [match for match in joins if match["subordinator"] or match["opener"]]
    return Clauses(len(joins), len(under), any(_is_closed(sentence.text, match) for match in under))


def _joins(sentence: Sentence, text: Text, links: list[re.Match[str]], position: int) -> bool:
    """Whether this link stands between two clauses; a word without a comma must have a verb on both sides."""
    link = links[position]
    if not link["joiner"]:
        return True
    before = sentence.text[links[position - 1].end() if position else 0 : link.start()]
    after = sentence.text[link.end() : links[position + 1].start() if position + 1 < len(links) else None]
    return _has_verb(before, text, is_lenient=True) and _has_verb(after, text)


def _has_verb(part: str, text: Text, *, is_lenient: bool = False) -> bool:
    """Whether some word is a verb, by its likeliest reading; the first word, or any, is one as soon as it may be."""
    for position, word in enumerate(_WORD.findall(part)):
        readings = text.forms.readings(word)
        if may_be(readings if is_lenient or position == 0 else readings[:1], *_VERBS):
            return True
    return False


def _is_closed(sentence: str, link: re.Match[str]) -> bool:
    """Whether the sentence goes on behind the comma that ends this clause; an opening clause may do so."""
    if link["opener"]:
        return False
    rest = sentence[link.end() :]
    return "," in rest and not _LISTED.search(rest)
