"""How a sentence is built: short, one thought, no clause in a clause, the verb early, nothing looked up elsewhere."""

import re
from collections.abc import Iterator

from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.levels import LIMITS
from assistant.easy_language.rule import WARNING_AT_ALL_LEVELS, Bad, Hit, Rule
from assistant.easy_language.rules.clauses import clauses_of
from assistant.easy_language.rules.places import at_sentence, in_sentence
from assistant.easy_language.sentences import Sentence
from assistant.easy_language.text import Text, Token

MOST_SUBORDINATORS = 1
MOST_LINKS = 1
MANY_LINKS = 3
VERB_WITHIN = 6
"""The verb stands among so many first words."""

_LISTED = r"(?!(?:o|bet|kad|kai|jei|kuri\w*|nes|tai|ir|ar)\b)\w+(?: \w+)?"
_LONG_LIST = re.compile(rf"\b(?!pavyzdžiui\b)\w+(?:, {_LISTED}){{2,8}} (?:ir|ar|arba) \w+", re.IGNORECASE)
_SHORT_LIST = re.compile(
    r"\b(?!pavyzdžiui\b)(?P<a>\w+), (?:(?!o\b|bet\b)\w+ )?(?P<b>\w+) (?:ir|ar|arba) (?P<c>\w+)", re.IGNORECASE
)
_PLACE = r"(?:aukščiau|žemiau|pirmiau|anksčiau|toliau)"
_TOLD = r"(?:minė|nurod|pateik|išvard|aprašy|rašy|rašė|rašo|pasaky|sakė|kalbėj|esan)\w+"
_CROSS_REFERENCE = re.compile(
    rf"\bžr\.|\b(?:(?:pa)?žiūrėkite (?:aukščiau|žemiau|toliau|(?:\w+ )?(?:lentel|pried|puslap|skyri|punkt|išnaš)\w+)"
    rf"|{_PLACE} {_TOLD}|{_TOLD} {_PLACE}|(?:rasite|matote|matysite|skaitykite) (?:aukščiau|žemiau)"
    rf"|kaip (?:jau )?(?:minėta|sakyta|rašyta|nurodyta|minėjome|sakėme|rašėme)(?: {_PLACE})?"
    rf"|(?:pa)?minėt(?:as|a|i|os|ą|ų|us|o|am|ame|oje|iems|oms|ais|omis|uose|u|ame|asis|oji|ieji|ojo|osios)"
    rf"|(?:skaitykite|rasite|nurodyta|aprašyta) (?:\w+ )?(?:skyriuje|punkte|priede|puslapyje|išnašoje)"
    rf"|\d+ (?:punkte|priede|skyriuje|išnašoje))\b|[¹²³⁴⁵⁶⁷⁸⁹]+",
    re.IGNORECASE,
)
_VERBS = frozenset({Feature.FINITE, Feature.IMPERATIVE, Feature.SUBJUNCTIVE})
_INSTEAD_OF_VERBS = frozenset({"galima", "negalima", "verta", "būtina", "svarbu", "sunku", "lengva", "–"})


def _long(text: Text) -> Iterator[Hit]:
    limits = LIMITS[text.level]
    for sentence in text.sentences:
        count = len(sentence.words)
        if count > limits.long:
            yield at_sentence(
                sentence,
                f"Sakinyje yra {count} {_words(count)}.",
                f"Rašykite iki {limits.long} žodžių.",
                is_mild=count <= limits.longest,
            )


def _words(count: int) -> str:
    """The word for words after this number."""
    if count % 10 == 0 or 10 < count % 100 < 20:  # noqa: PLR2004 - Lithuanian numerals
        return "žodžių"
    return "žodis" if count % 10 == 1 else "žodžiai"


def _several_thoughts(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        clauses = clauses_of(sentence, text)
        is_told_by_nesting = clauses.subordinators > MOST_SUBORDINATORS or clauses.is_nested
        if clauses.links >= MANY_LINKS or (clauses.links > MOST_LINKS and not is_told_by_nesting):
            yield at_sentence(sentence, is_mild=clauses.links < MANY_LINKS)


def _nested(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        clauses = clauses_of(sentence, text)
        if clauses.subordinators > MOST_SUBORDINATORS or clauses.is_nested:
            yield at_sentence(sentence)


def _lists(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        long = list(_LONG_LIST.finditer(sentence.text))
        for match in long or _SHORT_LIST.finditer(sentence.text):
            if long or _are_alike(text, match["a"], match["b"], match["c"]):
                yield in_sentence(sentence, match.start(), match.end())


def _are_alike(text: Text, *words: str) -> bool:
    """Whether these can be three things of one kind; a word that nobody knows is none."""
    kinds = [
        {reading.word_class for reading in text.forms.readings(word)} & {WordClass.NOUN, WordClass.ADJECTIVE}
        for word in words
    ]
    return bool(set.intersection(*kinds))


def _late_verb(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        tokens = text.tokens_of(sentence)
        place = next((place for place, token in enumerate(tokens) if _is_verb(token)), 0)
        if place >= VERB_WITHIN and not _has_dash(sentence):
            yield Hit(sentence.line, tokens[place].start, tokens[place].end, tokens[place].text)


def _is_verb(token: Token) -> bool:
    return token.text.lower() in _INSTEAD_OF_VERBS or any(
        not reading.features.isdisjoint(_VERBS) for reading in token.readings[:1]
    )


def _has_dash(sentence: Sentence) -> bool:
    return " – " in sentence.text


def _cross_references(text: Text) -> Iterator[Hit]:
    for sentence in text.sentences:
        for match in _CROSS_REFERENCE.finditer(sentence.text):
            yield in_sentence(sentence, match.start(), match.end())


SENTENCE_RULES = (
    Rule(
        "S01",
        "Trumpas sakinys",
        "Sakinys yra ilgas.",
        "Rašykite du sakinius.",
        "LTOOL, VDU, BW, UK, LT-LEV",
        _long,
        bad=(
            Bad(*["Aš vakar su savo geru draugu ir su jo broliu ėjau į parduotuvę."] * 2),
            Bad(*["Mano mama kiekvieną rytą labai anksti keliasi, nes ji turi eiti į darbą."] * 2),
            Bad(*["Jūs galite skambinti man ryte, per pietus, po pietų ir net vakare."] * 2),
        ),
        good=(
            "Jums padeda žmogus.",
            "Skambinkite telefonu 0 445 51008.",
            "Jis padeda susitarti su gydytoju ir kitais specialistais.",
        ),
    ),
    Rule(
        "S03",
        "Viena mintis",
        "Sakinyje yra kelios mintys.",
        "Viena mintis – vienas sakinys.",
        "UK, NLS, COGA, LT-NDT",
        _several_thoughts,
        bad=(
            Bad(*["Jis dirba, bet mokosi, todėl pavargsta."] * 2),
            Bad(*["Aš einu, o Jūs laukiate, bet lyja, todėl šlapia."] * 2),
            Bad(*["Mama verda, tėtis plauna, o aš miegu, nes pavargau."] * 2),
        ),
        good=(
            "Mama ir tėtis dirba.",
            "Skambinkite, jei turite klausimų.",
            "Jums padės mama arba brolis.",
            "Jis dirba, o ji mokosi.",
        ),
    ),
    Rule(
        "S04",
        "Jokio sakinio sakinyje",
        "Sakinyje yra keli šalutiniai sakiniai.",
        "Rašykite kelis sakinius.",
        "COGA, DIN, VDU",
        _nested,
        bad=(
            Bad(*["Sakau, kad ateina žmogus, kuris dirba."] * 2),
            Bad(*["Žmogus, kuris dirba, gauna algą."] * 2),
            Bad(*["Jei nežinote, kur eiti, skambinkite."] * 2),
        ),
        good=(
            "Ateina žmogus, kuris dirba.",
            "Jei norite, skambinkite.",
            "Sakau, kad ateis mama, tėtis ir brolis.",
        ),
    ),
    Rule(
        "S09",
        "Sąrašas vietoj vardijimo",
        "Sakinyje yra ilgas vardijimas.",
        "Rašykite sąrašą.",
        "VDU, COGA",
        _lists,
        severity=WARNING_AT_ALL_LEVELS,
        bad=(
            Bad("Atsineškite pasą, pažymą, nuotrauką ir prašymą.", "pasą, pažymą, nuotrauką ir prašymą"),
            Bad("Dirba siuvėjai, virėjai, staliai ir kirpėjai.", "siuvėjai, virėjai, staliai ir kirpėjai"),
            Bad("Ateikite ryte, per pietus, vakare arba naktį.", "ryte, per pietus, vakare arba naktį"),
        ),
        good=(
            "Atsineškite pasą ir pažymą.",
            "Jis sako, kad mama ir tėtis dirba.",
            "Jis dirba, o mama ir tėtis ilsisi.",
        ),
    ),
    Rule(
        "S10",
        "Veiksmažodis pradžioje",
        "Veiksmažodis stovi toli nuo sakinio pradžios.",
        "Pradėkite nuo to, kas ką daro.",
        "NLS, COGA",
        _late_verb,
        severity=WARNING_AT_ALL_LEVELS,
        bad=(
            Bad("Kiekvieną rytą su savo geru draugu Petru jis eina.", "eina"),
            Bad("Šiandien mūsų miesto didžiojoje salėje po pietų dainuoja vaikai.", "dainuoja"),
            Bad("Visi mūsų miesto žmonės su savo vaikais dirba.", "dirba"),
        ),
        good=(
            "Jis eina kiekvieną rytą su savo geru draugu Petru.",
            "Šiandien vaikai dainuoja mūsų miesto salėje.",
            "Mūsų miesto žmonės gali eiti kartu su savo vaikais.",
        ),
    ),
    Rule(
        "S11",
        "Jokios nuorodos į kitą vietą",
        "Tai nuoroda į kitą vietą.",
        "Pasakykite čia pat.",
        "LTOOL",
        _cross_references,
        bad=(
            Bad("Darykite, kaip minėta aukščiau.", "kaip minėta aukščiau"),
            Bad("Žemiau nurodyti adresai padės.", "Žemiau nurodyti"),
            Bad("Minėtas žmogus padeda.", "Minėtas"),
            Bad("Tai yra įstatymas².", "²"),
        ),
        good=(
            "Kabinetas yra aukščiau.",
            "Aš žiūriu televizorių.",
            "Pažiūrėkite į savo pažymėjimą.",
        ),
    ),
)
