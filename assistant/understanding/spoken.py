"""Words that people put around any answer and that change nothing in it; all folded."""

import re

from assistant.understanding.normalize import folded, words_of

GREETING = re.compile(
    r"\b(?:laba diena|labas (?:rytas|vakaras)|labas|laba|sveik(?!at)\w*|prasau|prasom|aciu|atsiprasau|atleisk\w*)\b"
)

RELATIVES = (
    r"(?:sun(?:us|ui|aus)|dukr(?:a|ai|os)|duktr?(?:e|ei|eriai|ers)|dukry(?:te|tei|tes)|sun(?:elis|eliui|elio)"
    r"|vaik(?:as|ui|o)|mam(?:a|ai|os|yte|ytei|ytes)|motin(?:a|ai|os)|tev(?:as|ui|o)|tet(?:is|ei|es|e)|tec(?:iui|io)"
    r"|brol(?:is|iui|io)|ses(?:uo|eriai|ei|ers|e|es)|vyr(?:as|ui|o)|zmon(?:a|ai|os)|drau(?:gas|gui|go|ge|gei|ges)"
    r"|kaimyn(?:as|ui|o|e|ei|es)|mociut(?:e|ei|es)|senel(?:is|iui|io|e|ei|es)|anuk(?:as|ui|o|e|ei|es)"
    r"|klient(?:as|ui|o|e|ei|es)|pacient(?:as|ui|o|e|ei|es)|marci(?:ai|os)|uosv(?:is|iui|io|e|ei|es)|anyt(?:a|ai|os)"
    r"|zmog(?:us|ui|aus)|vaikin(?:as|ui)|mergin(?:a|ai|os)|mergait(?:e|ei|es)|mergyt(?:e|ei|es)|berniuk(?:as|ui|o)|moter(?:is|iai|s)"
    r"|globotin(?:is|iui|io|e|ei|es)|tet(?:a|ai|os)|sesut(?:e|ei|es)|pusseser(?:e|ei|es)|jaunuol(?:is|iui|io|e|ei|es)|student(?:as|ui|o|e|ei|es)|vyrisk(?:is|iui|io)|paaugl(?:ys|iui|io|e|ei|es)|asm(?:uo|eniui|ens)|prosenel(?:is|iui|e|ei)|tevuk(?:as|ui|o)|dukterec(?:ia|iai|ios)|sunen(?:as|ui|o)|senjor(?:as|ui|o|e|ei|es)|ded(?:e|ei|es)|krikst\w+|pusbrol(?:is|iui|io)|marti|zent(?:as"
    r"|ui))"
)
"""A person other than the writer, in the cases in which somebody is named, spoken of, or given something."""

_ALWAYS = frozenset(
    words_of(
        "as mes esu yra man mano jam jai jis ji jo jos mums musu sau jau dabar siuo metu tik nu na va tai cia ten taip"
        " gi atsakymas rasau sakau sakiau kartoju butent tiksliai is viso lygiai o ir ok gerai pas mane ji ta tas situo"
        " momentu siandien tikrai rasykit rasykite rasyk rasiau aha deja dievui atsakau nagi taigi"
    )
)

_TWO = re.compile(rf"\b(?:man|{RELATIVES}) ir (?:mano )?(?:man\b|{RELATIVES})(?! (?:met|padeda))|\d,? (?:o )?man ne$")
_RELATIVE = re.compile(RELATIVES)


def is_filler(word: str) -> bool:
    """Whether a folded word may stand beside any answer without changing it."""
    return word in _ALWAYS or _RELATIVE.fullmatch(word) is not None


def without_hesitation(plain: str) -> str:
    """Folded words without the small ones at both ends that only show that somebody is thinking: "nu dirbtuves gal"."""
    words = plain.split()
    while len(words) > 1 and words[-1] in _THINKING:
        words.pop()
    while len(words) > 1 and words[0] in _THINKING:
        words.pop(0)
    return " ".join(words)


def without_courtesy(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without those that make a choice kinder or slower and no other: "nu geriau rašykit čia, prašau"."""
    bare = tuple(word for word in words if word not in _COURTESY)
    # "Ne labai" is no "ne".
    return words if bare in {("taip",), ("ne",)} else bare


def tells_of_two(text: str) -> bool:
    """Whether one value is given for two persons: "sūnui ir dukrai 20"."""
    return _TWO.search(folded(text)) is not None


def without_names(text: str) -> str:
    """The text without names that stand, with a capital letter, behind a relative: "mano sūnus Tomas, 30 metų"."""
    words = text.split()
    return " ".join(
        "".join(sign for sign in word if not sign.isalpha()) if _is_name_of_relative(before, word) else word
        for before, word in zip(["", *words], words, strict=False)
    )


def _is_name_of_relative(before: str, word: str) -> bool:
    is_of_somebody = folded(before) == "mano" or _RELATIVE.fullmatch(folded(before)) is not None
    return is_of_somebody and word[0].isupper() and word.strip(",.:;-").isalpha() and not is_filler(folded(word))


def with_signs(text: str) -> str:
    """The text with the signs that somebody dictated in words ("taip kablelis galiu taškas") as signs."""
    return _DICTATED.sub(lambda match: _SIGNS[match.group(1)[:2].casefold()], text)


_DICTATED = re.compile(r"(?<=\w)\s+(ta[šs]kas|kablel(?:is|iu|į|i)|klaustukas|[šs]auktukas)(?!\w)", re.IGNORECASE)
_THINKING = frozenset({"nu", "na", "gal", "galbut", "turbut", "manau", "tai", "hm", "hmm", "mmm"})
# "Gal" is none: who is not sure has chosen nothing.
_COURTESY = frozenset({"nu", "na", "prasau", "prasyciau", "geriau", "tada", "noriu", "noreciau", "aciu", "labai"})
_SIGNS = {"ta": ".", "ka": ",", "kl": "?", "ša": "!", "sa": "!"}


def clauses_of(plain: str) -> list[str]:
    """The parts that stand between commas, or before "o" and "bet"; a decimal comma parts nothing."""
    return [part.strip() for part in _BETWEEN.split(plain) if part.strip()]


_BETWEEN = re.compile(r"[,;:!?\n]+(?!\d)|\.(?=\s|$)|\b(?:o|bet|taciau|tik kad|nes)\b")
