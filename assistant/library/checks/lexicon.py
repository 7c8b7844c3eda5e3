"""Every form of every text of the product is classified by people, and the lexicon holds no form that no text uses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.easy_language.findings import Severity
from assistant.easy_language.text import Text
from assistant.library.checks.fields import without_fields
from assistant.library.checks.problem import Problem
from assistant.library.checks.shown import Shown
from assistant.library.lexicon import ClosedLexicon


@dataclass(frozen=True)
class Use:
    """Where a form stands for the first time, and in which sentence."""

    file: str
    line: int
    sentence: str


def forms_in(texts: Iterable[Shown]) -> Mapping[str, Use]:
    """All forms of these texts as they are written, but in small letters where a sentence begins, in their order."""
    forms: dict[str, Use] = {}
    for shown in texts:
        for line, sentence in zip(shown.lines, shown.sentences, strict=True):
            for token in Text(without_fields(" ".join(sentence.split()))).all_tokens():
                if not token.is_number:
                    form = token.text[0].lower() + token.text[1:] if token.opens_sentence else token.text
                    forms.setdefault(form, Use(shown.file, line, sentence))
    return forms


def check_lexicon(texts: Iterable[Shown], lexicon: ClosedLexicon) -> Iterator[Problem]:
    """Forms that nobody has classified are errors, lines that no text needs are warnings."""
    used: set[str] = set()
    for form, use in forms_in(texts).items():
        found = next((one for one in (form, form.capitalize(), form.lower()) if one in lexicon.forms), None)
        if found is None:
            what = f"„{form}“ is an unknown form."
            yield Problem(use.file, use.line, what, "Classify it in content/lexicon: aiskiai content words helps.")
        else:
            used.add(found)
    for form, entry in lexicon.forms.items():
        if form not in used:
            yield Problem(entry.file, entry.line, f"No text uses „{form}“.", "Take it out.", Severity.WARNING)
