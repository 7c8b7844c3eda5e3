"""The crawler can be red for each of its rules, and finds nothing in a piece of the product's own dialogue."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from assistant.conversation.events import ChoicePressed, TextReceived
from assistant.conversation.messages import Choice, Kind, Message, Progress, Role
from assistant.library.library import Library
from assistant.library.vocabulary import Vocabulary, load_vocabulary
from tests.conftest import CONTENT
from tests.crawl.crawler import Crawler, Piece
from tests.crawl.dialogue import Input, Seen, Want
from tests.crawl.found import Found
from tests.crawl.novelty import Novelty, Standing, apart
from tests.crawl.product import Product
from tests.crawl.reading import Reader
from tests.crawl.remembering import remembering
from tests.crawl.report import report
from tests.crawl.rules import Rule
from tests.crawl.together import crawled_together

PIECE = Piece(seed=1, share=0.1, most=1_500)

YES = Choice("1-yes", "Taip", picture="yes")
BACK = Choice("1-back", "Atgal", Role.HELPER, "back")
HUMAN = Choice("1-human", "Noriu žmogaus", Role.HELPER, "human")
ASKS = Message(Kind.QUESTION, ("Ar Jums reikia pagalbos?",), "question", (YES, BACK, HUMAN), Progress(1, 3))
TELLS = Message(Kind.ANSWER, ("Darbuotojas Jums padės.",), "human", (YES, BACK, HUMAN))
DANGER = replace(TELLS, kind=Kind.DANGER, sentences=("Skambinkite 112 dabar.",))

GO = Input("tap", "Taip", ChoicePressed("1-yes"), is_tap=True)
GO_BACK = Input("tap", "Atgal", ChoicePressed("1-back"), Want.BACK, is_tap=True)
TO_HUMAN = Input("tap", "Noriu žmogaus", ChoicePressed("1-human"), Want.HUMAN, is_tap=True)
BEATEN = Input("danger", "mane muša", TextReceived("mane muša"), Want.HELP_NOW)
OLD = Input("old", "old", ChoicePressed("0-yes"), Want.NOTHING)
PRIVATE = Input("private", "kodas", TextReceived("39001010077"), secret="39001010077")
INPUTS = (GO, GO_BACK, TO_HUMAN, BEATEN, OLD, PRIVATE)


@dataclass(frozen=True)
class Fake:
    """Two questions, an answer, a human and danger; `ways` are exceptions from where each input leads."""

    seen_at: Mapping[str, Seen]
    ways: Mapping[tuple[str, str], str] = field(default_factory=dict)
    inputs_at: Mapping[str, tuple[Input, ...]] = field(default_factory=dict)
    kept_words: str = ""

    def begins(self) -> Iterator[tuple[str, str]]:
        yield "start", "first"

    def inputs(self, state: str) -> tuple[Input, ...]:
        return self.inputs_at.get(state, INPUTS)

    def after(self, state: str, done: Input) -> str:
        following = {"first": "second", "second": "answer", "answer": "answer"}.get(state, state)
        usual = {
            GO.name: following,
            GO_BACK.name: {"second": "first", "answer": "second"}.get(state, state.partition("/")[2] or state),
            TO_HUMAN.name: state if state.startswith("human") else f"human/{state.rpartition('/')[2]}",
            BEATEN.name: state if state.startswith("danger") else f"danger/{state.rpartition('/')[2]}",
        }
        found = self.ways.get((state, done.name), usual.get(done.name, state))
        if found == "broken":
            message = "it breaks"
            raise ValueError(message)
        return found

    def seen(self, state: str) -> Seen:
        kind, _, earlier = state.partition("/")
        return replace(self.seen_at[kind], trail=(earlier,)) if earlier else self.seen_at[kind]

    def key(self, state: str) -> Hashable:
        return state

    def standing(self, state: str) -> Standing:
        return Standing(state)

    def kept(self, state: str) -> str:
        return f"{state} {self.kept_words}"

    def packed(self, state: str) -> str:
        return state

    def unpacked(self, packed: str) -> str:
        return packed


FIRST = Seen("first", (ASKS,), series=("a",), is_beginning=True)
SECOND = Seen("second", (replace(ASKS, progress=Progress(2, 3)),), trail=("first",), series=("a", "b"))
ANSWER = Seen("answer", (TELLS,), trail=("first", "second"))
SOUND = Fake(
    {
        "first": FIRST,
        "second": SECOND,
        "answer": ANSWER,
        "human": Seen("human", (TELLS,), is_with_human=True, is_passing=True),
        "danger": Seen("danger", (DANGER,), is_passing=True),
    }
)


def having(state: str, seen: Seen) -> Fake:
    return replace(SOUND, seen_at={**SOUND.seen_at, state: seen})


def saying(*sentences: str) -> Fake:
    return having("answer", replace(ANSWER, messages=(replace(TELLS, sentences=sentences),)))


def leading(state: str, done: Input, to: str) -> Fake:
    return replace(SOUND, ways={(state, done.name): to})


def without(state: str, done: Input) -> Fake:
    return replace(SOUND, inputs_at={state: tuple(one for one in INPUTS if one is not done)})


def counting(step: int, of: int) -> Fake:
    return having("second", replace(SECOND, messages=(replace(ASKS, progress=Progress(step, of)),)))


HARD = "Asmenys, turintys negalią, yra kviečiami kreiptis į savivaldybės administraciją dėl paslaugų teikimo."
MANY = tuple(Choice(f"1-{number}", "Taip", picture="yes") for number in range(5))
PLANTED: Mapping[str, tuple[Rule, Fake]] = {
    "no button and nothing waited for": (
        Rule.DEAD_END,
        having("answer", replace(ANSWER, messages=(replace(TELLS, choices=(BACK, HUMAN)),))),
    ),
    "no button to a human": (Rule.NO_HUMAN, without("second", TO_HUMAN)),
    "the button to a human leads elsewhere": (Rule.NO_HUMAN, leading("second", TO_HUMAN, "answer")),
    "no button back": (Rule.NO_WAY_BACK, without("second", GO_BACK)),
    "the button back stays": (Rule.NO_WAY_BACK, leading("second", GO_BACK, "second")),
    "more questions than before": (Rule.PROGRESS, counting(2, 4)),
    "the count stands still": (Rule.PROGRESS, counting(1, 3)),
    "more questions about somebody else, and not from the beginning": (
        Rule.PROGRESS,
        having("second", replace(SECOND, messages=(replace(ASKS, progress=Progress(2, 4)),), is_about_other=True)),
    ),
    "another count after going on and back": (
        Rule.PROGRESS,
        replace(
            SOUND,
            seen_at={
                **SOUND.seen_at,
                "first again": replace(FIRST, messages=(replace(ASKS, progress=Progress(1, 4)),)),
            },
            ways={("second", GO_BACK.name): "first again", ("first again", GO.name): "second"},
        ),
    ),
    "question 4 of 3": (Rule.PROGRESS, counting(4, 3)),
    "a hard sentence": (Rule.TOO_HARD, saying(HARD)),
    "not the easiest words": (
        Rule.TOO_HARD,
        having("answer", replace(ANSWER, easiest=("Jums padeda.",))),
    ),
    "no picture": (Rule.PICTURE, having("answer", replace(ANSWER, messages=(replace(TELLS, picture=""),)))),
    "a picture without a file": (
        Rule.PICTURE,
        having("answer", replace(ANSWER, messages=(replace(TELLS, picture="no-such-file"),))),
    ),
    "a button without a picture": (
        Rule.PICTURE,
        having("answer", replace(ANSWER, messages=(replace(TELLS, choices=(replace(YES, picture=""), BACK)),))),
    ),
    "nothing that can be said": (Rule.SOUND, saying("Помогите.")),
    "an exception": (Rule.EXCEPTION, leading("second", GO, "broken")),
    "the same message twice": (Rule.TWICE, having("answer", replace(ANSWER, messages=(TELLS, TELLS)))),
    "the same sentence twice": (Rule.TWICE, saying("Gerai.", "Gerai.")),
    "five answers": (
        Rule.BUTTONS,
        having("answer", replace(ANSWER, messages=(replace(TELLS, choices=(*MANY, BACK, HUMAN)),))),
    ),
    "back to another place": (Rule.BACK_ELSEWHERE, leading("answer", GO_BACK, "first")),
    "an answer lost on the way back": (Rule.BACK_ELSEWHERE, having("first", replace(FIRST, answers="none"))),
    "danger not heard": (Rule.DANGER_LATER, leading("second", BEATEN, "second")),
    "a personal code kept": (Rule.SECRET_KEPT, replace(SOUND, kept_words="… 39001010077 …")),
    "an old button that answers": (Rule.MOVED, leading("second", OLD, "answer")),
}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(CONTENT)


@pytest.fixture(scope="module")
def crawled(library: Library, vocabulary: Vocabulary) -> Callable[[Fake], Found]:
    reader = Reader(library, vocabulary, Path(CONTENT / "pictures"))
    return lambda fake: Crawler(fake, reader).run()


def test_nothing_is_found_in_a_dialogue_that_keeps_all_rules(crawled: Callable[[Fake], Found]) -> None:
    found = crawled(SOUND)

    assert found.faults == {}
    assert found.states == 9
    assert found.transitions == 9 * len(INPUTS)


@pytest.mark.parametrize("fake", [SOUND, PLANTED["the count stands still"][1], PLANTED["an exception"][1]])
def test_two_processes_find_what_one_finds(library: Library, vocabulary: Vocabulary, fake: Fake) -> None:
    reader = Reader(library, vocabulary, Path(CONTENT / "pictures"))
    alone = Crawler(fake, reader).run()

    together, seconds = crawled_together(fake, Crawler(fake, reader), 2)

    assert (together.states, together.places) == (alone.states, alone.places)
    assert (together.transitions, together.kinds) == (alone.transitions, alone.kinds)
    assert together.messages == alone.messages
    assert together.faults.keys() == alone.faults.keys()
    assert seconds > 0


@pytest.mark.parametrize(("rule", "fake"), PLANTED.values(), ids=PLANTED)
def test_each_planted_fault_is_found_with_the_way_to_it(
    crawled: Callable[[Fake], Found], rule: Rule, fake: Fake
) -> None:
    found = crawled(fake)

    ways = [way for fault, (_, way) in found.faults.items() if fault.rule is rule]
    assert ways
    assert all(way[0] == "start" for way in ways)
    assert rule.value in report(found, 1.0, 1.0).split("| rule |")[0]


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule for rule, _ in PLANTED.values()} == set(Rule)


# Ten seconds: some thousand turns, with the words, pictures and sound of what is said.
def test_a_piece_of_the_dialogue_breaks_no_rule(library: Library, vocabulary: Vocabulary) -> None:
    reader = Reader(library, vocabulary, Path(CONTENT / "pictures"))
    with remembering(library):
        found = Crawler(Product(library), reader, PIECE).run()

    told = report(found, 0, 0)
    assert found.faults == {}, told
    assert found.transitions >= PIECE.most
    assert len(found.kinds) > 30
    assert re.search(r"violations = 0, 0 s \(work of processors: 0 s\)$", told)


def test_a_state_is_explored_where_two_circumstances_meet_for_the_first_time() -> None:
    novelty = Novelty(width=2)

    def is_new(*parts: Hashable) -> bool:
        return novelty.is_new(Standing("menu", tuple(apart(parts))))

    assert [is_new(0, 0, 0), is_new(0, 0, 1), is_new(0, 1, 0), is_new(0, 1, 1)] == [True] * 4
    assert [is_new(1, 0, 0), is_new(1, 1, 1)] == [True] * 2
    # Of the eight that there are, all pairs have met by now.
    assert [is_new(1, 0, 1), is_new(1, 1, 0)] == [False] * 2


def test_what_stands_inside_another_circumstance_is_one_of_its_own() -> None:
    assert list(apart(("web", (True, None)))) == [((0,), "web"), ((1, 0), True), ((1, 1), None)]
