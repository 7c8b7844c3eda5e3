"""Which readings of a form come first: lists for where rare words of the dictionary look like everyday ones."""

import re

from assistant.easy_language.affixes import Origin
from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.paradigms import COMMON, LIKELY, ODD, POSSIBLE, RARE, Meaning
from assistant.easy_language.word_sets import word_set

# Where a noun looks the same, these are nearly always verbs.
_VERBS = word_set(
    "bėga bėrė cypė dulkė gaudė geba gramzda gremžė joja jungė kaba kabina klostė kloja košė laukė lavina lenkė"
    " lankstė lipdė maišė mina mynė moka platina pynė plikė saldė seka sėmė siūlė skauda skrodė skuba svyla"
    " tarška tiesė trynė tyrė valė vapa žliumbė žvalgė šluostė šneka styra kasė galiu linkiu laukiu randu siekiu"
    " miegu žadu šoku kariasi atsako padaro papildo užpildo aplanko parašo užrašo paspaudė pagavai paieškai"
    " noriu perėja atsakai parodai parašai gali stovi lieka saugo galvojau galvojo kalbu bandžiau einu eini"
    " siūlo šoko dovanojo manai norime nenorime girdime tikime stebime linkime laukiau laukėm svajojo svajoji"
    " lydi nebegali nebegaliu nelieka lieku lieki liekame nebelieka judėjo pažadu jaučiu kviečiu uždaro rūko"
    " mato pažįstame spindi linki valo maišo įsako ardo vysto geidžia veikiame tęsime ėjom tampu trukdys stabdys"
    " pajus skriaudžia bandom blaško vertini traukiame traukiu tiesiu šneku šėlo klaidžiojo įžeidžia švaisto"
    " pratęsime ketini nežadu šventėm apsuko iširo nepelno gausiu gausi sektų nebūtų nebūčiau nebūtume nekalbu"
    " kiltų mirtų varo lanko stoviu sėdime žemina dingo atlieka neša kerta sieki tingiu bėgi trukdo perka matai"
    " klausai pažįsti jauti žinosi sužinosi mokytų organizuotų tikėtų koncentruotų žymėtų maišytų pavėluotų"
    " važiuotų"
)
# Where an adjective or noun looks the same, these are nearly always participles.
_PARTICIPLES = word_set(
    "atliekamas renkamas leidžiamas priverčiamas parūpinamas sustumtas žymėtas siekiamas perkamas leistas dėtas"
    " aprėpiamas keltas įtariamas nuliekamas ėdamas verstas veldamas pavedimas nelauktas važiuotas galinčius"
    " minimas pavalgis"
)
# Adjectives that are hardly ever used, and look like forms of verbs.
_ODD_ADJECTIVES = word_set(
    "atkilus augus birus išaugus išsklidus įgrisus įkandus įveikus kilus kibus lipus kimus pagavus pabirus"
    " patyrus pakilus pakabus pakasus pasėdus puvus tekus rėkus rovus spindus stingus šokus verkus norus matus"
    " metus lūžus dubus dužus džiovus degus delsus dribus girdus griuvus irus iškilus klausus klupus krešus"
    " krovus kritus lesus lupus nykus nokus pagrindus paklausus pažaidus pažinus puolus siaubus sklidus slūgus"
    " smigus snaudus sopus sprogus tarpus tepus terškus trupus trūkus iškilas pasklidas palaikis palaidas"
    " norimas girdimas tikimas stebimas linkimas manas laukas triūsus vargus sėdus mokus gaudus kasus gaišus"
    " alkus alpus darbus darus draugus pavojus mokslus kalnus laiškus vyrus ženklus balsus vaizdus žaislus"
    " maišus takus vadus verslus kvapus garus gaisrus mainus niekus vajus kolektyvus kartus badus lakus vairus"
    " varus magus maršus marus lajus sargus sankabus įsakus išlaidus prielaidus tanus daigus dvokus dūlus"
    " girgždus traukus tvaikus valus žvalgus normatyvus trukus dingas pavalgus"
)
# Feminine forms of adjectives in -us that look like verbs of the second person.
_ADJECTIVES = word_set(
    "gili sunki skaudi smalsi šviesi tamsi jauki bjauri įtari pajėgi įžymi įkyri pastovi tingi šauni iškalbi"
    " skubi teisi apmaudi plepi žavi skambi trapi kraupi niūri drąsi"
)
# Plurals of nouns that look like adverbs of rare adjectives.
_NOUNS = word_set(
    "nariai vaisiai svečiai veiksniai daliai šokiai ištekliai laukai valiai lobiai sūriai sakiniai lūžiai"
    " dvasiai vingiai slėniai keiksniai kabliai dovanai kalviai pavojai vajai balnai derliai įkalniai užkampiai"
    " vyriai rykliai įkampiai dagiai"
)
# Participles that look like an infinitive that is hardly ever used.
_NO_INFINITIVES = word_set("stovinti tupinti gulinti pažįsti jauti tikintis")
# The comparative of an adjective that is a participle by origin: tikėčiau is a verb.
_LIKE_SUBJUNCTIVE = re.compile(r"(?:yt|ėt|ot|int)as\w+čiau$")
_LOOK_LIKE_VERBS = ("i", "iu", "u", "ų", "a", "au", "ia")
# Comparatives of adverbs that look like a past tense and are none: valgiau is a verb, sunkiau is not.
_ADVERBS = word_set("sunkiau arčiau gailiau skaudžiau giliau tiesiau skubiau šviesiau tamsiau sūriau saldžiau")
_SURELY_VERBS = re.compile(r"\w{2,}(?:oju|uju|iuoju)")
# Where an infinitive looks the same, these are nearly always the plurals of adjectives.
_PLURALS = word_set("balti rimti verti paprasti karšti šalti šilti")


def rank_of(origin: Origin, meaning: Meaning, form: str) -> int:
    """How likely this reading of the form is, from COMMON to ODD; lower is likelier."""
    word_class = meaning.word_class
    if word_class is WordClass.VERB:
        return _rank_of_verb(meaning, form)
    if word_class is WordClass.ADVERB and form.endswith("iau") and origin.entry.endswith("us") and form not in _ADVERBS:
        return POSSIBLE
    if word_class is WordClass.ADJECTIVE and form in _NOUNS:
        return POSSIBLE
    if word_class is WordClass.ADVERB and (form in _NOUNS or _LIKE_SUBJUNCTIVE.search(origin.entry + form)):
        return POSSIBLE
    if word_class is WordClass.NAME:
        return LIKELY
    if word_class in {WordClass.ADJECTIVE, WordClass.NOUN} and origin.entry in _PARTICIPLES:
        return RARE
    if word_class in {WordClass.NOUN, WordClass.ADJECTIVE} and form in _VERBS:
        return POSSIBLE
    if word_class is WordClass.ADJECTIVE and (form.endswith("ime") or origin.entry in _ODD_ADJECTIVES):
        return ODD
    if word_class is WordClass.ADJECTIVE and form in _PLURALS:
        return COMMON
    if word_class is WordClass.ADJECTIVE and origin.entry.endswith("us"):
        return _rank_of_adjective(origin, form, meaning.rank)
    return meaning.rank


def _rank_of_verb(meaning: Meaning, form: str) -> int:
    if form in _PLURALS:
        return max(meaning.rank, LIKELY)
    if form in _NO_INFINITIVES and not meaning.features - {Feature.REFLEXIVE}:
        return RARE
    is_mood = not meaning.features.isdisjoint({Feature.FINITE, Feature.SUBJUNCTIVE})
    return COMMON if is_mood and (form in _VERBS or _SURELY_VERBS.fullmatch(form)) else meaning.rank


def _rank_of_adjective(origin: Origin, form: str, rank: int) -> int:
    is_rare = origin.suffix is not None and origin.suffix.flag == "B" and origin.suffix.add in _LOOK_LIKE_VERBS
    if form in _ADJECTIVES:
        return COMMON
    return POSSIBLE if is_rare else rank
