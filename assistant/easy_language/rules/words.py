"""Words that are long, vague, outdated, childish or pictures of something else: what to write instead."""

import re
from collections.abc import Iterator

from assistant.easy_language.forms import Feature, WordClass, may_be
from assistant.easy_language.patterns import Pattern, finds, whole_words
from assistant.easy_language.readability import LONG_WORD
from assistant.easy_language.rule import (
    EASED_AT_LEVEL_3,
    IN_SENTENCES,
    WARNING_AT_ALL_LEVELS,
    Bad,
    Hit,
    Rule,
)
from assistant.easy_language.rules.places import at_sentence, at_token
from assistant.easy_language.text import Text, Token

LONGEST_WORD = 13
MOST_LONG_WORDS = 10
"""Of 100 words so many may have LONG_WORD letters or more."""
ENOUGH_WORDS = 30
"""The share of long words counts over a text of so many words."""
# These words have no shorter name; content explains them, or everybody knows them.
_KNOWN_WORDS = whole_words(r"savivaldyb\w+", r"psichosocialin\w+", r"neįgalum\w+")
_METAPHORS = whole_words(
    r"ženg\w+ (?:\w+ )?žingsn\w+",
    r"atver\w+ (?:\w+ )?duris",
    r"eiti iš rankų į rankas|iš rankų į rankas",
    r"durų varstym\w+|varsty\w+ dur\w+",
    r"atsistoti ant kojų|pastaty\w+ ant kojų",
    r"tiesi\w+ pagalbos ranką|išties\w+ (?:pagalbos )?ranką|pagalbos rank\w+",
    r"įlipti į (?:kito )?batus|kito kailyje",
    r"šviesa tunelio gale|kelio dulkės|langas į pasaulį|aukso viduri\w+|ledai pajudėjo",
    r"laužy\w+ galvą|suk\w+ galvą|nuleis\w+ rankas|kaip iš gausybės rago",
)
_DIMINUTIVES = whole_words(
    r"mamy(?:tė|tės|tę|te|tei)|tėvel(?:is|io|iui|į|iu|iai|ių|iams|ius|iais)|vaikel(?:is|io|iui|į|iu|iai|ių|iams|ius|iais)",
    r"vaikučiai|vaikuči\w+|žmogel\w+|žmogeliuk\w+|knygel\w+|namuk\w+|namel\w+|rankyt\w+|kojyt\w+|drauguži\w+|pinigėli\w+",
    r"saulut\w+|darbel(?:is|io|į|iai|ių|ius)|popierėl\w+|lapel(?:is|io|į|iu|iai|ių|ius)",
)
# These only look like small things.
_NOT_SMALL = frozenset(
    [
        "minutė",
        "kortelė",
        "lentelė",
        "mygtukas",
        "mergaitė",
        "mergytė",
        "langelis",
        "žvaigždutė",
        "žinutė",
        "paveikslėlis",
        "skyrelis",
        "ženklelis",
    ]
)
# Surnames and towns, where a word that nobody knows begins a sentence.
_LIKE_A_NAME = re.compile(
    r"(?:[ae]vič(?:ius|iaus|iui|ių|iumi|iai|iams)|(?:ausk|insk|ovsk|evsk)(?:as|o|ui|ą|u|ai|ų)|ien(?:ė|ės|ei|ę|e)"
    r"|(?:ait|yt|ūt)(?:is|io|iui|į|iu|ė|ės|ei|ę|e)|(?:pol)(?:is|io|iui|į|iu|yje)|(?:burg|grad|stan)(?:as|o|ui|ą|u|e))$"
)


def _long(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        if token.is_number or len(token.text) <= LONGEST_WORD or is_name(token):
            continue
        if is_explained(token, text):
            continue
        told = f"Žodis yra labai ilgas: {len(token.text)} raidžių."
        yield at_token(token, told, "Rašykite trumpesnį žodį arba kelis trumpus.")
    share = text.numbers.long_words_percent
    if text.numbers.words >= ENOUGH_WORDS and share > MOST_LONG_WORDS:
        told = f"Ilgų žodžių yra {share:.0f} iš 100."
        yield at_sentence(text.sentences[0], told, f"Rinkitės žodžius iki {LONG_WORD - 1} raidžių.", is_mild=True)


def is_name(token: Token) -> bool:
    """Whether the word is the name of somebody or something: so written in a sentence, or known as one."""
    if not token.text[0].isupper():
        return False
    if not token.opens_sentence:
        return True
    if not token.readings:
        return bool(_LIKE_A_NAME.search(token.text))
    return all(reading.word_class is WordClass.NAME for reading in token.readings)


def is_explained(token: Token, text: Text) -> bool:
    """Whether this word, or its dictionary word, is explained to the reader or known to everybody."""
    if _KNOWN_WORDS.fullmatch(token.text) or token.text.lower() in text.explained:
        return True
    return any(reading.lemma in text.explained for reading in token.readings)


def _childish(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        if is_name(token):
            continue
        is_thing = any(reading.lemma in _NOT_SMALL for reading in token.readings)
        if (may_be(token.readings[:1], Feature.DIMINUTIVE) and not is_thing) or _DIMINUTIVES.fullmatch(token.text):
            yield at_token(token)


WORD_RULES = (
    Rule(
        "W12",
        "Trumpi žodžiai",
        "Žodis yra labai ilgas.",
        "Rašykite trumpesnį žodį.",
        "LTOOL",
        _long,
        severity=EASED_AT_LEVEL_3,
        bad=(
            Bad("Tai bendradarbiavimas.", "bendradarbiavimas"),
            Bad("Pasikonsultuokite su gydytoja.", "Pasikonsultuokite"),
            Bad("Mus veža mikroautobusas.", "mikroautobusas"),
        ),
        good=(
            "Universitetas stovi prie upės.",
            "Mano pavardė yra Konstantinavičius.",
            "Klauskite savivaldybėje apie psichosocialinę negalią.",
            "Rašykite adresu bendradarbiavimas@kretinga.lt.",
        ),
    ),
    Rule(
        "W17",
        "Jokių vaizdingų posakių",
        "Tai vaizdingas posakis.",
        "Sakykite tiesiai.",
        "IE, COGA, MITRE",
        finds(Pattern(_METAPHORS)),
        severity=WARNING_AT_ALL_LEVELS,
        bad=(
            Bad("Laikas žengti žingsnį.", "žengti žingsnį"),
            Bad("Kursai atveria duris visiems.", "atveria duris"),
            Bad("Mes ištiesime pagalbos ranką.", "ištiesime pagalbos ranką"),
        ),
        good=("Atidarykite duris.", "Man skauda ranką.", "Aš einu 5 žingsnius."),
    ),
    Rule(
        "W20",
        "Kalba kaip su suaugusiu",
        "Tai mažybinis žodis.",
        "Kalbėkite kaip su suaugusiu.",
        "IE",
        _childish,
        severity=WARNING_AT_ALL_LEVELS,
        scopes=IN_SENTENCES,
        bad=(
            Bad("Čia dirba žmogeliukas.", "žmogeliukas"),
            Bad("Skaitykite knygelę.", "knygelę"),
            Bad("Ateis mamytė.", "mamytė"),
        ),
        good=("Čia dirba žmogus.", "Mano pavardė yra Namelis.", "Skaitykite knygą."),
    ),
)
