"""Signs that make reading hard: abbreviations, initials, brackets, rare signs, pictures inside sentences, markup."""

import re
from collections.abc import Iterator

from assistant.easy_language.patterns import Pattern, finds
from assistant.easy_language.rule import EASED_AT_LEVEL_3, Bad, Hit, Rule
from assistant.easy_language.text import Text

_CAPITAL = "[A-ZĄČĘĖĮŠŲŪŽ]"
_LETTER = r"[^\W\d_]"
_DIGIT_BEFORE = r"(?<=\d )"
_EMOJI = re.compile("[\U0001f1e6-\U0001faff\u2600-\u27bf\u2b50\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*")
_WORD = re.compile(_LETTER)


def _emoji(text: Text) -> Iterator[Hit]:
    """Pictures that stand between words, and every picture after the first."""
    count = 0
    for number, line in enumerate(text.lines, start=1):
        for match in _EMOJI.finditer(line):
            count += 1
            is_between = _WORD.search(line, match.end()) and _WORD.search(line[: match.start()])
            if is_between and not line[: match.start()].rstrip().endswith((".", "!", "?", ":")):
                yield Hit(number, match.start(), match.end(), match.group())
            elif count > 1:
                told, mend = "Čia yra keli paveikslėliai.", "Palikite vieną paveikslėlį."
                yield Hit(number, match.start(), match.end(), match.group(), told, mend)


def _exclamations(text: Text) -> Iterator[Hit]:
    """Every exclamation mark after the first of the text; signs in a row are found by their pattern."""
    count = 0
    for number, line in enumerate(text.plain_lines, start=1):
        for match in re.finditer(r"(?<![!?])!(?![!?])", line):
            count += 1
            if count > 1:
                told, mend = "Čia yra antras šauktukas.", "Baikite sakinį tašku."
                yield Hit(number, match.start(), match.end(), match.group(), told, mend)


_PUNCTUATION = finds(
    Pattern(re.compile(r";"), "Čia yra kabliataškis.", "Rašykite du sakinius."),
    Pattern(re.compile(r"…|\.\.\.+"), "Čia yra daugtaškis.", "Baikite sakinį tašku."),
    Pattern(re.compile(r"[!?]{2,}"), "Čia yra keli ženklai iš eilės.", "Palikite vieną ženklą."),
    Pattern(re.compile(r"[\"«»‹›]|(?<!\w)['‘’‚]|['‘’](?!\w)"), "Tai ne lietuviškos kabutės.", "Rašykite „taip“."),
    Pattern(re.compile(r"—"), "Šis brūkšnys yra per ilgas.", "Rašykite trumpą brūkšnį: –."),
)


def _punctuation(text: Text) -> Iterator[Hit]:
    yield from _PUNCTUATION(text)
    yield from _exclamations(text)


SIGN_RULES = (
    Rule(
        "W01",
        "Jokių trumpinių",
        "Tai trumpinys.",
        "Rašykite visą žodį.",
        "IE, LT-NDT, LTOOL",
        finds(
            Pattern(
                re.compile(
                    r"\b(?:[Gg]erb\.|[Pp]vz\.|[Tt]\.\s?y\.|t\.\s?t\.|(?:ir\s+)?(?:pan|kt)\.|ir\s+t\.\s?t\.|proc\.|tūkst\.|mln\.|mlrd\.|mėn\."
                    r"|[Tt]el\.|[Mm]ob\.|[Ee]l\.(?:\s?p(?:\.|aštas|ašto|aštu|aštą))?|[Žž]r\.|įst\.|angl\.|lot\.|vnt\.|[Nn]r\.|sav\."
                    r"|apskr\.|kab\.|aukšt\.|soc\.|spec\.|vad\.|pav\.|adr\.|gyd\.|pirm\.|asm\.|gim\.|sk\.|rkl\.|apyt\.|š\.\s?m\."
                    r"|pr\.\s?Kr\.|a\.\s?k\.|ats\.|dok\.|past\.|min\.|(?:val|[Ee]ur|psl)\."
                    r"|(?:pirm|antr|treč|trečiad|ketv|ketvirt|penkt|šešt|sekm)(?:ad)?\.(?= [a-z]|,|$)"
                    r"|(?:vas|bal|bir|rugp|rugs|lapkr|gruod)\.)"
                    rf"|{_DIGIT_BEFORE}(?:m|d|p|str|g|r|a|st|ct|sek|kl|l|psl|cm|km|kg|mg|ml|h)\.(?!\w)"
                    rf"|{_DIGIT_BEFORE}(?:val|mėn|tūkst|mln|proc|[Ee]ur|h|kg|km|cm|mg|ml)\b(?!\.)"
                    rf"|\b(?:[Dd]ėst|[Dd]oc|[Pp]rof|[Dd]ir|[Dd]r|[Pp]|[Kk]un)\.(?= ?{_CAPITAL})"
                    r"|(?<=[a-ząčęėįšųūž] )(?:g|pr|al|r|k|m|mstl|vs)\.(?= ?\d|,|$)"
                    r"|\bir/ar\b|\bVšĮ\b|\b(?:km|m)/(?:h|val)\b"
                ),
            ),
        ),
        bad=(
            Bad("Rašykite pvz. savo vardą.", "pvz."),
            Bad("Dirbame 9 val. ryto.", "val."),
            Bad("Atsineškite pasą ir kt. popierius.", "ir kt."),
            Bad("Kalbėkite su p. Rasa.", "p."),
            Bad("Aš gyvenu Žemaitės g. 5.", "g."),
        ),
        good=("Tai esu aš.", "Jūsų eilės numeris yra 5. Palaukite.", "Autobuso numeris yra 12.", "Aš sakau: ne."),
    ),
    Rule(
        "W02",
        "Jokių santrumpų ir inicialų",
        "Tai raidinė santrumpa arba žodis didžiosiomis raidėmis.",
        "Rašykite visą pavadinimą mažosiomis raidėmis.",
        "IE, LTOOL",
        finds(
            Pattern(
                re.compile(rf"\b(?:{_CAPITAL}{{2,}}(?=s?\b)(?![-\d])|{_CAPITAL}{{2,}}(?=-[a-ząčęėįšųūž]|-\d))"),
                exempt=re.compile(r"TV|SMS|(?!CV)[IVXLC]{2,}"),
            ),
            Pattern(
                re.compile(rf"\b{_CAPITAL}[a-z]?\.(?= ?{_CAPITAL})"),
                "Tai vardo pirmoji raidė.",
                "Rašykite visą vardą.",
                exempt=re.compile(r".[^h]\."),
            ),
        ),
        bad=(
            Bad("Kreipkitės į VVTAĮT dabar.", "VVTAĮT"),
            Bad("Jus priims A. Petraitis.", "A."),
            Bad("SVARBU skambinti ryte.", "SVARBU"),
        ),
        good=("Jūs gausite SMS.", "Eikite į kabinetą B.", "Mano namas yra 12A.", "Vitaminas C yra vaisiuose."),
    ),
    Rule(
        "W03",
        "Jokių skliaustų",
        "Čia yra skliaustai.",
        "Rašykite atskirą sakinį.",
        "LT-NDT",
        finds(
            Pattern(re.compile(r"\([^)\n]*\)?|\[[^\]\n]*\]?|[{}]")),
            Pattern(
                re.compile(rf"\b{_LETTER}+ ?/ ?{_LETTER}+\b|\b24/7\b|\b20\d\d/20\d\d\b"),
                "Čia yra brūkšnys vietoj žodžio.",
                "Rašykite „ir“ arba „arba“.",
            ),
        ),
        bad=(
            Bad("Pagalba žmogui (globėjui) yra.", "(globėjui)"),
            Bad("Ateikite su mama/tėčiu.", "mama/tėčiu"),
            Bad("Čia rašykite [vardą].", "[vardą]"),
        ),
        good=("Rašykite adresu aš@kretinga.lt.", "Skaitykite kretinga.lt/pagalba dabar.", "Spauskite „Ieškoti“."),
    ),
    Rule(
        "W04",
        "Tik įprasti skyrybos ženklai",
        "Šio ženklo nereikia.",
        "Rašykite tašką.",
        "LT-NDT",
        _punctuation,
        bad=(
            Bad("Ateikite; paskambinkite.", ";"),
            Bad("Palaukite…", "…"),
            Bad("Jūs laimėjote! Sveikiname!", "!"),
            Bad('Paspauskite "Toliau.', '"'),
            Bad("Ateikite!!", "!!"),
        ),
        good=("Sveiki!", "Spauskite „Ne“.", "Reikia 2 daiktų: paso ir nuotraukos.", "Vilnius – didelis miestas."),
    ),
    Rule(
        "W05",
        "Jokių ypatingų ženklų",
        "Čia yra ženklas, kurio daugelis nežino.",
        "Rašykite žodžiu.",
        "IE, LT-NDT",
        finds(
            Pattern(
                re.compile(
                    r"[&§#*°½⅓⅔¼¾→←≥≤=~^|\\%‰№×÷±≈©®™•]|(?<!\w)_(?!\w)"
                    r"|<(?!/?[a-zA-Z]+>)|(?<![a-zA-Z])>|(?<!\w)@(?!\w)|(?<=\w )\+(?= \w)"
                )
            ),
            Pattern(re.compile(r"[€$£]"), "Čia yra pinigų ženklas.", "Rašykite „eurai“."),
        ),
        bad=(
            Bad("Pagalba kainuoja 5 €.", "€"),
            Bad("Jūs & mes.", "&"),
            Bad("Nuolaida yra 20 %.", "%"),
        ),
        good=("Duona – 1 euras.", "Skambinkite telefonu +370 600 00 000.", "Rašykite adresu jonas_jonaitis@mail.lt."),
    ),
    Rule(
        "W21",
        "Paveikslėlis sakinio gale",
        "Paveikslėlis stovi sakinio viduryje.",
        "Dėkite jį sakinio gale.",
        "COGA",
        _emoji,
        bad=(
            Bad("Aš 😀 dirbu.", "😀"),
            Bad("Aš dirbu. 😀😀", "😀"),
            Bad("Skambinkite 📞 mums dabar.", "📞"),
        ),
        good=("Aš dirbu. 😀", "📞 Skambinkite", "Sveiki. 👋\nAš esu programa."),
    ),
    Rule(
        "W22",
        "Jokio pasvirusio ar pabraukto teksto",
        "Čia yra ženklai, kurie keičia raides.",
        "Rašykite paprastomis raidėmis.",
        "IE, LT-NDT",
        finds(
            Pattern(re.compile(r"(\*{1,3})(?=\S)[^*\n]+(?<=\S)\1|\b(__?)(?=\S)[^_\n]+(?<=\S)\2\b|~~[^~\n]+~~")),
            Pattern(re.compile(r"</?[a-zA-Z]{1,10}>|^#{1,6} ", re.MULTILINE)),
            Pattern(
                re.compile(rf"\b{_CAPITAL}{{3,}}(?:,? {_CAPITAL}{{3,}})+\b"),
                "Keli žodžiai yra didžiosiomis raidėmis.",
                "Rašykite mažosiomis raidėmis.",
            ),
        ),
        severity=EASED_AT_LEVEL_3,
        bad=(
            Bad("Tai yra **labai svarbu** Jums.", "**labai svarbu**"),
            Bad("Tai yra <b>svarbu.", "<b>"),
            Bad("SKAMBINKITE MUMS DABAR.", "SKAMBINKITE MUMS DABAR"),
        ),
        good=("Spauskite „Ne“.", "Vieta su ženklu * yra svarbi.", "SVARBU skambinti ryte."),
    ),
)
