"""Which social service a person's words name.

Two services bear the name "atvejo vadyba". Signs of a child mean the one for families; signs of an adult with a
disability beside a child mean that only the person can tell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.understanding.declension import case_forms
from assistant.understanding.normalize import folded

CASE_MANAGEMENT = "case-management"
FAMILY_CASE_MANAGEMENT = "family-case-management"
SOCIAL_WORKSHOPS = "social-workshops"
ANY_SERVICE = "paslauga"
"""The word that stands for a named service in what `without_names` gives; people write it themselves, too."""


@dataclass(frozen=True)
class NamedServices:
    """The services that the words may mean, likeliest first; several where the person must say which.

    `rest` are the folded words with every name of a service replaced by ANY_SERVICE, so that "kiek kainuoja dirbtuvės"
    and "kiek kainuoja atvejo vadyba" are one question.
    """

    services: tuple[str, ...]
    rest: str


class ServiceNames:
    """Finds the services that words name, by the ways of writing known here and by names that content adds."""

    def __init__(self, called: Mapping[str, Sequence[str]] | None = None, main: Sequence[str] = ()) -> None:
        """`called` are names in the nominative by service; `main` are offered where words fit every service alike."""
        self.main = tuple(main) or (CASE_MANAGEMENT, SOCIAL_WORKSHOPS, FAMILY_CASE_MANAGEMENT)
        added = {
            form: service for service, names in (called or {}).items() for name in names for form in case_forms(name)
        }
        self._patterns = [*_NAMES.items(), *((service, _whole_words(form)) for form, service in added.items())]
        self._spellings = {
            **{form: service for form, service in added.items() if len(form) >= _LEAST_LETTERS},
            **_SPELLINGS,
        }

    def find(self, plain: str, context: str = "") -> NamedServices:
        """The services named in folded words; `context` is the service of the conversation, empty for none."""
        found: list[str] = []
        rest = plain
        for service, pattern in self._patterns:
            rest, hits = pattern.subn(f" {ANY_SERVICE} ", rest)
            if hits and service not in found:
                found.append(service)
        if not found:
            rest, found = self._misspelt(rest)
        services: list[str] = []
        for service in found:
            services += _case_managements(plain, context) if service == CASE_MANAGEMENT else [service]
        if not services and _FAMILY_HELP.search(plain):
            services = [FAMILY_CASE_MANAGEMENT]
            rest = _FAMILY_HELP.sub(f" {ANY_SERVICE} ", rest)
        return NamedServices(tuple(services), " ".join(rest.split()))

    def _misspelt(self, plain: str) -> tuple[str, list[str]]:
        """Look for a name with slips of spelling among windows of as many words as the name has."""
        tokens = plain.split()
        for name, service in self._spellings.items():
            width = name.count(" ") + 1
            for start in range(len(tokens) - width + 1):
                window = " ".join(tokens[start : start + width])
                if fuzz.ratio(window, name, score_cutoff=_ALIKE):
                    return " ".join([*tokens[:start], ANY_SERVICE, *tokens[start + width :]]), [service]
        return plain, []


def _whole_words(form: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(form)}\b")


def _case_managements(plain: str, context: str) -> list[str]:
    if _CHILD_RIGHTS.search(plain):
        return [FAMILY_CASE_MANAGEMENT]
    has_child = bool(_CHILD.search(plain))
    if has_child and _ADULT.search(plain):
        return [FAMILY_CASE_MANAGEMENT, CASE_MANAGEMENT]
    if has_child or (context == FAMILY_CASE_MANAGEMENT and not _ADULT.search(plain)):
        return [FAMILY_CASE_MANAGEMENT]
    return [CASE_MANAGEMENT]


def tells_of_a_family(text: str) -> bool:
    """Whether somebody tells that they raise children, or that child rights came, and of no adult with a disability.

    Who asks later for "atvejo vadyba" most likely means the one for families.
    """
    plain = folded(text)
    is_family = _CHILD_RIGHTS.search(plain) or _RAISES.search(plain)
    return is_family is not None and not _ADULT.search(plain) and not _GROWN_UP.search(plain)


# 83 lets two slips into a name of a dozen letters and keeps "dirbti" away from "dirbtuves".
_ALIKE = 83
_LEAST_LETTERS = 8
"""A shorter name is too near to other words to be known with slips."""

_SPELLINGS: Mapping[str, str] = {
    "atvejo vadyba": CASE_MANAGEMENT,
    "atvejo vadybos": CASE_MANAGEMENT,
    "atvejo vadybininkas": CASE_MANAGEMENT,
    "vadybininkas": CASE_MANAGEMENT,
    "dirbtuves": SOCIAL_WORKSHOPS,
    "dirbtuvese": SOCIAL_WORKSHOPS,
    "dirbtuviu": SOCIAL_WORKSHOPS,
    "atokvepis": "respite",
    "atokvepio": "respite",
    "igudziu ugdymas": "social-skills",
    "teisininkas": "legal-help",
    "teisine pagalba": "legal-help",
    "pagalba priimant sprendimus": "supported-decisions",
}

_NAMES: Mapping[str, re.Pattern[str]] = {
    CASE_MANAGEMENT: re.compile(
        r"\b(?:seim\w* )?atvej\w* ?vad[iy]b\w*(?: (?:del )?(?:seim\w*|vaik\w*))?(?: su \w*vaik\w*)?"
        r"|\b(?:seim\w* )?(?:atvej\w* )?vad[iy]bin[iy]n?k\w*|\bvad[iy]b(?:a|os|ai|oj|oje)\b"
    ),
    SOCIAL_WORKSHOPS: re.compile(r"\b(?:soc\w* )?dirbtuv\w*"),
    "supported-decisions": re.compile(
        r"\bpagalb\w* (?:(?:priim\w*|del) )?sprend\w*|\bsprendim\w* (?:priemim\w* )?pagalb\w*"
        r"|\bpriim\w* sprendim\w*|\bpagalbinink\w*(?: sprendim\w*)?"
    ),
    "legal-help": re.compile(r"\bteisin(?:e|es|ei|ia|iai)\b(?: pagalb\w*)?|\bteisinink\w*|\badvokat\w*|\bjurist\w*"),
    "social-skills": re.compile(r"\b(?:soc\w* )?[iy]gudz\w*(?: ug\w*)?"),
    "respite": re.compile(r"\b(?:laikin\w* )?atok?v[ey]p\w*(?: paslaug\w*)?"),
}

# Words of a family with a child. An adult son or daughter is the commonest person with a disability whom relatives ask
# for, so "sūnus" and "dukra" are no sign; nor are childhood (vaikystė), a young man (vaikinas) and walking (vaikšto).
_CHILD = re.compile(
    r"\bvaik(?![iy]st|st|sc|in)\w*|\bkudik(?![iy]st)\w*|\bnesci\w*|\blauk(?:iuosi|iasi|iames)\b|\bbesilauk\w*|\bmazamet\w*|\bnepilnamet\w*"
    r"|\b(?:pa)?gimd\w*|\bdarzel\w*|\bmokykl\w*|\banuk\w*|\bseim\w*"
)
_CHILD_RIGHTS = re.compile(r"\bvvtait\w*|\bvaik\w* teis\w*|\bsutrikus\w* seim\w*")
_RAISES = re.compile(
    r"\b(?:turi(?:u|m|me)|augin(?:u|am|ame)) (?:\w+ ){0,2}(?:vaik(?!in)|kudik|mazamet|mazyl|dvyn)\w*"
    r"|\b(?:esu|as) nescia\b|\blauki(?:uosi|ames) (?:\w+ )?(?:vaik|kudik)\w*"
)
_GROWN_UP = re.compile(r"\b(?:1[89]|[2-9]\d)\b")
_ADULT = re.compile(
    r"\bsuaug\w*|\bnegal(?:ia|ios|iai|ia|iu|iom\w*)\b|\bneigal\w*|\bpsichi\w*|\bpsichosoc\w*|\bintelekt\w*|\bproto\b"
    r"|\bprotin\w*|\b(?:1[89]|[2-9]\d) ?m(?:et\w*)?\b"
    r"|\b(?:dvi|tris|keturias|penkias|sesias|septynias)desimt\w*(?! (?:eur|proc|kart|dien|min|km|kilom))"
)
_FAMILY_HELP = re.compile(r"\bseim\w* su (?:\w+ )?vaik\w*|\bpagalb\w* (?:\w+ )?seim\w*|\bseim\w* pagalb\w*|\bvvtait\w*")
