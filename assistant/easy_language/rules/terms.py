"""Words for which there is a better one: the same word for the same thing, no office words, no words that hurt."""

import re

from assistant.easy_language.patterns import Pattern, finds, whole_words
from assistant.easy_language.rule import EASED_AT_LEVEL_3, Bad, Rule

_WITH_DISABILITY = "Rašykite „žmogus su negalia“."

_SAME_WORD = finds(
    # The level of a child's disability bears the old word in law, so it must be possible to name it.
    Pattern(re.compile(r"\bneįgalum(?:as|o|ui|ą|u|e)\b(?! lyg)", re.IGNORECASE), suggestion="Rašykite „negalia“."),
    Pattern(
        whole_words(
            r"neįgal(?:us|aus|iam|ų|iu|ūs|iems|iais|i|ios|iai|ią|ioms|iomis|usis|iojo|iajam|ųjį|ieji|iųjų|iesiems|iuosius"
            r"|iaisiais|ioji|iąją|iuoju|iosios|iųjų|iosioms|iąsias|iosiomis)"
        ),
        suggestion=_WITH_DISABILITY,
    ),
    Pattern(whole_words(r"prot(?:o|inė|inės|inę|ine|inei) negali\w+"), suggestion="Rašykite „intelekto negalia“."),
    Pattern(whole_words(r"psichi(?:kos|nė|nės|nę|ne|nei) negali\w+"), suggestion="Rašykite „psichosocialinė negalia“."),
    Pattern(whole_words(r"paraišk\w+"), suggestion="Rašykite „prašymas“."),
)

_DISRESPECT = finds(
    Pattern(whole_words(r"invalid(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose|ė|ės|ę|ei|e|ėms|ėmis|um\w+|yst\w+|išk\w+)")),
    Pattern(
        whole_words(
            r"luoš(?:as|o|ui|ą|u|i|ų|iems|us|ais|a|os|ai|oms|ys|io|iai|iams|ius)",
            r"(?:debil|imbecil|idiot|kretin|oligofren|šizofrenik|epileptik|autist|bomž|psichopat)"
            r"(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|ė|ės|ę|ei)",
            r"daun(?:as|o|ui|ą|ai|ų|ams|us|ais)|dauniuk\w+",
            r"proti(?:nis|nio|nį|niu|niai) atsilik\w+|protiškai atsilik\w+|atsilikėl\w+|silpnapro\w+",
            r"bepro[tč]\w+|kurčnebyl\w+",
            r"psichin\w+ ligon\w+|psichišk\w+ (?:ligon\w+|nesveik\w+|nenormal\w+)",
            r"serga\w* (?:\w+ )?negalia|kenčia\w* (?:nuo|dėl) (?:\w+ )?negalios",
            r"prikaustyt\w+ prie \w+|negalios auk\w+",
        ),
    ),
)

_VAGUE = finds(
    Pattern(whole_words(r"įgyvendin\w+"), suggestion="Rašykite „daryti“."),
    Pattern(whole_words(r"(?:ne)?užtikrin\w+"), suggestion="Pasakykite, kas ką daro."),
    Pattern(whole_words(r"(?:ne|į|neį|pra)?vykd(?!ytoj)\w+"), suggestion="Rašykite „daryti“."),
    Pattern(whole_words(r"(?:ne)?atlie?k(?!(?:os|ų|oms|as|omis|ose|ėj\w+)\b)\w+"), suggestion="Rašykite „daryti“."),
    Pattern(whole_words(r"(?:ne)?su(?:si)?teik\w+ (?:\w+ )?galimyb\w+"), suggestion="Rašykite „Jūs galite“."),
    Pattern(
        whole_words(r"tam tikr(?:as|a|o|os|ą|ų|i|ie|iems|oms|us|ais|omis|am|ai|u|ame|oje|uose|ose)"),
        suggestion="Pasakykite, kas tai yra.",
    ),
    Pattern(whole_words(r"atitinkam\w+"), suggestion="Pasakykite, kas tai yra."),
    Pattern(
        whole_words(
            r"susij(?:ęs|usi|ę|usios|usių|usius|usį|usią|usiais|usiomis|usias|usiems|usioms|usio|usiam|usiai) su"
        ),
        suggestion="Rašykite „apie“.",
    ),
    Pattern(whole_words(r"dėl (?:šios|tos) priežasties"), suggestion="Rašykite „todėl“."),
    Pattern(whole_words(r"ir (?:taip toliau|panašiai|kita)"), suggestion="Išvardykite, ką turite omenyje."),
    Pattern(whole_words(r"teisės akt\w+"), suggestion="Rašykite „įstatymas“.", is_mild=True),
    Pattern(whole_words(r"poreikių tenkinim\w+"), suggestion="Rašykite „pagalba“.", is_mild=True),
    Pattern(whole_words(r"tikslin\w+ grup\w+"), suggestion="Rašykite „žmonės, kuriems tai skirta“.", is_mild=True),
    # Papers and bodies that are called so must keep their names.
    Pattern(
        re.compile(
            r"\b(?:asmuo|asmens|asmeniui|asmenį|asmeniu|asmenys|asmenų|asmenims|asmenis|asmenimis)\b"
            r"(?! (?:su negalia (?:pažymėjim|teisi)|kod|tapatyb|dokument|duomen))",
            re.IGNORECASE,
        ),
        suggestion="Rašykite „žmogus“.",
        is_mild=True,
    ),
)

TERM_RULES = (
    Rule(
        "W15",
        "Tas pats žodis tam pačiam dalykui",
        "Tam pačiam dalykui visada rašykite tą patį žodį.",
        "Rinkitės įprastą žodį.",
        "IE, BW",
        _SAME_WORD,
        bad=(
            Bad("Žmogus su proto negalia.", "proto negalia"),
            Bad("Pildykite paraišką.", "paraišką"),
            Bad("Neįgalumas yra sunkus.", "Neįgalumas"),
            Bad("Pagalba neįgaliesiems.", "neįgaliesiems"),
        ),
        good=("Žmogus su negalia.", "Pildykite prašymą.", "Vaikas turi neįgalumo lygį."),
    ),
    Rule(
        "W18",
        "Jokių neaiškių žodžių",
        "Šis žodis yra neaiškus arba kanceliarinis.",
        "Pasakykite paprastai.",
        "COGA, VDU",
        _VAGUE,
        severity=EASED_AT_LEVEL_3,
        bad=(
            Bad("Mes užtikriname pagalbą.", "užtikriname"),
            Bad("Darbuotojas atlieka darbą.", "atlieka"),
            Bad("Mums suteikė puikią galimybę.", "suteikė puikią galimybę"),
            Bad("Asmuo gauna pagalbą.", "Asmuo"),
        ),
        good=("Šiukšlės yra atliekos.", "Man patinka atlikėjas.", "Skaitykite asmens kodą."),
    ),
    Rule(
        "W19",
        "Pagarbūs žodžiai",
        "Šis žodis žeidžia žmones.",
        _WITH_DISABILITY,
        "UN",
        _DISRESPECT,
        bad=(
            Bad("Pagalba invalidams.", "invalidams"),
            Bad("Čia dirba debilas.", "debilas"),
            Bad("Jis serga negalia.", "serga negalia"),
        ),
        good=("Pagalba žmonėms su negalia.", "Jis turi negalią.", "Aš gyvenu Kretingoje."),
    ),
)
