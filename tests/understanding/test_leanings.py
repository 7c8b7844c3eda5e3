"""What speaks for a topic before a word is read: many examples do not, what is talked about does."""

from assistant.understanding.leanings import evened, leaning_to

TIMES = {"cost": 1600, "greeting": 100, "thanks": 400, "crisis": 1600}
LABELS = ("cost", "crisis", "greeting", "thanks")


def test_the_more_examples_a_topic_has_the_more_is_taken_from_it() -> None:
    cost, _, greeting, thanks = evened(LABELS, TIMES)

    assert cost < thanks < greeting


def test_a_topic_with_the_usual_number_of_examples_stays_as_it_is() -> None:
    assert evened(("a", "b", "c"), {"a": 10, "b": 20, "c": 90})[1] == 0


def test_what_is_left_alone_stays_as_it_is_however_many_examples_it_has() -> None:
    cost, crisis, *_ = evened(LABELS, TIMES, left_alone={"crisis"})

    assert crisis == 0 > cost


def test_what_is_leant_to_gains_and_nothing_else_does() -> None:
    cost, *others = leaning_to(LABELS, {"cost"}, 3)

    assert cost > 0
    assert others == [0, 0, 0]
