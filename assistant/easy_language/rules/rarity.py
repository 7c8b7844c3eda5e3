"""Words that few people know: rare ones, foreign ones, and those that are not written as any word."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.easy_language.findings import Certainty, Scope
from assistant.easy_language.forms import Feature, WordClass, may_be
from assistant.easy_language.frequency import zipf_of, zipf_of_kin
from assistant.easy_language.rule import EASED_AT_LEVEL_3, IN_SENTENCES, WARNING_AT_ALL_LEVELS, Bad, Hit, Rule
from assistant.easy_language.rules.places import at_token
from assistant.easy_language.rules.words import is_explained, is_name
from assistant.easy_language.text import Text, Token

RARE = 3.0
SELDOM = 3.5
"""In Zipf's scale: a word below RARE is met less than once in a million words."""
EVERYDAY = 4.3
"""A foreign word whose forms are met as often together is everybody's word: pensija, dokumentas."""
SHORTEST = 4
_CACHED = 50_000

# Dictionary words that came from other languages, mostly by way of books, end or begin so.
_FOREIGN_ENDING = re.compile(
    r"(?:[cszn]ij|izm|atyv|ūr|ulė|urs|ensus|ens|enc|anc|igm|itet|grafij|logij|nomij|[iaeo]f)(?:a|as|ė|uoti|uotas|inis|iškas)?$"
    r"|(?:cin|zin|yvin|alin|arin|orin)is$|[fh]\w*(?:iškas|uoti|inis)$|(?:ak|is)tika$|(?:iz|fik|sim|tim|mul|plik|strukt)uoti$"
)
_FOREIGN_BEGINNING = re.compile(
    r"(?:in|im|ir|re|de|di[sz]|kon|kom|kor|kol|koo|pre|pro|apro|per[af]|eks?|abs|ad[maov]|sub|su[bpf]|anti|hip|trans|super"
    r"|multi|mono|poli|idio|auto|etno|epi|para|meta|sin|sim|dia|pseudo|retro|post|ultra|makro|mikro|neo|kvazi|trad|elim|leg)"
    r"\w*(?:uoti|uotas|iškas|iškai|inis|yvus|alus|ektas|uktas|ritas)$"
)
_PLAIN_FOREIGN = re.compile(r"\w*(?:terapeut|metr|graf)\w*")


# What a word of books may be a form of, where nobody knows it.
_VERB_ENDING = re.compile(r"(?:uoj\w+|uo(?:ti|s|siu|site|kite|tas|ta)|av(?:o|au|ome|ote))$")
_NOUN_ENDING = re.compile(
    r"i?(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose|a|os|ei|ę|oje|oms|omis|ose|ė|ės|ėms|is|į|iu|am|ame|iems|es|umi|ys|ims)$"
)
_GUESSES = ("a", "as", "is", "ė")


def _lemmas(token: Token) -> tuple[str, ...]:
    """The dictionary words; guesses where nobody knows the word."""
    if token.readings:
        return tuple(dict.fromkeys(reading.lemma for reading in token.readings))
    small = token.text.lower()
    if _VERB_ENDING.search(small):
        return (f"{_VERB_ENDING.sub('', small)}uoti",)
    stem = _NOUN_ENDING.sub("", small)
    return tuple(stem + ending for ending in _GUESSES)


def _is_judged(token: Token, text: Text) -> bool:
    """Whether the word can be rare at all: no number, no name, and neither explained nor found easy."""
    return (
        not token.is_number
        and len(token.text) >= SHORTEST
        and not is_name(token)
        and not token.text.isupper()
        and not any(reading.word_class is WordClass.NAME for reading in token.readings)
        and token.text.lower() not in text.easy
        and not is_explained(token, text)
    )


def is_foreign(token: Token) -> bool:
    """Whether the word is marked as foreign, or is built like a word of books that came from another language."""
    if len(token.text) < SHORTEST or token.is_number:
        return False
    if may_be(token.readings, Feature.FOREIGN):
        return True
    return any(map(_looks_foreign, _lemmas(token)))


@lru_cache(_CACHED)
def _looks_foreign(lemma: str) -> bool:
    if _PLAIN_FOREIGN.fullmatch(lemma):
        return False
    return bool(_FOREIGN_ENDING.search(lemma) or _FOREIGN_BEGINNING.match(lemma))


def _rare(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        if not _is_judged(token, text):
            continue
        if may_be(token.readings, Feature.HARD):
            yield at_token(token, "Tai sunkus žodis.")
            continue
        lemmas = _lemmas(token)
        zipf = zipf_of(token.text, lemmas)
        if zipf < SELDOM and is_foreign(token):
            yield at_token(token, is_mild=zipf >= RARE)
        elif token.readings and not zipf and not zipf_of_kin(token.text, lemmas):
            # The list is short and misses words of every day (šlepetės), so a word of our own is only looked at again.
            yield replace(at_token(token, is_mild=True), certainty=Certainty.LIKELY)


def _foreign(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        if not is_foreign(token) or not _is_judged(token, text) or may_be(token.readings, Feature.HARD):
            continue
        lemmas = _lemmas(token)
        if zipf_of(token.text, lemmas) >= SELDOM and zipf_of_kin(token.text, lemmas) < EVERYDAY:
            yield at_token(token)


def _may_be_name(token: Token, text: Text) -> bool:
    """Whether a capital letter makes this a name: not where it only opens a sentence, but where it is quoted, too."""
    return not token.opens_sentence or text.lines[token.line - 1][: token.start].endswith(("„", "“", '"'))


def _misspelt(text: Text) -> Iterator[Hit]:
    spelling = text.spelling
    if spelling is None:
        return
    for token in text.all_tokens():
        word = token.text
        # A name can be any word, and a word in capitals is told as such.
        if token.is_number or len(word) == 1 or word.isupper() or (word[0].isupper() and _may_be_name(token, text)):
            continue
        if token.readings or spelling.knows(word) or (_is_judged(token, text) and is_foreign(token)):
            continue
        told = ", ".join(spelling.suggestions(word)[:3])
        mend = f"Ar norėjote rašyti: {told}?" if told else ""
        yield at_token(token, suggestion=mend, is_mild=text.scope in {Scope.TEXT, Scope.LETTER})


RARITY_RULES = (
    Rule(
        "W13",
        "Žinomi žodžiai",
        "Šį žodį žino nedaug žmonių.",
        "Rinkitės dažną žodį arba paaiškinkite.",
        "COGA, VDU, NLS",
        _rare,
        severity=EASED_AT_LEVEL_3,
        scopes=IN_SENTENCES,
        bad=(
            Bad("Man įdomus jo diskursas.", "diskursas"),
            Bad("Tai yra mero prerogatyva.", "prerogatyva"),
            Bad("Bankas denonsuoja sutartį.", "denonsuoja"),
        ),
        good=("Varškė guli šaldytuve.", "Tai yra dokumentas.", "Mano pavardė yra Prerogatyva."),
    ),
    Rule(
        "W16",
        "Lietuviški žodžiai",
        "Tai tarptautinis žodis.",
        "Rinkitės lietuvišką žodį arba paaiškinkite.",
        "IE, LTOOL",
        _foreign,
        severity=WARNING_AT_ALL_LEVELS,
        scopes=IN_SENTENCES,
        bad=(
            Bad("Jis koordinuoja darbą.", "koordinuoja"),
            Bad("Jau vyksta registracija.", "registracija"),
            Bad("Tai yra prevencija.", "prevencija"),
        ),
        good=("Tai yra dokumentas.", "Ateis policija.", "Mano pavardė yra Registracija."),
    ),
    Rule(
        "SPELL",
        "Rašyba",
        "Tokio žodžio nežinau.",
        "Pažiūrėkite, ar jis parašytas teisingai.",
        "LT-NDT",
        _misspelt,
        bad=(
            Bad("Čia dirba vadibininkas.", "vadibininkas"),
            Bad("Rašykite prasyma.", "prasyma"),
            Bad("Zmogus dirba.", "Zmogus"),
        ),
        good=("Čia dirba vadybininkas.", "Aš gyvenu Kretingoje.", "Rašykite adresu prasyma@kretinga.lt."),
    ),
)
