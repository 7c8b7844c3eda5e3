"""A handful of words whose forms the examples of the rules need."""

from dataclasses import replace

from assistant.easy_language.forms import Feature, Reading, WordClass

_VERB = Reading("", WordClass.VERB, frozenset({Feature.FINITE}))
_NOUN = Reading("", WordClass.NOUN)
_DIMINUTIVE = Reading("", WordClass.NOUN, frozenset({Feature.DIMINUTIVE}))
_OTHER = Reading("", WordClass.NOUN, frozenset({Feature.GENITIVE}))
_SUBROGATES = Reading("denonsuoti", WordClass.VERB, frozenset({Feature.FINITE}))
_COORDINATES = Reading("koordinuoti", WordClass.VERB, frozenset({Feature.FINITE}))

_KNOWN = {
    _OTHER: "diskursas prerogatyva varškė dokumentas registracija prevencija policija čia vadybininkas rašykite aš yra",
    _SUBROGATES: "denonsuoja",
    _COORDINATES: "koordinuoja",
    _VERB: "eina einu dainuoja dirba gali verda plauna miegu ateis ilsisi mokosi gyvename padės lyja",
    _NOUN: "mama tėtis pasą pažymą brolis rytą draugu žmonės vaikai miesto salėje",
    _DIMINUTIVE: "žmogeliukas knygelę",
}
_READINGS = {
    word: (replace(reading, lemma=reading.lemma or word),)
    for reading, words in _KNOWN.items()
    for word in words.split()
}


class _Words:
    """Knows the words above."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What the form can be."""
        return _READINGS.get(form.lower(), ())


WORDS = _Words()


class _Written:
    """Knows that these are not written so."""

    def knows(self, word: str) -> bool:
        """Whether the word is written so."""
        return word.lower() not in {"vadibininkas", "prasyma", "zmogus"}

    def suggestions(self, word: str) -> tuple[str, ...]:
        """One word for one."""
        return ("vadybininkas",) if word == "vadibininkas" else ()


WRITTEN = _Written()
