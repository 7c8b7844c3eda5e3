"""A request on paper: the words for the person to keep and for the department to file."""

from datetime import date, datetime

from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.i18n import LITHUANIA, DayCase, spoken_day
from assistant.library.library import Library
from assistant.referrals.referral import Referral, spoken_number
from assistant.referrals.request import Preliminary, Request, Service
from assistant.referrals.routing import Municipality
from assistant.understanding.phones import spoken_phone


def referral_paper(referral: Referral, library: Library, answer_by: date | None) -> Paper:
    """The request that was sent, with its number; `answer_by` is the municipality's promise, if it made one."""
    scribe = _Scribe(library, referral.request)
    number = spoken_number(referral.number)
    [label] = library.messages["paper.number"].sentences
    return Paper(
        name=f"prasymas-{referral.number}",
        title=scribe.label("paper.request"),
        parts=(
            PaperPart("", (scribe.line("paper.number", number), *scribe.addressed(_day_of(referral.sent_at)))),
            PaperPart(scribe.label("paper.asked"), scribe.asked()),
            *scribe.result(),
            PaperPart(scribe.label("paper.next"), scribe.next_steps(answer_by)),
        ),
        footer=f"{label} {number}",
        author=scribe.label("web.label.name"),
        unwritable=scribe.said("paper.unwritable"),
    )


def letter_paper(request: Request, library: Library, day: date) -> Paper:
    """The letter to take along where nobody receives requests: no number, and how to bring it there."""
    scribe = _Scribe(library, request)
    return Paper(
        name="laiskas",
        title=scribe.label("paper.request"),
        parts=(
            PaperPart("", scribe.addressed(day)),
            PaperPart(scribe.label("paper.asked"), scribe.asked(is_letter=True)),
            *scribe.result(),
            PaperPart(scribe.label("paper.letter"), scribe.ways_there()),
        ),
        footer=scribe.label("paper.request"),
        to_sign=(scribe.label("paper.signature"),),
        author=scribe.label("web.label.name"),
        unwritable=scribe.said("paper.unwritable"),
    )


def _day_of(moment: datetime) -> date:
    return moment.astimezone(LITHUANIA).date()


class _Scribe:
    """Writes the lines of one request."""

    def __init__(self, library: Library, request: Request) -> None:
        self._library = library
        self._request = request

    @property
    def _municipality(self) -> Municipality:
        return self._library.municipalities[self._request.municipality]

    def label(self, message: str) -> str:
        """A message that is one label."""
        [label] = self._library.messages[message].said(to_helper=self._request.for_other)
        return label

    def line(self, message: str, *words: str) -> PaperLine:
        """What was told, under its label."""
        return PaperLine(words, self.label(message), self._library.messages[message].picture)

    def said(self, message: str, **fields: str) -> PaperLine:
        """Sentences beside their picture."""
        words = self._library.messages[message]
        return PaperLine(words.said(to_helper=self._request.for_other, **fields), picture=words.picture)

    def addressed(self, day: date) -> tuple[PaperLine, ...]:
        """When and to whom."""
        return (
            self.line("paper.day", spoken_day(day, DayCase.NOMINATIVE, with_year=True)),
            self.line("paper.municipality", self._municipality.name),
        )

    def asked(self, *, is_letter: bool = False) -> tuple[PaperLine, ...]:
        """What the person filled in; a line that was left out is not shown."""
        request = self._request
        service = self._library.services.get(request.need)
        lines = [
            PaperLine(
                (service.label if service else self.label("need.talk"),),
                self.label("paper.need"),
                service.picture if service else "talk",
            ),
            self.line("paper.for-whom", self.label("paper.for-other" if request.for_other else "paper.for-me")),
            *self.helped(),
            self.line("paper.name", request.name),
        ]
        if request.phone:
            lines.append(self.line("paper.phone", spoken_phone(request.phone)))
        else:
            answer = "paper.answer-there" if is_letter else "paper.answer-in-chat"
            lines.append(self.line("paper.no-phone", self.label(answer)))
        if request.call_time:
            lines.append(self.line("paper.call-time", request.call_time))
        if request.note:
            lines.append(self.line("paper.note", request.note))
        return tuple(lines)

    def helped(self) -> tuple[PaperLine, ...]:
        """That a helper filled it in, and whether the person wanted it sent; nothing where nobody helped."""
        if not self._request.for_other:
            return ()
        by_helper = self.line("paper.helper", self.label("paper.by-helper"))
        confirmation = self._request.confirmation
        return (by_helper, self.said(f"confirmed.{confirmation}")) if confirmation else (by_helper,)

    def result(self) -> tuple[PaperPart, ...]:
        """The preliminary result with its reasons; nothing where there was no check."""
        preliminary: Preliminary | None = self._request.preliminary
        if preliminary is None:
            return ()
        lines = (
            self.said(f"paper.result.{preliminary.outcome}"),
            *(self.line(f"paper.reason.{truth}", text) for _, truth, text, _ in preliminary.reasons),
            self.said("paper.result.preliminary"),
        )
        return (PaperPart(self.label("paper.result"), lines),)

    def next_steps(self, answer_by: date | None) -> tuple[PaperLine, ...]:
        """Who answers, by when, and what to do where nobody does."""
        lines = [self.said("paper.next.answer")]
        if self._request.need == Service.FAMILY_CASE_MANAGEMENT:
            lines.append(self.said("paper.next.family"))
        if answer_by is not None:
            lines.append(self.said("paper.next.promise", day=spoken_day(answer_by)))
        else:
            lines.append(self.said("paper.next.no-promise"))
        if self._municipality.contact.phones:
            phone = spoken_phone(self._municipality.contact.phones[0])
            lines.append(self.said("paper.next.phone", phone=phone))
        return tuple(lines)

    def ways_there(self) -> tuple[PaperLine, ...]:
        """How the letter gets to the municipality, as far as a source gave it."""
        municipality = self._municipality
        department, general = municipality.contact, municipality.general
        lines = [self.said("paper.letter.bring")]
        if municipality.seat_elsewhere:
            lines.append(self.said("paper.seat", town=municipality.seat_elsewhere))
        if department.department:
            lines.append(self.line("paper.department", department.department))
        for message, value in (
            ("paper.address", department.address or general.address),
            ("paper.phone", next((spoken_phone(phone) for phone in department.phones or general.phones), "")),
            ("paper.email", department.email or general.email),
            ("paper.website", municipality.website),
        ):
            if value:
                lines.append(self.line(message, value))
        if self._request.need == Service.FAMILY_CASE_MANAGEMENT:
            lines.append(self.said("paper.letter.family"))
        return tuple(lines)
