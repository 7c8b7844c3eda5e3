"""The topic finder on the phrases of the content, with words that are not among them."""

from pathlib import Path

import pytest

from assistant.library.library import Library
from assistant.library.phrases import load_phrases
from assistant.understanding.topics import OUT_OF_SCOPE, TopicFinder, TopicReading

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def finder(library: Library) -> TopicFinder:
    return library.finder


@pytest.mark.parametrize(
    ("text", "topic", "service"),
    [
        ("kas ta atveju vadiba", "what-is", "case-management"),
        ("Kas tos socialinės dirbtuvės?", "what-is", "social-workshops"),
        ("kas yra dirbtuvs", "what-is", "social-workshops"),
        ("ar dirbtuvese moka pinigus", "pay", "social-workshops"),
        ("kokiu popieriu reikia dirbtuvem", "documents", "social-workshops"),
        ("kur tos dirbtuvės randasi", "where", "social-workshops"),
        ("duok pavyzdi apie dirbtuves", "story", "social-workshops"),
        ("ar teisininkas nemokamas", "cost", "legal-help"),
        ("kuo naudingas atokvepis", "what-helps", "respite"),
        ("kur pamatyti dalyvumo procentus", "find-participation-level", ""),
        ("man jau 70 ar nevėlu", "working-age", ""),
        ("ar globėjas turi leisti", "guardian", ""),
        ("nenoriu i globos namus", "not-institution", ""),
        ("PAVARGAU PRIZIURETI SUNU", "relative-tired", ""),
        ("noriu dirbti", "find-work", ""),
        ("mano vaikas neigalus jam 9 metai", "child-disability", ""),
        ("koks socialines paramos skyriaus telefonas", "municipality-contacts", ""),
        ("istrink mano duomenis", "erase-my-data", ""),
        ("kas matys mano duomenis", "privacy", ""),
        ("tu robotas?", "who-are-you", ""),
        ("kada bus pensija", "other-benefits", ""),
        ("Laba diena!", "greeting", ""),
        ("tu durnas", "frustration", ""),
        ("koks oras rytoj", OUT_OF_SCOPE, ""),
    ],
)
def test_what_people_write_is_understood_at_once(finder: TopicFinder, text: str, topic: str, service: str) -> None:
    reading = finder.find(text)

    assert reading.is_certain
    assert (reading.best.topic, reading.best.service) == (topic, service)


@pytest.mark.parametrize("service", ["case-management", "social-workshops", "respite"])
def test_a_follow_up_is_about_the_service_of_the_conversation(finder: TopicFinder, service: str) -> None:
    reading = finder.find("o kiek kainuoja?", service)

    assert reading.is_certain
    assert (reading.best.topic, reading.best.service) == ("cost", service)


@pytest.mark.parametrize(
    "text", ["kiek kainuoja drbituvse", "kiekkainuojadirbtuves", "arbrangiaikainuojamansocialinesdirbtuves"]
)
def test_the_name_of_a_service_is_found_in_misspelt_words_too(finder: TopicFinder, text: str) -> None:
    reading = finder.find(text)

    assert (reading.best.topic, reading.best.service) == ("cost", "social-workshops")


def test_words_that_name_no_service_lean_to_the_one_that_is_talked_about(finder: TopicFinder) -> None:
    alone, in_talk = finder.find("o kur tas jūsų skyrius"), finder.find("o kur tas jūsų skyrius", "respite")

    def share_of_where(reading: TopicReading) -> float:
        return sum(guess.confidence for guess in reading.guesses if guess.topic == "where")

    assert share_of_where(in_talk) > share_of_where(alone)


def test_a_follow_up_without_a_conversation_asks_which_service(finder: TopicFinder) -> None:
    reading = finder.find("o kiek kainuoja?")

    assert not reading.is_certain
    assert {guess.topic for guess in reading.guesses} == {"cost"}
    assert {guess.service for guess in reading.guesses} == {
        "case-management",
        "social-workshops",
        "family-case-management",
    }


def test_a_named_service_wins_over_the_one_of_the_conversation(finder: TopicFinder) -> None:
    reading = finder.find("kiek kainuoja dirbtuvės", "case-management")

    assert (reading.best.topic, reading.best.service) == ("cost", "social-workshops")


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("kas yra atvejo vadyba", "case-management"),
        ("kas yra atvejo vadyba šeimai su vaikais", "family-case-management"),
        ("kas yra atvejo vadyba, aš laukiuosi", "family-case-management"),
        ("vaiko teisės paskyrė atvejo vadybą, kas tai yra", "family-case-management"),
        ("VVTAĮT skyrė atvejo vadybą, kas tai yra", "family-case-management"),
        ("kas yra atvejo vadyba mano sūnui", "case-management"),
        ("jis nuo vaikystės toks, kas yra atvejo vadyba", "case-management"),
        ("brolis vos vaikšto, kas yra atvejo vadyba", "case-management"),
        ("kas yra atvejo vadyba šitam vaikinui", "case-management"),
        ("kas yra atvejo vadyba, turiu kūdikį", "family-case-management"),
    ],
)
def test_signs_of_a_child_tell_the_two_case_managements_apart(finder: TopicFinder, text: str, service: str) -> None:
    assert finder.find(text).best.service == service


def test_a_child_and_an_adult_with_a_disability_lead_to_a_question(finder: TopicFinder) -> None:
    reading = finder.find("kiek kainuoja atvejo vadyba vaikui ir suaugusiam")

    assert not reading.is_certain
    assert {guess.service for guess in reading.guesses} >= {"case-management", "family-case-management"}


def test_a_wish_to_check_carries_the_service_that_it_names(finder: TopicFinder) -> None:
    named = finder.find("ar man tinka atvejo vadyba")
    unnamed = finder.find("ar man tinka")

    assert (named.best.topic, named.best.service) == ("check-eligibility", "case-management")
    assert (unnamed.best.topic, unnamed.best.service) == ("check-eligibility", "")


@pytest.mark.parametrize("text", ["", "   ", "?!?", "lkjhgfd", "kaip iškepti pyragą", "🙂🙂"])
def test_words_that_fit_nothing_are_never_answered_with_confidence(finder: TopicFinder, text: str) -> None:
    reading = finder.find(text)

    assert reading.best.topic == OUT_OF_SCOPE or not reading.is_certain


def test_doubt_offers_at_most_three_meanings_best_first(finder: TopicFinder) -> None:
    for text in ("kas", "kur", "pagalba vaikui", "ar galiu", "dokumentai sunui ir vyrui"):
        reading = finder.find(text)

        confidences = [guess.confidence for guess in reading.guesses]
        assert 1 <= len(confidences) <= 3
        assert confidences == sorted(confidences, reverse=True)


def test_learning_twice_gives_the_same() -> None:
    # Every fortieth phrase will do, and costs a fortieth of the time.
    some = load_phrases(CONTENT / "lt" / "phrases")[::40]

    finder, again = TopicFinder.learned(some), TopicFinder.learned(some)

    for text in ("norėčiau sužinoti kas man padėtų", "kokie popieriai", "ar galiu"):
        assert again.find(text) == finder.find(text)


def test_every_phrase_is_understood_or_asked_about_with_its_topic_among_the_guesses(finder: TopicFinder) -> None:
    phrases = load_phrases(CONTENT / "lt" / "phrases")

    missed = [
        phrase
        for phrase in phrases
        if phrase.topic not in {guess.topic for guess in finder.find(phrase.text, phrase.service).guesses}
    ]

    assert len(missed) <= len(phrases) // 100
