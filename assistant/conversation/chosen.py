"""Which choice is meant by words that are not its label."""

from functools import lru_cache

from assistant.conversation.steps.step import Asking
from assistant.library.library import Answer
from assistant.understanding.interpret import Expects, Reading
from assistant.understanding.normalize import words_of
from assistant.understanding.spoken import without_courtesy


def in_other_words(asking: Asking, text: str) -> str:
    """The choice that is known by these words and only courtesy beside them; empty where there is none."""
    said = words_of(text)
    is_question = "?" in text
    if not said or (is_question and asking.expects is not Expects.CHOICE):
        # "Taip?" asks whether it is so; only a button may be a question itself.
        return ""
    exact = next((choice.id for choice in asking.buttons if said in _known_by(choice)), "")
    if exact or is_question:
        return exact
    bare = without_courtesy(said)
    return next((choice.id for choice in asking.buttons if bare and bare in _known_barely_by(choice)), "")


@lru_cache(maxsize=512)
def _known_by(choice: Answer) -> frozenset[tuple[str, ...]]:
    return frozenset(map(words_of, choice.also))


@lru_cache(maxsize=512)
def _known_barely_by(choice: Answer) -> frozenset[tuple[str, ...]]:
    return frozenset(without_courtesy(words_of(words)) for words in (choice.label, *choice.also))


def says_yes_or_no(asking: Asking, reading: Reading) -> bool:
    """Whether the words are a yes or no and nothing else: "noriu dirbti" begins like a yes."""
    if in_other_words(asking, reading.text):
        return True
    return bool(reading.choice) and len(set(words_of(reading.text))) == 1
