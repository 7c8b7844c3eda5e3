"""What the words beside a place name say of it, and whether they say anything else."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from assistant.understanding import place_words
from assistant.understanding.misspelt_places import Before
from assistant.understanding.place_words import Kind


def kind_between(before: Sequence[str], after: Sequence[str]) -> Kind | None:
    """What the words around a name make of it; the word behind says more than the word before."""
    behind = any_kind_of(after[0]) if after else None
    if behind is not None:
        return behind
    if len(after) > 1 and after[0] == "ne":
        denied = any_kind_of(after[1])
        other = {Kind.DISTRICT: Kind.CITY, Kind.CITY: Kind.DISTRICT}
        return other.get(denied) if denied else None
    in_front = any_kind_of(before[-1]) if before else None
    # A street stands behind its name; "g." before a name ended something else.
    return None if in_front is Kind.ELSEWHERE else in_front


def kind_behind_with_slips(after: Sequence[str]) -> Kind | None:
    """The kind of "rsojno savivaldybės" or of "aj." at the end, which could be nothing else there."""
    if len(after) == 1 and place_words.shortened_with_a_slip(after[0]):
        return Kind.DISTRICT
    if len(after) > 1 and any_kind_of(after[1]) is Kind.MUNICIPALITY and any_kind_of(after[0]) is None:
        return place_words.kind_before_municipality(after[0])
    return None


def before_one(words: Sequence[str], start: int) -> Before:
    """What the word before this one says of it."""
    return _BEFORE_ONE.get(words[start - 1], Before.ANYTHING) if start else Before.ANYTHING


def is_all_that_is_said(words: Sequence[str], start: int) -> bool:
    """Whether the words beside this one only say that a place is named."""
    return all(goes_with_a_name(word) for word in (*words[:start], *words[start + 1 :]))


def is_introduced(words: Sequence[str], start: int) -> bool:
    """Whether the word before this one says that a place is named."""
    before = words[start - 1] if start else ""
    return before in place_words.INTRODUCTIONS or place_words.kind_of(before) in {Kind.CITY, Kind.VILLAGE}


def is_introduced_with_a_slip(words: Sequence[str], start: int) -> bool:
    """Whether "iš" with a slip stands before this word, or "kaimas" with one, and nothing else but what goes there."""
    *others, before = words[:start] if start else ("",)
    is_slip = len(before) <= len("iss") and OSA.distance(before, "is") <= 1
    is_kind = OSA.distance(before, "kaimas") <= 1
    return bool(before) and (is_slip or is_kind) and len(words) == start + 1 and all(map(goes_with_a_name, others))


def goes_with_a_name(word: str) -> bool:
    """Whether the word may stand beside a place and says nothing else, written rightly or nearly."""
    if is_plain_beside(word) or place_words.misspelt_kind_of(word) is not None:
        return True
    return place_words.sounds_like_around(word)


def is_plain_beside(word: str) -> bool:
    """Whether it is such a word, written rightly."""
    return word in place_words.AROUND or word.isdigit() or place_words.kind_of(word) is not None


def any_kind_of(word: str) -> Kind | None:
    """The kind that the word stands for, written rightly or nearly."""
    return place_words.kind_of(word) or place_words.misspelt_kind_of(word)


_BEFORE_ONE = {
    **dict.fromkeys(("is", "gyvenu", "gyvename"), Before.WHERE),
    **dict.fromkeys(("kaimas", "miestas", "miestelis"), Before.KIND),
}
"""Who was asked for a place and answers so names one, even where the name is nearly an ordinary word."""
