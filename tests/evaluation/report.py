"""The tables of the evaluation, in Markdown."""

import statistics
import time
from collections.abc import Iterator, Mapping, Sequence

from assistant.library.library import Library
from assistant.understanding.topics import Phrase
from tests.conftest import CONTENT
from tests.evaluation.cost import cost
from tests.evaluation.measures import Heard, Method, TopicScores, heard_clean, heard_noisy, topic_scores
from tests.evaluation.methods import already_ranked, bm25, fuzzy, ours, tfidf_linear
from tests.evaluation.node import node_nlp
from tests.evaluation.noise import NOISES, spoilt
from tests.evaluation.places import accepted_unknown, found_clean, found_with_every_noise, place_cases
from tests.evaluation.sets import Utterance, answers, dangers, languages, texts
from tests.evaluation.understood import by_kind, danger_scores, rejection_scores, right_languages, value_scores


def methods_table(library: Library, phrases: Sequence[Phrase], asked: Sequence[Utterance]) -> Iterator[str]:
    """Topics and services: every method on clean and on noisy text."""
    yield "| method | text | right at once | right or asked back | wrong and certain |"
    yield "| --- | --- | --- | --- | --- |"
    methods: Mapping[str, Method] = {
        "aiskiai": ours(library.finder),
        "TF-IDF of words, linear model": tfidf_linear(phrases),
        "BM25": bm25(phrases),
        "fuzzy matching": fuzzy(phrases),
    }
    for name, method in methods.items():
        yield _topics_row(name, "clean", topic_scores(heard_clean(method, asked)))
        yield _topics_row(name, "noisy", topic_scores(heard_noisy(method, asked)))
    yield from _node_rows(phrases, asked)


def _node_rows(phrases: Sequence[Phrase], asked: Sequence[Utterance]) -> Iterator[str]:
    spoilt_texts = [spoilt(one.text, noise, one.id) for noise in NOISES for one in asked]
    ranked = node_nlp(phrases, [*(one.text for one in asked), *spoilt_texts])
    if ranked is None:
        yield "| node-nlp | not at hand | | | |"
        return
    method = already_ranked(ranked)
    yield _topics_row("node-nlp", "clean", topic_scores(heard_clean(method, asked)))
    yield _topics_row("node-nlp", "noisy", topic_scores(heard_noisy(method, asked)))


def _topics_row(name: str, text: str, scores: TopicScores) -> str:
    shares = (scores.at_once, scores.at_once_or_asked, scores.wrong_and_certain)
    return f"| {name} | {text} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def everything_else_table(library: Library, asked: Sequence[Utterance]) -> Iterator[str]:
    """Danger, off-topic messages, follow-ups, values, places, languages, time and memory: ours beside the aim."""
    yield "| what | measured | aim | of |"
    yield "| --- | --- | --- | --- |"
    yield from _danger_rows(library)
    yield from _topic_rows(ours(library.finder), asked)
    yield from _value_rows(library)
    yield from _place_rows(library)
    yield from _language_rows(library)
    yield from _cost_rows(ours(library.finder), asked)


def _danger_rows(library: Library) -> Iterator[str]:
    cases = dangers()
    real = [case for case in cases if case.danger]
    none = [case for case in cases if not case.danger]
    scores = danger_scores(library, cases)
    yield _row("danger heard (alarm, or the question before it)", scores.heard, "≥ 0.98", len(real))
    yield _row("danger alarmed about at once", scores.alarmed, "", len(real))
    for kind, some in by_kind(real, lambda case: f"{case.danger}, {case.kind}").items():
        yield _row(f"heard: {kind}", danger_scores(library, some).heard, "", len(some))
    yield _row("false alarms", scores.false_alarms, "≤ 0.01", len(none))
    yield _row("needless questions about danger", scores.needless_questions, "", len(none))
    for kind, some in by_kind(none, lambda case: case.kind).items():
        of_kind = danger_scores(library, some)
        yield _row(f"false alarms: {kind}", of_kind.false_alarms, "", len(some))
        yield _row(f"needless questions: {kind}", of_kind.needless_questions, "", len(some))


def _topic_rows(method: Method, asked: Sequence[Utterance]) -> Iterator[str]:
    off_topic = texts("off_topic")
    rejection = rejection_scores(method, off_topic, asked)
    yield _row("off-topic rejected", rejection.rejected, "≥ 0.90", len(off_topic))
    yield _row("off-topic rejected or asked back", rejection.not_answered, "", len(off_topic))
    yield _row("false rejections", rejection.false_rejections, "≤ 0.03", len(asked))
    followers = [one for one in asked if one.context]
    follow_ups = topic_scores(heard_clean(method, followers))
    yield _row("follow-ups with context right at once", follow_ups.at_once, "≥ 0.93", len(followers))
    yield _row("follow-ups right at once or asked back", follow_ups.at_once_or_asked, "", len(followers))


def _value_rows(library: Library) -> Iterator[str]:
    cases = answers()
    scores = value_scores(library, cases)
    right = sum(case.right is not None for case in cases)
    yield _row("values read right", scores.right, "≥ 0.98", right)
    yield _row("values read right and taken at once", scores.right_at_once, "", right)
    yield _row("wrong values accepted", scores.wrong_accepted, "0", len(cases))
    yield _row("wrong values said back", scores.wrong_said_back, "", len(cases))
    for asked, some in by_kind(cases, lambda case: case.asked).items():
        of_kind = value_scores(library, some)
        yield _row(f"{asked} read right", of_kind.right, "", sum(case.right is not None for case in some))
        yield _row(f"{asked} wrongly accepted", of_kind.wrong_accepted, "0", len(some))


def _place_rows(library: Library) -> Iterator[str]:
    cases = place_cases(CONTENT / "municipalities.yaml")
    yield _row("places found, clean", found_clean(library, cases), "≥ 0.99", len(cases))
    for noise, found in found_with_every_noise(library, cases).items():
        yield _row(f"places found, {noise}", found, "≥ 0.99", len(cases))
    unknown = texts("unknown_places")
    yield _row("unknown places taken for a municipality", accepted_unknown(library, unknown), "0", len(unknown))


def _language_rows(library: Library) -> Iterator[str]:
    cases = languages()
    yield _row("languages right", right_languages(library, cases), "", len(cases))
    for language, some in by_kind(cases, lambda case: case.language).items():
        yield _row(f"language {language} right", right_languages(library, some), "", len(some))


def _cost_rows(method: Method, asked: Sequence[Utterance]) -> Iterator[str]:
    seconds = [_seconds(method, one)[0] for one in asked]
    loaded = cost()
    middle, slow = statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000
    yield f"| time per message, p50 | {middle:.1f} ms | ≤ 3 ms | {len(asked)} |"
    yield f"| time per message, p95 | {slow:.1f} ms | ≤ 12 ms | {len(asked)} |"
    yield f"| load from what was kept, libraries too | {loaded.seconds:.1f} s | ≤ 2 s | 1 |"
    yield f"| memory added | {loaded.mebibytes:.0f} MiB | ≤ 300 MB | 1 |"


def _seconds(method: Method, one: Utterance) -> tuple[float, Heard]:
    began = time.perf_counter()
    heard = method(one.text, one.context)
    return time.perf_counter() - began, heard


def _row(what: str, share: float, aim: str, how_many: int) -> str:
    return f"| {what} | {share:.3f} | {aim} | {how_many} |"
