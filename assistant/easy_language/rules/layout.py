"""How sentences stand together: one a line, short lines, few in a message, one question at its end."""

from collections.abc import Iterator
from itertools import pairwise

from assistant.easy_language.findings import Scope, Severity
from assistant.easy_language.levels import LIMITS
from assistant.easy_language.rule import EVERYWHERE, Bad, Hit, Rule
from assistant.easy_language.rules.places import at_sentence
from assistant.easy_language.sentences import Sentence, split_words
from assistant.easy_language.text import Text

MEANINGFUL = 3
"""The mean length counts over so many sentences or more."""
SHORT_LINE = 45
"""On a line as short as this two tiny sentences (Aš nesupratau. Atsiprašau.) are untidy, and no more."""
MOST_SENTENCES = 7
MOST_WORDS = 50
MOST_SIGNS = 500
WIDE, WIDEST = 45, 60
"""Letters, signs and spaces of a line in the chat; published easy Lithuanian has 24 on average and 43 at most."""
FEW_LINES = 3
"""A text of so many lines or fewer may be one message, so a question must be its end."""

_NO_BUTTON = EVERYWHERE - {Scope.BUTTON}
_OF_CHAT = frozenset({Scope.MESSAGE, Scope.QUESTION})
_BELOW_LEVEL_3 = {1: Severity.ERROR, 2: Severity.ERROR}


def _mean(text: Text) -> Iterator[Hit]:
    mean = LIMITS[text.level].mean
    if len(text.sentences) >= MEANINGFUL and text.numbers.words_per_sentence > mean:
        told = f"{text.numbers.words_per_sentence:.1f}".replace(".", ",")
        yield at_sentence(
            text.sentences[0],
            f"Sakiniai yra ilgi: vidutiniškai {told} žodžio.",
            f"Vidutiniškai rašykite iki {mean:.0f} žodžių.",
        )


def _same_line(text: Text) -> Iterator[Hit]:
    """The second sentence of each line; one finding a line is enough."""
    lines: dict[int, list[Sentence]] = {}
    for sentence in text.sentences:
        lines.setdefault(sentence.line, []).append(sentence)
    for together in lines.values():
        if len(together) > 1:
            yield at_sentence(together[1], is_mild=together[-1].end <= SHORT_LINE)
    for number, (line, after) in enumerate(pairwise(text.lines), start=1):
        last = line.rstrip()
        if last and last[-1].isdigit() and after[:1].islower():
            word = split_words(last)[-1]
            told, mend = "Skaičius ir žodis stovi skirtingose eilutėse.", "Rašykite juos vienoje eilutėje."
            yield Hit(number, word.start, word.end, word.text, told, mend)


def _wide(text: Text) -> Iterator[Hit]:
    is_of_chat = text.scope in _OF_CHAT
    for number, line in enumerate(text.plain_lines, start=1):
        width = len(line.strip())
        if width > (WIDE if is_of_chat else WIDEST):
            start = len(line) - len(line.lstrip())
            told = f"Eilutė yra ilga: {width} ženklai."
            is_mild = not is_of_chat or width <= WIDEST
            yield Hit(number, start, start + width, text.lines[number - 1].strip(), told, is_mild=is_mild)


def _long_message(text: Text) -> Iterator[Hit]:
    count = len(text.sentences)
    if not count:
        return
    last = text.sentences[-1]
    if len(text.source) > MOST_SIGNS:
        yield at_sentence(last, f"Žinutė yra labai ilga: {len(text.source)} ženklų.", "Rašykite kelias žinutes.")
    elif count > MOST_SENTENCES:
        told, mend = f"Žinutėje yra {count} sakiniai.", f"Rašykite iki {MOST_SENTENCES} sakinių."
        yield at_sentence(text.sentences[MOST_SENTENCES], told, mend, is_mild=True)
    elif text.numbers.words > MOST_WORDS:
        told, mend = f"Žinutėje yra {text.numbers.words} žodžiai.", f"Rašykite iki {MOST_WORDS} žodžių."
        yield at_sentence(last, told, mend, is_mild=True)


def _questions(text: Text) -> Iterator[Hit]:
    if text.scope in _OF_CHAT:
        yield from _questions_of_chat(text)
        return
    questions = [sentence for sentence in text.sentences if _asks(sentence)]
    is_mild = len([line for line in text.lines if line.strip()]) > FEW_LINES
    last = text.sentences[-1] if text.sentences else None
    for sentence in questions:
        if sentence is not last:
            yield at_sentence(sentence, is_mild=is_mild)


def _questions_of_chat(text: Text) -> Iterator[Hit]:
    for position, sentence in enumerate(text.sentences):
        is_last = position == len(text.sentences) - 1
        if _asks(sentence) and not (is_last and text.scope is Scope.QUESTION):
            yield at_sentence(sentence)
    if text.scope is Scope.QUESTION and text.sentences and not _asks(text.sentences[-1]):
        yield at_sentence(text.sentences[-1], "Žinutės gale nėra klausimo.", "Paskutinis sakinys turi klausti.")


def _asks(sentence: Sentence) -> bool:
    return sentence.text.rstrip('”“"').endswith("?")


_EIGHT = "Aš einu.\nAš dirbu.\nAš laukiu.\nAš kalbu.\nAš verdu.\nAš skaitau.\nAš miegu.\n"
_WIDE_LINE = "Kiekvieną antradienį darbuotoja ateina pas mane į namus po pietų."

LAYOUT_RULES = (
    Rule(
        "S02",
        "Trumpi sakiniai visame tekste",
        "Sakiniai yra ilgi.",
        "Rašykite trumpiau.",
        "LT-LEV",
        _mean,
        scopes=_NO_BUTTON,
        bad=(
            Bad(
                "Jis vakar dirbo su mama ir savo geru broliu.\n" * 3,
                "Jis vakar dirbo su mama ir savo geru broliu.",
            ),
            Bad(
                "Mano mama vakar ėjo pas gydytoją į ligoninę.\n" * 4,
                "Mano mama vakar ėjo pas gydytoją į ligoninę.",
            ),
            Bad(
                "Jūs galite ateiti pas mus bet kurią darbo dieną.\nMes Jums tikrai padėsime.\n"
                "Darbuotojas padės Jums parašyti prašymą savivaldybei dėl pagalbos namuose.",
                "Jūs galite ateiti pas mus bet kurią darbo dieną.",
            ),
        ),
        good=(
            "Jis dirba čia.\nJi dirba čia.\nJie dirba čia.",
            "Jis vakar dirbo su mama ir savo geru broliu.",
            "Ateikite pas mus.\nMes Jums padėsime.\nPaskui Jūs galėsite eiti namo.",
        ),
    ),
    Rule(
        "S05",
        "Kiekvienas sakinys iš naujos eilutės",
        "Eilutėje yra keli sakiniai.",
        "Kiekvieną sakinį pradėkite nauja eilute.",
        "IE, DIN, NLS",
        _same_line,
        severity=_BELOW_LEVEL_3,
        bad=(
            Bad("Aš einu. Aš dirbu. Aš laukiu.", "Aš dirbu."),
            Bad("Darbuotoja ateis pas Jus. Ji padės Jums parašyti prašymą.", "Ji padės Jums parašyti prašymą."),
            Bad("Reikia 5\ndienų.", "5"),
        ),
        good=(
            "Aš einu.\nAš dirbu.",
            "Ateikite 8 val. ryto.",
            "Laukite 5 dienas\narba ilgiau.",
        ),
    ),
    Rule(
        "S06",
        "Trumpa eilutė",
        "Eilutė yra ilga.",
        "Rašykite trumpesnį sakinį.",
        "IFLA, IE",
        _wide,
        severity=_BELOW_LEVEL_3,
        scopes=_NO_BUTTON,
        bad=(
            Bad(_WIDE_LINE, _WIDE_LINE),
            Bad(f"Sveiki.\n{_WIDE_LINE}", _WIDE_LINE),
            Bad(f"  {_WIDE_LINE}  ", _WIDE_LINE),
        ),
        good=(
            "Darbuotoja ateina pas mane į namus.",
            "Sveiki.\nAš esu programa.\nAš padedu žmonėms rasti pagalbą.",
            "Kiekvieną antradienį darbuotoja ateina\npas mane į namus po pietų.",
        ),
    ),
    Rule(
        "S07",
        "Trumpa žinutė",
        "Žinutė yra ilga.",
        "Rašykite kelias žinutes.",
        "COGA, MITRE",
        _long_message,
        scopes=_OF_CHAT,
        bad=(
            Bad(f"{_EIGHT}Aš laukiu.", "Aš laukiu."),
            Bad(("Aš laukiu mamos.\n" * 35), "Aš laukiu mamos."),
            Bad(
                "Šiandien aš laukiu savo geros mamos čia.\n" * 6 + "Ten aš visada laukiu ir savo labai gero tėčio.",
                "Ten aš visada laukiu ir savo labai gero tėčio.",
            ),
            Bad("Aš laukiu.\n" * 9, "Aš laukiu."),
        ),
        good=("Aš laukiu.", _EIGHT, "Šiandien aš laukiu savo geros mamos čia.\n" * 7),
    ),
    Rule(
        "S08",
        "Vienas klausimas, pabaigoje",
        "Klausimas stovi ne vietoje.",
        "Vienoje žinutėje – vienas klausimas, pabaigoje.",
        "LT-NDT, NLS",
        _questions,
        bad=(
            Bad("Ar turite pažymą?\nAr ji galioja?", "Ar turite pažymą?"),
            Bad("Kuo galiu padėti? Parašykite man.", "Kuo galiu padėti?"),
            Bad("Kada Jūs gimėte?\nŠį skaičių rasite pase.", "Kada Jūs gimėte?"),
        ),
        good=(
            "Sveiki.\nKuo galiu padėti?",
            "Klauskite, kiek kainuoja kelionė.",
            "Papasakokite, kas atsitiko.\nAš klausysiu.",
        ),
    ),
)
