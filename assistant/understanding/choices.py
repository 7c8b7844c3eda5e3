"""Which button a person means who writes instead of pressing."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz

from assistant.understanding.answers import read_yes_no
from assistant.understanding.asked import Asked, tells_of_check
from assistant.understanding.normalize import folded, words_of


def exact_choice(text: str, choices: Mapping[str, str]) -> str:
    """The id of the choice whose label was written, diacritics and capitals aside; empty where there is none."""
    said = words_of(text)
    found = next((choice for choice, label in choices.items() if said and words_of(label) == said), "")
    # "Taip?" asks whether it is so.
    return "" if found and "?" in text and _is_yes_or_no(choices[found]) else found


def near_choice(text: str, choices: Mapping[str, str], *, may_count: bool, asked: Asked | None = None) -> str:
    """The id of the one choice that the words come near to, empty where none or several do.

    Near is: its place ("pirmas", "2") where `may_count`, the same yes or no, a slip of spelling, some of the words of
    its label and no other words, or its label and an age.
    """
    said = words_of(text)
    if not said:
        return ""
    if may_count and len(said) <= _MOST_COUNTING and all(word in _PLACES or word in _COUNTED for word in said):
        place = next((place for word in said for place in (_PLACES.get(word),) if place is not None), None)
        if place is not None:
            return list(choices)[place] if place < len(choices) else ""
    same_answer = _same_answer(text, choices, asked)
    if same_answer:
        return same_answer
    if "?" in text and read_yes_no(text.replace("?", "")) is not None:
        return ""
    near = [choice for choice, label in choices.items() if _is_near(said, words_of(label))]
    if len(near) == 1:
        return near[0]
    return _other_of_two(text, choices) if not near else ""


def _other_of_two(text: str, choices: Mapping[str, str]) -> str:
    """The other one where of two the one is denied: "not in the district". "No, in the district" says the opposite."""
    denied = _DENIED.fullmatch(folded(text))
    if denied is None or len(choices) != _TWO or any(map(_is_yes_or_no, choices.values())):
        return ""
    not_meant = near_choice(denied.group(1), choices, may_count=False)
    return next((choice for choice in choices if choice != not_meant), "") if not_meant else ""


def _same_answer(text: str, choices: Mapping[str, str], asked: Asked | None) -> str:
    # A label such as "Gerai" agrees to nothing in particular: "noriu …" must not press it.
    answers = {choice: label for choice, label in choices.items() if _is_yes_or_no(label)}
    answer = read_yes_no(text, asked) if answers else None
    if answer is None:
        return ""
    same = [choice for choice, label in answers.items() if read_yes_no(label) is answer]
    if len(same) != 1:
        return ""
    # "Taip, ištrinti" says what is done; "taip" may say anything.
    is_offer = len(words_of(choices[same[0]])) > 1
    return "" if asked is None and tells_of_check(text, is_offer=is_offer) else same[0]


def _is_yes_or_no(label: str) -> bool:
    return words_of(label)[:1] in _YES_OR_NO


def _is_near(said: tuple[str, ...], label: tuple[str, ...]) -> bool:
    if len(" ".join(said)) < _SHORTEST_NEAR or any(_is_opposite(word, other) for word in said for other in label):
        return False
    if fuzz.ratio(" ".join(said), " ".join(label)) >= _ALIKE:
        return True
    # "No, 34" answers something else.
    if _without_age(said) == label and label[:1] not in _YES_OR_NO:
        return True
    return all(any(fuzz.ratio(word, other) >= _ALIKE for other in label) for word in said)


def _is_opposite(word: str, other: str) -> bool:
    """Whether one of the two is the other with a "not" before it: "neištrinti" is near to "ištrinti" by its letters."""
    is_denied, is_other_denied = word.startswith(_NOT), other.startswith(_NOT)
    if is_denied == is_other_denied or min(len(word), len(other)) < _SHORTEST_NEAR:
        return False
    return fuzz.ratio(word.removeprefix(_NOT), other.removeprefix(_NOT)) >= _ALIKE


def _without_age(said: tuple[str, ...]) -> tuple[str, ...]:
    """The same without an age: "for me, I am 34" chooses "for me"."""
    return tuple(word for word in said if not word.isdecimal() and word not in _OF_AGE)


_YES_OR_NO = {("taip",), ("ne",)}
_DENIED = re.compile(r"ne (\w[\w ]*)")
_TWO = 2
_NOT = "ne"
_OF_AGE = frozenset(words_of("metai metu metus m"))
_ALIKE = 85
_SHORTEST_NEAR = 3
_MOST_COUNTING = 3

# Words that stand beside a place: "2 mygtukas". Any other word makes the number mean something else.
_COUNTED = frozenset(
    words_of(
        "mygtukas mygtuka mygtuko variantas varianta varianto numeris numeri numerio nr noriu renkuosi spaudziu tas ta"
    )
)

_PLACES: Mapping[str, int] = {
    **dict.fromkeys(("1", "pirmas", "pirma", "pirmasis", "pirmoji", "pirmaji"), 0),
    **dict.fromkeys(("2", "antras", "antra", "antrasis", "antroji", "antraji"), 1),
    **dict.fromkeys(("3", "trecias", "trecia", "treciasis", "trecioji", "treciaji"), 2),
    **dict.fromkeys(("4", "ketvirtas", "ketvirta", "ketvirtasis", "ketvirtoji", "ketvirtaji"), 3),
}
