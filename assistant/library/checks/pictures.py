"""Every picture that content names must exist, and every drawing must stand in the list, once."""

from collections.abc import Iterator

from assistant.library.checks.problem import Problem
from assistant.library.checks.reading import Content


def check_pictures(content: Content) -> Iterator[Problem]:
    """Pictures that are named and do not exist, drawings without an entry, and drawings that are there twice."""
    yield from _drawings(content)
    for file, line, picture in _named(content):
        if picture and picture not in content.pictures:
            yield Problem(
                file, line, f'There is no picture "{picture}".', "Choose one from content/pictures/pictures.yaml."
            )


def _drawings(content: Content) -> Iterator[Problem]:
    """A drawing without an entry has no licence, and one that is there twice means two things."""
    first: dict[bytes, str] = {}
    for path in sorted((content.root / "pictures").glob("*.svg")):
        if path.stem not in content.pictures:
            yield Problem(
                str(path), 1, "This drawing is not in pictures.yaml.", "Add it with its origin, or take it out."
            )
        known = first.setdefault(path.read_bytes(), path.name)
        if known != path.name:
            yield Problem(str(path), 1, f"This drawing is the same as {known}.", "Give each meaning its own drawing.")


def _named(content: Content) -> Iterator[tuple[str, int, str]]:
    yield from _named_in_answers(content)
    yield from _named_in_talk(content)


def _named_in_answers(content: Content) -> Iterator[tuple[str, int, str]]:
    for topics in content.topics:
        for topic, entry in topics.content.topics.items():
            yield topics.file, topics.line("topics", topic, "picture"), entry.picture
            for position, pictured in enumerate(entry.understood.choices if entry.understood else ()):
                place = ("topics", topic, "understood", "choices", position, "picture")
                yield topics.file, topics.line(*place), pictured.picture
    for services in content.services:
        for service, named in services.content.root.items():
            yield services.file, services.line(service, "picture"), named.picture
    for glossary in content.glossary:
        for term, explained in glossary.content.root.items():
            yield glossary.file, glossary.line(term, "picture"), explained.picture


def _named_in_talk(content: Content) -> Iterator[tuple[str, int, str]]:
    for messages in content.messages:
        for name, message in messages.content.root.items():
            yield messages.file, messages.line(name, "picture"), message.picture
    for questions in content.questions:
        for name, question in questions.content.root.items():
            yield questions.file, questions.line(name, "picture"), question.picture
            for position, choice in enumerate(question.choices):
                yield questions.file, questions.line(name, "choices", position, "picture"), choice.picture
