"""An answer counts at once only where people use each of its words in such answers."""

import pytest

from assistant.understanding.trust import DONT_KNOW, NOTHING, VALUE, AnswerExample, AnswerWords

EXAMPLES = [
    *(AnswerExample("age", text, VALUE) for text in ("man 34 metai", "turiu 50 metų", "turiu 40 metus", "jau 19")),
    *(AnswerExample("age", text, NOTHING) for text in ("dirbu 20 metų", "34 eurai", "autobusas 34", "eurai 5")),
    *(AnswerExample("yes-no", text, "yes") for text in ("taip", "taip galiu", "galiu")),
    *(AnswerExample("yes-no", text, DONT_KNOW) for text in ("nežinau", "nežinau tiksliai")),
    AnswerExample("yes-no", "turiu sūnų", "yes", "has_child_or_expecting"),
    AnswerExample("yes-no", "sūnų auginu", "yes", "has_child_or_expecting"),
]


@pytest.fixture(scope="module")
def words() -> AnswerWords:
    return AnswerWords.learned(EXAMPLES)


@pytest.mark.parametrize("text", ["man 27", "MAN 27 METAI", "turiu 27 metus", "dvidešimt septyni metai"])
def test_known_words_are_plain(words: AnswerWords, text: str) -> None:
    assert words.is_plain(text, "age", VALUE)


@pytest.mark.parametrize("text", ["27 katės", "27 eurai", "man 27 autobusas", "mamai 27"])
def test_other_words_are_doubtful(words: AnswerWords, text: str) -> None:
    assert not words.is_plain(text, "age", VALUE)


def test_a_helper_may_name_a_relative(words: AnswerWords) -> None:
    known = AnswerWords.learned([*EXAMPLES, *(AnswerExample("age", f"mamai {age}", VALUE) for age in (70, 80, 90))])

    assert known.is_plain("mamai 72", "age", VALUE, of_helper=True)
    assert not known.is_plain("mamai 72", "age", VALUE)
    assert not words.is_plain("mamai 72", "age", VALUE, of_helper=True)


def test_a_word_counts_for_the_question_that_it_answers(words: AnswerWords) -> None:
    assert words.is_plain("turiu sūnų", "yes-no", "yes", question="has_child_or_expecting")
    assert not words.is_plain("turiu sūnų", "yes-no", "yes", question="complex_needs")
    assert not words.is_plain("turiu sūnų", "yes-no", "no", question="has_child_or_expecting")


def test_not_knowing_is_the_same_whatever_was_asked(words: AnswerWords) -> None:
    assert words.is_plain("tiksliai nežinau", "age", DONT_KNOW)
    assert not words.is_plain("nežinau slaptažodžio", "age", DONT_KNOW)


def test_words_beside_need_not_be_known(words: AnswerWords) -> None:
    assert not words.is_plain("man 27 Ona", "age", VALUE)
    assert words.is_plain("man 27 Ona", "age", VALUE, beside=("ona",))


def test_where_nothing_was_learned_nothing_is_doubted(words: AnswerWords) -> None:
    assert words.is_plain("bet kas", "phone", VALUE)


def test_what_was_learned_is_recalled(words: AnswerWords) -> None:
    recalled = AnswerWords.recalled(words.stored())

    for text in ("man 27", "27 eurai", "katės 27"):
        assert recalled.is_plain(text, "age", VALUE) == words.is_plain(text, "age", VALUE)
