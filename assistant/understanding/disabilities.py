"""Reads which kind of disability somebody names."""

import re
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.eligibility.facts import Disability
from assistant.understanding.disability_words import BEFORE_DISABILITY, NAMES, PHRASES, WORDS
from assistant.understanding.illnesses import kind_of_illness
from assistant.understanding.normalize import folded, words_of
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, RELATIVES, is_filler


def read_disability(text: str) -> Disability | None:
    """The kind that the words name, None where they name none, or only deny one, or are not sure.

    Of an illness only the kind is read where its name makes that certain, never which illness it is.
    """
    said = _PSYCHO_WRITTEN.sub("psich", _GREETED.sub("", folded(text)))
    said = _SHORTENED.sub(lambda match: f"{_IN_FULL[match[1]]} ", said)
    said = _ACHES_BESIDE.sub("", said)
    said = _NO_DISABILITY.sub(" ", _corrected(_PSYCHO_APART.sub("psichosocialine", said)))
    if declines(said) or any(
        pattern.search(said) for pattern in (_UNSURE, _QUESTION, _ACHE, _HEARSAY, _OF_ANOTHER, _OF_OLD, _NOT_YET)
    ):
        return None
    kinds: set[Disability] = set()
    denied: set[Disability] = set()
    for clause in _BETWEEN.split(said):
        named = _kinds_in(clause)
        if _LACKS.search(clause) or _CANNOT.search(clause):
            kinds |= {Disability.PHYSICAL_ONLY, *named}
            continue
        (denied if _DENIAL.search(clause) else kinds).update(named)
    if _ANOTHER_KIND.search(said):
        kinds.add(Disability.PHYSICAL_ONLY)
    if _BOTH.search(" ".join(words_of(said))):
        kinds.add(Disability.BOTH)
    if not kinds:
        return None if denied else _unnamed(said)
    if _EITHER.search(said) and len(kinds) > 1:
        return None
    kinds -= denied
    head = (clause for clause in _BETWEEN.split(said) if _HEAD.search(clause) and not _DENIAL.search(clause))
    if kinds == {Disability.PHYSICAL_ONLY} and any(head):
        # "Ir galva, ir kojos": what it is in the head decides, and is not said.
        return None
    if len(kinds) > 1 and _OF_TWO.search(said):
        return None
    named = kinds & {Disability.INTELLECTUAL, Disability.PSYCHOSOCIAL}
    if len(named) > 1:
        return Disability.BOTH
    if named and Disability.BOTH in kinds:
        # "Abu turim intelekto": two persons, or two of which one is not asked about.
        return None
    # A physical disability beside another leaves the other decisive.
    decisive = (Disability.BOTH, Disability.INTELLECTUAL, Disability.PSYCHOSOCIAL, Disability.PHYSICAL_ONLY)
    return next((kind for kind in decisive if kind in kinds), None)


def _unnamed(said: str) -> Disability | None:
    """What words say that name no kind themselves."""
    return Disability.NONE if _has_none(said) else kind_of_illness(said)


def _corrected(said: str) -> str:
    """What stands behind the last "oi, ne": nothing before it was meant."""
    return _TAKEN_BACK.split(said)[-1]


def _kinds_in(clause: str) -> set[Disability]:
    words = words_of(clause)
    kinds = {kind for word in words for kind in (_kind_of(word),) if kind is not None}
    kinds |= {kind for pattern, kind in PHRASES if pattern.search(clause)}
    if not kinds:
        before = (word for word, next_word in pairwise(words) if _ANY_DISABILITY.match(next_word))
        kinds = {kind for word in before for kind in (_near_kind(word),) if kind is not None}
    return kinds


def _near_kind(word: str) -> Disability | None:
    """The kind that a word before "negalia" is a slip of: that place makes even short words sure ("ptoto negalia")."""
    near = {kind for name, kind in BEFORE_DISABILITY if OSA.distance(word, name, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None


def _has_none(said: str) -> bool:
    """Whether it is the disability that the person does not have, and not time or a document."""
    if _NONE_AT_ALL.search(said):
        return True
    if _NOT_LISTED.search(said):
        return False
    clauses = [clause for clause in _BETWEEN.split(said) if _ANY_DISABILITY.search(clause)] or [said]
    return any(
        _HAS_NOT.search(clause) and all(is_filler(word) or _OF_NONE.fullmatch(word) for word in words_of(clause))
        for clause in clauses
    )


def _kind_of(word: str) -> Disability | None:
    for pattern, kind in WORDS:
        if pattern.fullmatch(word):
            return kind
    for name, kind in NAMES:
        most = 2 if len(name) >= LONG_NAME else 1
        if word[:1] == name[:1] and OSA.distance(word, name, score_cutoff=most) <= most:
            return kind
    return None


LONG_NAME = 10
"""From this many letters on two mistakes are forgiven."""

# Only in front: "protas sveikas" greets nobody.
_GREETED = re.compile(rf"^(?:{GREETING.pattern}[ ,.!]*)+")
_PSYCHO_WRITTEN = re.compile(r"\bps[iy](?:kh|ck|[chx]+|k)(?=[oiy])")
_SHORTENED = re.compile(r"\b(int|psich|prot|fiz)\. ?(?=negal)")
_IN_FULL = {"int": "intelekto", "psich": "psichikos", "prot": "proto", "fiz": "fizine"}
_PSYCHO_APART = re.compile(r"\bpsicho[ -]+soc\w*")

_CANNOT = re.compile(
    r"\bnegali(?:u|m|nti)?(?: \w+)? (?:(?:vaiksc|paei|pajud|judet|atsikel|atsistot)\w*|(?:matyt|girdet"
    r"|kalbet)\w*\b(?! \w))"
    r"|\bne(?:valdau|valdo|jauciu|jaucia) (?:\w+ )?(?:koj|rank)\w+"
    r"|\b(?:vaikst\w+|jud(?:u|a)|mat(?:au|o)|gird(?:ziu|i)) (?:labai )?(?:sunkiai|blogai|silpnai|prastai)$"
    r"|\bne(?:be)?(?:juda|veikia|klauso) (?:\w+ )?(?:koj|rank)\w+"
    r"|\b(?:koj|rank|puse|desin|kair)\w* ne(?:veik|vald|jud|jaut|laik|klaus|vaikst)\w+"
    # What is hard to do, and what helps to walk; but not "blogai matau mygtukus".
    r"|\b(?:blogai|silpnai|prastai|sunkiai|menkai|vos|vos ne vos) (?:matau|mato|girdziu|girdi|(?:pa)?vaikst\w+"
    r"|(?:pa)?ein(?:u|a)|jud(?:u|a))"
    r"(?! (?!ir|bei|o|nuo|po|del|su|be|nes|viena|abiem)\w)\b|\bsunku (?:\w+ )?(?:vaiksc|paei|judet)\w*"
    r"|\b(?:prastas|blogas|silpnas|bloga|silpna|prasta) (?:regejimas|klausa|rega)\b"
    r"|\bsu (?:rament|lazd|vaikstyn)\w+|\b(?:amput|paralyz)\w+ (?:\w+ )?(?:koj|rank)\w+|\b(?:koj"
    r"|rank)\w+ (?:\w+ )?(?:amput|paralyz)\w+"
)
_ACHE = re.compile(r"\bskaud\w+|\bskausm\w+")
# What aches beside a disability that is named is no part of it.
_ACHES_BESIDE = re.compile(r",? (?:ir|bei|be to) (?:dar )?(?:\w+ ){0,2}(?:skaud\w+)(?: \w+)?$")
_BOTH = re.compile(
    r"\b(?P<each>ir|tiek) (?:ta|tokia|viena|sita|pirma) (?:(?P=each)|bei) (?:ta|ana|tokia|kita|kitokia|antra)\b"
    r"|\bviena ir kita\b|\bvisos dvi\b"
    r"|^(?:ir )?pirm(?:a|oji) ir antr(?:a|oji)$"
)

# "Kita, ne šitos" is the button and denies the others.
_ANOTHER_KIND = re.compile(r"^kita(?: negalia)?[, ]+ne\b")
_HEAD = re.compile(r"\bgalv(?:a|os|oj|oje)\b|\braid(?:a|os)\b|\b(?:auti[zs]|daun|depres|bipolin|psichoz|sizofren)\w+")

# "Ne intelekto, o psichikos" denies one and names another.
_BETWEEN = re.compile(r"[,;.!\n]+|\b(?:o|bet|taciau|tik)\b|(?=\bne )")
_HAS_NOT = re.compile(
    r"\b(?:neturiu|neturi|neturim|neturime|nera|jokios|jokia|be negalios|nenustatyt\w+|nenustate|nesu|nesame)\b"
)
# "Protas sveikas" says what is well.
_DENIAL = re.compile(
    rf"\bne\b|\bnei\b(?! (?:kit|vis|bendraamz)\w+)|{_HAS_NOT.pattern}|\b(?:sveik(?!at)\w+|ger(?:as|a|i|ai)|normal\w+"
    rf"|pakank\w+|tvarkoj\w*"
    r"|nesiskundz\w+|nevazin\w+|veikia|nepakenk\w+|nepazeis\w+|nesutrik\w+|astrus|sviesus|puik\w+|nerasyk\w*|nezymek\w*|nenor\w+)\b"
)
_BODY = r"(?:koj(?:os|u)|rank(?:os|u)|klausos|regos|aki(?:es|u))"
_LACKS = re.compile(rf"\b(?:neturi\w*|nera|be) (?:\w+ )?{_BODY}\b|\b{_BODY} neturi\w*")
_OF_NONE = re.compile(
    r"negali\w*|neturi(?:u|m|me)?|kol|kas|nera|joki(?:os|a|u)|nenustatyt\w+|nenustate|nesam?e?|nesu|neigal\w+"
    r"|invalid\w+|be|ne"
    r"|sveik\w+|niek\w+|nei|vien\w*|is|siu|tokios|turi(?:u)?|visiskai|visai|neisvis"
)
_ANY_DISABILITY = re.compile(r"\bnegali(?:os|a|u|ju)\b|\bneigal")
# Not "neturiu negalios pažymėjimo".
_NONE_AT_ALL = re.compile(
    r"(?<!\w)(?:ne(?:be)?turi\w{0,2}|nera|nenustat\w+|joki(?:os|a|o)) (?:\w+ ){0,2}(?:negali(?:os|a)|neigalumo)\b"
    r"(?! (?:\w+ )?(?:dokum|pazym|pens|grup|kort|lyg|nust|status|popier|ismok|pinig|procent))"
    r"|\b(?:negali(?:os|a)|neigalumo) (?:\w+ ){0,2}(?:ne(?:be)?turi\w{0,2}|nera|nenustat\w+)\b"
)
# What is not among the buttons.
_NOT_LISTED = re.compile(
    r"^(?:(?:mano|cia|ten|jos|tokios) )*nera(?: (?:mano|cia|ten|jos|tokios))+$|^(?:(?:mano|cia|ten|jos|tokios) )+nera$"
)
_EITHER = re.compile(r"\b(?:arba|ar)\b")
_UNSURE = re.compile(
    r"\b(?:gal|galbut|turbut|tikriausiai|lyg|berods|rodos|atrodo|regis|manau|nezinau|nesu tikr\w+"
    r"|greiciausiai|ko gero|panasu|itari\w+|bijau|spej\w+|tiria\w*|jei|jeigu|butu)\b"
)
_QUESTION = re.compile(
    r"^(?:o )?(?:kas|kuo|kuri|koks|kokia|ar|ka|kaip(?! (?:ten|cia)\b)|kodel|kiek|kur)\b|\?|\bnesuprant\w+|\bnepatink\w+"
    r"|\bkas (?:ta"
    r"|tai|cia|per)\b"
)
# What people call each other.
_HEARSAY = re.compile(
    r"\b(?:visi|vaikai|zmones|kaimynai) (?:\w+ )?(?:sako|mano|galvoja)\b|\bgalvoja\b|\bvadin(?:a|o)\b"
)
# "Sūnui proto, dukrai psichikos": one is asked about.
_PERSON = rf"(?:as|man|jis|jam|ji|jai|vienam|vienai|kitam|kitai|{RELATIVES})"
_OF_TWO = re.compile(
    rf"\b(?P<one>{_PERSON})\b[^,;]*(?:[,;]| o ) ?(?:o |ir )?(?!(?P=one)\b){_PERSON}\b"
    # Where people dictate there is no comma.
    r"|\b(?:sunui|dukrai|vyrui|mamai|broliui|seseriai|vienam|vienai|vaikui)\b.*\b(?:sunui|dukrai|vyrui|man|mamai"
    r"|broliui|seseriai|kitam|kitai|vaikui)\b"
)
_OF_ANOTHER = re.compile(
    rf"\b(?:man|as) ne\s*(?:$|[,.;])|\b{RELATIVES},? ne (?:as|man)\b"
    rf"|\b(?:kaimyn(?:o|es)|drau(?:go|ges)) {RELATIVES}\b|\bvisi (?:seimoj|pas mus|musu)\w*"
)
_OF_OLD = re.compile(
    r"^(?:man |jam |jai )?(?:anksciau|seniau|kadaise|kazkada)\b"
    r"|\bbuvo (?!nustat|pripaz|paras|diagn)\w+|\bpraleis\w+|\b(?:turej(?:o|au|ome?)|sirg(?:o|au)|buvau)\b"
)
# Wished for, refused, or only under way.
_NOT_YET = re.compile(r"\b(?:nustatyti|nustatinej\w+|atmet\w+|tvark(?:au|om|ome|omes|osi)|siul(?:e|o|ome)|kreip\w+)\b")
_TAKEN_BACK = re.compile(r"(?<=, )ne[, ]+ne\b|\b(?:oi|oj|ai|tfu|pala|palaukit)[ ,.]+ne\b|\b(?:suklydau|apsirikau)\b")
_NO_DISABILITY = re.compile(
    r"\b(?:fizin|protin|psichin|intelektin)\w+ (?:darb|kruv|kultur|jeg|aktyv|pratim)\w*|\bdirb\w+ fizin\w+"
    r"|\bproto bokst\w+"
    r"|\bpsichi\w+ (?:sveikatos )?(?:centr|ligonin|dispanser|skyri|specialist|gydytoj|istaig|klinik)\w*"
    r"|\bpsichi\w+ (?:itamp|pavarg|issek|nuovarg|spaudim|smurt|teror)\w*|\bpsichologin\w+ (?:pagalb|konsult|smurt"
    r"|test)\w*"
    r"|\b(?:regos|klausos|kalbos|judesi\w+|judejim\w+|fizin\w+) (?:patikr|terap|klausim|mankst|gydyt|egzam|pamok)\w*"
    r"|\bintelekt\w+ test\w*|\bdirbtin\w+ intelekt\w+|\bvaikisk\w+ vezimel\w+"
    # Sayings.
    r"|\b(?:kurc|akl)\w+ (?:telefon|reikal)\w*|\bis proto\b|\b(?:ne)?(?:tenk|tek|prarad)\w+ prot(?:o|a)\b|\bprotu ne\w+"
    r"|\bprot(?:o|a) (?:netek|netenk|prarad)\w+"
    # Who does not tell the illness may still tell the kind.
    r"|\b(?:lig\w+|diagnoz\w+|pavadinim\w+) (?:\w+ )?ne(?:pa)?(?:sak|ras)\w+"
    r"|\bne(?:pa)?(?:sak|ras)\w+ (?:\w+ )?(?:lig|diagnoz|pavadinim)\w+"
)
