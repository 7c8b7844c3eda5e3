"""Reads how old somebody is: years, a birth year or a birthday."""

import re
from datetime import date

from assistant.eligibility.facts import Interval
from assistant.understanding.age_words import MONTH_OF, goes_with_age
from assistant.understanding.births import BORN, YOUNGEST_UNTOLD, birth_year_of, birthday_of
from assistant.understanding.normalize import folded
from assistant.understanding.quantities import (
    corrected,
    holds_lookalike,
    is_asked_back,
    is_unsure,
    plain_quantity,
    read_quantity,
)
from assistant.understanding.refusals import declines
from assistant.understanding.spoken import GREETING, RELATIVES, clauses_of, tells_of_two, without_names

OLDEST = 120
"""Completed years; nobody older will ask."""

ADULT = 18


def read_age(text: str, today: date) -> Interval | None:
    """The age in completed years on that day, from 0 to 120, None where the words do not say it.

    A birth year alone leaves two ages; "beveik 18" is not read, because that boundary decides. Nor is a number beside
    words that may make it something else than an age.
    """
    text = _NAME_OF_ONE.sub("jam ", text)
    if _SO_LONG.search(plain_quantity(text)) or tells_of_two(text):
        return None
    text = _of_today(_ALONE.sub(" ", _WHY_BEHIND.sub(r"\1", _BESIDE_ANY.sub(" ", corrected(without_names(text))))))
    plain = plain_quantity(text)
    if (
        declines(plain)
        or _is_another_time(text)
        or is_asked_back(text)
        or holds_lookalike(text)
        or _ANOTHER_NUMBER.search(text)
    ):
        return None
    birthday = birthday_of(text)
    if birthday is not None:
        had_it_this_year = (today.month, today.day) >= (birthday.month, birthday.day)
        years = today.year - birthday.year - (0 if had_it_this_year else 1)
        return _possible(years) if years >= YOUNGEST_UNTOLD or BORN.search(plain) else None
    year = birth_year_of(text, today)
    if year is not None:
        age = today.year - year
        if any(not age - 1 <= int(told) <= age for told in _TOLD_TOO.findall(plain)):
            return None
        # Whether the birthday of this year has been is not known.
        return _possible(age - 1, age) if age > 0 else _possible(age)
    if all(map(goes_with_age, plain.split())):
        is_minor, is_adult = _MINOR.search(plain), _ADULT.search(_MINOR.sub(" ", plain))
        if (is_minor and is_adult) or ((is_minor or is_adult) and ("?" in text or _WHETHER.search(plain))):
            return None
        if is_minor:
            return Interval(0, ADULT - 1)
        if is_adult and not _DIGITS.search(plain):
            return Interval(ADULT, OLDEST)
    clause = _age_clause(text)
    if clause is None or is_unsure(plain) or _is_coming(plain) or _OTHER_COUNT.search(clause):
        return None
    told = None if _MAY_BE_DATE.search(clause) or _SINCE_AN_AGE.search(clause) else read_quantity(clause, 0, OLDEST)
    # Nobody of no years is asked about; "viena moteris" is alone, and from 1 to 3 somebody may count the buttons.
    is_no_age = told is not None and (not told.high or (told.high <= _MOST_BUTTONS and clause.isdigit()))
    return None if is_no_age else told


def _of_today(text: str) -> str:
    """Without the next birthday: "man 17, gruodį bus 18" tells what the age is, too."""
    now, *then = clauses_of(text) or [""]
    ages = [_digits(plain_quantity(clause)) for clause in (now, *then)]
    if [len(one) for one in ages] != [1, 1]:
        return text
    for today, coming in ((now, then[0]), (then[0], now)):
        ahead = int(_digits(plain_quantity(coming))[0]) - int(_digits(plain_quantity(today))[0])
        if ahead == 1 and _BIRTHDAY_TO_COME.search(coming) and not _BIRTHDAY_TO_COME.search(today):
            return today
    return text


def _age_clause(text: str) -> str | None:
    """The one clause with a number, if an age stands there: alone, or with "man", "sūnui", "metų vyras" beside it."""
    clauses = _clauses(text)
    numbered = [clause for clause in clauses if any(sign.isdigit() for sign in clause)]
    if len(numbered) > 1 and len(ages := [one for one in numbered if not _COUNTS_ELSE.search(one)]) == 1:
        # "Man 34, turiu 2 vaikus": what the other number counts is said, and whose age it is, too.
        is_age = _OF_ONE.search(ages[0]) and _may_follow(_behind_age(ages[0]))
        others = [one for one in numbered if one != ages[0]]
        is_plain = _AGE_ALONE.fullmatch(ages[0]) and all(map(_SURELY_ELSE.search, others))
        return ages[0] if is_age or is_plain else None
    if len({*map(_digits, numbered)}) != 1:
        return None
    clause = numbered[0]
    if not _OF_ONE.search(clause) and _OTHER_COUNT.search(_AND_MORE.sub(" ", plain_quantity(text))):
        return None
    before = " ".join(clauses[: clauses.index(clause)])
    if _IN_YEARS.fullmatch(clause) and not _YEARS_OF_ELSE.search(before):
        # "Bedarbė, 33 metai": whoever tells of himself first, says his age then.
        return clause
    is_age = _HAS_AGE.search(clause) is not None and _may_follow(_behind_age(clause))
    return clause if is_age or all(map(goes_with_age, f"{before} {clause}".split())) else None


def _behind_age(clause: str) -> list[str]:
    marked = _HAS_AGE.search(clause)
    return clause[marked.end() :].split() if marked else []


def _may_follow(words: list[str]) -> bool:
    """Whether what stands behind "man 34" lets it be an age: "man 34 eurų", "man 34 metai kaip sergu" are none."""
    behind = next((word for word in words if not _YEARS.fullmatch(word)), "")
    return not behind or goes_with_age(behind) or _BEHIND_AGE.fullmatch(behind) is not None


def _clauses(text: str) -> list[str]:
    told = _AND_I.sub(", ", GREETING.sub(" ", folded(text)))
    clauses = [_AND_MORE.sub(" ", plain_quantity(clause)) for clause in clauses_of(told)]
    # "Man 33 metai 40 procentų", said without a stop.
    return [part for clause in clauses for part in _OTHER_BEHIND.sub(r"\1\n", clause).split("\n")]


def _is_another_time(text: str) -> bool:
    """Whether it is told how old somebody was or will be; "man 34, anksčiau dirbau" tells of something else."""
    clauses = _clauses(text)
    if not any(map(_OF_ONE.search, clauses)):
        return _ANOTHER_TIME.search(plain_quantity(text)) is not None
    return any(_ANOTHER_TIME.search(one) and (_OF_AGES.search(one) or " " not in one) for one in clauses)


def _is_coming(plain: str) -> bool:
    """Whether a month or a day to come is named, and no age that was reached."""
    return _COMING.search(plain) is not None and _REACHED.search(plain) is None


def _digits(clause: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(clause))


def _possible(low: int, high: int | None = None) -> Interval | None:
    top = low if high is None else high
    return Interval(low, top) if low >= 0 and top <= OLDEST else None


_MOST_BUTTONS = 3
_IN_YEARS = re.compile(r"(?:man |jam |jai )?\d+ (?:metai|m)")
# What lasts so many years, or stands at that number of a street.
_YEARS_OF_ELSE = re.compile(
    r"\d|\b(?:nuo|po|pries|su|be|taip|kai|kaip|kartu|kart\w*|viskas|g|gatv\w*|pr|al|but(?:as|o|e)|nam(?:as|o|e)|adres\w*|numer\w*|nr)\b"
    r"|\b(?:ne)?(?:staz|ilg|atstum|nebegal|kank|kenc|serg|sirg|lig|dirb|gyvenam|gyvenom|lauk|prizi|slaug|glob|ved|tek|susituok|santuok|negal|draug|trunk|tes"
    r"|praej|baig|mok|gyd|gul|augin|auk|laik|termin|galioj|pensij|men|dien|vis[ua]|mir|kalej"
    r"|vaikyst|jaunyst|katin|kat(?:e|ei)\b|sun(?:iu|iuk)|suo|augintin|masin|automob|dvirat|bald|pazym)\w*|^(?!.*\bgyven).*\w(?:oje|eje|yje|uje)\b"
)
# "Jonui 28 metai".
_NAME_OF_ONE = re.compile(r"^[A-ZĄČĘĖĮŠŲŪŽ]\w+(?:ui|ai|ei) (?=.*\bm(?:et\w*)?\b)")
# Beside a year: "gimiau 1987, man 30" cannot be.
_TOLD_TOO = re.compile(r"\bman (?:yra )?(\d{1,3})\b(?! ?(?:%|proc|vaik|eur|kart))")

# Words of the question itself, and "kol kas".
_BESIDE_ANY = re.compile(
    r"\bpraeit(?:a|i) (?:savaite|menesi|\w+dieni)\b(?=.*\bsu(?:ejo|kako))"
    r"|^(?:klaus\w+,? )?kiek (?:man |jam |jai )?met\w+ ?[?,:-]+|\bneigal(?:us|i|usis|ioji)[,.;] "
    r"|\bpries (?:\w+ )?(?:savait|dien|menes|men)\w* (?=su(?:ejo|kako))"
    r"|,? del kuri\w+ (?:rasau|klausiu|kreipiuosi),?|^pagalb\w+ reik\w+ (?=\d)"
    r"|\bjei(?:gu)? (?:jau |labai )*(?:reikia|klausi\w+),?"
    r"|\b(?:antr|trec|ketvirt)\w* karta (?=(?:jau )?(?:ras|sak)au)|\bir (?:viskas|taskas)\b|^pasakysiu\b"
    rf"|\b(?:{'|'.join(MONTH_OF)}) \d{{1,2}}(?: d\w*\.?)? (?=su(?:ejo|kako))"
    r"|(?<=m)\.? ?\d+ ?men\w*\.? ?\d+ ?d\w*\.?|\bdar karta\b|\b(?:(?:pirm|antr|trec)\w*|i{1,3}|[123]) "
    r"(?:gr\b|grup\w+)(?: invalid\w*)?"
    r"|\bkuri(?:am|ai)\b[\w ]*?\bpagalb\w+|\bkol kas\b"
)
_BIRTHDAY_TO_COME = re.compile(
    r"\b(?:bus|sueis|sukaks|greit\w*|tuoj|netrukus|rytoj|ein[au]|artej\w+|(?:po|uz) (?:sav|men|dien|met)\w+)\b"
)
# "05-12" or "10-12" may be a day; "nuo 18" and "nuo 65" are the buttons, "nuo 30" is since when something is so.
_MAY_BE_DATE = re.compile(r"(?:\b(?:[1-9]|1[0-2]) ?- ?\d|\d ?- ?(?:[1-9]|1[0-2])\b)(?!.*\bm(?:et\w*)?\b)")
_SINCE_AN_AGE = re.compile(r"\bnuo (?!18\b|65\b)\d+\b(?! ?(?:iki|-))")
_MINOR = re.compile(r"\bne(?:be)?(?: ?|su )(?:pilnamet|suaug)\w+")
_WHETHER = re.compile(r"\b(?:ar|nei|nebe)\b")
_ADULT = re.compile(r"\bpilnamet\w+|\bsuaug\w+")
_DIGITS = re.compile(r"\d+")
# What is counted beside completed years: "34 metai ir 5 mėnesiai", "18 su puse".
_AND_MORE = re.compile(
    r"\b(?:ir |su )?\d+ men\w*(?: (?:ir )?\d+ d(?:ien\w*)?\b)?|\b(?:ir|su) kel\w+ menes\w+"
    r"|\b(?:ir|su) (?:dar )?(?:pus(?:e|es)|trupuc\w+)"
)
_YEARS = re.compile(r"met(?:ai|u|uku|ukai|eliu|eliai)|mt?|[%<>=≤≥+-]")
# "Man 34 gyvenu viena", "man 34 metai neįgalus": not a thing that is counted, and no "kaip", "po", "su".
_BEHIND_AGE = re.compile(
    r"ir|bet|nes|todel|(?:ne)?(?:gyven|tur|es|nor|gal|gaun|pras|rasa|kalb|ies?k|augin|lank|baig)(?:u|i|iu|iau|au|a|o|ciau)"
    r"|nedirb\w+|reik\w+"
    r"|neigal\w*|negal(?:ia|ios)|vyr(?:as|iskis)|moter(?:is|iske)|bedarb\w+|(?:pa)?(?:vasar|ziem)\w*|ruden\w*"
    r"|invalid(?:as|e)|psich\w+|intel\w+|pagalb\w+"
)
_BETWEEN = r"(?: (?:yra|dabar|jau|tik|su(?:ejo|kako)|pilnu|siuo|metu|vos|dar|visi)){0,3}"
_HAS_AGE = re.compile(
    rf"\b(?:man|jam|jai|mums|{RELATIVES}){_BETWEEN} \d+\b(?! ?d\b)"
    r"|\bturi(?:u|m)? \d+ met(?:us|u)(?=$| (?:ir|bet|nes|as)\b)"
    r"|\b(?:esu|as|ji|jis|yra) \d+ (?:m\b|met\w*)"
    rf"|^\d+ (?:m|metu|metai) (?:{RELATIVES}\b|amz\w+|neig\w+|ser\w+|pensinink\w+)|\bamziu(?:s|mi)? (?:yra )?\d+"
)
_OF_ONE = re.compile(
    rf"^(?:(?:nu|na|tai|as|dabar|siuo|metu) )*(?:(?:man|jam|jai|{RELATIVES}){_BETWEEN}|dabar(?: jau| tik)?)"
    r" \d+\b"
)
_AGE_ALONE = re.compile(r"(?:as |esu |jau )*\d+(?: (?:metai|metu|m))?")
# A level, a telephone number, since when one is ill, how old one feels.
_SURELY_ELSE = re.compile(
    r"\b(?:serg|gyd|neigal|negal|inval|dirb|gyven)\w* (?:\w+ )?nuo \d+|\b(?:jauc|atrod|elg)\w+ (?:\w+ ){0,2}\d+"
    r"|^(?:\w+ ){0,3}\d+ ?(?:proc|%)|^(?:dalyv|darbing|tel|numer)\w* |^nr |^\d{8,}$"
)
_OTHER_BEHIND = re.compile(r"(\d (?:metai|metu|m)) (?=\d+ (?:proc|%)|(?:dalyv|darbing|tel|numer|nr)\w* )")
_OF_AGES = re.compile(r"\d|\b(?:bus|buv\w+|suei\w+|suejo|amzi\w+|met\w+)\b")
_AND_I = re.compile(
    r"\bir (?=(?:(?:nieko|viska|labai|dar|jau) )?(?:ne)?(?:tur|augin|dirb|serg|gyven|gaun|jauc|nor|iesk|lauk)\w+"
    r"|man \d)"
)
_COUNTS_ELSE = re.compile(
    r"\b(?:elg\w+|prot\w+|jauc\w+|atrod\w+|kaip|lyg|tarsi) (?:\w+ )?\d+|\bpries (?:\w+ )?\d+ (?:met|men|sav|dien)\w*"
    r"|\b(?:tel\w*|numer\w+|nr) (?:\w+ )?\d{3,}|^\d{8,}$|"
    r"\b(?:gav|susirg|nustat|budam|baig|isteke|ved)\w* (?:\w+ ){0,2}\d+|\bnuo \d+|"
    r"\b(?:sver\w*|svor\w*|ug(?:is|io)) (?:\w+ )?\d|\d ?(?:kg|cm)\b|\biki \w+ \d+ |"
    r"\d ?(?:vaik|anuk|proc|%|eur|klas)|\bgrup\w+|\b(?:l[iy]g[iy]|darbing|dal[iy]vum)\w* (?:\w+ )?\d+"
    r"|\bnuo (?:19|20)\d\d\b|\b(?:19|20)\d\d (?:m|met\w+) (?:nustat|gav)\w+"
    r"|\b(?:ne)?(?:slaug|prizi?ur|dirb|serg|gyven|gyd|lauk|neig|vaiks|bedarb|staz)\w* (?:\w+ ){0,3}\d+ met\w*"
    r"|\b(?:tur|augin)\w+ (?:\w+ )?\d+ (?:vaik|anuk|sun|dukr|berniuk|mergait)\w*"
)
# An age that was, will be or is compared with is not the age of today.
_ANOTHER_TIME = re.compile(
    r"\b(?:pernai|uzpernai|buvo|buvau|kai|kada|kitais|kitamet"
    r"|uz(?= (?:\w+ )?(?:sav|men|met|dien|pusm|poros|vald|minu)\w*)|pries|seniau|anksciau|norec\w+|maniau|skirtum\w+"
    r"|kok(?:ie|iu|ia)|(?:protin|netikr|biologin|dvasin|pensi[nj])\w+ amzi\w+|"
    r"(?:reikalauj|leidziam|minimal|maksimal)\w+ amzi\w+|amziaus riba|sird(?:yje|im)|dvasi(?:a|oj|oje))\b"
    r"|\bmet\w* kaip\b"
)
# A year of two digits, and signs of other counts.
_ANOTHER_NUMBER = re.compile(r"['`’]\d|\b\d\d ?- ?(?:u(?! met)|uju|tu|ti|tas|tus)\b|\bis \d\d\b|[€$°№#] ?\d|\d ?[€$°№]")
_WHY_BEHIND = re.compile(r"(\d\D*?)[,.;!]? (?:o )?kam (?:jums|tau|jum)\b[^\d]*$")
# "Gyvenu viena" counts nobody, "dvidešimt vienas" does.
_ALONE = re.compile(r"(?<!desimt )(?<!desim )(?<!simtas )\bvien(?:as|a|o|am|ai)\b(?! met)")
# "20 metų tas pats" is how long.
_SO_LONG = re.compile(r"\d+ met(?:u|us) (?:jau )?(?:taip|tas pats|ta pati|1)\b")
_REACHED = re.compile(r"\bsu(?:ejo|kako|eje|kake)\b")
_COMING = re.compile(
    r"\bkit(?:a|ai|ais|ą) (?:savait|menes|met|pavasar|ruden|vasar|ziem)\w*|\b(?:rytoj|poryt|netrukus|rudeni|pavasari)\b"
    rf"|\b(?:{'|'.join(month[:5] for month in MONTH_OF)})\w*"
)
_OTHER_COUNT = re.compile(
    r"\bmusu \d|\bgim(?:iau|es|usi|e) \d{1,2}\b|"
    r"\b(?:jis|ji|as|elg\w+|prot\w+) (?:\w+ )?kaip \d+|\bkaip \d+ (?:met\w+ )?(?:vaik|kudik|mazyl)\w*|"
    r"\d ?(?:vaik|auks|but|nam|val|eur|proc|%|kart|klas|d\b|dien|grup|minu|men|kg|kil|cm|sav)"
    r"|\b(?:ketvirt|trec|antr)\w+|\b(?:laukiu)\b"
    r"|\d m(?:etu|etai|etus)? (?:darbo )?(?:staz|darbo\b|santuok|vedyb|nelaisv|patirt|draugyst)\w*"
    r"|^\d+ m(?:etu|etai|etus)? (?:serg(?:u|a)|gyd(?:ausi|osi)|slaugau|dirb(?:u|au|a))\b"
    # For so many years something has been done: "slaugau mamą 7 metus".
    r"|\b(?:slaug|prizi?ur|draugau|dirb|serg|gyven|augin|mok|laik|gyd|lauk|globoj|pazis)\w* (?:\w+ ){0,3}\d+ met\w*"
)
