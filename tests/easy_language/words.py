"""A handful of words whose forms the examples of the rules need."""

from assistant.easy_language.forms import Feature, Reading, WordClass

_VERB = Reading("", WordClass.VERB, frozenset({Feature.FINITE}))
_NOUN = Reading("", WordClass.NOUN)
_DIMINUTIVE = Reading("", WordClass.NOUN, frozenset({Feature.DIMINUTIVE}))

_KNOWN = {
    _VERB: "eina einu dainuoja dirba gali verda plauna miegu ateis ilsisi mokosi gyvename padės lyja",
    _NOUN: "mama tėtis pasą pažymą brolis rytą draugu žmonės vaikai miesto salėje",
    _DIMINUTIVE: "žmogeliukas knygelę",
}
_READINGS = {word: (reading,) for reading, words in _KNOWN.items() for word in words.split()}


class _Words:
    """Knows the words above."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """What the form can be."""
        return _READINGS.get(form.lower(), ())


WORDS = _Words()
