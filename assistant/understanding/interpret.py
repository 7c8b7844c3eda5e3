"""What one message of the person means where it was written: the engine's one entry point to understanding.

In this order: danger, steering, the answer to what was asked, and only then a topic of its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.eligibility.facts import Disability, Interval
from assistant.understanding.asked import Asked, is_of_another, may_count
from assistant.understanding.choices import exact_choice, near_choice
from assistant.understanding.danger_words.near_misses import beside_sayings
from assistant.understanding.doubts import Answer, may_be_wrong
from assistant.understanding.emails import read_email
from assistant.understanding.guesses import guessed
from assistant.understanding.languages import guess_language
from assistant.understanding.name_words import is_dictionary_word, is_like_word, is_told_as_name
from assistant.understanding.normalize import words_of
from assistant.understanding.places import Gazetteer
from assistant.understanding.private import PrivateKind, find_private, without_personal_codes
from assistant.understanding.safety import Alarm, Danger, find_danger, is_certain_alone, weighed
from assistant.understanding.spoken import with_signs
from assistant.understanding.steering import Steering, read_steering
from assistant.understanding.topics import OUT_OF_SCOPE, TopicFinder, TopicReading
from assistant.understanding.trust import DONT_KNOW
from assistant.understanding.values import (
    is_dont_know,
    read_age,
    read_disability,
    read_level,
    read_name,
    read_phone,
    read_time,
    read_yes_no,
)


class Expects(StrEnum):
    """What the assistant has just asked for."""

    NOTHING = "nothing"
    CHOICE = "choice"
    YES_NO = "yes-no"
    AGE = "age"
    LEVEL = "level"
    DISABILITY = "disability"
    MUNICIPALITY = "municipality"
    NAME = "name"
    PHONE = "phone"
    CALL_TIME = "call-time"
    NOTE = "note"
    EMAIL = "email"
    RECEIPT = "receipt"
    SECRET = "secret"  # noqa: S105 - the name of a kind of answer  # nosec B105


Value = bool | Interval | Disability | str | tuple[str, ...]
"""What can be read as an answer; a tuple holds municipality ids."""


@dataclass(frozen=True)
class Reading:
    """What was understood. Danger and steering come before everything else that may be set.

    `text` is what was written, at most 2,000 characters, personal codes taken out. `value` is the answer of the kind
    that was expected. `choice` is the id of the choice whose label or number was written. `topic` is set where neither
    a value nor a choice was read and the words may be a question of their own. `is_doubtful` is set where other words
    stand beside what was read as an answer than people use there: who must note nothing wrong asks the person first.
    What `is_guess` was read so boldly that it may only be said back, and counts for nothing without a yes.
    """

    text: str
    danger: Alarm | None = None
    steering: Steering | None = None
    value: Value | None = None
    choice: str = ""
    is_dont_know: bool = False
    is_doubtful: bool = False
    is_guess: bool = False
    topic: TopicReading | None = None
    private: tuple[PrivateKind, ...] = ()
    language: str = "lt"


def read(
    text: str,
    *,
    expects: Expects,
    choices: Mapping[str, str],
    finder: TopicFinder,
    gazetteer: Gazetteer,
    service: str,
    today: date,
    asked: Asked | None = None,
) -> Reading:
    """Understand a message.

    `choices` are the ids and labels of the buttons in their order, `service` is what the conversation is about (empty
    for none), `asked` is which question of a check it is, where that is known. Words written where a free
    text was asked for are that text, unless they are a question or a command.
    """
    scrubbed = without_personal_codes(text)
    seen = Reading(scrubbed, private=find_private(text), language=guess_language(scrubbed))
    danger = find_danger(scrubbed)
    if danger is not None:
        return replace(seen, danger=_weighed(danger, seen, finder))
    # What goes to people as it stands keeps its words.
    value = _value(scrubbed if expects in _AS_WRITTEN else with_signs(scrubbed), expects, gazetteer, today, asked)
    choice = exact_choice(scrubbed, choices) or _service_chosen(scrubbed, choices, finder)
    if choice:
        return replace(seen, choice=choice, value=value)
    steering = read_steering(scrubbed, must_be_exact=expects in FREE_TEXT)

    def taken(value: Value | None, choice: str = "", *, is_dont_know: bool = False) -> Reading:
        answer = Answer(scrubbed, expects, value, choice, is_dont_know=is_dont_know)
        is_unsure = may_be_wrong(answer, finder.answers, asked)
        return replace(seen, value=value, choice=choice, is_dont_know=is_dont_know, is_doubtful=is_unsure)

    if steering is not None:
        unknown = steering is Steering.DONT_KNOW
        return replace(taken(None, is_dont_know=True) if unknown else seen, steering=steering)
    # A day or a place alone looks like anything to what was learned.
    is_plain = value is not None and len(words_of(scrubbed)) <= _PLAIN_ANSWER_WORDS.get(expects, 0)
    if is_plain and not _is_put_as_question(scrubbed):
        return taken(value)
    topic = finder.find(scrubbed, service)
    is_doubtful = expects is Expects.NAME and not _is_told_name(value)
    if is_doubtful and (_is_known_phrase(topic) or _holds_usual_word(value, scrubbed, finder)):
        value = None
    may_be_danger = not is_plain and expects not in _LIKE_ANYTHING
    learned = _learned_danger(scrubbed, topic, finder, expects) if may_be_danger else None
    if learned is not None:
        return replace(seen, danger=learned)
    if not _asks(scrubbed, topic, expects):
        # What was read for certain is worth more than words that are nearly those of a button.
        is_read = value is not None and expects not in FREE_TEXT
        counts = expects not in _NUMBERS | FREE_TEXT and may_count(asked)
        choice = "" if is_read else near_choice(scrubbed, choices, may_count=counts, asked=asked)
        is_unknown = expects is not Expects.NOTHING and value is None and not choice and is_dont_know(scrubbed)
        if value is not None or choice or is_unknown:
            return taken(value, choice, is_dont_know=is_unknown)
        guess = None if _is_known_phrase(topic) else guessed(scrubbed, expects, asked)
        if guess is not None:
            is_unknown = guess == DONT_KNOW
            value = None if is_unknown else guess
            guesses = replace(seen, value=value, is_dont_know=is_unknown, topic=topic)
            return replace(guesses, is_doubtful=True, is_guess=True)
    if _is_misspelt_address(scrubbed, topic, expects):
        return replace(seen, language="lt")
    is_place = expects is Expects.MUNICIPALITY and _is_unknown_place(seen, topic, finder)
    return seen if is_place else replace(seen, topic=topic)


def _service_chosen(text: str, choices: Mapping[str, str], finder: TopicFinder) -> str:
    """The service among the choices of which only the name is said, though not as its button says it."""
    if finder.services.isdisjoint(choices) or _is_put_as_question(text):
        return ""
    named = finder.only_named(text)
    return named if named in choices else ""


def _value(text: str, expects: Expects, gazetteer: Gazetteer, today: date, asked: Asked | None) -> Value | None:
    if expects is Expects.MUNICIPALITY:
        return gazetteer.find(text, is_asked=True) or None
    if expects in OF_ONE and is_of_another(text, asked):
        return None
    if expects is Expects.AGE:
        return read_age(text, today)
    if expects is Expects.YES_NO:
        return read_yes_no(text, asked)
    if expects is Expects.NAME:
        name = read_name(text)
        names = [] if name is None else name.split(", ")
        # "Linas, Šilutė" tells where he lives, too.
        is_name = bool(names) and not gazetteer.is_town(names[0])
        return ", ".join(one for one in names if not gazetteer.is_town(one)) if is_name else None
    reader = _READERS.get(expects)
    return reader(text) if reader is not None else None


def _weighed(danger: Alarm, seen: Reading, finder: TopicFinder) -> Alarm:
    """The alarm of the wordings beside what was learned, which knows Lithuanian only."""
    nearness = finder.nearness_of_danger(seen.text) if seen.language == "lt" else None
    return danger if nearness is None else weighed(danger, nearness=nearness, words=len(words_of(seen.text)))


def _learned_danger(text: str, topic: TopicReading, finder: TopicFinder, expects: Expects) -> Alarm | None:
    """What was learned from examples is one more signal; it only asks, except where the words are nearly an example."""
    plain = " ".join(words_of(text))
    told = beside_sayings(plain)
    is_answer = expects in _SHORT_ANSWERS
    learned = finder.find_danger(told, is_answer=is_answer)
    is_topic = told == plain and topic.is_certain and topic.best.topic in frozenset(Danger)
    if learned is None and is_topic and not is_answer:
        learned = Danger(topic.best.topic)
    if learned is None:
        return None
    nearness = finder.nearness_of_danger(told)
    return Alarm(learned, is_certain=nearness is not None and is_certain_alone(text, nearness=nearness))


def _asks(text: str, topic: TopicReading, expects: Expects) -> bool:
    """Whether the words are a question of their own rather than an answer to ours.

    A question mark, or a question word at the beginning, and a topic that is certain; in a free text, which goes to
    people, the mark is needed, and a wish to be called is no topic but a part of that text.
    """
    if not topic.is_certain or topic.best.topic in _NO_QUESTION:
        return False
    if expects in FREE_TEXT:
        is_taken_back = topic.best.topic == CANCEL_REQUEST and len(words_of(text)) <= _MOST_TAKING_BACK
        return is_taken_back or ("?" in text and topic.best.topic not in _FOR_STAFF)
    return _is_put_as_question(text)


def _is_put_as_question(text: str) -> bool:
    words = words_of(text)
    return "?" in text or (len(words) > 1 and words[0] in _QUESTION_WORDS)


def _is_known_phrase(topic: TopicReading) -> bool:
    """Whether the words are known by heart to mean something, and are not only the name of a place."""
    return topic.is_certain and topic.best.confidence >= 1 and topic.best.topic not in {OUT_OF_SCOPE, "my-municipality"}


def _is_told_name(name: Value | None) -> bool:
    """Whether one was read that is like an ordinary word, which is done only where it is written as a name."""
    return isinstance(name, str) and any(map(is_like_word, name.replace("-", " ").split()))


def _holds_usual_word(name: Value | None, text: str, finder: TopicFinder) -> bool:
    """Whether what was read as a name holds a word of many examples ("darbas"), or is nothing but words ("kėdė").

    Behind the first word a capital letter marks a surname.
    """
    words = name.split() if isinstance(name, str) else []
    if words and not is_told_as_name(text) and all(is_dictionary_word(word, finder.dictionary) for word in words):
        return True
    said = [word for place, word in enumerate(words) if place == 0 or word[0].islower()]
    return not _usual_words(finder).isdisjoint(word for word in words_of(" ".join(said)) if len(word) > 1)


@lru_cache(maxsize=1)
def _usual_words(finder: TopicFinder) -> frozenset[str]:
    return finder.usual_words(_USUAL_EXAMPLES)


def _is_unknown_place(seen: Reading, topic: TopicReading, finder: TopicFinder) -> bool:
    """Whether a word or two stand where a place was asked for and are no topic that we know by heart.

    A village that we do not know ("Darbėnai") looks much like other words ("darbas"). Only where each of them is a word
    that people use again and again ("ar tinka") they are taken for what they seem to be.
    """
    words = words_of(seen.text)
    if len(words) > _PLACE_WORDS or "?" in seen.text or topic.best.confidence >= 1:
        return False
    tells_where = topic.best.topic == "my-municipality" or any(map(_DWELLING.match, words))
    is_usual = _usual_words(finder).issuperset(words) and not tells_where
    return not is_usual and PrivateKind.DIAGNOSIS not in seen.private


def _is_misspelt_address(text: str, topic: TopicReading, expects: Expects) -> bool:
    """Whether an e-mail address was asked for and what stands there was meant as one.

    A name in it may look like a word of another language ("ona"), and "gmail.com" like a question.
    """
    if expects is not Expects.EMAIL or "?" in text:
        return False
    return bool(_PART_OF_ADDRESS.search(text)) or (len(words_of(text)) == 1 and topic.best.topic == OUT_OF_SCOPE)


def _note(text: str) -> str | None:
    return text or None


_READERS: Mapping[Expects, Callable[[str], Value | None]] = {
    Expects.LEVEL: read_level,
    Expects.DISABILITY: read_disability,
    Expects.PHONE: read_phone,
    Expects.CALL_TIME: read_time,
    Expects.NOTE: _note,
    Expects.EMAIL: read_email,
    Expects.RECEIPT: _note,
    Expects.SECRET: _note,
}
FREE_TEXT = frozenset({Expects.NAME, Expects.CALL_TIME, Expects.NOTE, Expects.EMAIL, Expects.RECEIPT, Expects.SECRET})
"""What is asked there is answered in words of one's own, which are for people to read."""
OF_ONE = frozenset({Expects.AGE, Expects.LEVEL, Expects.DISABILITY})
"""What is told of a relative does not answer these, where the person was asked about themself."""
# Names, places, addresses and the words of a receipt are like anything: what was learned of danger cannot tell.
_AS_WRITTEN = frozenset({Expects.NOTE, Expects.EMAIL, Expects.RECEIPT, Expects.SECRET})
_LIKE_ANYTHING = frozenset({Expects.NAME, Expects.EMAIL, Expects.RECEIPT, Expects.SECRET})
_NUMBERS = frozenset({Expects.AGE, Expects.LEVEL, Expects.PHONE})
_SHORT_ANSWERS = _NUMBERS | {Expects.YES_NO, Expects.DISABILITY, Expects.MUNICIPALITY, Expects.CALL_TIME}
_NO_QUESTION = frozenset({OUT_OF_SCOPE, "yes", "no", "dont-know", "greeting", "thanks", "goodbye"})
_FOR_STAFF = frozenset({"talk-to-human", "send-request", "request-status", "other-language"})
_QUESTION_WORDS = frozenset(
    words_of("ar kas ka kam ko kuo kaip kur kiek kada kodel koks kokia kokie kokios kokiu kokius kuris kuri")
)
CANCEL_REQUEST = "cancel-request"
# "Atšaukiu prašymą"; a longer text tells staff more.
_MOST_TAKING_BACK = 3
# No first name stands in so many examples.
_USUAL_EXAMPLES = 20
_PLACE_WORDS = 2
# An answer of so few words is that answer and nothing else.
_PLAIN_ANSWER_WORDS = {Expects.MUNICIPALITY: 4, Expects.CALL_TIME: 2}
_DWELLING = re.compile(r"kaim|miest|rajon|seniun|gatv|nam|but|sodyb|centr|gyven")
_PART_OF_ADDRESS = re.compile(r"@|\w\.\w")
