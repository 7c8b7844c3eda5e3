"""The words and phrases that name a kind of disability; all folded."""

import re

from assistant.eligibility.facts import Disability

WORDS = (
    (
        re.compile(
            r"int[ei]l(?:[ei]?kt(?:o|as|a|u|ui|in\w+)|[ei]?k?)|intelektualin\w+|atsilik(?:es|us\w+|im\w+)|silpnaprot\w+"
            r"|prot(?:o|u|in(?!g)\w*|isk\w+|ai|as|a)"
        ),
        Disability.INTELLECTUAL,
    ),
    (
        re.compile(r"psicho|psichosoc\w*|psichik\w+|psichin\w+|psichologin\w+|psichisk\w+|psichiatrin(?:e|es|is)"),
        Disability.PSYCHOSOCIAL,
    ),
    (
        re.compile(
            r"fizin\w+|somatin\w+|judejim\w+|judejm\w+|judesi\w+|reg(?:os|ejim\w*)|klaus(?:os|a)|kurc\w+|kurt(?:umas"
            r"|umo)"
            r"|akl(?:as|a|umas|umo)|nereg\w+|silpnareg\w+|neprigird\w+|nebyl\w+|stuburo|paralyziuot\w+"
            r"|nemat(?:ant|yt)\w+|negirdint\w+|vezimel\w+|ratuk(?:ais|uose|uos)|ratel\w+"
        ),
        Disability.PHYSICAL_ONLY,
    ),
)


def _alone(words: str, beside: str) -> re.Pattern[str]:
    """The words where nothing is said behind them, or what may stand there: "nematau" is none in "nematau mygtuko"."""
    return re.compile(rf"\b(?:{words})(?! (?!(?:{beside}|{_BESIDE_ALL})\b)[^\W\d])(?!\w)")


_BESIDE_ALL = (
    r"aciu|gi|gyven\w+|\w*ras\w+|dokument\w+|del|po|plius|pirma|antra|grup\w+|lengv\w+|vidutin\w+|noriu|reikia|negaliu"
)


PHRASES = (
    # To learn with difficulty is how this assistant explains it.
    (
        _alone(
            r"(?:sunk\w+|letai|leciau|ilgai(?= (?:is|mok(?:ausi|osi|ytis))))(?: (?!mok)\w+){0,3} (?:is)?mok(?:ytis"
            r"|ytis|osi|ausi|iausi|ti|stu|sta|intis)"
            r"|ne(?:be)?sugeb\w+ (?:is)?mok(?:ytis|ti)|negal(?:iu|i|im|eda\w+) (?:\w+ )?mok(?:ytis|intis)",
            r"ir|bei|o|kaip|nei|negu|nuo|mokykl\w+|pat|visa\w*|naujo|nauj\w+|kitiems|taip|labai|man|jam|jai|supra\w+"
            r"|skait\w+|normaliai",
        ),
        Disability.INTELLECTUAL,
    ),
    (
        re.compile(
            r"\bsunkum\w+ (?:\w+ )?mok\w+|\bmokym\w+ sunkum\w+|\bsunk\w+ mokin(?:uosi|asi|tis)\b"
            r"|\bmoksl\w+ (?:\w+ )?(?:nesiseka|sunk\w*)|\bnesisek\w+ (?:is)?mok(?:ytis|slai)\b"
            r"|\bmok(?:ausi|osi|ytis)\b(?: \w+){0,2} (?:sunk\w+|letai|leciau)|\bmokym\w+ (?:\w+ )?(?:sunk|negal"
            r"|sutrik)\w+"
        ),
        Disability.INTELLECTUAL,
    ),
    (
        _alone(
            r"ne(?:be)?(?:matau|mato|matom|girdziu|girdi|vaikst\w+|vaiksc\w+|paein\w+)",
            r"ir|bei|o|nuo|po|del|visai|visiskai|nieko|vien\w+|abiem|akim\w*|ausim\w*|gerai|pats|pati|savarank\w*|be"
            r"|jau|nei"
            r"|kair\w+|desin\w+|su|normaliai|dar|as|jis|ji|jau|beveik|sedz\w+|nekalb\w+|nes|plius|ne\w+",
        ),
        Disability.PHYSICAL_ONLY,
    ),
    (re.compile(r"\bkalbos (?:\w+ )?(?:sutrik|negal|neigal)\w+"), Disability.PHYSICAL_ONLY),
    (
        re.compile(
            r"^ *(?:\w+ )?(?:koj|rank)(?:u|os)$|\b(?:koj|rank)(?:u|os|a) (?:\w+ )?(?:negal|neigal|lig|blog|silpn"
            r"|sutrik|problem|protez"
            r"|luos|paralyz|amput)\w*|\bneigal\w+ (?:koj|rank)\w+"
        ),
        Disability.PHYSICAL_ONLY,
    ),
    (
        _alone(
            r"abi|abu|abidvi|abid\w+|abiej\w+|abiem|abie",
            r"negal\w*|neigal\w*|sutrik\w*|dvi|si\w*|sit\w*|ta|tos|tas|tur\w+|is\w+|yra|man|tink\w*|ir|kartu"
            r"|variant\w+|lig\w+|jo"
            r"|jos|jas|nuo|nustat\w+|aciu|gi|o|bet",
        ),
        Disability.BOTH,
    ),
)
NAMES = (
    ("intelekto", Disability.INTELLECTUAL),
    ("intelektine", Disability.INTELLECTUAL),
    ("psichikos", Disability.PSYCHOSOCIAL),
    ("psichine", Disability.PSYCHOSOCIAL),
    ("psichosocialine", Disability.PSYCHOSOCIAL),
    ("fizine", Disability.PHYSICAL_ONLY),
    ("judejimo", Disability.PHYSICAL_ONLY),
)

BEFORE_DISABILITY = (
    *NAMES,
    *dict.fromkeys(("proto", "protine"), Disability.INTELLECTUAL).items(),
    *dict.fromkeys(("klausos", "regos", "regejimo"), Disability.PHYSICAL_ONLY).items(),
)
