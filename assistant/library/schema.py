"""What content files must look like: the shapes of services, sources and topics."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, model_validator

from assistant.library.numbers import numbers_in

Text = Annotated[str, Field(min_length=1)]

ServiceId = Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
"""One of the ids in content/lt/services.yaml; whether it is there, a check of all files tells."""


class Entry(BaseModel):
    """Base of all shapes: a name that is not in the shape is refused, because it is a slip of spelling."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ServiceEntry(Entry):
    """How a service is called, in the cases that sentences need, and its picture.

    `called` are other names by which people ask for it, in the nominative. A `main` service has an answer to everything
    that is asked about services; it is offered where the words fit every service alike.
    """

    label: Text
    genitive: Text
    accusative: Text
    picture: Text
    called: tuple[Text, ...] = ()
    main: bool = False


class ServicesFile(RootModel[dict[ServiceId, ServiceEntry]]):
    """content/lt/services.yaml: every service by its id."""


def _one_number(text: str) -> str:
    if len(numbers_in(text)) != 1:
        raise ValueError("write exactly one number here, with its unit: 5 darbo dienos")
    return text


class FactEntry(Entry):
    """What a document says at one place, in our own words; `numbers` are all numbers of `says`, each with its unit."""

    place: Text
    says: Text
    numbers: tuple[Annotated[Text, AfterValidator(_one_number)], ...] = ()


class SourceEntry(Entry):
    """content/sources/<id>.yaml: a document that statements rest on, with what it says.

    `title` is read by people; `dated` is empty where it bears no date; `document` is the name of the file in which
    its text is kept, where somebody keeps it outside of this folder.
    """

    title: Text
    publisher: Text
    address: Text
    dated: str
    checked_on: date
    read: Literal["whole", "beginning"]
    document: Annotated[str, Field(pattern=r"^[\w.-]*$")] = ""
    facts: Annotated[tuple[FactEntry, ...], Field(min_length=1)]


class Citation(Entry):
    """A source and the place in it."""

    source: Text
    place: Text


class PictureChoice(Entry):
    """One picture to choose, with its words; exactly one of a question's choices is right."""

    label: Text
    picture: Text
    right: bool = False


class ComprehensionEntry(Entry):
    """A question about the text: with `answer` it is a question of yes or no, else one with pictures."""

    question: Text
    answer: Literal["yes", "no"] | None = None
    choices: Annotated[tuple[PictureChoice, ...], Field(max_length=3)] = ()

    @model_validator(mode="after")
    def _has_one_right_answer(self) -> Self:
        rights = sum(choice.right for choice in self.choices)
        if (self.answer is None) == (not self.choices) or (self.choices and (rights != 1 or len(self.choices) < 2)):  # noqa: PLR2004 - a choice needs two
            raise ValueError("give `answer` (yes or no), or 2 to 3 `choices` of which one is `right`")
        return self


class TopicEntry(Entry):
    """An answer: `sentences` are level 2, `simple` level 1, each entry one sentence.

    `foreign` are the same in other languages by language, for somebody who writes in one of them; the first sentence of
    each must say enough where the language is not known. `understood` asks whether the text was understood.
    """

    title: Text
    picture: Text
    sentences: Annotated[tuple[Text, ...], Field(min_length=1)]
    simple: tuple[Text, ...] = ()
    for_other: tuple[Text, ...] = ()
    foreign: dict[Literal["en", "ru", "pl", "uk"], Annotated[tuple[Text, ...], Field(min_length=1)]] = {}
    sources: tuple[Citation, ...]
    related: tuple[Text, ...] = ()
    understood: ComprehensionEntry | None = None


class TopicsFile(Entry):
    """One file of content/lt/topics: answers by topic id, all about one service or about none."""

    service: ServiceId | None = None
    topics: Annotated[dict[str, TopicEntry], Field(min_length=1)]


class ExceptionEntry(Entry):
    """A place where a rule of easy language must give way, and why."""

    rule: Text
    text: Text
    reason: Text


class ExceptionsFile(RootModel[list[ExceptionEntry]]):
    """content/lt/exceptions.yaml: all of them; one that is no longer needed must be taken out."""
