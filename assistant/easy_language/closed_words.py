"""Words of the closed classes, which the spelling dictionary lists without saying what they are."""

import re
from collections.abc import Iterator, Mapping

from assistant.easy_language.forms import Feature, Reading, WordClass
from assistant.easy_language.word_sets import word_set

PREPOSITIONS = word_set(
    "į iš ant po prie už pas per pro nuo iki dėl su be apie tarp prieš virš ties šalia pagal aplink greta anapus"
    " abipus šiapus palei pasak anot vietoj vietoje vidury viduje link žemiau įkandin išilgai skersai kiaurai ligi"
    " lig sulig viršum viršuj netoli vardan dėlei arti"
)
"""Prepositions."""

GENITIVE_PREPOSITIONS = word_set(
    "iš ant prie už nuo iki dėl be tarp virš šalia greta anapus abipus šiapus pasak anot vietoj vietoje vidury"
    " viduje link ligi viršum netoli vardan dėlei arti"
)
"""Those after which a genitive stands."""

CONJUNCTIONS = word_set(
    "ir ar arba bet o tačiau nes kad kai jei jeigu nors jog todėl tad negu nei kadangi kol kaip lyg tarsi tarytum"
    " bei užtat idant kada jeib dargi"
)

_GENITIVE_PRONOUNS = word_set(
    "mano tavo savo jo jos jų mūsų jūsų manęs tavęs savęs kurio kurios kurių šio šios šių to tos tų kieno visko"
    " nieko ko pačio pačios pačių kažko anųdviejų judviejų"
)
_PRONOUNS = word_set(
    "aš tu jis ji mes jūs jie jos man tau sau jam jai mums jums jiems joms mane tave save jį ją mus jus juos jas"
    " manimi tavimi savimi juo ja mumis jumis jais jomis manyje tavyje savyje jame joje mumyse jumyse kas kuris"
    " kuri kurie kurį kurią kuriuo kuria kuriam kuriai kuriame kurioje kuriems kurioms kuriuos kurias kuriais"
    " kuriomis šis ši šie šią šį šiam šiai šiuo šia šiame šioje šiems šioms šiuos šias šiais šiomis tai tuo tam ką"
    " kam kuo viskas viską viskuo viskam niekas niekuo niekam pats pati patys patį pačią kažkas manim savim tavim"
)
_ADVERBS = word_set(
    "kitaip neseniai tiesiogiai kažkur kažkada taip šiaip visaip nebent dabar ten tada"
    " čia kasdien kodėl vėl atgal daug kartu kiek tiek nuolat tol anksto toli"
)
_NUMERALS = re.compile(
    r"du|dvi|dvie\w+|trys|tris|trijų|trims?|trimis|triju\w+|trijo\w+|treji?\w*|dveji?\w*|keturios\w*|kelet\w+|pusantr\w+"
    r"|abu|abi|abiej\w+|abiem\w*"
)
_ADVERB = re.compile(r"\w+(?:ai|iau|yn|ur|is|omis|om|iui|ui|kart|syk|met)")
_VERB_LEFT_OUT: Mapping[str, frozenset[Feature]] = {
    "nėra": frozenset({Feature.FINITE, Feature.NEGATED}),
    "nebėra": frozenset({Feature.FINITE, Feature.NEGATED}),
    "tebėra": frozenset({Feature.FINITE}),
    "bėra": frozenset({Feature.FINITE}),
    "tėra": frozenset({Feature.FINITE}),
    "nesame": frozenset({Feature.FINITE, Feature.NEGATED}),
    "nesate": frozenset({Feature.FINITE, Feature.NEGATED}),
    "nesu": frozenset({Feature.FINITE, Feature.NEGATED}),
    "nesi": frozenset({Feature.FINITE, Feature.NEGATED, Feature.SECOND_SINGULAR}),
    "esi": frozenset({Feature.FINITE, Feature.SECOND_SINGULAR}),
    "nesant": frozenset({Feature.GERUND, Feature.NEGATED}),
    "tebūnie": frozenset({Feature.IMPERATIVE}),
    "duok": frozenset({Feature.IMPERATIVE, Feature.SECOND_SINGULAR}),
    "eik": frozenset({Feature.IMPERATIVE, Feature.SECOND_SINGULAR}),
    "norint": frozenset({Feature.GERUND}),
    "matyt": frozenset(),
}


def closed_readings(form: str) -> Iterator[Reading]:
    """What a form in small letters is among the words of closed classes; nothing where it is not one of them."""
    if form in _VERB_LEFT_OUT:
        lemma = form if form == "matyt" else {"duok": "duoti", "eik": "eiti", "norint": "norėti"}.get(form, "būti")
        yield Reading(lemma, WordClass.VERB, _VERB_LEFT_OUT[form])
    if form in PREPOSITIONS:
        yield Reading(form, WordClass.PREPOSITION)
    if form in CONJUNCTIONS:
        yield Reading(form, WordClass.CONJUNCTION)
    if form in _GENITIVE_PRONOUNS:
        yield Reading(form, WordClass.PRONOUN, frozenset({Feature.GENITIVE}))
    if form in _PRONOUNS:
        yield Reading(form, WordClass.PRONOUN)
    if form in _ADVERBS:
        yield Reading(form, WordClass.ADVERB)
    if _NUMERALS.fullmatch(form):
        yield Reading(form, WordClass.NUMERAL, frozenset({Feature.GENITIVE} if form.endswith(("ų", "os")) else ()))


def unflagged_reading(form: str) -> Reading:
    """What an entry without any paradigm is, as far as its ending tells; most are adverbs and particles."""
    return Reading(form, WordClass.ADVERB if _ADVERB.fullmatch(form) else WordClass.PARTICLE)
