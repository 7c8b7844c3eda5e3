"""Loads the names of the services and what is said about each topic."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from assistant.eligibility.rules import Source
from assistant.errors import ContentError
from assistant.library.content_files import Lines, read_yaml, read_yaml_with_lines
from assistant.library.library import Answer, Comprehension, ServiceName, TopicAnswer
from assistant.library.schema import Citation, ComprehensionEntry, ServicesFile, TopicEntry, TopicsFile
from assistant.library.sources import Document
from assistant.referrals.request import Service


def load_services(path: Path) -> Mapping[str, ServiceName]:
    """Every service by its id. Raises ContentError, also where one of the two that have one name is missing."""
    entries = read_yaml(path, ServicesFile).root
    apart = (Service.CASE_MANAGEMENT, Service.FAMILY_CASE_MANAGEMENT)
    missing = [service for service in apart if service not in entries]
    if missing:
        raise ContentError(f"{path}:1: these services have no name: {', '.join(missing)}. Add them.")
    return MappingProxyType(
        {
            service: ServiceName(
                id=service,
                label=entry.label,
                genitive=entry.genitive,
                accusative=entry.accusative,
                picture=entry.picture,
                called=entry.called,
                is_main=entry.main,
            )
            for service, entry in entries.items()
        }
    )


def load_topics(folder: Path, sources: Mapping[str, Document]) -> Mapping[tuple[str, str], TopicAnswer]:
    """Every answer by topic and service; the service is empty for general answers.

    Raises ContentError where a file is wrong, an answer stands twice, or a source is not among `sources`.
    """
    answers: dict[tuple[str, str], TopicAnswer] = {}
    homes: dict[tuple[str, str], Path] = {}
    for path in sorted(folder.glob("*.yaml")):
        for topic, answer, line in _answers(path, sources):
            key = (topic, answer.service)
            if key in answers:
                raise ContentError(f'{path}:{line}: "{topic}" stands also in {homes[key]}. Keep one of the two.')
            answers[key] = answer
            homes[key] = path
    if not answers:
        raise ContentError(f"{folder}:1: there is no topic here. Put the topic files back.")
    return MappingProxyType(answers)


def _answers(path: Path, sources: Mapping[str, Document]) -> Iterator[tuple[str, TopicAnswer, int]]:
    content, lines = read_yaml_with_lines(path, TopicsFile)
    service = content.service or ""
    for topic, entry in content.topics.items():
        answer = TopicAnswer(
            topic=topic,
            service=service,
            title=entry.title,
            sentences=entry.sentences,
            simple=entry.simple,
            picture=entry.picture,
            sources=tuple(_cited(path, lines, topic, entry, sources)),
            related=entry.related,
            for_other=entry.for_other,
            foreign=MappingProxyType({str(language): words for language, words in entry.foreign.items()}),
            comprehension=_comprehension(entry.understood) if entry.understood else None,
        )
        yield topic, answer, lines.at(("topics", topic))


def _comprehension(entry: ComprehensionEntry) -> Comprehension:
    if entry.answer is not None:
        return Comprehension(entry.question, (), entry.answer)
    choices = tuple(Answer(f"picture-{at}", one.label, one.picture) for at, one in enumerate(entry.choices, start=1))
    [right] = [choice.id for choice, one in zip(choices, entry.choices, strict=True) if one.right]
    return Comprehension(entry.question, choices, right)


def _cited(
    path: Path, lines: Lines, topic: str, entry: TopicEntry, sources: Mapping[str, Document]
) -> Iterator[Source]:
    for position, citation in enumerate(entry.sources):
        yield _document(path, lines.at(("topics", topic, "sources", position)), citation, sources).cited(citation.place)


def _document(path: Path, line: int, citation: Citation, sources: Mapping[str, Document]) -> Document:
    document = sources.get(citation.source)
    if document is None:
        raise ContentError(
            f'{path}:{line}: the source "{citation.source}" is not known. '
            f"Mend its spelling, or write sources/{citation.source}.yaml."
        )
    return document
