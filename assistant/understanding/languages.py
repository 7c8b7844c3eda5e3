"""Which of five languages a message is written in: by script and by common words, Lithuanian where in doubt."""

import re
from collections.abc import Mapping

from assistant.understanding.normalize import words_of

LITHUANIAN = "lt"


def guess_language(text: str) -> str:
    """The language as lt, en, ru, pl or uk.

    Conservative: anything but Lithuanian needs Cyrillic script, a letter that only Polish has, or common words of the
    language that outnumber the Lithuanian ones. The price of a wrong guess is an answer that the person cannot read.
    """
    lowered = text.casefold()
    cyrillic = len(_CYRILLIC.findall(lowered))
    if cyrillic > len(_LATIN.findall(lowered)):
        return _guess_cyrillic(lowered)
    words = words_of(lowered)
    if _LITHUANIAN_LETTERS.search(lowered):
        return LITHUANIAN
    lithuanian = sum(word in _LITHUANIAN_WORDS for word in words)
    polish = 2 * len(_POLISH_LETTERS.findall(lowered)) + sum(word in _WORDS["pl"] for word in words)
    counts = {language: sum(word in _WORDS[language] for word in words) for language in ("en", "ru", "uk")} | {
        "pl": polish
    }
    best = max(counts, key=lambda language: counts[language])
    needed = 1 if len(words) <= _FEW_WORDS else 2
    return best if counts[best] >= needed and counts[best] > lithuanian else LITHUANIAN


def _guess_cyrillic(lowered: str) -> str:
    if _UKRAINIAN_LETTERS.search(lowered):
        return "uk"
    if _RUSSIAN_LETTERS.search(lowered):
        return "ru"
    words = words_of(lowered)
    return "uk" if any(word in _WORDS["uk"] for word in words) else "ru"


_FEW_WORDS = 3
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z\u0100-\u017f]")
_UKRAINIAN_LETTERS = re.compile(r"[іїєґ]")
_RUSSIAN_LETTERS = re.compile(r"[ыэёъ]")
# The letters ą and ę are common to both languages, so neither side may count them.
_LITHUANIAN_LETTERS = re.compile(r"[čėįšųūž]")
_POLISH_LETTERS = re.compile(r"[łńśźżćó]")

# Words that are also Lithuanian ("to", "o", "i", "a", "no", "as", "man", "tu", "na", "jest") stay out of the lists.
_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        words_of(
            "the is are was you your my me we they what where when how who why which do does can could would "
            "should need want help please hello hi thanks thank english speak and or not have has with for from "
            "this that there it of in on at be am i'm money live work job home child doctor social worker much "
            "understand don lithuanian get find good morning kill myself die hurts hurt beats "
        )
    ),
    "pl": frozenset(
        words_of(
            "jest czy jak gdzie kto dlaczego nie proszę prosze dziękuję dziekuje pomoc pomocy pomocą polsku "
            "polski mówi mowi mówić chcę chce potrzebuję potrzebuje się sie dzień dzien dobry cześć czesc mogę "
            "moge mam jestem ile kosztuje mnie mąż maz bije życie zycie żyć zyc dla jaki jaka jakie bardzo witam "
            "pani pan można mozna rozumiem wiem szukam pracy prace gdzie urzad pomoze chciałbym chcialbym chciałabym "
            "co warsztaty jestes chcialabym oddycha umrzec umrzeć karetke karetkę "
        )
    ),
    "ru": frozenset(
        words_of(
            "pomogite pozhaluista pozaluista pozhalujsta privet zdravstvuite zdravstvujte zdrastvuite spasibo gde "
            "kak kogda pochemu russki russkom mne nuzhna nuzna pomosh pomosch hochu xochu skolko stoit govorite "
            "menia menya gavarite govorit rabota rabotu ishu ischu pomogi nado mogu znayu znaju "
            "ponimayu ponimaju dobryi dobry vas chto shto esli zhit zit umeret muzh muz bjet bjot vyzovite "
            "skoruju skoruyu dyshit gorit ya ona moja moya ponimaet ruski mozno mozhno litovski litovskij "
            "nuzhno adres nomer poluchit dokumenty invalidnost "
        )
    ),
    "uk": frozenset(
        words_of(
            "будь ласка допомога допоможіть допоможить як де дякую можна українською добрий потрібна потрибна "
            "скільки коштує вітаю чи що dopomoha dopomohu dopomozhit dopomogti potribna potribno skilky skilki "
            "koshtuye koshtuje dyakuyu diakuju dobryi "
            "den bud laska shukayu robotu rozmovlyayu ukrainskoyu ukrayinskoyu zhyty "
            "vyklychte shvydku rozumiyu ya lytovskoyu шукаю роботу робота треба жити мене мій "
        )
    ),
}
_LITHUANIAN_WORDS = frozenset(
    words_of(
        "as tu jis ji mes jus jie ir ar kas kaip kur kada kodel kiek kokia koks kokie man mane mano tau tavo "
        "jums jusu su be del apie nuo iki prie per po uz is yra esu buvo bus noriu reikia galiu gali negaliu "
        "turiu neturiu nera labas sveiki aciu taip ne nezinau prasau pagalba pagalbos negalia vaikas vaiko "
        "sunus mama brolis dirbti darbas gyventi dar tai si sis sita cia ten jau bet kad nes arba o i "
    )
)
