"""Reads when it is good to call: the person's own words, because a human will read them."""

import re

from assistant.understanding.normalize import cleaned, folded
from assistant.understanding.private import without_personal_codes
from assistant.understanding.spoken import GREETING

LONGEST_TIME = 100
"""Characters; more is cut at a word."""


def read_time(text: str) -> str | None:
    """The words on one line without personal codes, None where nothing in them is a time."""
    shown = cleaned(without_personal_codes(text))
    if not says_time(shown):
        return None
    kept = ""
    words = shown.split()
    for word in words:
        longer = f"{kept} {word}".strip()
        if len(longer) > LONGEST_TIME:
            break
        kept = longer
    return kept or words[0][:LONGEST_TIME]


def says_time(text: str) -> bool:
    """Whether some word is an hour, a part of the day, a day, or says that the time is free to choose."""
    plain = _FAREWELL.sub(" ", GREETING.sub(" ", folded(text)))
    if _QUESTION.search(plain):
        return False
    if _HOUR_AS_OBJECT.search(cleaned(text).casefold()) or _DATE.search(plain):
        return True
    told = " ".join(clause for clause in _CLAUSES.split(plain) if not _HOW_ONE_FEELS.search(clause))
    return bool(_TIME.search(_OTHER_NUMBER.sub(" ", told)))


# An age, a share, a telephone number, a house, children.
_OTHER_NUMBER = re.compile(
    r"\d[\d ()/-]{5,}\d|\b\d+ ?(?:met\w*|m\b|proc\w*|%|vaik\w*|eur\w*|kl\w*|kart\w*)|[+]\d+|\b(?:butas|namas|nr"
    r"|grup\w+) ?\d+"
)
_QUESTION = re.compile(
    r"^(?:o |a |ir )?(?:kas(?! (?:ryta|vakara|diena)\b)|kiek|kodel|kam|kokiu tikslu|kur)\b|\bar (?:jau |jus )?zin"
    r"|\bskambino(?:t|te)?\b"
    r"|^(?:o |a )?ar (?!gal(?:i|im|it|ite|eciau|etu\w*)\b)|\blaukiu (?!skamb|jus)"
    r"|\b(?:praeit|praejus)\w+\b|\bpries (?:\w+ )?(?:savait\w*|menes\w*|met\w*|dien(?:a|as|u))\b"
)
# Medicine is taken and pain is felt at some time of the day, too.
_CLAUSES = re.compile(r"[,;!\n]|\.(?=\s)|\b(?:o|todel|tai|taciau)\b")
_HOW_ONE_FEELS = re.compile(
    r"^(?!.*\bskamb).*\b(?:man (?:bloga|liudna|neramu|baisu)|verkiu|nemiegu|negaliu (?:uz)?mi[eg]\w*"
    r"|vaist\w*|tablet\w*|(?:ne)?(?:skauda|svaigsta|pykina)\w*|jauciu\w*|jauciasi)\b"
)
# With its own letter "trečią" is an hour, without it "the third" of the buttons.
_HOUR_AS_OBJECT = re.compile(r"\b(?:pirmą|antrą|trečią)$")
_DATE = re.compile(r"\b20[2-9]\d[-. ](?:0?[1-9]|1[0-2])[-. ](?:0?[1-9]|[12]\d|3[01])\b")
_FAREWELL = re.compile(r"\b(?:ger(?:o|os)|lab(?:os|o)) (?:ryto|dienos|vakaro|nakties|savaitgalio)\b")

_ORDINALS = r"(?:pirm|antr|trec|ketvirt|penkt|sest|septint|astunt|devint|desimt|vienuolikt|dvylikt)"
_NUMBERS = (
    r"(?:dviej|trij|ketur|keturi|penki|sesi|septyni|astuoni|devyni|desimti|vienuolik|dvylik|trylik|keturiolik"
    r"|penkiolik|sesiolik|septyniolik|astuoniolik)"
)
_DAYS = r"(?:pirm|antr|trec|ketv|ketvirt|penk|penkt|ses|sest|sek|sekm)"
_MONTHS = r"(?:sausio|vasario|kovo|balandzio|geguzes|birzelio|liepos|rugpjucio|rugsejo|spalio|lapkricio|gruodzio)"
_TIME = re.compile(
    r"\b(?:(?:is ?)?r[iy]t(?:e|as|a|ais|oj|oi|ui|ojus|o|uose|inis|mety\w*|iniais)|an[ks]+t[iy](?:\w{0,3})"
    r"|ank?s?ciau\w*|poryt\w*|(?:po|pries)?[ -]?p[ie]+t(?:u|us|um|ums|ums?|umis|ui|is)?|priespiet\w*|vidurd\w+"
    r"|vakar(?:e|ais|op|ui|iene|as|o|uose)|dien(?:a|os|omis|om|ai|oj|oje|ele|as|u)|nakt\w+|savait\w+|savaitgal\w*"
    r"|pusiaudien\w*|pavakar\w*"
    rf"|{_DAYS}(?:ad|t?adien|tad|mad)\w*|{_DAYS}(?:\.|$)|siandie\w*|sivakar\w*|siryt\w*|s[ie]+ndie\w*|dabar\w*"
    rf"|tuo?j\w*|veliau"
    rf"|vel(?:ai|yvai)"
    r"|(?:kuo )?gre(?:ic|it)\w+|skub\w+|asap|visada\w*|visad|kasdien\w*|visa para"
    r"|visa(?:is)? laik\w*|bile (?:kada|kur\w+)"
    r"|tas pats|vis tiek$|(?:nera|jokio) skirtum\w*"
    r"|nesvarbu(?! ar)|vienodai|bet ?kad\w*|bet kur\w+|kad(?:a)? (?:jums |jum |tau |tik )?(?:nor|pato|gal|tik|tinka"
    r"|patik|turesi|bus)\w*|kada \w+siu|kaip (?:jums )?(?:isein|patog|geriau|tin)\w*|rytdien\w*|kai \w+|kol \w+"
    r"|vos \w+|(?<!\d )(?<!\d)val(?:and\w*)?|pusvaland\w*|minu\w+|menes\w*|laisv\w+|pertrauk\w*"
    r"|po (?:svenc|kaled|velyk|nauj|darb|pamok|mokykl|paskait"
    rf"|sesi|gyd|dirbtuv|uzsiem|piet)\w*|per (?:piet|pertr|ata|svent)\w*|pus(?:e|iau) (?:{_NUMBERS}|{_ORDINALS})\w*"
    r"|(?:devyn|astuon|septyn|ses|penk|ketur)ios|ketvirt\w* val\w*"
    rf"|(?:po|nuo|iki|pries|apie|ties|tarp|per) (?:{_NUMBERS}|{_ORDINALS})\w*|{_ORDINALS}(?:a|os|aja|osios) val\w*"
    rf"|(?:desim|devin|astun|vienuolik|dvylik|ketvir|penk|ses|septin)ta|(?:pirma|antra|trecia) (?:ryto|dienos|val\w*)"
    rf"|kas (?:ryta|vakara|diena)|{_MONTHS}|\d{{1,2}} ?d(?:ien\w*)?|(?<![.:,\d])(?:[01]?\d"
    rf"|2[0-4])(?:[.:,][0-5]\d)?(?!\d|:[6-9]\d)"
    rf"|bet kok(?:s|iu|ia)\b|visi laikai|nuo rytojaus|pries darb\w*|po sv\w*|\d{{1,2}} ?(?:ta|oji|h)|\d{{1,2}}val\w*"
    rf"|{_DAYS}\.? ?- ?{_DAYS}|(?:saus|baland|birzel|rugpjut|rugsej|spal|lapkrit|gruod)i|kova|geguze|liepa"
    r"|vis ?vien(?:as|a)?|be (?:penk|desimt|dvidesimt|dvidesim|ketvirc)\w* \w+|is ?kart\w*|\d\d(?:30|00|15|45))\b"
)
