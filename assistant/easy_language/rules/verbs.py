"""Moods of verbs, how the reader is spoken to, denials, and verbs with a plainer brother."""

import re
from collections.abc import Iterator

from assistant.easy_language.findings import Certainty, Scope
from assistant.easy_language.forms import Feature, Reading, WordClass
from assistant.easy_language.rule import EASED_AT_LEVEL_3, WARNING_AT_ALL_LEVELS, Bad, Hit, Rule
from assistant.easy_language.rules.near import Run, certainty, first_reading, has_class, hit, is_first, is_name, runs
from assistant.easy_language.rules.passive import is_genitive_participle
from assistant.easy_language.text import Text, Token
from assistant.easy_language.word_sets import word_set

_SUBJUNCTIVE = re.compile(r"\w{2,}(?:tum(?:ėte|ėt|ėme|ėm|ei|ėtės|ėmės|eisi)|(?:ė|y|uo|in)čiau)")
_THOU = word_set("tu tau tave tavęs tavo tavimi tavim tavyje")
_YOU = word_set("jūs jums jūsų jus jumis jumyse")


_SUBJECTS = (WordClass.NOUN, WordClass.NAME, WordClass.ADJECTIVE, WordClass.PRONOUN)
_NOMINATIVE = re.compile(r"\w+(?:as|is|ys|us|uo|a|ė|ai|os|ės|ūs|jie|ji)", re.IGNORECASE)
_QUESTIONS = word_set("ar ko ką kur kada kodėl kam kaip")
# Words that have lost their person: greetings and particles.
_SAYINGS = word_set("žiūrėk atleisk palauk-palauk dėkui sudiev")


def _subjunctives(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if is_name(token) or is_genitive_participle(text, run, index):
                continue
            if is_first(token, Feature.SUBJUNCTIVE):
                yield hit(text, token, certainty=certainty(token, Feature.SUBJUNCTIVE))
            elif not token.readings and token.text[0].islower() and _SUBJUNCTIVE.fullmatch(token.text):
                yield hit(text, token, certainty=Certainty.LIKELY)


def _address(text: Text) -> Iterator[Hit]:
    for run in runs(text):
        for index, token in enumerate(run):
            if token.text.lower() in _THOU:
                yield hit(text, token)
            elif token.text in _YOU:
                yield hit(text, token, message="„Jūs“ rašome didžiąja raide.", is_mild=True)
            elif not is_name(token) and (_speaks_to_thee(token) or _asks_thee(run, index)):
                yield hit(text, token, suggestion="Rašykite „Jūs“: ateikite, galite.", certainty=Certainty.LIKELY)


def _speaks_to_thee(token: Token) -> bool:
    """Whether it most likely is of the second person singular: darai, ateik."""
    return (
        is_first(token, Feature.SECOND_SINGULAR)
        and not any(_is_third_person(reading) or reading.word_class is WordClass.NAME for reading in token.readings)
        and token.text.lower() not in _SAYINGS
    )


def _is_third_person(reading: Reading) -> bool:
    return Feature.FINITE in reading.features and Feature.SECOND_SINGULAR not in reading.features


def _asks_thee(run: Run, index: int) -> bool:
    """*Ar nori pavalgyti*: the verb may be of the third person too, but nobody is named who might want it."""
    token = run[index]
    return (
        index == 1
        and run[0].text.lower() in _QUESTIONS
        and is_first(token, Feature.FINITE)
        and any(Feature.SECOND_SINGULAR in reading.features for reading in token.readings)
        and not any(_NOMINATIVE.fullmatch(other.text) and has_class(other, *_SUBJECTS) for other in run[index + 1 :])
    )


def _instructions(text: Text) -> Iterator[Hit]:
    """*Būtina pateikti prašymą* tells nobody to do something; *Jūs turite rašyti* does."""
    for run in runs(text):
        for index, token in enumerate(run[:-1]):
            if not _MUST.fullmatch(token.text) or any(word.text.lower() in _TO_WHOM for word in run):
                continue
            following = first_reading(run[index + 1])
            is_infinitive = (
                following is not None
                and following.word_class is WordClass.VERB
                and not following.features - {Feature.REFLEXIVE, Feature.NEGATED}
            )
            if is_infinitive and not _names_who(run, index):
                yield hit(text, token, run[index + 1])


_MUST = re.compile(r"(?:ne)?(?:reikia|būtina|privaloma|reikės|reikalinga|privalu|derėtų|reikėtų)", re.IGNORECASE)
# Whom it concerns; and words of questions, which instruct nobody: kiek reikia laukti.
_TO_WHOM = word_set("kiek kaip kur kada ką ko ar kodėl jūs jums man mums jam jai jiems joms žmogui žmonėms")
_DATIVE = re.compile(r"\w+(?:ui|iui|jui|ams|iams|oms|ėms|ei|iai|iems)", re.IGNORECASE)


def _names_who(run: Run, index: int) -> bool:
    return any(
        _DATIVE.fullmatch(token.text) is not None
        and any(reading.word_class in {WordClass.NOUN, WordClass.NAME, WordClass.PRONOUN} for reading in token.readings)
        for token in run[:index]
    )


# Verbs with a prefix or reflexive that say no more than the plain verb.
_PLAINER = {
    "nusipirkti": "pirkti",
    "įsigyti": "pirkti",
    "pasinaudoti": "naudotis",
    "pasitelkti": "kviesti",
    "pasiteirauti": "klausti",
    "teirautis": "klausti",
    "pasiskambinti": "skambinti",
    "susimokėti": "mokėti",
    "nusifotografuoti": "fotografuotis",
    "pasikonsultuoti": "klausti",
    "susipažinti": "skaityti",
    "apsilankyti": "ateiti",
    "išsiaiškinti": "sužinoti",
    "pasidomėti": "klausti",
    "persikvalifikuoti": "mokytis",
    "įsidarbinti": "rasti darbą",
}


def _plainer_verbs(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        reading = first_reading(token)
        if reading is not None and reading.word_class is WordClass.VERB and reading.lemma in _PLAINER:
            yield hit(text, token, suggestion=f"Rašykite: {_PLAINER[reading.lemma]}.")


SUBJUNCTIVE = Rule(
    id="G05",
    title="Be tariamosios nuosakos",
    message="Tai tariamoji nuosaka.",
    suggestion="Rašykite paprastą laiką: galite, noriu, reikia.",
    source="VDU, BW",
    find=_subjunctives,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Jei turėtumėte klausimų, skambinkite.", "turėtumėte"),
        Bad("Aš norėčiau pagalbos.", "norėčiau"),
        Bad("Reikėtų ateiti.", "Reikėtų"),
        Bad("Aš eičiau namo.", "eičiau"),
        Bad("Mes kalbėtume ilgai.", "kalbėtume"),
        Bad("Ji mokytųsi dažniau.", "mokytųsi"),
    ),
    good=(
        "Kalbėkite lėčiau ir paprasčiau.",
        "Galiu ateiti anksčiau arba greičiau.",
        "Eikite arčiau.",
        "Nebijokite gestų.",
        "Tekstų ir pastatų yra daug.",
        "Verčiau skambinkite.",
    ),
)

INSTRUCTION = Rule(
    id="G08",
    title="Kreipiamės į žmogų",
    message="Nesakoma, kas tai daro.",
    suggestion="Rašykite „Jūs galite“, „Jūs turite“ arba „ateikite“.",
    source="LT-NDT",
    find=_instructions,
    severity=WARNING_AT_ALL_LEVELS,
    scopes=frozenset(Scope) - {Scope.BUTTON},
    bad=(
        Bad("Būtina pateikti prašymą.", "Būtina pateikti"),
        Bad("Reikia ateiti anksti.", "Reikia ateiti"),
        Bad("Privaloma dėvėti kaukę.", "Privaloma dėvėti"),
        Bad("Rytoj reikės skambinti.", "reikės skambinti"),
        Bad("Nereikia mokėti.", "Nereikia mokėti"),
    ),
    good=(
        "Jums reikia ateiti.",
        "Reikia paso.",
        "Aš nežinau, kiek reikia laukti.",
        "Vaikui reikia miegoti.",
        "Ateikite anksti.",
        "Jūs turite skambinti.",
    ),
)

ADDRESS = Rule(
    id="G09",
    title="Kreipiamės „Jūs“",
    message="Į žmogų kreipiamės „Jūs“.",
    suggestion="Jūs, Jums, Jūsų",
    source="LT-NDT",
    find=_address,
    bad=(
        Bad("Ar tau reikia pagalbos.", "tau"),
        Bad("Ar jums reikia pagalbos.", "jums"),
        Bad("Ateik rytoj.", "Ateik"),
        Bad("Ką darai dabar.", "darai"),
        Bad("Tavo pasas yra čia.", "Tavo"),
        Bad("Skambink mums.", "Skambink"),
    ),
    good=(
        "Jūs gaunate pagalbą.",
        "Jis turi namą.",
        "Ji gali ateiti.",
        "Ateikite rytoj.",
        "Laukai yra žali.",
        "Kaip merginai sekasi.",
        "Vaikai nori žaisti.",
    ),
)

PLAINER_VERB = Rule(
    id="G12",
    title="Paprasti veiksmažodžiai",
    message="Yra paprastesnis veiksmažodis.",
    suggestion="Rašykite paprastesnį veiksmažodį.",
    source="VDU",
    find=_plainer_verbs,
    severity=WARNING_AT_ALL_LEVELS,
    bad=(
        Bad("Nusipirkite bilietą.", "Nusipirkite"),
        Bad("Pasiteiraukite kaimyno.", "Pasiteiraukite"),
        Bad("Jis įsigijo namą.", "įsigijo"),
        Bad("Apsilankykite pas mus.", "Apsilankykite"),
        Bad("Pasinaudokite pagalba.", "Pasinaudokite"),
    ),
    good=(
        "Pirkite bilietą.",
        "Klauskite kaimyno.",
        "Jis pirko namą.",
        "Ateikite pas mus.",
        "Naudokitės pagalba.",
    ),
)
