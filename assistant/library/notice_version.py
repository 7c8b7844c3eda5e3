"""The version of what people are told about their data: it changes with the words, and with nothing else."""

from collections.abc import Iterator

from assistant.library.library import Library, fingerprint_of

TOPICS = ("privacy", "erase-my-data")
MESSAGES = ("greeting", "summary", "own-data.talk", "erase.talk", "erase.wish", "erase.at-once")
QUESTIONS = ("summary", "erase")


def notice_version(library: Library) -> str:
    """Twelve signs; the same for the same words in every process and after every start."""
    return fingerprint_of(_words(library), (), ())


def _words(library: Library) -> Iterator[str]:
    for topic in TOPICS:
        answer = library.topics.get((topic, ""))
        if answer is not None:
            yield from (topic, *answer.sentences, *answer.simple, *answer.for_other)
    for name in MESSAGES:
        if name in library.messages:
            yield from (name, *library.messages[name].sentences)
    for name in QUESTIONS:
        if name in library.questions:
            yield from (name, *library.questions[name].words.sentences)
