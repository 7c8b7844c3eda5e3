"""Which readings of a form come first: a few lists where the dictionary's rare words stand in the way of everyday ones."""

from assistant.easy_language.affixes import Origin
from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.paradigms import COMMON, LIKELY, ODD, POSSIBLE, RARE, Meaning

# Where a noun looks the same, these are nearly always verbs.
_VERBS = frozenset(
    "bėga bėrė cypė dulkė gaudė geba gramzda gremžė joja jungė kaba kabina klostė kloja košė laukė lavina lenkė lankstė lipdė"
    " maišė mina mynė moka platina pynė plikė saldė seka sėmė siūlė skauda skrodė skuba svyla tarška tiesė trynė tyrė valė"
    " vapa žliumbė žvalgė šluostė šneka styra kasė galiu linkiu laukiu randu siekiu miegu žadu šoku kariasi atsako padaro"
    " papildo užpildo aplanko parašo užrašo paspaudė pagavai paieškai noriu perėja atsakai parodai parašai".split()
)
# Where an adjective or noun looks the same, these are nearly always participles.
_PARTICIPLES = frozenset(
    "atliekamas renkamas leidžiamas priverčiamas parūpinamas sustumtas žymėtas siekiamas perkamas leistas dėtas aprėpiamas"
    " keltas įtariamas nuliekamas ėdamas verstas veldamas pavedimas nelauktas važiuotas".split()
)
# Adjectives in -us that are hardly ever used, and look like gerunds.
_ODD_ADJECTIVES = frozenset(
    "atkilus augus birus išaugus išsklidus įgrisus įkandus įveikus kilus kibus lipus kimus pagavus pabirus patyrus pakilus"
    " pakabus pakasus pasėdus puvus tekus rėkus rovus spindus stingus šokus verkus norus matus metus lūžus dubus dužus džiovus"
    " degus delsus dribus girdus griuvus irus iškilus klausus klupus krešus krovus kritus lesus lupus nykus nokus pagrindus"
    " paklausus pažaidus pažinus puolus siaubus sklidus slūgus smigus snaudus sopus sprogus tarpus tepus terškus trupus trūkus"
    " triūsus vargus augus sėdus mokus gaudus kasus gaišus alkus alpus".split()
)
# Feminine forms of adjectives in -us that look like verbs of the second person.
_ADJECTIVES = frozenset(
    "gili sunki skaudi smalsi šviesi tamsi jauki bjauri įtari pajėgi įžymi įkyri pastovi tingi šauni iškalbi".split()
)
_LOOK_LIKE_VERBS = ("i", "iu", "u", "ų", "a", "au")


def rank_of(origin: Origin, meaning: Meaning, form: str) -> int:
    """How likely this reading of the form is, from COMMON to ODD; lower is likelier."""
    word_class, features = meaning.word_class, meaning.features
    if word_class is WordClass.VERB and form in _VERBS and Feature.FINITE in features:
        return COMMON
    if word_class is WordClass.NAME:
        return LIKELY
    if word_class in {WordClass.ADJECTIVE, WordClass.NOUN} and origin.entry in _PARTICIPLES:
        return RARE
    if word_class is WordClass.NOUN and form in _VERBS:
        return POSSIBLE
    if word_class is WordClass.ADJECTIVE and origin.entry.endswith("us"):
        return _rank_of_adjective(origin, form, meaning.rank)
    return meaning.rank


def _rank_of_adjective(origin: Origin, form: str, rank: int) -> int:
    if origin.entry in _ODD_ADJECTIVES:
        return ODD
    is_rare = origin.suffix is not None and origin.suffix.flag == "B" and origin.suffix.add in _LOOK_LIKE_VERBS
    return POSSIBLE if is_rare and form not in _ADJECTIVES else rank
