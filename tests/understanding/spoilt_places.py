"""Spoils the names of places as hands and ears do, for development: other slips than those of the evaluation."""

import random
import re
from collections.abc import Callable, Iterable, Iterator

from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded

Slip = Callable[[str, random.Random], str]

# Keys that touch, those above and below too; a row of keys stands a third of a key to the right of the one above.
_KEYS = (
    "q:wa w:qeas e:wrsd r:etdf t:ryfg y:tugh u:yihj i:uojk o:ipkl p:ol a:qwsz s:weadzx d:ersfxc f:rtdgcv g:tyfhvb "
    "h:yugjbn j:uihknm k:iojlm l:opk z:asx x:sdzc c:dfxv v:fgcb b:ghvn n:hjbm m:jkn"
)
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TOUCHING = {key[0]: key[2:] for key in _KEYS.split()}
# Where the keyboard is English, the Lithuanian letters of the number row come out as digits.
_NUMBER_ROW = str.maketrans("ąčęėįšųūž", "12345678=")
_BY_EAR = (
    *(("ia", "e"), ("ie", "e"), ("uo", "o"), ("y", "i"), ("i(?=[aou])", ""), ("v", "w"), ("i$", "y"), ("ai", "ei")),
    *(("b(?=[tkps])", "p"), ("d(?=[tkps])", "t"), ("g(?=[tkps])", "k"), ("k(?=[bdgz])", "g"), ("z(?=[tkps])", "s")),
)
_DISTRICT = ("raj", "raj.", "rajonas", "rajone", "r.", "rajono savivaldybė", "r. sav.", "rajono sav")


def touching(text: str, dice: random.Random) -> str:
    """A key beside the right one, or above or below it."""
    return _at_a_letter(text, dice, lambda pair: dice.choice(_TOUCHING.get(pair[0], pair[0])) + pair[1:])


def left_out(text: str, dice: random.Random) -> str:
    """A letter that is not there."""
    return _at_a_letter(text, dice, lambda pair: pair[1:])


def doubled(text: str, dice: random.Random) -> str:
    """A key that was pressed too long."""
    return _at_a_letter(text, dice, lambda pair: pair[0] + pair)


def swapped(text: str, dice: random.Random) -> str:
    """Two signs in the wrong order; one of them may be the space."""
    return _at_a_letter(text, dice, lambda pair: pair[::-1])


def both_keys(text: str, dice: random.Random) -> str:
    """The right key and one that touches it."""
    return _at_a_letter(text, dice, lambda pair: pair[0] + dice.choice(_TOUCHING.get(pair[0], pair[0])) + pair[1:])


def hurried(text: str, dice: random.Random) -> str:
    """One slip in ten letters, wherever it falls: a key beside the right one in its row, left out, doubled, swapped."""
    letters = [place for place, sign in enumerate(text) if sign.isalpha()]
    for place in sorted(dice.sample(letters, max(1, len(letters) // LETTERS_TO_A_SLIP)), reverse=True):
        key = folded(text[place])
        row = next((row for row in _ROWS if key in row), key)
        near = [one for at, one in enumerate(row) if abs(at - row.index(key)) == 1] or [key]
        pair = text[place : place + 2]
        slips = (dice.choice(near) + pair[1:], pair[1:], pair[0] + pair, pair[::-1])
        text = text[:place] + dice.choice(slips) + text[place + 2 :]
    return text


def number_row(text: str, _: random.Random) -> str:
    """Digits for letters."""
    return text.lower().translate(_NUMBER_ROW)


def by_ear(text: str, dice: random.Random) -> str:
    """Three habits of writing as it sounds, wherever they fit."""
    plain = folded(text)
    fitting = [habit for habit in _BY_EAR if re.search(habit[0], plain)]
    for pattern, heard in dice.sample(fitting, min(3, len(fitting))):
        plain = re.sub(pattern, heard, plain)
    return plain


def cut_short(text: str, dice: random.Random) -> str:
    """The last letter was not written."""
    return folded(text)[: -dice.choice((1, 1, 2))] if text[-2:] in {"je", "se"} else folded(text)[:-1]


def run_together(text: str, dice: random.Random) -> str:
    """One space or all of them left out, in small letters mostly."""
    spaces = [place for place, sign in enumerate(text) if sign == " "]
    if spaces and dice.random() < 1 / 2:
        place = dice.choice(spaces)
        return text[:place] + text[place + 1 :]
    return (text if dice.random() < 1 / 4 else folded(text)).replace(" ", "")


SLIPS: dict[str, Slip] = {
    slip.__name__: slip
    for slip in (
        *(touching, left_out, doubled, swapped, both_keys, hurried, number_row, by_ear, cut_short, run_together),
    )
}
SHORTEST = 5
LETTERS_TO_A_SLIP = 10


def town_texts(name: str, dice: random.Random) -> Iterator[str]:
    """All cases of a town or village, as an answer to where somebody lives."""
    frames = ("{}", "{}", "gyvenu {}", "aš esu iš {}", "iš {}", "mano miestas {}", "kaimas {}", "mes gyvename {}")
    for form in dict.fromkeys(case_forms(name)):
        yield dice.choice(frames).format(form.title() if dice.random() < 1 / 2 else form)


def district_texts(genitive: str) -> Iterator[str]:
    """A district by its name in the genitive and every word for it."""
    for word in _DISTRICT:
        yield f"{genitive} {word}"


def spoilt_all(texts: Iterable[str], slip: Slip, dice: random.Random) -> list[tuple[str, str]]:
    """Each text that can bear a slip, and what became of it."""
    return [(text, slip(text, dice)) for text in texts if sum(sign.isalpha() for sign in text) >= SHORTEST]


def _at_a_letter(text: str, dice: random.Random, change: Callable[[str], str]) -> str:
    """Changed at a letter of the longest word, now and then of another one."""
    words = list(re.finditer(r"\w{3,}", text)) or list(re.finditer(r"\w+", text))
    word = dice.choice(words) if dice.random() < 1 / 4 else max(words, key=lambda one: len(one.group()))
    place = dice.randrange(word.start(), word.end())
    pair = folded(text[place]) + text[place + 1 : place + 2]
    return text[:place] + change(pair) + text[place + 2 :]
