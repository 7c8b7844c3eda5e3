"""All kinds of things that a person can do in the product's dialogue, wherever it stands."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from assistant.conversation.events import (
    CameOver,
    ChoicePressed,
    ContactShared,
    Event,
    LevelChosen,
    OtherInput,
    OtherReceived,
    Started,
    TextReceived,
)
from assistant.conversation.gone import Gone
from assistant.conversation.hearing import ALWAYS_FRESH
from assistant.conversation.messages import Message, Role
from assistant.conversation.news_events import (
    ForgottenSoon,
    OpenedElsewhere,
    PointedElsewhere,
    PromiseBroken,
    QuestionArrived,
    ReferralErased,
    ReferralHanded,
    ReferralPassedOn,
    ReferralsMerged,
    ReplyArrived,
)
from assistant.conversation.say import unstamped
from assistant.library.library import Library
from assistant.referrals.questions import OpenQuestion
from assistant.understanding.interpret import Expects
from assistant.understanding.normalize import folded
from tests.conversation.chat import ASKED, ELSEWHERE, NOW
from tests.crawl.dialogue import Input, Want

CODE = "39001010077"
"""Made up; the last digit is right, so that it looks like a personal code."""

HELPERS = {"back": Want.BACK, "human": Want.HUMAN}

STEERING = {
    "atgal": Want.BACK,
    "pakartok": Want.ANYTHING,
    "nesuprantu": Want.ANYTHING,
    "paprasčiau": Want.ANYTHING,
    "plačiau": Want.ANYTHING,
    "iš naujo": Want.ANYTHING,
    "stop": Want.ANYTHING,
    "meniu": Want.ANYTHING,
    "žmogus": Want.HUMAN,
    "klausyti": Want.ANYTHING,
    "nežinau": Want.ANYTHING,
    "kodėl klausiate": Want.ANYTHING,
}

RIGHT: Mapping[Expects, tuple[str, ...]] = {
    Expects.AGE: ("34 metai", "16", "70"),
    Expects.LEVEL: ("40", "75"),
    Expects.DISABILITY: ("intelekto negalia",),
    Expects.MUNICIPALITY: ("Kretinga", "Kaune", "Nida", "Akmenė", "Gargždai"),
    Expects.NAME: ("Ona Onaitė",),
    Expects.PHONE: ("0 612 34567",),
    Expects.CALL_TIME: ("ryte, po 9 valandos",),
    Expects.NOTE: ("Man sunku kalbėti telefonu.",),
    Expects.EMAIL: ("ona@pastas.lt",),
    Expects.RECEIPT: ("10 00 00 08", "saliko, kate ir laivas"),
    Expects.SECRET: ("Rasa", "Petras", "Ona"),
    Expects.YES_NO: ("taip", "ne"),
}
"""What is right where it is expected; of a secret also what is wrong, and what was wrong too often."""

SLIPS: Mapping[Expects, tuple[str, ...]] = {
    Expects.AGE: ("34 mteai", "trisdesimt keturi"),
    Expects.LEVEL: ("40 prcoentų",),
    Expects.DISABILITY: ("inteleto negalia", "psichosocialne"),
    Expects.MUNICIPALITY: ("Kretnga", "kaunee"),
    Expects.NAME: ("ona onaite",),
    Expects.PHONE: ("O612 34567", "0 612 345"),
    Expects.CALL_TIME: ("po pitų",),
    Expects.NOTE: ("man sunkku kalbet telefonu",),
    Expects.EMAIL: ("ona@pastas,lt", "ona pastas.lt"),
    Expects.RECEIPT: ("10 00 00 09", "saliko, kaste ir laivas"),
    Expects.YES_NO: ("taipp", "nee"),
}

DOUBTFUL: Mapping[Expects, tuple[str, ...]] = {
    Expects.AGE: ("man 34 ir gyvenu Šilalėje", "nuo 30 iki 35"),
    Expects.LEVEL: ("60 proc gavau vasarą",),
    Expects.DISABILITY: ("intelekto negalia ir dar kažkokia psichikos negalia",),
    Expects.NAME: ("dukros vardas Ieva",),
    Expects.PHONE: ("sesers 0 612 34567",),
    Expects.YES_NO: ("Ne. Klausimas nemalonus.", "nežinau slaptažodžio"),
}
"""What is said back before it is noted."""

RUBBISH = ("asdfgh qwerty", "🙂", "{name} {0} %s <b>", "???")
EMPTY = ("", "   ")
HELP_NOW = ("nebenoriu gyventi, noriu nusižudyti", "mane muša vyras", "labai skauda krūtinę, negaliu kvėpuoti")
PERHAPS = ("mirštu iš juoko", "filme žmogus nusižudė", "man labai bloga")
LANGUAGES = (
    "I do not speak Lithuanian, can you help me?",
    "Я не говорю по-литовски, помогите пожалуйста",
    "Nie mówię po litewsku, proszę o pomoc",
    "Я не розмовляю литовською, допоможіть будь ласка",
)
PRIVATE = (f"mano asmens kodas {CODE}", "sergu šizofrenija", "geriu olanzapiną", "mano sąskaita LT121000011101001000")
LONG = ("Man reikia pagalbos namuose. " * 400, "ž" * 10_000)
WISHES = (
    "o kiek kainuoja?",
    "kas su mano prašymu?",
    "noriu siųsti prašymą",
    "ar man tinka?",
    "koks savivaldybės telefonas?",
    "ką jūs apie mane žinote?",
    "ištrinkite mano duomenis",
    "padedu sūnui",
    "ką reiškia negalia?",
    "ačiū",
)
OTHERS_BUTTONS = ("ask:20000006:1:0", "replies-nowhere", "nonsense", "")
DAY = date(2026, 12, 1)

NEWS: Mapping[str, Event] = {
    "an answer": ReplyArrived(ELSEWHERE.number, "Ateikite pas mus pirmadienį."),
    "a question": QuestionArrived(ELSEWHERE.number, OpenQuestion(1, ASKED)),
    "passed on": ReferralPassedOn(ELSEWHERE.number, "neringos", DAY),
    "pointed elsewhere": PointedElsewhere(ELSEWHERE.number, "klaipedos-rajono"),
    "handed": ReferralHanded(ELSEWHERE.number, "kretingos-rajono", "Dienos centras"),
    "merged": ReferralsMerged(ELSEWHERE.number, "20000006"),
    "promise broken": PromiseBroken(ELSEWHERE.number, "kretingos-rajono", DAY),
    "opened elsewhere": OpenedElsewhere(ELSEWHERE.number, "kretingos-rajono"),
    "forgotten soon": ForgottenSoon(DAY),
    "erased": ReferralErased(Gone(ELSEWHERE.number, datetime.fromisoformat(NOW.isoformat()), "7F3A 90C2"), "neringos"),
}


def taps(message: Message) -> Iterator[Input]:
    """Every button under what is said; the helpers first."""
    for choice in sorted(message.choices, key=lambda one: one.role is not Role.HELPER):
        if choice.role is Role.HELPER:
            wants = HELPERS.get(unstamped(choice.id)[1], Want.ANYTHING)
            yield Input("helper button", choice.label, ChoicePressed(choice.id), wants, is_tap=True)
        else:
            yield Input(f"{choice.role} button", choice.label, ChoicePressed(choice.id), is_tap=True)


def old_taps(message: Message, pressed: str) -> Iterator[Input]:
    """Buttons that are none of this message's, and the last one once more."""
    for choice in message.choices:
        turn, meaning = unstamped(choice.id)
        if turn is not None and choice.role is Role.CONTENT and meaning not in ALWAYS_FRESH:
            old = ChoicePressed(f"{turn - 1}-{meaning}")
            yield Input("old button", f"old {choice.label}", old, Want.NOTHING, is_tap=True)
            break
    yield Input("old button", "0-no-such-button", ChoicePressed("0-no-such-button"), Want.NOTHING)
    for choice_id in OTHERS_BUTTONS:
        yield Input("button of another talk", choice_id, ChoicePressed(choice_id), Want.NOTHING)
    if pressed:
        yield Input("double tap", "the same tap again", ChoicePressed(pressed), Want.NOTHING)


def typed(message: Message, expects: Expects) -> Iterator[Input]:
    """Answers in words: right ones, and ones with slips."""
    for choice in message.choices:
        if choice.role is Role.CONTENT:
            yield _text("right answer typed", choice.label)
            yield _text("answer with a slip", _with_slip(choice.label))
    for right in RIGHT.get(expects, ()):
        yield _text("right answer typed", right)
    for slip in SLIPS.get(expects, ()):
        yield _text("answer with a slip", slip)
    for answer in DOUBTFUL.get(expects, ()):
        yield _text("doubtful answer", answer)


def _with_slip(label: str) -> str:
    """Without the marks on letters, and two letters of a longer word turned round."""
    plain = folded(label)
    middle = len(plain) // 2
    is_long = len(plain) >= 6
    return plain[: middle - 1] + plain[middle] + plain[middle - 1] + plain[middle + 1 :] if is_long else plain


def words(library: Library) -> tuple[Input, ...]:
    """What may be written anywhere."""
    services = (f"kas yra {service.label.lower()}?" for service in library.services.values())
    return (
        *(_text(f"word: {word}", word, wants) for word, wants in STEERING.items()),
        *(_text("question about a service", question) for question in services),
        *(_text("question or wish", wish) for wish in WISHES),
        *(_text("danger", danger, Want.HELP_NOW) for danger in HELP_NOW),
        *(_text("danger perhaps", danger) for danger in PERHAPS),
        *(_text("private data", told, secret=CODE if CODE in told else "") for told in PRIVATE),
        *(_text("another language", told) for told in LANGUAGES),
        *(_text("rubbish", told) for told in RUBBISH),
        *(_text("nothing written", told) for told in EMPTY),
        *(_text("very long text", told) for told in LONG),
    )


def others() -> tuple[Input, ...]:
    """What is neither written nor pressed, and what others do meanwhile."""
    return (
        Input("a shared number", "a phone number", ContactShared("+37061234567")),
        *(Input("no text", kind.value, OtherReceived(kind), Want.NOTHING) for kind in OtherInput),
        Input("comes back", "opens the page", Started()),
        Input("comes back", "a link to a service", Started("social-workshops")),
        Input("comes back", "a link of a municipality", Started("__kretingos-rajono")),
        Input("comes back", "from another device", CameOver(is_here=True)),
        Input("comes back", "by an old link", CameOver(is_here=False)),
        Input("level set", "the simpler texts", LevelChosen(is_simple=True)),
        Input("level set", "the fuller texts", LevelChosen(is_simple=False)),
        *(Input("news", name, event) for name, event in NEWS.items()),
    )


def _text(kind: str, text: str, wants: Want = Want.ANYTHING, secret: str = "") -> Input:
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return Input(kind, shown or "(nothing)", TextReceived(text), wants, secret=secret)
