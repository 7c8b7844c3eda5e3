"""Our own method, and simpler ones that learn from the same examples, so that each part of ours earns its place."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rank_bm25 import BM25Okapi
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from assistant.commands.understand import heard
from assistant.understanding.normalize import folded, words_of
from assistant.understanding.topics import OUT_OF_SCOPE, Phrase, TopicFinder
from tests.evaluation.measures import Heard, Method
from tests.evaluation.node import Ranked


def ours(finder: TopicFinder) -> Method:
    """What the command `understand` does with a message, danger and steering included."""

    def hear(text: str, context: str) -> Heard:
        found = heard(text, context, finder)
        readings = tuple(
            (guess.topic, guess.service if finder.is_of_service(guess.topic) else "") for guess in found.guesses
        )
        return Heard(readings, found.is_understood)

    return hear


def fuzzy(phrases: Sequence[Phrase]) -> Method:
    """The nearest examples by the same words, in whatever order and a little misspelt."""
    plain = [folded(phrase.text) for phrase in phrases]

    def hear(text: str, context: str) -> Heard:
        near = process.extract(folded(text), plain, scorer=fuzz.token_set_ratio, limit=NEAREST)
        return _of_ranked([(phrases[place], score / 100) for _, score, place in near], context, 0.9, 0.6)

    return hear


def tfidf_linear(phrases: Sequence[Phrase]) -> Method:
    """Words weighed by TF-IDF and a linear model over topic and service at once."""
    labels = [f"{phrase.topic}|{phrase.service}" for phrase in phrases]
    model: Any = make_pipeline(TfidfVectorizer(tokenizer=words_of, token_pattern=None), LogisticRegression(C=10.0))
    model.fit([phrase.text for phrase in phrases], labels)

    def hear(text: str, context: str) -> Heard:
        shares = model.predict_proba([text])[0]
        best = shares.argsort()[::-1][:NEAREST]
        ranked = [(_phrase(model.classes_[place]), float(shares[place])) for place in best]
        return _of_ranked(ranked, context, 0.5, 0.1)

    return hear


def bm25(phrases: Sequence[Phrase]) -> Method:
    """The nearest examples as a search engine ranks them; a score is its share of the best that a message can reach."""
    index: Any = BM25Okapi([words_of(phrase.text) for phrase in phrases])

    def hear(text: str, context: str) -> Heard:
        words = words_of(text)
        # A word weighs at most its rarity times (k1 + 1); one that no example has weighs as much as the rarest.
        rarest = max(index.idf.values())
        most = sum(index.idf.get(word, rarest) for word in words) * (index.k1 + 1) or 1.0
        scores = index.get_scores(words)
        best = scores.argsort()[::-1][:NEAREST]
        return _of_ranked([(phrases[place], float(scores[place]) / most) for place in best], context, 0.6, 0.2)

    return hear


def already_ranked(ranked: Mapping[str, Ranked]) -> Method:
    """A method that has answered all texts beforehand, such as one that runs outside of Python."""

    def hear(text: str, context: str) -> Heard:
        return _of_ranked([(_phrase(label), score) for label, score in ranked[text]], context, 0.7, 0.3)

    return hear


NEAREST = 10


def _phrase(label: str) -> Phrase:
    topic, _, service = label.partition("|")
    return Phrase("", topic, service)


def _of_ranked(ranked: Iterable[tuple[Phrase, float]], context: str, sure: float, least: float) -> Heard:
    """The three best different readings; certain from the score `sure` on, nothing of ours below `least`."""
    best: dict[tuple[str, str], float] = {}
    for phrase, score in ranked:
        has_service = phrase.service or phrase.topic in _ABOUT_A_SERVICE
        best.setdefault((phrase.topic, (phrase.service or context) if has_service else ""), score)
    readings = tuple(best)[:3]
    top = best[readings[0]]
    if top < least:
        return Heard(((OUT_OF_SCOPE, ""),), is_certain=False)
    return Heard(readings, is_certain=top >= sure and readings[0][0] != OUT_OF_SCOPE)


_ABOUT_A_SERVICE = frozenset(
    {
        *("what-is", "what-helps", "who-can-get", "how-to-apply", "how-it-goes", "documents"),
        *("cost", "pay", "how-long", "where", "stop-or-refuse", "story"),
    }
)
