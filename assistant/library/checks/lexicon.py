"""Every form of every text of the product is classified by people, and the lexicon holds no form that no text uses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.easy_language.findings import Severity
from assistant.easy_language.text import Text
from assistant.library.checks.fields import without_fields
from assistant.library.checks.problem import Problem
from assistant.library.checks.shown import Shown
from assistant.library.lexicon import ClosedLexicon


@dataclass(frozen=True)
class Use:
    """Where a form stands for the first time, and in which sentence.

    `opens` where it only ever opens sentences, so that nobody can see whether it is written with a capital letter.
    """

    file: str
    line: int
    sentence: str
    opens: bool = False


def forms_in(texts: Iterable[Shown]) -> Mapping[str, Use]:
    """All forms of these texts as they are written, but in small letters where a sentence begins, in their order."""
    forms: dict[str, Use] = {}
    for shown in texts:
        for line, sentence in zip(shown.lines, shown.sentences, strict=True):
            for token in Text(without_fields(" ".join(sentence.split()))).all_tokens():
                if token.is_number:
                    continue
                form = token.text[0].lower() + token.text[1:] if token.opens_sentence else token.text
                known = forms.get(form)
                if known is None:
                    forms[form] = Use(shown.file, line, sentence, token.opens_sentence)
                elif known.opens and not token.opens_sentence:
                    forms[form] = replace(known, opens=False)
    return {form: use for form, use in forms.items() if not (use.opens and capitalised(form) in forms)}


def capitalised(form: str) -> str:
    """The form as a name or an address is written: Ona, Jūs."""
    return form[:1].upper() + form[1:]


def found_in(lexicon: ClosedLexicon, form: str, use: Use) -> str | None:
    """The form as the lexicon has it; one that opens sentences may have a capital letter there."""
    candidates = (form, capitalised(form)) if use.opens else (form, form.lower())
    return next((one for one in candidates if one in lexicon.forms), None)


def check_lexicon(texts: Iterable[Shown], lexicon: ClosedLexicon) -> Iterator[Problem]:
    """Forms that nobody has classified are errors, lines that no text needs are warnings."""
    used: set[str] = set()
    for form, use in forms_in(texts).items():
        found = found_in(lexicon, form, use)
        if found is None:
            what = f"„{form}“ is an unknown form."
            yield Problem(use.file, use.line, what, "Classify it in content/lexicon: aiskiai content words helps.")
        else:
            used.add(found)
    for form, entry in lexicon.forms.items():
        if form not in used:
            yield Problem(entry.file, entry.line, f"No text uses „{form}“.", "Take it out.", Severity.WARNING)
