"""Everything before sending, each line changeable; then sending. What was sent is changed by the same means."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.state import Place
from assistant.conversation.steps.notice import notice_lines
from assistant.conversation.steps.progress import without_series
from assistant.conversation.steps.request import TALK, is_letter, onward, without_change
from assistant.conversation.steps.step import Asking, Move, Said, Scene, go
from assistant.conversation.turn import ChangeReferral, LookUpReferrals, SubmitReferral
from assistant.referrals.request import Request, Service
from assistant.understanding.phones import spoken_phone

PAGES = {
    "change": ("need", "municipality", "name", "more"),
    "change-more": ("contact", "call_time", "note", "for-whom"),
    "change-sent": ("name", "contact", "note", "more"),
    "change-sent-more": ("call_time", "for-whom"),
}
"""Which lines each page of "what to change" offers: never more than four buttons."""


class Summary:
    """Shows the request as the municipality will get it, or the letter as it will be written."""

    def ask(self, scene: Scene) -> Asking:
        name = _summary_name(scene)
        question = scene.library.questions[name]
        # A letter is taken along, so that what holds for sending does not concern it.
        sentences = scene.words("letter-summary") if is_letter(scene) else notice_lines(scene) + scene.words("summary")
        sentences += summary_lines(scene) + question.words.sentences
        return Asking(
            Kind.SUMMARY,
            sentences,
            question.words.picture,
            scene.choices(name),
            again=question.words.sentences,
            is_form=True,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return Move(scene.conversation, scene.library.questions[_summary_name(scene)].dont_know.sentences)
        if scene.draft.changes:
            return _change_answer(scene, said)
        if is_letter(scene) and (said.choice == "write" or said.value is True):
            return go(scene, "letter")
        if said.choice == "send" or said.value is True:
            if scene.draft.municipality not in scene.library.routes:
                # The municipality was switched off while the person was filling in.
                return replace(onward(scene), before=scene.words("not-sent"))
            return _sending(scene)
        if said.choice == "dont-send" or said.value is False:
            before = scene.words("letter.not-written" if is_letter(scene) else "not-sent")
            return go(scene, "menu", before=before)
        if said.choice == "change":
            return go(scene, "change")
        return None


def _summary_name(scene: Scene) -> str:
    if scene.draft.changes:
        return "summary.changed"
    return "letter-summary" if is_letter(scene) else "summary"


def _change_answer(scene: Scene, said: Said) -> Move | None:
    """What follows where a sent request is changed; nobody can be lost on the way, since the department has it."""
    if said.choice == "change":
        return go(scene, "change-sent")
    if (said.choice == "send" or said.value is True) and scene.draft.original is not None:
        return _sending(scene)
    if said.choice in {"dont-send", "send"} or isinstance(said.value, bool):
        return Move(without_change(scene.conversation), effects=(LookUpReferrals(),))
    return None


def _sending(scene: Scene) -> Move:
    """What a helper wrote is read back to the person where they are there; else it is sent."""
    if not scene.is_helper:
        return send(scene)
    open_or_summary = onward(scene)
    if open_or_summary.conversation.place != Place("summary"):
        # The talk has stood here since before helpers were asked whether the person is there.
        return open_or_summary
    if scene.draft.helping.asks_person:
        return go(scene, "replay", before=scene.words("replay.hand-over"))
    return send(scene)


def send(scene: Scene) -> Move:
    """Have the request sent, or the change of the one that was sent."""
    original = scene.draft.original
    if original is not None:
        return Move(scene.conversation, effects=(ChangeReferral(scene.draft.changes, original, request_of(scene)),))
    return Move(scene.conversation, effects=(SubmitReferral(draft_key(scene), request_of(scene)),))


def draft_key(scene: Scene) -> str:
    """The natural key of this request: sending it twice is sending it once."""
    return f"{scene.conversation.id}/{scene.conversation.drafts}"


def request_of(scene: Scene) -> Request:
    """The filled-in draft as a request."""
    draft = scene.draft
    return Request(
        municipality=draft.municipality or "",
        need=draft.need or TALK,
        for_other=scene.is_helper,
        name=draft.name or "",
        phone=draft.phone or "",
        call_time=draft.call_time or "",
        note=draft.note or "",
        preliminary=draft.preliminary,
        confirmation=draft.helping.confirmation if scene.is_helper and draft.letter_to is None else None,
    )


def summary_lines(scene: Scene) -> tuple[str, ...]:
    """The request line by line; a line that was left out is not shown."""
    draft = scene.draft
    # A sent request stays where it is, wherever else the person asked about in the meantime.
    chosen = draft.original.municipality if draft.original else draft.municipality
    municipality = scene.library.municipalities[chosen or ""]
    to_whom = "letter.municipality" if is_letter(scene) else "summary.municipality"
    lines = scene.words(to_whom, municipality=municipality.name)
    lines += scene.words("summary.need", need=need_label(scene, draft.need or TALK))
    lines += scene.words("summary.for-whom")
    if scene.is_helper:
        lines += _helper_lines(scene)
    lines += scene.words("summary.name", name=draft.name or "")
    if draft.phone:
        lines += scene.words("summary.phone", phone=spoken_phone(draft.phone))
    else:
        lines += scene.words("letter.come" if is_letter(scene) else "summary.here")
    if draft.call_time:
        lines += scene.words("summary.call-time", time=draft.call_time)
    if draft.note:
        lines += scene.words("summary.note", note=draft.note)
    if draft.preliminary:
        lines += scene.words("letter.preliminary" if is_letter(scene) else "summary.preliminary")
    if draft.need == Service.FAMILY_CASE_MANAGEMENT:
        lines += scene.words("family.institution")
    return lines


def _helper_lines(scene: Scene) -> tuple[str, ...]:
    """Who fills it in, and whether the person is asked."""
    helping = scene.draft.helping
    lines = scene.words("summary.helper")
    if is_letter(scene):
        return lines
    if helping.asks_person:
        return lines + scene.words("summary.refused" if helping.has_refused else "summary.beside")
    return lines + scene.words(f"confirmed.{helping.why_not}") if helping.why_not else lines


def need_label(scene: Scene, need: str) -> str:
    """What kind of help, in the person's words."""
    service = scene.library.services.get(need)
    return service.label if service else scene.words("need.talk")[0]


class Change:
    """Which line to change."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["change"]
        lines = [line for line in PAGES[scene.conversation.place.step] if line != "call_time" or scene.draft.phone]
        page = scene.choices("change", *lines)
        return Asking(Kind.QUESTION, question.words.sentences, question.words.picture, page, is_form=True)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return go(scene, "summary")
        if said.choice == "more":
            return go(scene, f"{scene.conversation.place.step}-more")
        if said.choice == "for-whom":
            # The name is of the person who needs help, so it is asked anew.
            unnamed = replace(scene.draft, name=None)
            turned = replace(scene.conversation, is_helper=not scene.is_helper, draft=unnamed)
            return onward(scene.having(without_series(turned)))
        if not said.choice:
            return None
        return go(scene.having(without_series(scene.conversation)), "request", said.choice)
