"""Reads a content folder into the report."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from assistant.easy_language.findings import Severity
from assistant.errors import ContentError
from assistant.i18n import LOCALES
from assistant.library.checks.language import as_read, report_on
from assistant.library.checks.names import LEVEL_OF_SOURCES, shown_names, staff_words
from assistant.library.checks.reading import Content, read_content
from assistant.library.checks.shown import Shown, shown_texts
from assistant.library.library import Answer, TopicAnswer, linked
from assistant.library.report.facts import Card, ContentReport, Group, Kind, Part, Row, SourceLine
from assistant.library.report.marked import marked_lines
from assistant.library.report.numbers import numbers_of, together
from assistant.library.reviews import ReviewEntry, ReviewKind, load_reviews, mark_of
from assistant.library.sources import load_sources
from assistant.library.topics import load_services, load_topics
from assistant.library.vocabulary import load_vocabulary
from assistant.library.words import load_questions

Texts = Mapping[tuple[str, tuple[str | int, ...]], Shown]

_OF_TOPICS = {"sentences": Kind.LEVEL_2, "simple": Kind.LEVEL_1, "for_other": Kind.FOR_OTHER}
_OF_TALK = {
    "sentences": Kind.LEVEL_2,
    "for_other": Kind.FOR_OTHER,
    "why": Kind.WHY,
    "dont_know": Kind.DONT_KNOW,
    "choices": Kind.BUTTON,
}


def gathered(root: Path, today: date) -> ContentReport:
    """The report on this folder. Raises ContentError where something cannot be read: that must be mended first."""
    content = read_content(root)
    if content.problems:
        raise ContentError("\n".join(f"{one.file}:{one.line}: {one.what} {one.mend}" for one in content.problems))
    gathering = _Gathering(root, content)
    groups = tuple(gathering.groups())
    return ContentReport(today, tuple(_rows(groups)), groups)


class _Gathering:
    """What is needed for all cards, read once."""

    def __init__(self, root: Path, content: Content) -> None:
        self._root = root
        self._content = content
        self._excepted = {(entry.rule, entry.text) for read in content.exceptions for entry in read.content.root}
        self._texts: list[Shown] = list(shown_texts(content))
        self._names: list[Shown] = list(shown_names(content))
        self._vocabulary = load_vocabulary(root)
        self._answers = load_topics(root / "lt" / "topics", load_sources(root / "sources"))
        self._reviews: Sequence[ReviewEntry] = load_reviews(root / "reviews.yaml", self._answers)
        self._services = load_services(root / "lt" / "services.yaml")
        self._yes_no: Sequence[Answer] = load_questions(root / "lt" / "questions.yaml")["yes-no"].choices

    def groups(self) -> Iterator[Group]:
        """In the order in which an editor looks for them."""
        for read in self._content.topics:
            service = read.content.service
            name = self._services[service].label if service else read.path.name
            own = [shown for shown in (*self._texts, *self._names) if shown.file == read.file]
            cards = [
                self._topic(self._answers[topic, service or ""], own, read.line("topics", topic))
                for topic in read.content.topics
            ]
            yield Group(name, "topics" if service else "general", tuple(cards))
        for questions in self._content.questions:
            entries = questions.content.root
            lines = {name: questions.line(name) for name in entries}
            pictures = {name: entry.picture for name, entry in entries.items()}
            yield Group(questions.path.name, "questions", tuple(self._talk(questions.file, lines, pictures)))
        for messages in self._content.messages:
            told = messages.content.root
            lines = {name: messages.line(name) for name in told}
            pictures = {name: entry.picture for name, entry in told.items()}
            yield Group(messages.path.name, "messages", tuple(self._talk(messages.file, lines, pictures)))
        yield Group("", "names", tuple(self._lists(self._left_over(), Kind.NAME)))
        yield Group("", "staff", tuple(self._lists(staff_words(), Kind.STAFF)))

    def _place(self, file: str) -> str:
        """The file as an editor names it, whatever folder the machine has it in."""
        path = Path(file)
        home = self._root if path.is_relative_to(self._root) else LOCALES
        return (Path(home.name) / path.relative_to(home)).as_posix()

    def _topic(self, answer: TopicAnswer, own: Iterable[Shown], line: int) -> Card:
        parts: list[Part] = []
        file = ""
        for shown in own:
            if shown.place[1] != answer.topic or not shown.sentences:
                continue
            file = shown.file
            parts.append(self._part(_kind_in_topic(shown.place), shown))
        asked = answer.comprehension
        choices = (asked.choices or self._yes_no) if asked else ()
        related = (
            self._answers.get(linked(link, answer.service)) or self._answers[link, ""] for link in answer.related
        )
        return Card(
            answer.topic,
            answer.title,
            self._place(file),
            line,
            tuple(parts),
            answer.service,
            answer.picture,
            choices=tuple((choice.label, asked is not None and choice.id == asked.right) for choice in choices),
            sources=tuple(SourceLine(one.title, one.place, one.checked_on) for one in answer.sources),
            related=tuple(one.title for one in related),
            fingerprint=answer.fingerprint,
            marks=tuple(mark_of(answer, kind, self._reviews) for kind in ReviewKind),
        )

    def _talk(self, file: str, lines: Mapping[str, int], pictures: Mapping[str, str]) -> Iterator[Card]:
        own: dict[str, list[Shown]] = {name: [] for name in lines}
        for shown in self._texts:
            if shown.file == file and shown.sentences:
                own[str(shown.place[0])].append(shown)
        for name, texts in own.items():
            parts = tuple(self._part(_OF_TALK[str(shown.place[1])], shown) for shown in texts)
            yield Card(name, name, self._place(file), lines[name], parts, picture=pictures[name])

    def _left_over(self) -> Iterator[Shown]:
        """What has no card of its own: sentences of rules, names of services, and the small words."""
        with_card = {read.file for kind in ("topics", "questions", "messages") for read in getattr(self._content, kind)}
        yield from (shown for shown in (*self._texts, *self._names) if shown.file not in with_card)

    def _lists(self, texts: Iterable[Shown], kind: Kind) -> Iterator[Card]:
        """One card for each file."""
        files: dict[str, list[Shown]] = {}
        for shown in texts:
            files.setdefault(shown.file, []).append(shown)
        for file, own in files.items():
            parts = tuple(self._part(kind, shown) for shown in own)
            place = self._place(file)
            yield Card(place, Path(file).name, place, 1, parts)

    def _part(self, kind: Kind, shown: Shown) -> Part:
        sentences = as_read(shown)
        report = report_on(shown, self._vocabulary.check)
        findings = [finding for finding in report.findings if (finding.rule, finding.text) not in self._excepted]
        # Headings of others are judged without what they quote; where nothing is found, they are told as they are.
        told = shown.sentences if shown.cites and not findings else sentences
        return Part(kind, shown.level, marked_lines(told, findings), numbers_of(sentences))


def _kind_in_topic(place: tuple[str | int, ...]) -> Kind:
    part = str(place[2])
    if part == "understood":
        return Kind.COMPREHENSION if place[3] == "question" else Kind.BUTTON
    if part == "sources":
        return Kind.NAME
    return _OF_TOPICS.get(part, Kind.TITLE)


def _rows(groups: Sequence[Group]) -> Iterator[Row]:
    """By kind and level, only where there is something, then all together."""
    everything = [(group.kind, part) for group in groups for card in group.cards for part in card.parts]
    topics = {"topics", "general"}
    texts = {Kind.LEVEL_2, Kind.LEVEL_1, Kind.FOR_OTHER}
    wanted: tuple[tuple[str, list[Part]], ...] = (
        ("answers-2", [part for of, part in everything if of in topics and part.kind is Kind.LEVEL_2]),
        ("answers-1", [part for of, part in everything if of in topics and part.kind is Kind.LEVEL_1]),
        ("answers-other", [part for of, part in everything if of in topics and part.kind is Kind.FOR_OTHER]),
        ("comprehension", [part for _, part in everything if part.kind is Kind.COMPREHENSION]),
        (
            "questions",
            [
                part
                for of, part in everything
                if of == "questions" and (part.kind in texts or part.kind in {Kind.WHY, Kind.DONT_KNOW})
            ],
        ),
        ("messages", [part for of, part in everything if of == "messages"]),
        ("buttons", [part for _, part in everything if part.kind in {Kind.BUTTON, Kind.TITLE}]),
        ("names", [part for _, part in everything if part.kind is Kind.NAME and part.level < LEVEL_OF_SOURCES]),
        ("sources", [part for _, part in everything if part.kind is Kind.NAME and part.level == LEVEL_OF_SOURCES]),
        ("staff", [part for of, part in everything if of == "staff"]),
    )
    for kind, parts in wanted:
        if parts:
            yield _row(kind, max(part.level for part in parts), parts)
    yield _row("all", 0, [part for _, part in everything])


def _row(kind: str, level: int, parts: Sequence[Part]) -> Row:
    return Row(
        kind,
        level,
        len(parts),
        together(part.numbers for part in parts),
        sum(part.count(Severity.ERROR) for part in parts),
        sum(part.count(Severity.WARNING) for part in parts),
    )
