"""What is measured of understanding, each as a share of all cases from 0 to 1."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.evaluation.noise import NOISES, spoilt
from tests.evaluation.sets import Utterance


@dataclass(frozen=True)
class Heard:
    """How a method understood a text: possible (topic, service) pairs, likeliest first, and whether it asks back."""

    readings: tuple[tuple[str, str], ...]
    is_certain: bool


Method = Callable[[str, str], Heard]
"""Understands a text, given the service of the conversation (empty for none)."""


@dataclass(frozen=True)
class TopicScores:
    """Shares of utterances: right at once, right at once or among the buttons, wrong without asking."""

    at_once: float
    at_once_or_asked: float
    wrong_and_certain: float

    def is_no_worse_than(self, other: "TopicScores") -> bool:
        """Whether each share is at least as good."""
        return (
            self.at_once >= other.at_once
            and self.at_once_or_asked >= other.at_once_or_asked
            and self.wrong_and_certain <= other.wrong_and_certain
        )


def topic_scores(cases: Iterable[tuple[Utterance, Heard]]) -> TopicScores:
    """How topics and services were found."""
    judged = [_judged(utterance, heard) for utterance, heard in cases]
    return TopicScores(
        at_once=_share(is_right and is_certain for is_right, _, is_certain in judged),
        at_once_or_asked=_share(is_right if is_certain else is_offered for is_right, is_offered, is_certain in judged),
        wrong_and_certain=_share(is_certain and not is_right for is_right, _, is_certain in judged),
    )


def _judged(utterance: Utterance, heard: Heard) -> tuple[bool, bool, bool]:
    is_offered = any(reading in utterance.right for reading in heard.readings[:3])
    return heard.readings[0] in utterance.right, is_offered, heard.is_certain


def heard_clean(method: Method, utterances: Sequence[Utterance]) -> list[tuple[Utterance, Heard]]:
    """Every utterance as it was written."""
    return [(one, method(one.text, one.context)) for one in utterances]


def heard_noisy(method: Method, utterances: Sequence[Utterance]) -> list[tuple[Utterance, Heard]]:
    """Every utterance with every kind of noise."""
    return [(one, method(spoilt(one.text, noise, one.id), one.context)) for noise in NOISES for one in utterances]


def _share(found: Iterable[bool]) -> float:
    counted = list(found)
    return sum(counted) / len(counted) if counted else 0.0
