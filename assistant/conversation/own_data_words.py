"""Whole sentences by which a person asks what is known about them, or wants it erased; the same in every place.

They stand here and not among what is learned: a wish about one's own data must not hang on what was learned.
"""

from collections.abc import Mapping
from enum import StrEnum

from assistant.understanding.normalize import words_of


class OwnDataWish(StrEnum):
    """What the person wants of what is kept about them."""

    SEE = "see"
    ERASE = "erase"


def own_data_wish(text: str) -> OwnDataWish | None:
    """The wish, where the words are nothing but this wish."""
    said = " ".join(word for word in words_of(text) if word not in _POLITE)
    return _BY_WORDING.get(said)


_POLITE = frozenset(words_of("prasau prasyciau noreciau noriu ar galima galit galite as o na"))

_WORDINGS: Mapping[OwnDataWish, str] = {
    OwnDataWish.SEE: """
        ka jus apie mane zinote, ka apie mane zinote, ka apie mane zinot, ka zinote apie mane, ka zinot apie mane,
        ka tu apie mane zinai, ka zinai apie mane, ka apie mane zinai, ka jus zinote apie mane, kokius mano duomenis
        turite, kokius mano duomenis saugote, kokius duomenis apie mane turite, kokius duomenis apie mane saugote,
        ka apie mane saugote, ka saugote apie mane, ka apie mane turite, mano duomenys, rodyti mano duomenis, rodykite
        mano duomenis, parodykite mano duomenis, parodyk mano duomenis, parodykit mano duomenis, matyti mano duomenis,
        pamatyti mano duomenis, matyti savo duomenis, pamatyti savo duomenis, gauti savo duomenis, gauti savo duomenu
        kopija, mano duomenu kopija, duomenys
    """,
    OwnDataWish.ERASE: """
        istrinti mano duomenis, istrinkite mano duomenis, istrink mano duomenis, istrinkit mano duomenis, istrinti savo
        duomenis, istrinti viska apie mane, istrinkite viska apie mane, istrink viska apie mane, istrinkit viska apie
        mane, trinti mano duomenis, istrinti duomenis, istrinkite duomenis, istrink duomenis
    """,
}
_BY_WORDING: Mapping[str, OwnDataWish] = {
    " ".join(word for word in words_of(wording) if word not in _POLITE): wish
    for wish, wordings in _WORDINGS.items()
    for wording in wordings.split(",")
}
