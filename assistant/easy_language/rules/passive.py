"""The passive: it hides who does what."""

import re
from collections.abc import Iterator

from assistant.easy_language.findings import Certainty
from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.rule import EASED_AT_LEVEL_3, IN_SENTENCES, Bad, Hit, Rule
from assistant.easy_language.rules.near import (
    Run,
    certainty,
    describes_next,
    first_reading,
    has_class,
    has_finite,
    has_object,
    hit,
    is_adverb,
    is_first,
    is_name,
    is_nominative_plural,
    opens_term,
    runs,
    to_be_before,
    words_around,
)
from assistant.easy_language.text import Text, Token
from assistant.easy_language.word_sets import word_set

# Passives by origin that people read as plain words; each in all its forms.
_EVERYDAY = re.compile(
    r"(?:ne)?(?:tinkam|mokam|prieinam|suprantam|reikiam|žinom|mylim|galim|įmanom|matom|priklausom|pakankam|pažįstam"
    r"|įprast|paprast|būtin|leistin|mėgstam|valgom|kintam|įdom|esam|būsim|teigiam|gerbiam|nejudam"
    r"|gyvenam(?=[aoąų]s?[ij])|papildom|miegam(?=[aoąų]s?[ij])|prausiam(?=[aoąų]s?[ij]))\w{0,6}"
    r"|(?:ne)?(?:užimt|tikėt|ribot|spalvot|kvalifikuot|patenkint|griežt|karšt|šalt|šilt|balt|rimt|keist|kalt|praeit)\w{1,6}",
    re.IGNORECASE,
)
# After these an infinitive can hardly stand, so what looks like one is a participle: būsite pakviesti.
_OUR_BEING = re.compile(r"(?:ne)?(?:būti|esame|esate|buvome|buvote|būsime|būsite|būtume|būtumėte)", re.IGNORECASE)
_PAID = re.compile(r"mokam(?:as|a|i|os)")
_OBJECTS = word_set("mane tave jį ją juos jas mus jus save man jam jai mums jums jiems joms tai")
_SUBJUNCTIVE_WORDS = word_set(
    "jis ji jie jos aš mes kad jei jeigu kas ar jog nors kuris kuri kurie kurios niekas visi kitaip"
)
_PRESENT = re.compile(
    r"\w{3,}(?:iam|jam|nam|dam|uojam|om)(?:as|a|i|os|o|ų|ą|us|ais|oms|omis|iems|oje|ame|am|ai|uose|ose|asi)",
    re.IGNORECASE,
)
_HALF = re.compile(r"\w+dam(?:as|a|i|os)")
_PAST = re.compile(r"\w{2,}(?:yt|int|ėt|uot|ot)(?:as|a|os|ą|am|u|iems|us|ais|oms|omis|oje|ame|uose|ose)", re.IGNORECASE)


def is_passive_participle(token: Token) -> bool:
    """Whether it is most likely a passive participle and no everyday word."""
    if is_name(token) or _EVERYDAY.fullmatch(token.text):
        return False
    if not token.readings:
        return (
            token.text[0].islower()
            and not _HALF.fullmatch(token.text)
            and bool(_PRESENT.fullmatch(token.text) or _PAST.fullmatch(token.text))
        )
    reading = first_reading(token)
    return reading is not None and Feature.PASSIVE_PARTICIPLE in reading.features


def _is_infinitive_or_passive(token: Token) -> bool:
    """Whether it is written like an infinitive and may be the plural of a participle: gauti, nurodyti."""
    reading = first_reading(token)
    return (
        reading is not None
        and reading.word_class is WordClass.VERB
        and not reading.features - {Feature.NEGATED}
        and any(Feature.PASSIVE_PARTICIPLE in other.features for other in token.readings)
        and not any(other.word_class is WordClass.ADJECTIVE for other in token.readings)
    )


def is_passive_after_all(text: Text, run: Run, index: int) -> bool:
    """Whether a form that looks like a half participle is a passive: *yra parduodamas*, *parduodamas namas stovi*."""
    token = run[index]
    if not any(Feature.PASSIVE_PARTICIPLE in reading.features for reading in token.readings):
        return False
    if to_be_before(run, index) is not None or not has_finite(text, token):
        return True
    return token.text.endswith("as") and describes_next(run, index)


def _is_plural_participle(text: Text, run: Run, index: int) -> bool:
    """*Nurodyti telefonai veikia*, *dokumentai buvo gauti*: the noun is a nominative, and no verb wants an infinitive.

    An object tells that it is an infinitive after all: *gali būti lengviau rasti darbą*.
    """
    if not _is_infinitive_or_passive(run[index]) or has_object(run, index):
        return False
    start = to_be_before(run, index)
    if start is not None:
        is_ours = _OUR_BEING.fullmatch(run[start].text) is not None
        return is_ours or (start > 0 and is_nominative_plural(run[start - 1])) or _plural_follows(run, index)
    if any(_wants_infinitive(token) for token in run[:index]):
        return False
    if _plural_follows(run, index):
        return True
    before = next((token for token in reversed(run[:index]) if not is_adverb(token)), None)
    return before is not None and is_nominative_plural(before) and not has_finite(text, run[index])


def _plural_follows(run: Run, index: int) -> bool:
    return index + 1 < len(run) and is_nominative_plural(run[index + 1])


def _wants_infinitive(token: Token) -> bool:
    """Whether an infinitive may depend on this word: gali, noriu, verta, sunku."""
    reading = first_reading(token)
    if reading is None:
        return False
    is_neuter = reading.word_class is WordClass.ADJECTIVE and token.text.endswith(("a", "u"))
    return is_neuter or not reading.features.isdisjoint({Feature.FINITE, Feature.IMPERATIVE, Feature.SUBJUNCTIVE})


def is_genitive_participle(text: Text, run: Run, index: int) -> bool:
    """*Gautų dokumentų*: a participle that is written like a subjunctive.

    It is one where its noun follows at once, or where the sentence has its verb elsewhere and no word that asks for a
    subjunctive.
    """
    token = run[index]
    reading = first_reading(token)
    if reading is None or Feature.SUBJUNCTIVE not in reading.features or not token.text.endswith("tų"):
        return False
    if token.text.lower().endswith("būtų") or _wants_subjunctive(text, token):
        return False
    if index > 0 and run[index - 1].text.lower() in _OBJECTS:
        return False
    return _noun_follows(run, index) or (has_finite(text, token, but_subjunctives=True) and index > 0)


def _noun_follows(run: Run, index: int) -> bool:
    following = first_reading(run[index + 1]) if index + 1 < len(run) else None
    return (
        following is not None
        and run[index + 1].text.endswith("ų")
        and Feature.GENITIVE in following.features
        and following.word_class in {WordClass.NOUN, WordClass.ADJECTIVE}
    )


def _wants_subjunctive(text: Text, token: Token) -> bool:
    """Whether a word stands before that a subjunctive goes with: jei, kad, jis."""
    return any(
        other.text.lower() in _SUBJUNCTIVE_WORDS for other in words_around(text, token) if other.start < token.start
    )


def _is_paid(run: Run, index: int) -> bool:
    """*Išmoka mokama kas mėnesį*: after its noun the everyday adjective is a passive."""
    return (
        _PAID.fullmatch(run[index].text) is not None
        and index > 0
        and has_class(run[index - 1], WordClass.NOUN)
        and not (index + 1 < len(run) and has_class(run[index + 1], WordClass.NOUN))
    )


def _looks_like_another_form(text: Text, run: Run, index: int) -> bool:
    """Whether it is a passive, though it is written like a half participle, an infinitive or a subjunctive."""
    if is_first(run[index], Feature.HALF_PARTICIPLE):
        return is_passive_after_all(text, run, index)
    return _is_plural_participle(text, run, index) or is_genitive_participle(text, run, index)


def _passives(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if opens_term(run, index):
                continue
            if is_passive_participle(token) or _is_paid(run, index):
                sure = certainty(token, Feature.PASSIVE_PARTICIPLE)
            elif _looks_like_another_form(text, run, index):
                sure = Certainty.LIKELY
            else:
                continue
            start = to_be_before(run, index)
            yield hit(text, token if start is None else run[start], token, certainty=sure)


PASSIVE = Rule(
    id="G04",
    title="Sakoma, kas daro",
    message="Tai neveikiamoji rūšis.",
    suggestion="Pasakykite, kas tai daro.",
    source="VDU",
    find=_passives,
    scopes=IN_SENTENCES,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Jūsų prašymas buvo gautas.", "buvo gautas"),
        Bad("Pagalba bus teikiama.", "bus teikiama"),
        Bad("Prašoma skambinti.", "Prašoma"),
        Bad("Čia yra teikiamos paslaugos.", "yra teikiamos"),
        Bad("Dokumentai buvo gauti vakar.", "buvo gauti"),
        Bad("Minėtas gydytojas dirba antradieniais.", "Minėtas"),
        Bad("Pirmiau nurodyti telefonai veikia.", "nurodyti"),
        Bad("Daiktai sudedami į dėžę.", "sudedami"),
        Bad("Laukiame gautų dokumentų.", "gautų"),
    ),
    good=(
        "Pagalba yra nemokama ir Jums tinkama.",
        "Aš kalbu lengvai suprantama kalba.",
        "Agentūra nustato lygį.",
        "Tekstų, pastatų ir minučių yra daug.",
        "Jo darbas yra padėti žmonėms.",
        "Tai yra mano mylimas brolis.",
        "Paštas ir miestas yra čia.",
        "Čia gali dirbti vaikai.",
        "Mano žodžiai yra paprasti.",
        "Deklaruota gyvenamoji vieta yra Jūsų namų adresas.",
        "Ar siųsti tai dabar.",
        "Jums gali būti lengviau rasti darbą.",
        "Jūsų programa yra įdomi.",
    ),
)
