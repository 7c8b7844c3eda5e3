"""Heavy nouns and adjectives: actions made into nouns, and pronominal adjectives."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.easy_language.findings import Certainty
from assistant.easy_language.forms import Feature, WordClass
from assistant.easy_language.rule import EASED_AT_LEVEL_3, WARNING_AT_ALL_LEVELS, Bad, Hit, Rule
from assistant.easy_language.rules.near import first_reading, hit, is_name, runs, words_of
from assistant.easy_language.text import Text, Token

# Everyday nouns that only look abstract.
_PLAIN_NOUNS = re.compile(
    r"(?:ne)?(?:klausim|prašym|atsakym|gyvenim|įstatym|pažymėjim|susitikim|įsakym|sutikim|jaunim|likim|režim|artim|tolim"
    r"|svetim|galim|kostium|album|pirmum|būsim|tikim|maksimum|minimum|patarim|žaidim|pranešim|gimim|mažum|įsipareigojim"
    r"|atsiminim|prisiminim|ketinim|rašym(?=ui$)|gimtadien|pasakojim|daugum"
    r"|pakvietim|kvietim|išradim|leidim|linkėjim|žinojim|supratim|norim|platum"
    r"|aukštum|žemum|sunkum|gražum|didum|bendrum|skanum|saldum|šventim)\w+",
    re.IGNORECASE,
)
_NOMINAL = re.compile(r"\w{3,}(?:im|ym|um)(?:as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose)", re.IGNORECASE)
_PRONOMINAL_NAMES = re.compile(
    r"pirm(?:asis|oji|ieji|osios)\w*|neįgal\w+|suaugus\w+|artim\w+|jaun(?:asis|oji|ieji)|miegam\w+|valgom\w+|svečių\w*"
    r"|savas\w+|mobili\w+|laikin\w+|man(?:asis|oji|ieji)|tas\w+|toji|šioji|kitas\w*|pastar\w+",
    re.IGNORECASE,
)


def _is_action(token: Token) -> bool:
    """Whether it is a noun made of a verb or of a quality, and no everyday word."""
    if is_name(token) or _PLAIN_NOUNS.fullmatch(token.text):
        return False
    if not token.readings:
        return _NOMINAL.fullmatch(token.text) is not None
    reading = first_reading(token)
    return reading is not None and Feature.NOMINALISATION in reading.features


def _is_genitive(token: Token) -> bool:
    return token.text.endswith(("o", "osi", "ų", "ųsi")) and (
        not token.readings or any(Feature.GENITIVE in reading.features for reading in token.readings)
    )


def _actions(text: Text) -> Iterator[Hit]:
    in_pairs: set[tuple[int, int]] = set()
    for run in runs(text):
        for first, second in pairwise(run):
            if _is_action(first) and _is_action(second) and _is_genitive(first):
                in_pairs |= {(first.line, first.start), (second.line, second.start)}
                yield hit(text, first, second, certainty=Certainty.LIKELY)
    for sentence in text.sentences:
        actions = [token for token in words_of(text, sentence) if _is_action(token)]
        if len(actions) > 1 and (actions[1].line, actions[1].start) not in in_pairs:
            yield hit(
                text,
                actions[1],
                message="Sakinyje yra keli daiktavardžiai iš veiksmažodžių.",
                is_mild=True,
                certainty=Certainty.LIKELY,
            )


def _pronominals(text: Text) -> Iterator[Hit]:
    for token in text.all_tokens():
        reading = first_reading(token)
        if reading is None or Feature.PRONOMINAL not in reading.features or is_name(token):
            continue
        if reading.word_class is WordClass.ADJECTIVE and not _PRONOMINAL_NAMES.fullmatch(token.text):
            yield hit(text, token)


ACTIONS = Rule(
    id="G06",
    title="Veiksmažodžiai, ne daiktavardžiai",
    message="Du daiktavardžiai iš veiksmažodžių stovi greta.",
    suggestion="Rašykite veiksmažodį: kas ką daro.",
    source="VDU",
    find=_actions,
    severity=EASED_AT_LEVEL_3,
    bad=(
        Bad("Vyksta pagalbos teikimo organizavimas.", "teikimo organizavimas"),
        Bad("Mokymosi planavimas yra svarbus.", "Mokymosi planavimas"),
        Bad("Prašau mokėjimo atidėjimo.", "mokėjimo atidėjimo"),
        Bad("Klauskite apie valymo užsakymą.", "valymo užsakymą"),
        Bad("Skundas yra dėl pervežimo vėlavimo.", "pervežimo vėlavimo"),
        Bad("Gydymas ir lavinimas yra nemokami.", "lavinimas"),
    ),
    good=(
        "Kaimo gyvenimas yra ramus.",
        "Rimo prašymas yra trumpas.",
        "Gyvenimo klausimas yra sunkus.",
        "Krūmų genėjimas prasidės pavasarį.",
        "Artimas žmogus perskaitys įstatymą.",
        "Gydymas trunka ilgai.",
    ),
)

PRONOMINAL = Rule(
    id="G14",
    title="Be įvardžiuotinių būdvardžių",
    message="Tai įvardžiuotinis būdvardis.",
    suggestion="Rašykite paprastą būdvardį: geras, o ne gerasis.",
    source="VDU",
    find=_pronominals,
    severity=WARNING_AT_ALL_LEVELS,
    bad=(
        Bad("Gerasis kaimynas padeda.", "Gerasis"),
        Bad("Atėjo naujoji darbuotoja.", "naujoji"),
        Bad("Senieji namai yra šalti.", "Senieji"),
        Bad("Jis turi mažąjį kambarį.", "mažąjį"),
        Bad("Laukiame tikrųjų draugų.", "tikrųjų"),
    ),
    good=(
        "Geras kaimynas padeda.",
        "Jis turi mažą kambarį.",
        "Pirmasis kambarys yra mano.",
        "Suaugusiųjų mokykla dirba vakarais.",
        "Mano miegamasis yra mažas.",
    ),
)
