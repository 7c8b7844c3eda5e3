"""One message is read in the light of what was asked: danger, steering, the answer, and only then a topic."""

from datetime import date

import pytest

from assistant.eligibility.facts import Disability, Interval
from assistant.library.library import Library
from assistant.understanding.interpret import Expects, Reading, Value, read
from assistant.understanding.place_names import PlaceName
from assistant.understanding.places import Gazetteer
from assistant.understanding.private import PrivateKind
from assistant.understanding.safety import Danger
from assistant.understanding.steering import Steering
from assistant.understanding.topics import TopicFinder

TODAY = date(2026, 11, 22)
GAZETTEER = Gazetteer(
    [
        PlaceName.of("Kretinga", "kretingos-rajono", is_town=True),
        PlaceName.of("Kaunas", "kauno-miesto", is_town=True),
        PlaceName.of("Kaunas", "kauno-rajono", is_town=True),
    ]
)


@pytest.fixture(scope="module")
def finder(library: Library) -> TopicFinder:
    return library.finder


def heard(
    finder: TopicFinder,
    text: str,
    expects: Expects = Expects.NOTHING,
    choices: dict[str, str] | None = None,
    service: str = "",
) -> Reading:
    return read(
        text,
        expects=expects,
        choices=choices or {},
        finder=finder,
        gazetteer=GAZETTEER,
        service=service,
        today=TODAY,
    )


@pytest.mark.parametrize("text", ["ona@pastas", "ona eta gmail.com", "ona @ pastas . lt", "blabla"])
def test_a_misspelt_address_is_neither_a_question_nor_another_language(finder: TopicFinder, text: str) -> None:
    reading = heard(finder, text, Expects.EMAIL)
    assert (reading.topic, reading.value, reading.language) == (None, None, "lt")


@pytest.mark.parametrize("expects", list(Expects))
def test_danger_comes_first_in_every_state(finder: TopicFinder, expects: Expects) -> None:
    reading = heard(finder, "vyras mane muša", expects, {"yes": "Taip", "no": "Ne"})

    assert reading.danger is not None
    assert (reading.danger.danger, reading.danger.is_certain) == (Danger.VIOLENCE, True)
    assert (reading.value, reading.choice, reading.topic) == (None, "", None)


@pytest.mark.parametrize("expects", list(Expects))
def test_steering_is_heard_in_every_state(finder: TopicFinder, expects: Expects) -> None:
    assert heard(finder, "atgal", expects).steering is Steering.BACK


@pytest.mark.parametrize("expects", list(Expects))
def test_not_knowing_is_heard_in_every_state(finder: TopicFinder, expects: Expects) -> None:
    assert heard(finder, "nežinau", expects).is_dont_know


@pytest.mark.parametrize(
    ("expects", "text", "value"),
    [
        (Expects.YES_NO, "jo", True),
        (Expects.YES_NO, "tikrai ne", False),
        (Expects.AGE, "trisdešimt keturi", Interval.exactly(34)),
        (Expects.AGE, "man 17", Interval.exactly(17)),
        (Expects.LEVEL, "40 proc.", Interval.exactly(40)),
        (Expects.DISABILITY, "intelekto", Disability.INTELLECTUAL),
        (Expects.MUNICIPALITY, "gyvenu kretingoj", ("kretingos-rajono",)),
        (Expects.MUNICIPALITY, "Kaunas", ("kauno-miesto", "kauno-rajono")),
        (Expects.NAME, "mano vardas Jonas", "Jonas"),
        (Expects.PHONE, "8 612 34567", "+37061234567"),
        (Expects.CALL_TIME, "po pietų", "po pietų"),
        (Expects.NOTE, "norėčiau, kad paskambintų mamai", "norėčiau, kad paskambintų mamai"),
        (Expects.NOTE, "ar galite paskambinti po 17 val.?", "ar galite paskambinti po 17 val.?"),
        (Expects.NOTE, "mano sūnus nori dirbti", "mano sūnus nori dirbti"),
    ],
)
def test_the_expected_value_is_read(finder: TopicFinder, expects: Expects, text: str, value: Value) -> None:
    reading = heard(finder, text, expects)

    assert reading.value == value
    assert reading.topic is None


@pytest.mark.parametrize("expects", [Expects.YES_NO, Expects.AGE, Expects.MUNICIPALITY, Expects.NAME, Expects.NOTE])
def test_a_question_inside_a_form_is_a_topic(finder: TopicFinder, expects: Expects) -> None:
    reading = heard(finder, "o kiek kainuoja?", expects, service="social-workshops")

    assert reading.value is None
    assert reading.topic is not None
    assert (reading.topic.best.topic, reading.topic.best.service) == ("cost", "social-workshops")


def test_a_place_that_we_do_not_know_is_no_topic(finder: TopicFinder) -> None:
    for text in ("Darbėnai", "Šnipeliškės", "Vaikų kaimas"):
        reading = heard(finder, text, Expects.MUNICIPALITY)

        assert (reading.value, reading.topic) == (None, None)


CHOICES = {
    "learn": "Sužinoti apie pagalbą",
    "check": "Ar man tinka?",
    "work": "Socialinės dirbtuvės",
    "ask": "Prašymas",
}


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Socialinės dirbtuvės", "work"),
        ("socialines dirbtuves", "work"),
        ("socialnes dirbtuvs", "work"),
        ("dirbtuvės", "work"),
        ("ar man tinka", "check"),
        ("pirmas", "learn"),
        ("2", "check"),
        ("ketvirtas", "ask"),
    ],
)
def test_a_choice_may_be_written(finder: TopicFinder, text: str, choice: str) -> None:
    assert heard(finder, text, Expects.CHOICE, CHOICES).choice == choice


def test_a_number_that_no_choice_has_chooses_nothing(finder: TopicFinder) -> None:
    assert heard(finder, "4", Expects.CHOICE, {"yes": "Taip", "no": "Ne"}).choice == ""


def test_a_number_beside_other_words_chooses_nothing(finder: TopicFinder) -> None:
    assert not heard(finder, "labas 2", choices={"a": "Atvejo vadyba", "b": "Dirbtuvės"}).choice
    assert heard(finder, "2 mygtukas", choices={"a": "Atvejo vadyba", "b": "Dirbtuvės"}).choice == "b"


def test_a_number_is_an_age_where_an_age_is_asked_for(finder: TopicFinder) -> None:
    choices = {"young": "Mažiau negu 18", "adult": "18 arba daugiau"}
    reading = heard(finder, "20", Expects.AGE, choices)
    may_be_a_button = heard(finder, "2", Expects.AGE, choices)

    assert (reading.value, reading.choice) == (Interval.exactly(20), "")
    assert (may_be_a_button.value, may_be_a_button.choice) == (None, "")


@pytest.mark.parametrize(("text", "choice"), [("taip", "fits"), ("jo", "fits"), ("nea", "fits-not")])
def test_yes_and_no_press_the_button_that_says_the_same(finder: TopicFinder, text: str, choice: str) -> None:
    assert heard(finder, text, Expects.CHOICE, {"fits": "Taip", "fits-not": "Ne"}).choice == choice


def test_a_personal_code_is_taken_out_and_told_of(finder: TopicFinder) -> None:
    reading = heard(finder, "mano kodas 38703181745, skambinkit", Expects.NOTE)

    assert "38703181745" not in reading.text
    assert "38703181745" not in str(reading.value)
    assert PrivateKind.PERSONAL_CODE in reading.private


def test_a_very_long_message_is_cut(finder: TopicFinder) -> None:
    assert len(heard(finder, "labas " * 10_000, Expects.NOTE).text) <= 2_000


def test_words_of_their_own_are_a_topic(finder: TopicFinder) -> None:
    reading = heard(finder, "noriu dirbti", Expects.CHOICE, CHOICES)

    assert reading.topic is not None
    assert reading.topic.best.topic == "find-work"


def test_another_language_is_told(finder: TopicFinder) -> None:
    assert heard(finder, "как получить помощь").language == "ru"


@pytest.mark.parametrize("expects", list(Expects))
@pytest.mark.parametrize("text", ["", " ", "\u200b", "🙂", "?", "<b>&", "{name}", "a" * 5_000, "1" * 100])
def test_nothing_that_is_typed_breaks_it(finder: TopicFinder, expects: Expects, text: str) -> None:
    assert heard(finder, text, expects, CHOICES).danger is None


@pytest.mark.parametrize("text", ["noriu gyventi viena", "Noriu gyventi su mama bute.", "noriu gyventi"])
def test_a_wish_to_live_is_no_danger(finder: TopicFinder, text: str) -> None:
    assert heard(finder, text, Expects.NOTE).danger is None


def test_despair_beside_a_wish_to_live_is_asked_about(finder: TopicFinder) -> None:
    assert heard(finder, "noriu gyventi bet nebegaliu daugiau").danger is not None


def test_words_of_a_receipt_are_never_taken_for_anything_else(library: Library) -> None:
    words = [known.word for known in library.receipt_words]
    for first, second, third in zip(words, words[7:], words[101:], strict=False):
        reading = heard(library.finder, f"{first} {second} {third}", Expects.RECEIPT)
        assert (reading.danger, reading.steering, reading.value) == (None, None, f"{first} {second} {third}")
