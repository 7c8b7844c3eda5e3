"""The case forms of Lithuanian place names, as people type them.

Forms of a pattern that a name does not follow do no harm here: nobody types them. So an ending that belongs to two
patterns (Pasvalys, Švenčionys) simply gets the forms of both.
"""

from assistant.understanding.normalize import folded


def case_forms(name: str) -> tuple[str, ...]:
    """Every case of the name, folded, the nominative first; also the spoken short forms (Kretingoj, Kaunan).

    A name of two words declines its last word, and its first one too where that is an adjective (Naujoji Akmenė).
    """
    *first, last = name.split()
    heads = [_ADJECTIVES.get(word, (word,)) for word in first]
    forms = list(_of_word(last))
    for head in reversed(heads):
        forms = [f"{beginning} {form}" for form in forms for beginning in head]
    return tuple(dict.fromkeys(folded(form) for form in (name, *forms)))


def home_forms(name: str) -> frozenset[str]:
    """Those of the case forms in which people say where they live: nominative, genitive and locative, folded.

    Where somebody goes ("Kaunan") is none of them.
    """
    forms = _of_word(name.rpartition(" ")[2])
    locative = next((place for place, form in enumerate(forms) if place > GENITIVE + 1 and form.endswith("e")), 0)
    said = {folded(form) for form in (*forms[: GENITIVE + 1], *forms[locative:]) if not form.endswith(("n", "sna"))}
    return frozenset(form for form in case_forms(name) if form.rpartition(" ")[2] in said)


def _of_word(word: str) -> tuple[str, ...]:
    if word in _ADJECTIVES:
        return _ADJECTIVES[word]
    for nominative, endings in _PATTERNS:
        if word.endswith(nominative):
            stem = word.removesuffix(nominative)
            return tuple(f"{_softened(stem) if ending in _SOFTENING else stem}{ending}" for ending in endings)
    return (word,)


def _softened(stem: str) -> str:
    """Before a soft ending t becomes č and d becomes dž: Naumiestis, Naumiesčio."""
    if stem.endswith("t"):
        return f"{stem[:-1]}č"
    if stem.endswith("d"):
        return f"{stem}ž"
    return stem


GENITIVE = 1
"""Where it stands in a pattern; dative, accusative and instrumental follow, then the locative."""

_SOFTENING = frozenset({"io", "iui", "iu", "ių"})

# The nominative ending, and the endings of all cases: nominative, genitive, dative, accusative, instrumental, locative,
# then what is said for short. Longer nominative endings come first.
_PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("iai", ("iai", "ių", "iams", "iam", "ius", "iais", "iuose", "iuos", "iuosna")),
    ("ai", ("ai", "ų", "ams", "am", "us", "ais", "uose", "uos", "uosna")),
    ("ius", ("ius", "iaus", "iui", "ių", "iumi", "ium", "iuje", "iuj", "iun")),
    ("us", ("us", "aus", "ui", "ų", "umi", "um", "uje", "uj", "un")),
    ("as", ("as", "o", "ui", "ą", "u", "e", "an")),
    ("jis", ("jis", "jo", "jui", "jį", "ju", "jyje", "jyj")),
    ("is", ("is", "io", "iui", "į", "iu", "yje", "yj", "in")),
    (
        "ys",
        (*("ys", "io", "iui", "į", "iu", "yje", "yj", "in"), *("ių", "ims", "im", "is", "imis", "yse", "ys")),
    ),
    ("ės", ("ės", "ių", "ėms", "ėm", "es", "ėmis", "ėse", "ėsna")),
    ("os", ("os", "ų", "oms", "om", "as", "omis", "ose", "osna")),
    ("a", ("a", "os", "ai", "ą", "oje", "oj", "on")),
    ("ė", ("ė", "ės", "ei", "ę", "e", "ėje", "ėj", "ėn")),
)

ENDINGS = frozenset(folded(ending) for _, endings in _PATTERNS for ending in endings)
"""All endings, folded."""

_ADJECTIVES = {
    "Naujoji": ("naujoji", "naujosios", "naujajai", "naująją", "naująja", "naujojoje", "naujojoj"),
    "Baltoji": ("baltoji", "baltosios", "baltajai", "baltąją", "baltąja", "baltojoje", "baltojoj"),
    "Šventoji": ("šventoji", "šventosios", "šventajai", "šventąją", "šventąja", "šventojoje", "šventojoj"),
    "Naujasis": ("naujasis", "naujojo", "naujajam", "naująjį", "naujuoju", "naujajame"),
}
