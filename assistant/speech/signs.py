"""What is neither letter nor number: signs that are said, signs that are a breath, and all that is left out."""

import re
import unicodedata

_SAID = {
    "§": " paragrafas ",
    "&": " ir ",
    "=": " lygu ",
    "+": " plius ",
    "×": " kart ",
    "%": " procentų ",
    "€": " eurų ",
    "№": " numeris ",
    "°": " laipsnių ",
    "@": " eta ",
    "#": " grotelės ",
    "<": " mažiau negu ",
    ">": " daugiau negu ",
}
_BREATHS = "()[]{}–—…;|•"
_KEPT = frozenset(".,?!:'-")
_TAG = re.compile(r"<[^<>]{0,200}>")
_BETWEEN_WORDS = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
_BESIDE = re.compile(r"\bir/(?:ar|arba)\b")
_ALWAYS_OPEN = re.compile(r"\b24/7\b")
_COMMAS = re.compile(r"[\s,]*,[\s,]*")
_BEFORE_END = re.compile(r"[\s,]+(?=[.?!:])")
_DASH = re.compile(r"(?<!\w)-+|-+(?!\w)")


def without_markup(text: str) -> str:
    """Composed letters, plain spaces, no tags; fixed expressions of signs in words."""
    text = unicodedata.normalize("NFKC", text.replace("…", ", "))
    text = _TAG.sub(" ", text)
    text = _ALWAYS_OPEN.sub("visą parą kiekvieną dieną", text)
    text = _BESIDE.sub("ir arba", text)
    return " ".join(text.split())


def with_signs(text: str) -> str:
    """The text with nothing but letters and the marks that a voice understands."""
    text = _BETWEEN_WORDS.sub(" arba ", text)
    text = "".join(_sign(sign) for sign in text)
    text = _DASH.sub(",", text)
    text = _COMMAS.sub(", ", " ".join(text.split()))
    text = _BEFORE_END.sub("", text)
    return text.strip(" ,")


def _sign(sign: str) -> str:
    if sign in _SAID:
        return _SAID[sign]
    if sign in _BREATHS:
        return ", "
    if sign in _KEPT or sign.isspace() or unicodedata.category(sign)[0] in {"L", "M", "N"}:
        return sign
    # Quotation marks, pictures and whatever else no voice can say.
    return "" if unicodedata.category(sign) in {"Pi", "Pf", "Ps", "Po", "Cf"} else " "
