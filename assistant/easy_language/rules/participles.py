"""Verb forms that stand in for a clause: half participle, gerund, active participle, and the tenses made of them."""

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
    has_object,
    hit,
    is_first,
    is_name,
    opens_term,
    runs,
    to_be_before,
)
from assistant.easy_language.rules.passive import is_passive_after_all
from assistant.easy_language.text import Text, Token
from assistant.easy_language.word_sets import word_set

# Endings of words that no dictionary knows. Only those that hardly ever deceive.
_HALF = re.compile(r"\w{3,}dam(?:as|a|i|os|asis|asi|iesi|osi)")
_GERUND = re.compile(r"\w{3,}(?:ant|int)|\w{3,}(?:av|in|ėj|oj)us")
_ACTIVE = re.compile(
    r"\w{3,}(?:an|in)(?:tis|tys|tį|tiems|čio|čios|čią|čių|čiai|čiam|čiame|čiais|čioms|čiomis|čius)"
    r"|\w{3,}(?:av|in|ėj|oj)us(?:i|io|ios|ią|iam|ių|ioms|iomis|iems|iais|į|ieji)|\w{3,}(?:av|in|ėj|oj)ęs"
)
# Everybody knows these, and no shorter word says the same.
_EVERYDAY = re.compile(r"suaug(?:ęs|us\w+|ę)|budin\w+|tūkstan\w+", re.IGNORECASE)
# Gerunds that have become prepositions: visi, išskyrus brolį.
_PREPOSITIONS = frozenset({"išskyrus", "neišskiriant"})
# Verbs that are often reflexive, so that a form in -ntis is rather their gerund.
_REFLEXIVES = word_set(
    "mokytis kalbėtis kreiptis keltis rengtis ruoštis leistis praustis lankytis naudotis remtis vadovautis"
    " laikytis stengtis tikėtis rūpintis baigtis skųstis kraustytis domėtis keistis artintis tęstis skirtis"
    " tartis džiaugtis gydytis matytis ilsėtis maitintis žaistis registruotis rinktis gintis treniruotis rašytis"
    " skiepytis bartis sveikintis juoktis vestis melstis jaudintis nervintis gultis sėstis stotis tvarkytis"
    " vertis darytis jaustis elgtis blaivytis"
)
_GREETING = re.compile(r"sveik(?:i|as|a|os)", re.IGNORECASE)
_PAST = re.compile(r"\w+(?:ęs|ęsis|ę|ęsi|usi|usios|usiosi)", re.IGNORECASE)
_DESCRIBED = re.compile(r"\w+(?:as|is|ys|us|uo|ą|į|ę|ų)", re.IGNORECASE)
# Neuters and plurals such as "einą" are hardly ever written; these endings are of other forms.
_ACCUSATIVE = re.compile(r"\w+(?:ntį|usį|čią|usią|ntįjį|jį|ją)", re.IGNORECASE)


def _half_participles(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if is_name(token):
                continue
            if is_first(token, Feature.HALF_PARTICIPLE) and not is_passive_after_all(text, run, index):
                yield hit(text, token, certainty=certainty(token, Feature.HALF_PARTICIPLE))
            elif not token.readings and token.text[0].islower() and _HALF.fullmatch(token.text):
                yield hit(text, token, certainty=Certainty.LIKELY)


def _is_gerund(run: Run, index: int) -> bool:
    token = run[index]
    if token.text.lower() in _PREPOSITIONS:
        return False
    if not token.readings:
        return token.text[0].islower() and _GERUND.fullmatch(token.text) is not None
    if is_first(token, Feature.GERUND):
        return True
    # "Mokantis" is a gerund (when one learns) unless a man's noun follows that it describes.
    is_both = is_first(token, Feature.ACTIVE_PARTICIPLE) and any(
        Feature.GERUND in reading.features and reading.lemma in _REFLEXIVES for reading in token.readings
    )
    return is_both and not describes_next(run, index) and not _follows_noun(run, index) and not has_object(run, index)


def _follows_noun(run: Run, index: int) -> bool:
    """Whether the word before is a man's noun that it describes, or its object: vaiką gydantis."""
    return (
        index > 0
        and has_class(run[index - 1], WordClass.NOUN, WordClass.ADJECTIVE, WordClass.NAME)
        and _DESCRIBED.fullmatch(run[index - 1].text) is not None
    )


def _gerunds(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if not is_name(token) and not opens_term(run, index) and _is_gerund(run, index):
                yield hit(text, token, certainty=certainty(token, Feature.GERUND))


def is_active_participle(token: Token) -> bool:
    """Whether it is most likely an active participle; *suaugęs* and *budintis* are everyday words and are none."""
    if _EVERYDAY.fullmatch(token.text) or is_name(token):
        return False
    if not token.readings:
        return token.text[0].islower() and _ACTIVE.fullmatch(token.text) is not None
    reading = first_reading(token)
    return (
        reading is not None
        and Feature.ACTIVE_PARTICIPLE in reading.features
        and (not token.text.endswith(("ą", "į")) or _ACCUSATIVE.fullmatch(token.text) is not None)
    )


def _is_compound(run: Run, index: int) -> int | None:
    return to_be_before(run, index) if _PAST.fullmatch(run[index].text) else None


def _active_participles(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if not is_active_participle(token) or _is_compound(run, index) is not None or _is_gerund(run, index):
                continue
            if opens_term(run, index) or (index > 0 and _GREETING.fullmatch(run[index - 1].text)):
                continue
            yield hit(text, token, certainty=certainty(token, Feature.ACTIVE_PARTICIPLE))


def _tenses(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if is_name(token):
                continue
            if is_first(token, Feature.FREQUENTATIVE):
                yield hit(
                    text,
                    token,
                    message="Tai būtasis dažninis laikas.",
                    suggestion="Rašykite „dažnai“ ir paprastą laiką.",
                    is_mild=True,
                )
            elif is_active_participle(token):
                start = _is_compound(run, index)
                if start is not None:
                    yield hit(text, run[start], token, certainty=certainty(token, Feature.ACTIVE_PARTICIPLE))


HALF_PARTICIPLE = Rule(
    id="G01",
    title="Be pusdalyvių",
    message="Tai pusdalyvis.",
    suggestion="Rašykite du sakinius arba „kai“ ir „jei“.",
    source="VDU",
    find=_half_participles,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Norėdami pagalbos, skambinkite.", "Norėdami"),
        Bad("Jis kalba eidamas.", "eidamas"),
        Bad("Rašydama laišką ji klausė muzikos.", "Rašydama"),
        Bad("Ruošdamiesi kelionei, imkite pasą.", "Ruošdamiesi"),
        Bad("Neturėdamas darbo jis ilsėjosi.", "Neturėdamas"),
        Bad("Vesdamas vaiką tėvas dainavo.", "Vesdamas"),
    ),
    good=(
        "Amsterdamas yra didelis miestas.",
        "Dama su skrybėle laukia Jūsų.",
        "Aš padedu tetai.",
        "Sodams reikia lietaus.",
        "Adomas dirba dirbtuvėse.",
        "Vaikas eina su mama.",
    ),
)

GERUND = Rule(
    id="G02",
    title="Be padalyvių",
    message="Tai padalyvis.",
    suggestion="Rašykite „kai“ arba „jei“, arba du sakinius.",
    source="VDU",
    find=_gerunds,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Gaunant pagalbą, reikia kalbėti.", "Gaunant"),
        Bad("Prireikus skambinkite.", "Prireikus"),
        Bad("Norint pagalbos, reikia rašyti.", "Norint"),
        Bad("Mokantis reikia tylos.", "Mokantis"),
        Bad("Atėjus žiemai, šąla.", "Atėjus"),
        Bad("Nesutarus skambinkite mums.", "Nesutarus"),
    ),
    good=(
        "Rašykite paprastus tekstus gydytojams.",
        "Darbuotojas skaito dokumentus ir prašymus.",
        "Netrukus ateis gydytoja.",
        "Turgus dirba nuo ryto.",
        "Darius turi gražius namus.",
        "Po stalu guli medus ir lietus.",
        "Pasveikinkite draugus.",
        "Pagalba priimant sprendimus padeda Jums.",
    ),
)

ACTIVE_PARTICIPLE = Rule(
    id="G03",
    title="Be veikiamųjų dalyvių",
    message="Tai dalyvis.",
    suggestion="Rašykite „kuris“ arba atskirą sakinį.",
    source="VDU",
    find=_active_participles,
    scopes=IN_SENTENCES,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Asmens turinčio negalią prašymas.", "turinčio"),
        Bad("Ateina padedantis žmogus.", "padedantis"),
        Bad("Žmonės, gyvenantys mieste.", "gyvenantys"),
        Bad("Atvykęs žmogus laukia.", "Atvykęs"),
        Bad("Laukia atvykusių žmonių.", "atvykusių"),
        Bad("Nukentėjusieji rašo skundą.", "Nukentėjusieji"),
        Bad("Ar gyvenantis su tėvais gauna pinigų.", "gyvenantis"),
    ),
    good=(
        "Suaugęs žmogus sprendžia pats.",
        "Gydantis gydytojas yra Jūsų gydytojas.",
        "Turiu klausimų apie antį ir kančią.",
        "Jis spręs klausimą ir pratęs planą.",
        "Aš galvoju apie mintis ir pažintis.",
        "Aš mokiausi ir džiaugiausi.",
        "Jis gali gaminti ir augti.",
    ),
)

TENSES = Rule(
    id="G11",
    title="Paprasti laikai",
    message="Tai sudėtinis laikas.",
    suggestion="Rašykite paprastą laiką: atėjo, gavo.",
    source="VDU",
    find=_tenses,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Jis yra atėjęs.", "yra atėjęs"),
        Bad("Ji eidavo į dirbtuves.", "eidavo"),
        Bad("Ar esate buvę mūsų centre?", "esate buvę"),
        Bad("Ji buvo jau išvykusi.", "buvo jau išvykusi"),
        Bad("Klausimas yra susijęs su pinigais.", "yra susijęs"),
    ),
    good=(
        "Jis yra suaugęs žmogus.",
        "Jis davė pinigų ir pardavė namą.",
        "Jie pardavė namą ir perdavė raktus.",
        "Jūsų pusė yra didelė.",
        "Ji yra graži.",
    ),
)
