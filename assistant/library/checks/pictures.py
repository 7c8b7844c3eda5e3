"""Every picture that content names must exist."""

from collections.abc import Iterator

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content


def check_pictures(content: Content) -> Iterator[Problem]:
    """Pictures that are named and do not exist."""
    for file, line, picture in _named(content):
        if picture and picture not in content.pictures:
            yield Problem(
                file, line, f'There is no picture "{picture}".', "Choose one from content/pictures/pictures.yaml."
            )


def _named(content: Content) -> Iterator[tuple[str, int, str]]:
    for topics in content.topics:
        for topic, entry in topics.content.topics.items():
            yield topics.file, topics.line("topics", topic, "picture"), entry.picture
            for position, pictured in enumerate(entry.understood.choices if entry.understood else ()):
                place = ("topics", topic, "understood", "choices", position, "picture")
                yield topics.file, topics.line(*place), pictured.picture
    for services in content.services:
        for service, named in services.content.root.items():
            yield services.file, services.line(service, "picture"), named.picture
    for messages in content.messages:
        for name, message in messages.content.root.items():
            yield messages.file, messages.line(name, "picture"), message.picture
    for questions in content.questions:
        for name, question in questions.content.root.items():
            yield questions.file, questions.line(name, "picture"), question.picture
            for position, choice in enumerate(question.choices):
                yield questions.file, questions.line(name, "choices", position, "picture"), choice.picture
