"""Which choice is meant by words that are not its label."""

from assistant.conversation.steps.step import Asking
from assistant.understanding.interpret import Expects, Reading
from assistant.understanding.normalize import words_of
from assistant.understanding.spoken import without_courtesy


def in_other_words(asking: Asking, text: str) -> str:
    """The choice that is known by these words and only courtesy beside them; empty where there is none."""
    said = words_of(text)
    is_question = "?" in text
    if is_question and asking.expects is not Expects.CHOICE:
        # "Taip?" asks whether it is so; only a button may be a question itself.
        return ""
    exact = next(
        (choice.id for choice in asking.buttons if said and said in {words_of(also) for also in choice.also}), ""
    )
    if exact or is_question:
        return exact
    known = ((choice.id, words_of(words)) for choice in asking.buttons for words in (choice.label, *choice.also))
    bare = without_courtesy(said)
    return next((choice for choice, words in known if bare and without_courtesy(words) == bare), "")


def says_yes_or_no(asking: Asking, reading: Reading) -> bool:
    """Whether the words are a yes or no and nothing else: "noriu dirbti" begins like a yes."""
    if in_other_words(asking, reading.text):
        return True
    return bool(reading.choice) and len(set(words_of(reading.text))) == 1
