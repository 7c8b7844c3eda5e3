"""The way to a human: the department's contact as far as it is known, and a call-back request at any hour."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.steps.call import begin_call
from assistant.conversation.steps.check import next_fact
from assistant.conversation.steps.opening import opening_lines
from assistant.conversation.steps.places import place_answer, placing
from assistant.conversation.steps.request import begin_letter, begin_request, onward
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, left
from assistant.eligibility.facts import FactId
from assistant.library.library import Answer
from assistant.referrals.request import Service
from assistant.referrals.routing import Contact, Municipality
from assistant.understanding.interpret import Expects
from assistant.understanding.phones import spoken_phone


class Human:
    """One tap away from everywhere; works at night too, because the wish to be called is stored."""

    def ask(self, scene: Scene) -> Asking:
        municipality = known_municipality(scene)
        sentences = scene.words("human")
        if municipality is not None:
            sentences += phone_lines(scene, municipality)
        else:
            sentences += scene.words("human.anywhere")
        if municipality is not None and municipality.id not in scene.library.routes:
            # Nobody would get the wish to be called, so it is not offered.
            return Asking(Kind.NOTICE, sentences, scene.picture("human"), scene.choices("contacts", "to-menu"))
        sentences += scene.library.questions["human"].words.said(to_helper=scene.is_helper)
        return Asking(Kind.QUESTION, sentences, scene.picture("human"), scene.choices("human"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "call-me" or said.value is True:
            return begin_call(scene)
        if said.choice == "contacts":
            return go(scene, "contacts")
        if said.choice in {"go-on", "to-menu"} or said.value is False or said.is_dont_know:
            return Move(back(scene.conversation), scene.words("continue"))
        return None


def known_municipality(scene: Scene) -> Municipality | None:
    """Where the person lives, if they have told us."""
    conversation = scene.conversation
    return scene.library.municipalities.get(conversation.facts.municipality or conversation.draft.municipality or "")


def contact_lines(scene: Scene, municipality: Municipality) -> tuple[str, ...]:
    """The department's contact as far as a source gave it; an honest word where none did."""
    lines = scene.words("contact.where", locative=municipality.locative)
    if municipality.seat_elsewhere:
        # The council of a district may sit in the city beside it, which is another municipality.
        lines += scene.words("contact.seat", town=municipality.seat_elsewhere)
    department, general = municipality.contact, municipality.general
    if department.phones or department.address:
        lines += _lines_of(scene, department, municipality, is_general=False)
    if general.phones and not department.phones:
        lines += _lines_of(scene, general, municipality, is_general=True)
    if department.phones or general.phones:
        return lines
    return lines + scene.words("contact.unknown", genitive=municipality.genitive, website=municipality.website)


def phone_lines(scene: Scene, municipality: Municipality) -> tuple[str, ...]:
    """Only the one number to ring, where a source gave one."""
    if municipality.contact.phones:
        return scene.words("contact.phone", phone=spoken_phone(municipality.contact.phones[0]))
    return contact_lines(scene, municipality)[1:]


def _lines_of(scene: Scene, contact: Contact, municipality: Municipality, *, is_general: bool) -> tuple[str, ...]:
    whose = "contact.general" if is_general or not contact.department else "contact.department"
    lines = scene.words(whose, department=contact.department, genitive=municipality.genitive)
    if contact.address:
        lines += scene.words("contact.address", address=contact.address)
    for phone in contact.phones[:2]:
        lines += scene.words("contact.phone", phone=spoken_phone(phone))
    return lines + opening_lines(scene, contact)


class Contacts:
    """The contact of one's own municipality; asks where one lives when that is not known."""

    def ask(self, scene: Scene) -> Asking:
        municipality = known_municipality(scene)
        if municipality is not None and not scene.conversation.candidates:
            lines = contact_lines(scene, municipality)
            return Asking(Kind.ANSWER, lines, scene.picture("contact.phone"), _ways_on(scene, municipality))
        question = scene.library.questions[FactId.MUNICIPALITY.value]
        shown = placing(scene)
        return Asking(
            Kind.QUESTION,
            shown.sentences or question.words.said(to_helper=scene.is_helper),
            question.words.picture,
            shown.choices,
            expects=Expects.MUNICIPALITY,
            why=scene.words("contacts.why"),
            again=shown.again,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            question = scene.library.questions[FactId.MUNICIPALITY.value]
            return go(scene, "human", before=question.dont_know.said(to_helper=scene.is_helper))
        if said.choice == "to-menu":
            return _on_from_contacts(scene)
        if said.choice == "send":
            return begin_request(scene)
        return place_answer(scene, said, _moved)


def _ways_on(scene: Scene, municipality: Municipality) -> tuple[Answer, ...]:
    """Sending is offered where somebody would receive it."""
    return (
        scene.choices("contacts") if municipality.id in scene.library.routes else scene.choices("contacts", "to-menu")
    )


def _on_from_contacts(scene: Scene) -> Move:
    """Back to what was asked before; where that was the municipality, to what follows it."""
    before = scene.having(back(scene.conversation))
    step, about = before.conversation.place.step, before.about
    if known_municipality(scene) is not None and about.endswith(FactId.MUNICIPALITY.value):
        if step == "request":
            return onward(before, scene.words("continue"))
        if step == "fact":
            return next_fact(before, about.partition("|")[0], scene.words("continue"))
    return left(scene)


def _moved(scene: Scene, municipality: str) -> Move:
    return Move(lives_in(scene, municipality).conversation)


def lives_in(scene: Scene, municipality: str) -> Scene:
    """The same scene, now knowing where the person lives."""
    conversation = scene.conversation
    draft = replace(conversation.draft, municipality=municipality)
    facts = conversation.facts.having(FactId.MUNICIPALITY, municipality)
    return scene.having(replace(conversation, facts=facts, draft=draft, candidates=()))


def _service_with_documents(scene: Scene) -> str:
    """The service that the person asked for; the one for adults where they named none."""
    named = (scene.draft.need or "", scene.conversation.service)
    return next(
        (service for service in named if ("documents", service) in scene.library.topics), Service.CASE_MANAGEMENT
    )


def _is_not_given(scene: Scene, municipality: Municipality) -> bool:
    """Whether the person asks for case management where, by our source, adults get none (Neringa)."""
    return scene.draft.need == Service.CASE_MANAGEMENT and not municipality.gives_case_management


class NotSwitchedOn:
    """Nobody receives requests in this municipality yet: an honest word, the contact, and a letter to take along."""

    def ask(self, scene: Scene) -> Asking:
        shown = placing(scene)
        if shown.choices:
            return Asking(
                Kind.QUESTION,
                shown.sentences,
                scene.picture("not-on"),
                shown.choices,
                Expects.MUNICIPALITY,
                again=shown.again,
                is_form=True,
            )
        municipality = scene.library.municipalities[scene.about]
        # It is switched off only for now where the department itself did it.
        why = "paused" if municipality.id in scene.library.paused else "not-on"
        sentences = scene.words(why, locative=municipality.locative) + contact_lines(scene, municipality)[1:]
        if _is_not_given(scene, municipality):
            sentences += scene.words("not-on.not-given")
        sentences += scene.words("not-on.how")
        ways = ("letter", "other-service" if _is_not_given(scene, municipality) else "documents")
        choices = scene.choices("not-on", *ways, "other-municipality", "to-menu")
        return Asking(Kind.NOTICE, sentences, scene.picture("not-on"), choices, Expects.MUNICIPALITY)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "letter":
            return begin_letter(scene, scene.about)
        if said.choice == "other-service":
            return go(scene, "check")
        if said.choice == "documents":
            return go(scene, "topic", f"documents|{_service_with_documents(scene)}")
        if said.choice == "other-municipality":
            return go(scene, "request", "municipality")
        if said.choice == "to-menu" or said.is_dont_know:
            return go(scene, "menu")
        return place_answer(scene, said, lambda decided, found: onward(lives_in(decided, found)))
