"""Sentences that deny more than once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.easy_language.forms import Feature
from assistant.easy_language.rule import EASED_AT_LEVEL_3, Bad, Hit, Rule
from assistant.easy_language.rules.near import first_reading, hit, words_of
from assistant.easy_language.text import Text, Token

_NEEDS_NOT = "nereikia"
_NOT = frozenset({"ne", "nėra", "nebėra"})
# Words that stand beside a denied verb in Lithuanian, so that both together deny once: niekas nežino.
_BESIDE = re.compile(
    r"nė|nei|nieko|niek(?:as|am|ą|uo|ur|ada|ados|aip|ieno)|jok(?:s|ia|io|ios|iam|iai|į|ią|iu|ie|ių|iems|iais|iomis|ias|ius)"
)
IN_SEVERAL_WORDS = "Neiginį čia sako keli žodžiai."
_PARTICIPLES = frozenset({Feature.PASSIVE_PARTICIPLE, Feature.ACTIVE_PARTICIPLE})


def _is_denial(token: Token) -> bool:
    return _denies_alone(token) or (token.text.lower() != "nei" and _is_beside(token))


def _is_beside(token: Token) -> bool:
    return _BESIDE.fullmatch(token.text.lower()) is not None


def _denies_alone(token: Token) -> bool:
    if token.text.lower() in _NOT:
        return True
    reading = first_reading(token)
    return reading is not None and Feature.NEGATED in reading.features and reading.features.isdisjoint(_PARTICIPLES)


def _denials_of(tokens: Sequence[Token], line: str) -> list[Token]:
    """The words that deny; *nei* does where it stands twice, once it may compare: ilgiau nei mėnesį."""
    neither = [token for token in tokens if token.text.lower() == "nei"]
    found = [token for token in tokens if _is_denial(token) or (len(neither) > 1 and token in neither)]
    return [token for token in found if not _denies_nothing(token, tokens, line)]


def _denies_nothing(token: Token, tokens: Sequence[Token], line: str) -> bool:
    """*Ne,* that answers at the beginning; *nieko tokio* and *nieko daugiau nereikia*, which comfort."""
    small = token.text.lower()
    if small == "ne":
        return token is tokens[0] and line[token.end : token.end + 1] == ","
    position = tokens.index(token)
    beside = {other.text.lower() for other in tokens[max(position - 1, 0) : position + 2]}
    needs_nothing = "daugiau" in beside and _NEEDS_NOT in {other.text.lower() for other in tokens}
    return small == "nieko" and ("tokio" in beside or needs_nothing)


def _denials(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        found = _denials_of(words_of(text, sentence), text.lines[sentence.line - 1])
        alone = [token for token in found if not _is_beside(token)]
        if len(alone) > 1:
            yield hit(text, alone[1])
        elif len(found) > 1:
            # One denial in several words: right Lithuanian, and still harder to read than what is.
            yield replace(hit(text, found[1]), message=IN_SEVERAL_WORDS, suggestion="Parašykite, kas yra.")


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
        Bad("Niekas nežino, kada negrįš.", "negrįš"),
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
        "Nieko daugiau nereikia.",
        "Jums daugiau nieko daryti nereikia.",
    ),
)
