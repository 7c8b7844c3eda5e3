"""The verbs that answer the yes-or-no questions of the checks, and the words that belong beside each; all folded."""

import re
from collections.abc import Sequence

from assistant.understanding.spoken import RELATIVES


class Kind:
    """Verbs that answer one question, and the words that stand beside them when they are denied and when not."""

    def __init__(
        self,
        verbs: str,
        *,
        only_denied: str = "(?!)",
        beside: str,
        with_no: str,
        with_yes: str,
        never_alone: str = "(?!)",
    ) -> None:
        self.agrees = re.compile(verbs)
        self.denies = re.compile(rf"ne(?:be)?(?:{verbs})|{only_denied}")
        self.with_no = re.compile(rf"{self.denies.pattern}|{beside}|{with_no}")
        self.with_yes = re.compile(rf"{verbs}|{beside}|{with_yes}")
        self._never_alone = re.compile(never_alone)
        self._beside = re.compile(beside)

    def allows(self, words: Sequence[str]) -> bool:
        """Whether what is had, needed or enough is named where it must be: "nėra mamos" tells of no child."""
        if any(map(self._beside.fullmatch, words)):
            return True
        return not any(map(self._never_alone.fullmatch, words))


HELPED = "supagalba"
"""Stands for "with help" in all its forms, which the question about work allows for."""

UP_TO_17 = (
    r"1[0-7]|\d|(?:vienuo|try|keturio|penkio|sesio|septynio)lik\w+|dvylik\w+|vien(?:as|a|i|o|os|am|ai|eri\w*|uolik\w*)?|d(?:u|vi|vej\w+)|tr(?:ys|is|iju|ims|ej\w+)|ketur(?:i|is|ios|ias|iu)|penk(?:i|is|ios|ias|iu)"
    r"|ses(?:i|is|ios|ias|iu)|septyn(?:i|is|ios|ias|iu)|astuon(?:i|is|ios|ias|iu)|devyn(?:i|is|ios|ias|iu)|(?:ketver|penker|septyner|astuoner|devyner)\w+|desimt\w*"
)
AGE = r"m|met(?:ai|u|us|ukai|uku)|menes\w+"
CHILDREN = (
    r"vaik(?!s|in)\w*|sun(?:u|us|aus|eli\w*|ui)|dukr(?:a|as|os|u|ele|ytes?|eles?|yte)|merg(?:ait|yt)\w+|pa+ugl\w+|maziuk\w+|posun\w+|podukr\w+|ivaik\w+|berniuk\w+|kudik\w+|mazyl\w+"
    r"|dvynuk\w+|maz(?:a|us|i|as|u)|nepilnam\w+|mazam\w+|darzelinuk\w+|naujagim\w+|\w{3,}(?<!iolika)met(?:i|e|is|ius)|pirmok\w+"
    r"|mokyklin\w+"
)
_BECAUSE = r"del|sveikatos|ligos|negalios|neigalumo"
_JOB = r"(?:pa)?dirbti?|darb(?:a|o|ui|us|u|e)|toki(?:o|am|a|ame|us)?|iprast\w+|sit[ao]|t[ao]"
_WHERE = r"(?:imon|istaig|parduotuv|fabrik|gamykl|restoran|kavin|virtuv|biur|sandel|mokykl|salon|valgykl)\w*(?:je|se)"
_FOR_YEARS = rf"{AGE}|{UP_TO_17}|(?:de|dvi|tris)\w*simt\w*"

_OF_SOMEBODY = rf"(?!sesuo$)(?=\w+(?:o|os|es|ers|aus)$){RELATIVES}"

ABLE = Kind(
    r"gal(?:iu|i|im|ime|eciau|etu|etum|etume)|(?:su)?geb(?:u|a|am|ame|eciau|etu|etume)|pajeg(?:iu|ia|iam|iame|ciau|tu)"
    r"|isteng(?:iu|ia|iam|iame|ciau|tu)|darbing(?:as|a)",
    only_denied=r"negalima|neisgal(?:iu|i|im|ime|eciau|etu)|nepajeg(?:s|siu|us|i)?|ne(?:be)?gales(?:iu)?|nesugebes(?:iu)?"
    r"|neimanoma|neleidziama|uzdrausta|draudziama|nepakel(?:ciau|tu)|neatlaik(?:au|o|yciau|ytu)|neistver\w+|nepavyktu",
    beside=_JOB,
    with_no=r"joki\w+|niek(?:o|ur|ad|ada|aip)|sunku|per|nemok\w+|normal\w+|visai|visiskai|nebandysiu|uztikrintai|bijau|nesinori|neigal\w+|invalid\w+|nei|vieno|kito|tarp|zmoniu|serg\w+|laikinai"
    rf"|seniai|nuo|pernai|ne(?:be)?dirb\w+|{_BECAUSE}|{AGE}|\d+|(?:de|dvi|tris)\w*simt\w*|{_WHERE}",
    with_yes=rf"{_WHERE}|noriu|nori|norim|viska|daug|daryti|puikiai|normaliai|moku|moka|nebijau|uztikrintai|pilnai|visiskai|visai|laisvai|lengvai|visur|visoki\w+|piln(?:a|u)|diena|puse|etat(?:o|u)",
)
"""To be able to work."""

WORKS = Kind(
    r"dirb(?:u|a|am|ame)",
    only_denied=r"ne(?:is)?dirb(?:ciau|tu)|neisdirb(?:a|u)|nedirbs(?:iu)?",
    beside=_JOB,
    with_no=r"joki\w+|niek(?:o|ur|ad|ada|aip)|visai|visiskai|serg\w+|laikinai|seniai|nuo|pernai|nedirb(?:au|o)|rudens|pavasario|vasaros|ziemos"
    rf"|ne(?:be)?gal(?:iu|i)|{_BECAUSE}|{_FOR_YEARS}",
    # Where, and as what.
    with_yes=rf"(?!dirbtuv)\w+(?:eje|oje|uje|yje|ose|uose|toju|toja|ininku|ininke)|puse|seniai|nuo|kasdien|puikiai|sekmingai|normaliai|{_FOR_YEARS}",
)

WANTS = Kind(
    r"nor(?:iu|i|im|ime|eciau|etu|etume)|sutik(?:ciau|tu)|sutink(?:u|a|am|ame)|tinka",
    beside=r"(?:pa)?dirbti?|darb(?:a|o)|pagalb(?:a|os)|toki(?:o|os)?",
    with_no=r"joki\w+|nieko|visai|visiskai|ne(?:be)?gal(?:iu|i)",
    with_yes=r"visiskai|gal(?:iu|i)|vis|kaip|visi|zmones",
    # "Noriu draugės" is another wish.
    never_alone=_OF_SOMEBODY,
)
"""To want what is asked about, or to agree."""

NEEDS = Kind(
    r"reik(?:ia|s|es|tu|etu)?|reikaling(?:a|as|os)|butina|truksta|pri?reik(?:s|ia|es|tu)|praverstu",
    only_denied="neprireike",
    beside=r"pagalb(?:a|os|o)|padeti|istaig(?:u|os)|keli(?:u|os)|toki(?:os|u|o)|tos|sios|sitos|tiek",
    # What is not needed for long may be needed.
    with_no=r"joki\w+|niek(?:o|ada|ad)|visai|visiskai|nei|vienos|daugelio|seniai",
    with_yes=r"daug|visu|ilg(?:ai|am|os|esni\w+|alaik\w+)|nuolat\w*|pastov\w+|visada|visa|gyvenim\w+|laik(?:a|ui)|(?:antr|tret|ketvirt|penkt|sest)\w+|kasdien\w*"
    r"|didel\w+|visokeriop\w+|visoki\w+|ivairi\w+|lab\w+|visur|ir|seniai|reikejo|baisiai|ziauriai|nuo|gimimo|mazens|vaikystes"
    rf"|(?:de|dvi|tris)\w*simt\w*|{AGE}|dvie\w+|trij\w+|ketur\w+|penki\w*",
    never_alone=rf"truksta|jo|jos|{_OF_SOMEBODY}",
)
"""To need help of several institutions for long."""

RAISES = Kind(
    r"augin(?:u|a|am|ame)|tur(?:iu|i|im|ime)|auga|globoj(?:u|a|am|ame)|auklej(?:u|a|am|ame)",
    only_denied=r"nera|nebus|nebuvo|netur(?:esiu|es|esim)",
    beside=rf"{CHILDREN}|darb(?:a|o)|pagalb(?:a|os)",
    with_no=r"joki\w+|nei?|vieno|gyven(?:u|am|a)|vien(?:as|a|i)|zmonos|vyro|niekada|seimos|seimoje|nieko|ne(?:si)?lauki\w+|ne(?:augins|tures|laukis|planuoj|nor)\w+|anuk\w+"
    r"|neturej(?:au|o|om)",
    with_yes=rf"{UP_TO_17}|{AGE}|savo|seimoje|mus|kartu|su|vyru|zmona|mociute|seneliais|tetiu|mama|neigal(?:u|ia)",
    # "Nėra mamos", "turiu savo": of no child.
    never_alone=rf"nebus|nebuvo|auga|globoj\w+|auklej\w+|savo|t[ao]|ji|(?!jis$|zmogus$){RELATIVES}",
)
"""To bring up a child."""

EXPECTS = Kind(
    r"lauki(?:uosi?|asi?|ames|amasi)",
    only_denied=r"ne(?:be)?silauki(?:u|a|am|ame)",
    beside=r"vaik\w+|kudik\w+|nescia",
    with_no=r"joki\w+|ne(?:augin|tur)\w+",
    with_yes=r"(?:pirm|antr|treci|ketvirt|penkt|sest|septint|astunt|devint)\w+|menuo|menes\w+|dvyn\w+|savait\w+|\d+|siemet|greit(?:ai)?|netrukus"
    r"|(?:saus|vasar|kov|baland|geguz|birzel|liep|rugpj|rugsej|spal|lapkr|gruod|pavasar|ruden|ziem)\w+(?<!rio)(?<!ens)(?<!mos)(?<!aros)",
)

LACKS = Kind(
    r"ne(?:be)?(?:uztenka|uzteks|pakanka|pakaks|gana)",
    only_denied=r"uztenka|uzteks|pakanka|pakaks|gana",
    beside=r"vien(?:os|o|am|ai|a)?|istaig(?:os|a)|(?:seimos )?gydytoj(?:o|os)|seimos|savivaldybes"
    r"|pagalbos|mamos|giminiu",
    with_no=r"visiskai|pilnai",
    with_yes=r"ne",
    never_alone=r"\w+",
)
"""That one institution is not enough."""

KINDS = (ABLE, WORKS, WANTS, NEEDS, RAISES, EXPECTS, LACKS)
