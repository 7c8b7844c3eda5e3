"""Reads bare answers: yes, no, I do not know."""

import re

from rapidfuzz.distance import OSA

from assistant.understanding.normalize import cleaned, folded
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import is_filler


def read_yes_no(text: str) -> bool | None:
    """True for yes, False for no, None where the words say neither, both ("ne, turiu") or something unsure."""
    sign = _SIGNS.get(_SKIN_TONES.sub("", cleaned(text)).strip(" .!"))
    if sign is not None:
        return sign
    words = _words(text)
    said = " ".join(words)
    if not words or "?" in text or is_dont_know(text) or declines(said) or not _REFUSALS.isdisjoint(words):
        return None
    if _NO_ANSWER.search(said) or (words[0] in _NO and "o" in words):
        # "Ne visada" is neither, and "ne aš, o brolis" says who, and not that the answer is no.
        return None
    first = _clear_beginning(text)
    if first is not None:
        return first
    begins_with_answer = words[0] in _YES | _POLITE_YES | _NO
    if len(words) > MOST_WORDS or not _QUESTION_WORDS.isdisjoint(words):
        # A longer text answers only by the way it begins: "Taip, aš gyvenu …".
        if not begins_with_answer:
            return None
        words = words[:BEGINNING]
    is_plain = all(map(_is_understood, words))
    yes = not _YES.isdisjoint(words) or (is_plain and any(map(_YES_VERB.fullmatch, words)))
    no = not _NO.isdisjoint(words) or (is_plain and any(map(_NO_VERB.fullmatch, words)))
    if not yes and not no:
        # "Tikrai ne" is a no, so the polite words count only where nothing else is said.
        return True if is_plain and not _POLITE_YES.isdisjoint(words) else None
    return None if yes and no else yes


def _clear_beginning(text: str) -> bool | None:
    """The answer of what stands before the first comma: "nu aišku negali, jis net …"; None where that is none."""
    beginning, comma, rest = folded(text).partition(",")
    following = _words(rest)
    if not comma or not following or following[0] in _TURNS:
        return None
    words = _words(beginning)
    if not words or not all(map(_is_understood, words)) or any(map(_WISH.fullmatch, words)):
        return None
    yes, no = (any(map(verb.fullmatch, words)) for verb in (_YES_VERB, _NO_VERB))
    contradicts = any(word in (_NO if yes else _YES) for word in (*words, following[0]))
    return None if yes is no or contradicts else yes


def _is_understood(word: str) -> bool:
    """Whether the word belongs to an answer; beside any other one, "noriu" or "gerai" may say something else."""
    return (
        is_filler(word)
        or word in _POLITE_YES | _YES | _NO
        or any(pattern.fullmatch(word) for pattern in (_YES_VERB, _NO_VERB, _ABOUT))
    )


def is_dont_know(text: str) -> bool:
    """Whether the words say no more than that the person does not know, in any spelling.

    "Nežinau, kaip kreiptis" is a question in disguise and is not meant here.
    """
    words = _words(text)
    said = " ".join(words)
    phrase = _DONT_KNOW_PHRASE.search(said)
    if phrase:
        return len(said[: phrase.start()].split()) + len(said[phrase.end() :].split()) <= MOST_BESIDE
    position = next((index for index, word in enumerate(words) if _says_dont_know(word)), None)
    if position is None:
        return bool(words) and len(words) <= MOST_UNSURE and not _UNSURE.isdisjoint(words)
    beside = [word for word in (*words[:position], *words[position + 1 :]) if word not in _FILLERS]
    asks = len(words) > position + 2 and words[position + 1] in _ASKING
    return not asks and len(beside) <= MOST_BESIDE


def _says_dont_know(word: str) -> bool:
    if word in _DONT_KNOW:
        return True
    return len(word) >= SHORTEST_MISSPELT and any(
        OSA.distance(word, known, score_cutoff=1) <= 1 for known in _DONT_KNOW if len(known) >= SHORTEST_MISSPELT
    )


def _words(text: str) -> tuple[str, ...]:
    """The folded words with "ne turiu" joined to "neturiu" and repeated letters ("taaaip") written once."""
    joined = _NEVER.sub("ne", _PARTED_NO.sub(r"ne\1", folded(text)))
    return tuple(_TWICE.sub(r"\1", word) for word in _WORD.findall(joined))


MOST_WORDS = 5
"""A text of more words is more than an answer, unless it begins with one."""

BEGINNING = 3
"""Words of a longer text in which its answer stands; a verb like "noriu" in a longer text may say something else."""

MOST_BESIDE = 3
"""Words beside "nežinau" that do not yet make it a statement of its own: "nežinau savo dalyvumo lygio"."""

MOST_UNSURE = 3
"""Words of an answer in which "gal" means that the person is not sure."""

SHORTEST_MISSPELT = 6

_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_NEVER = re.compile(r"\bjoki(?:u|ais) bud(?:u|ais)\b|\bnie?ku gyvu\b")
_PARTED_NO = re.compile(r"\bne (noriu|turiu|reikia|galiu|sutinku|dirbu|zinau|zinom|aisku|prisimenu|atsimenu)\b")

_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_SIGNS = {"👍": True, "✅": True, "✔": True, "+": True, "👎": False, "❌": False, "✖": False, "-": False}

_YES = frozenset(
    {
        *("taip", "tiap", "tapi", "taipgi", "tajp", "teip", "jo", "jep", "aha", "mhm", "ehe", "tp"),
        *("taigi", "t", "yes", "da", "tak", "sutinku", "teisingai", "tinka"),
    }
)
_POLITE_YES = frozenset(
    {
        *("tikrai", "zinoma", "gerai", "ok", "okey", "okay", "oki", "aisku", "butinai", "prasom", "prasau", "davai"),
        *("abejo", "abejones", "mielai", "suprantama", "normaliai", "galima"),
    }
)
_TURNS = frozenset({"kad", "bet", "o", "jei", "jeigu", "tik", "kai", "ko", "ka", "kur", "taciau", "nors", "kas"})
"""Words after a comma that take back or bend what stands before it."""
_WISH = re.compile(r"(?:ne(?:be)?)?(?:nor|reik|tur)\w+")
_VERB = (
    r"(?:gal(?:iu|i|im|ime|eciau|etu|etum|etume)|tur(?:iu|i|im|ime)|nor(?:iu|i|im|ime|eciau|etu)|reik(?:ia|s|es|tu|etu)?"
    r"|dirb(?:u|a|am|ame|ciau|tu|siu)|augin(?:u|a|am|ame)|lauk(?:iuosi|iasi|iames|iamasi)|sutink(?:u|a|am|ame)|tink(?:a|u))"
)
_YES_VERB = re.compile(rf"{_VERB}|yra|galite|auklej\w+")
_NO_VERB = re.compile(
    rf"ne(?:be)?{_VERB}|n[eė]ra|nebera|nesu|ne(?:be)?si?lauk(?:iu|ia|iam|iame)|ne(?:be)?si?lauk(?:iu|ia)si|nepajeg\w+|nesugeb\w+"
)
# What the questions are about: work, children, help, a request.
_ABOUT = re.compile(
    r"\d+|vaik\w*|sun(?:u|us|ui|eli|aus)|dukr\w*|mergait\w*|berniuk\w*|kudik\w*|mazyl\w*|dvynuk\w*|vien[ao]?|vienas|du|dvi|tris|trys"
    r"|keturi\w*|penki\w*|dirb\w+|padirb\w+|darb(?:a|o|ui|as|us|u)|pagalb\w*|istaig\w*|keli\w*|ilgai|labai|visada|pra[sš]ym\w*"
    r"|siust\w*|toki|tokio|ta|to|ir|jokio|jokiu|niekaip|niekur|deja|net|nieko|jau|dar|su|tuo|kad|ka|supratau|savo|mano|turet\w*|tikrai"
    r"|pus(?:e|es|iau)|etat\w*|piln\w+|seniai|fabrik\w+|imon\w+|pats|pati|visai|zinoma|jeigu|del|nes|man|be|ta[is]|manau|nebe"
)
_NO = re.compile(r"\bne (noriu|turiu|reikia|galiu|sutinku|dirbu|zinau|zinom|aisku|prisimenu|atsimenu)\b")

_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_SIGNS = {"👍": True, "✅": True, "✔": True, "+": True, "👎": False, "❌": False, "✖": False, "-": False}

_YES = frozenset(
    {
        *("taip", "tiap", "tapi", "taipgi", "tajp", "teip", "jo", "jep", "aha", "mhm", "ehe", "tp"),
        *("taigi", "t", "yes", "da", "tak", "sutinku", "teisingai", "tinka"),
    }
)
_POLITE_YES = frozenset(
    {
        *("tikrai", "zinoma", "gerai", "ok", "okey", "okay", "oki", "aisku", "butinai", "prasom", "prasau", "davai"),
        *("abejo", "abejones", "mielai", "suprantama", "normaliai", "galima"),
    }
)
_YES_VERBS = frozenset(
    {
        *("turiu", "turi", "turim", "turime", "noriu", "nori", "norim", "norime", "noreciau", "noretu", "sutinka"),
        *("reikia", "reiktu", "reikes", "galiu", "gali", "galim", "galime", "galite", "dirbu", "dirba", "yra"),
        *("auginu", "augina", "laukiuosi", "laukiasi"),
    }
)
_NO = frozenset({"ne", "nea", "niet", "no", "nop", "n", "niekad", "niekada", "nikada", "nebe", "anaiptol", "nei"})
# Words that turn the yes or no before them into something else.
_NO_ANSWER = re.compile(
    r"\bne (?:visada|visai|visiskai|tik|iki|jusu|tavo|taip|tas|ta|tai|tiek|pats|visi|visur|cia|apie|del|toks|tokia|zmog\w*)\b"
    r"|\bnelabai\b|^taip (?:sake|sako|pasake|pat|pasakius|ir|kaip|sakant|buvo)\b|\bkaip (?:kada|kur|kas|pasiseks)\b"
    r"|\bbe \w+ (?:tai )?ne(?:gal\w+)?\b|\b(?:seniau|anksciau|priklaus\w*)\b"
)
_REFUSALS = frozenset({"sakyti", "sakyt", "atsakyti", "atsakyt", "pasakoti", "kalbeti", "rasyti"})
"""Who does not want to tell has not answered no."""

_QUESTION_WORDS = frozenset(
    {"kas", "kaip", "kur", "kada", "kiek", "koks", "kokia", "kokie", "kodel", "kam", "ka", "ar"}
)

_DONT_KNOW = frozenset(
    {
        *("nezinau", "nezinom", "nezinome", "nezino", "nezinia", "nezin", "nez", "nzn", "nzin", "nezn", "neaisku"),
        *("neatsimenu", "neprisimenu", "pamirsau", "uzmirsau", "nesuprasi", "idk", "neisivaizduoju", "nenutuokiu", "nenumanau"),
        *("neisivaizduojam", "nenuspesi"),
    }
)
_DONT_KNOW_PHRASE = re.compile(
    r"\b(?:nesu (?:tikras|tikra|isitikin\w+)|neturiu (?:supratimo|zalio supratimo|nuomones)|kas (?:cia )?zino"
    r"|sunku pasakyt\w*|negaliu pasakyt\w*|gal taip gal ne|gal ne gal taip|ne ?visai aisku|abejoju)\b"
)
_UNSURE = frozenset({"gal", "galbut", "turbut", "tikriausiai", "nelabai", "kartais", "kazin", "hm"})
_ASKING = frozenset({"kas", "kaip", "kur", "kada", "kodel", "kam", "kuo", "is"})
_FILLERS = frozenset(
    {
        *("as", "tikrai", "net", "pats", "pati", "dar", "to", "sito", "deja", "atsiprasau", "gerai", "tiksliai", "na"),
        *("nu", "cia", "apie", "tai", "tikslaus", "ar", "koks", "kokia", "kiek", "mano", "jo", "jos", "yra", "man"),
        *("ka", "pasakyti", "sakyti", "atsakyti", "nieko", "visai", "labai", "prasau", "tuo", "gal"),
    }
)
