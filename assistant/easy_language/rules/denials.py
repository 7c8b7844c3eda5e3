"""Sentences that deny more than once."""

import re
from collections.abc import Iterator, Sequence

from assistant.easy_language.forms import Feature
from assistant.easy_language.rule import EASED_AT_LEVEL_3, Bad, Hit, Rule
from assistant.easy_language.rules.near import first_reading, hit, words_of
from assistant.easy_language.text import Text, Token

_WORDS = re.compile(
    r"ne|nė|nėra|nebėra|nieko|niek(?:as|am|ą|uo|ur|ada|ados|aip|ieno)|jok(?:s|ia|io|ios|iam|iai|į|ią|iu|ie|ių|iems|iais|iomis|ias|ius)"
)
_PARTICIPLES = frozenset({Feature.PASSIVE_PARTICIPLE, Feature.ACTIVE_PARTICIPLE})


def _is_denial(token: Token) -> bool:
    if _WORDS.fullmatch(token.text.lower()):
        return True
    reading = first_reading(token)
    return reading is not None and Feature.NEGATED in reading.features and reading.features.isdisjoint(_PARTICIPLES)


def _denials_of(tokens: Sequence[Token], line: str) -> list[Token]:
    """The words that deny; *nei* does where it stands twice, once it may compare: ilgiau nei mėnesį."""
    neither = [token for token in tokens if token.text.lower() == "nei"]
    found = [token for token in tokens if _is_denial(token) or (len(neither) > 1 and token in neither)]
    return [token for token in found if not _denies_nothing(token, tokens, line)]


def _denies_nothing(token: Token, tokens: Sequence[Token], line: str) -> bool:
    """*Ne,* that answers at the beginning, and *nieko tokio* that comforts."""
    small = token.text.lower()
    if small == "ne":
        return token is tokens[0] and line[token.end : token.end + 1] == ","
    position = tokens.index(token)
    return small == "nieko" and position + 1 < len(tokens) and tokens[position + 1].text.lower() == "tokio"


def _denials(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        found = _denials_of(words_of(text, sentence), text.lines[sentence.line - 1])
        if len(found) > 1:
            yield hit(text, found[1])


DENIALS = Rule(
    id="G10",
    title="Vienas neiginys sakinyje",
    message="Sakinyje yra du neiginiai.",
    suggestion="Rašykite du sakinius arba pasakykite, kas yra.",
    source="LT-NDT, COGA",
    find=_denials,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Aš nežinau, kad nereikia.", "nereikia"),
        Bad("Jis negali neateiti.", "neateiti"),
        Bad("Nėra žmogaus, kuris nesupranta.", "nesupranta"),
        Bad("Ji nedirba ir nesimoko.", "nesimoko"),
        Bad("Niekas neatėjo.", "neatėjo"),
        Bad("Nė vienas neatėjo.", "neatėjo"),
        Bad("Neatvažiavo nei mama, nei tėtis.", "nei"),
    ),
    good=(
        "Aš nežinau.",
        "Negalia nėra liga.",
        "Nelaukite ilgiau nei mėnesį.",
        "Jei nerandate, nieko tokio.",
        "Ne, nerašyti.",
        "Jis nedirba.",
        "Nemokama pagalba nėra bloga.",
        "Netrukus aš nedirbsiu.",
    ),
)
