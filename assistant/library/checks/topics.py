"""The topics: none that was promised is missing, links lead somewhere, texts for danger are the fixed ones."""

import re
from collections.abc import Iterator

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content
from assistant.library.library import linked

REQUIRED_OF_MAIN_SERVICES = (
    "what-is", "what-helps", "who-can-get", "how-to-apply", "how-it-goes", "documents", "cost", "pay", "how-long",
    "where", "stop-or-refuse",
)  # fmt: skip

REQUIRED = (
    "participation-level", "find-participation-level", "no-participation-level", "disability-kinds", "working-age",
    "guardian", "relative-tired", "not-institution", "find-work", "child-disability", "municipality-contacts",
    "my-municipality", "privacy", "erase-my-data", "talk-to-human", "who-are-you", "what-can-you-do", "complaint",
    "project", "easy-language", "other-benefits", "crisis", "violence", "emergency", "greeting", "thanks", "goodbye",
    "frustration", "out-of-scope", "other-language",
)  # fmt: skip

SMALL_TALK = frozenset(
    {
        "greeting",
        "thanks",
        "goodbye",
        "frustration",
        "out-of-scope",
        "other-language",
        "crisis",
        "violence",
        "emergency",
    }
)
REQUIRED_OF_OTHERS = ("what-is", "how-to-apply")

DANGERS = ("crisis", "violence", "emergency")
FIRST_IN_DANGER = "Skambinkite 112 dabar."
MOST_IN_DANGER = 4
# Only these numbers have been verified; a wrong number in danger would be worse than none.
NUMBERS_IN_DANGER = frozenset({"112", "116 123"})
_NUMBER = re.compile(r"\d[\d ]*\d")


def check_topics(content: Content) -> Iterator[Problem]:
    """Missing topics, related topics that lead nowhere, texts for danger that were changed."""
    present = {(topic, read.content.service or "") for read in content.topics for topic in read.content.topics}
    yield from _missing(content, present)
    yield from _untested(content)
    yield from _related(content, present)
    yield from _danger(content)


def _missing(content: Content, present: set[tuple[str, str]]) -> Iterator[Problem]:
    for topic, service in [*((topic, "") for topic in REQUIRED), *_of_services(content)]:
        if (topic, service) not in present:
            of = f" of {service}" if service else ""
            yield Problem(str(content.root / "lt" / "topics"), 1, f'The topic "{topic}"{of} is missing.', "Write it.")


def _of_services(content: Content) -> Iterator[tuple[str, str]]:
    """The topics that each service must have."""
    for read in content.services:
        for service, entry in read.content.root.items():
            for topic in REQUIRED_OF_MAIN_SERVICES if entry.main else REQUIRED_OF_OTHERS:
                yield topic, service


def _untested(content: Content) -> Iterator[Problem]:
    """Topics after which people may see whether they understood them, and whose easier telling a wrong answer needs."""
    key = {*((topic, "") for topic in REQUIRED if topic not in SMALL_TALK), *_of_services(content)}
    for read in content.topics:
        service = read.content.service or ""
        for topic, entry in read.content.topics.items():
            line = read.line("topics", topic)
            if (topic, service) in key and entry.understood is None:
                what = f'Nothing asks whether "{topic}" was understood.'
                yield Problem(read.file, line, what, "Write `understood`: a question and its right answer.")
            if entry.understood is not None and not entry.simple:
                what = f'"{topic}" has no easier telling for who did not understand.'
                yield Problem(read.file, line, what, "Write `simple`.")


def _related(content: Content, present: set[tuple[str, str]]) -> Iterator[Problem]:
    for read in content.topics:
        service = read.content.service or ""
        for topic, entry in read.content.topics.items():
            for position, related in enumerate(entry.related):
                line = read.line("topics", topic, "related", position)
                if related == topic:
                    yield Problem(read.file, line, f'"{topic}" is related to itself.', "Take it out.")
                elif present.isdisjoint({linked(related, service), (related, "")}):
                    yield Problem(
                        read.file, line, f'The related topic "{related}" does not exist.', "Mend its spelling."
                    )


def _danger(content: Content) -> Iterator[Problem]:
    for read in content.topics:
        for topic in DANGERS:
            entry = read.content.topics.get(topic)
            if entry is None:
                continue
            for part, sentences in (
                ("sentences", entry.sentences),
                ("simple", entry.simple),
                ("for_other", entry.for_other),
            ):
                if len(sentences) > MOST_IN_DANGER:
                    line = read.line("topics", topic, part)
                    what = "A text for danger is long."
                    yield Problem(read.file, line, what, f"Keep {MOST_IN_DANGER} sentences at most.")
                for position, sentence in enumerate(sentences):
                    line = read.line("topics", topic, part, position)
                    if position == 0 and sentence != FIRST_IN_DANGER:
                        yield Problem(
                            read.file, line, "A text for danger begins otherwise.", f"Begin: {FIRST_IN_DANGER}"
                        )
                    for number in sorted(set(_NUMBER.findall(sentence)) - NUMBERS_IN_DANGER):
                        yield Problem(read.file, line, f"The number {number} is not verified.", "Take it out.")
