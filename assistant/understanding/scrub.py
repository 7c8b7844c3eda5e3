"""Takes everything that could tell who wrote out of words that nobody understood, before they are kept for editors.

Words are kept only where many examples hold them too: what is usual tells of a wish, what is unusual may be a name, an
address, a diagnosis. So nothing has to be recognised as private to be left out.
"""

import re
from collections.abc import Iterable

from assistant.understanding.normalize import cleaned, folded, words_of
from assistant.understanding.private import REMOVED, private_words

LONGEST_KEPT = 200
"""Characters; what stands behind them is dropped."""

_TOKEN = re.compile(r"[^\W_]+|[.?!,]")
_SURNAME = re.compile(
    r"\w{3,}(?:ait|yt|ut|at|evic|avic|ausk|insk|iunait|ovsk)(?:is|io|iui|i|iu|y|e|es|ei|ej|us|iaus|as|o|ui|a|iene|ienes|ienei)"
    r"|\w{4,}ien(?:e|es|ei|ej)"
)
_NO_SURNAME = re.compile(r"savait\w+|vakarien\w+|pusvaland\w+|\w*pasakait\w+|minut\w+")


class Scrubber:
    """Knows the usual words, and which of them are names of people or places all the same."""

    def __init__(self, usual: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """A name counts in every case; of a name of several words the last one counts."""
        self._usual = frozenset(usual)
        self._names = frozenset(form for name in names if words_of(name) for form in _cases(words_of(name)[-1]))

    def scrubbed(self, text: str) -> str:
        """The words that many people write, others as REMOVED; empty where nothing is left that tells of a wish."""
        private = private_words(text)
        kept: list[str] = []
        for match in _TOKEN.finditer(cleaned(text)):
            token = match.group()
            if not token[0].isalnum():
                kept[-1:] = [f"{last}{token}" for last in kept[-1:]]
                continue
            plain = folded(token)
            word = token.lower() if self._is_usual(plain) and plain not in private else REMOVED
            if word != REMOVED or not kept or not kept[-1].startswith(REMOVED):
                kept.append(word)
        line = " ".join(kept)[:LONGEST_KEPT].strip()
        return line if words_of(line) else ""

    def _is_usual(self, word: str) -> bool:
        if word not in self._usual or not word.isalpha() or word in self._names:
            return False
        return not _SURNAME.fullmatch(word) or bool(_NO_SURNAME.fullmatch(word))


def _cases(name: str) -> frozenset[str]:
    """A folded name in the cases of its declension, and its vocative."""
    for ending, cases in _DECLENSIONS:
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return frozenset({name, *(stem + case for case in cases)})
    return frozenset({name})


_DECLENSIONS = (
    ("ias", ("io", "iui", "ia", "iu", "yje", "iau")),
    ("as", ("o", "ui", "a", "u", "e", "ai")),
    ("ius", ("iaus", "iui", "iu", "iumi", "iau", "iuje")),
    ("us", ("aus", "ui", "u", "umi", "au", "uje")),
    ("is", ("io", "iui", "i", "iu", "yje", "ies", "iai")),
    ("ys", ("io", "iui", "i", "iu", "yje", "y")),
    ("iai", ("iu", "iams", "ius", "iais", "iuose")),
    ("ai", ("u", "ams", "us", "ais", "uose")),
    ("os", ("u", "oms", "as", "omis", "ose")),
    ("es", ("iu", "ems", "es", "emis", "ese")),
    ("a", ("os", "ai", "oje")),
    ("e", ("es", "ei", "eje")),
)
