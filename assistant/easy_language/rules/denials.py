"""Sentences that deny more than once."""

from collections.abc import Iterator

from assistant.easy_language.forms import Feature
from assistant.easy_language.rule import EASED_AT_LEVEL_3, Bad, Hit, Rule
from assistant.easy_language.rules.near import hit
from assistant.easy_language.text import Text, Token


def _is_denial(token: Token) -> bool:
    if token.text.lower() in {"ne", "nėra", "nebėra"}:
        return True
    return bool(token.readings) and Feature.NEGATED in token.readings[0].features


def _denials(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        found = [token for token in text.tokens_of(sentence) if _is_denial(token)]
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
        Bad("Ne, aš nenoriu.", "nenoriu"),
        Bad("Nėra žmogaus, kuris nesupranta.", "nesupranta"),
        Bad("Ji nedirba ir nesimoko.", "nesimoko"),
    ),
    good=(
        "Aš nežinau.",
        "Negalia nėra liga.",
        "Jis nedirba.",
        "Nemokama pagalba nėra bloga.",
        "Netrukus aš nedirbsiu.",
    ),
)
