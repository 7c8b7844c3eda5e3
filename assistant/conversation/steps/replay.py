"""Before sending what a helper wrote: it is read back to the person whom it is about, and the person decides."""

from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.state import Conversation
from assistant.conversation.steps.request import TALK, onward, without_change
from assistant.conversation.steps.step import Asking, Move, Said, Scene, go
from assistant.conversation.steps.summary import need_label, send
from assistant.conversation.turn import LookUpReferrals
from assistant.referrals.request import Service
from assistant.understanding.phones import spoken_phone


class Replay:
    """Speaks to the person in the easiest sentences; a no sends nothing and loses nothing."""

    def ask(self, scene: Scene) -> Asking:
        question = scene.library.questions["replay"]
        return Asking(
            Kind.SUMMARY,
            scene.words("replay") + replay_lines(scene) + question.words.sentences,
            question.words.picture,
            scene.choices("replay"),
            why=question.why.sentences,
            again=question.words.sentences,
            is_form=True,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return go(scene, "human", before=scene.library.questions["replay"].dont_know.sentences)
        if said.choice == "change":
            return go(scene, "change-sent" if scene.draft.changes else "change")
        if said.choice == "send" or said.value is True:
            if not scene.draft.changes and scene.draft.municipality not in scene.library.routes:
                # The municipality was switched off while the person was reading.
                return replace(onward(scene), before=scene.words("not-sent"))
            return send(scene.having(_having_said(scene, yes=True)))
        if said.choice == "dont-send" or said.value is False:
            if scene.draft.changes:
                return Move(without_change(scene.conversation), effects=(LookUpReferrals(),))
            return go(scene.having(_having_said(scene, yes=False)), "menu", before=scene.words("replay.no"))
        return None


def _having_said(scene: Scene, *, yes: bool) -> Conversation:
    helping = replace(scene.draft.helping, said=yes)
    return replace(scene.conversation, draft=replace(scene.draft, helping=helping))


def replay_lines(scene: Scene) -> tuple[str, ...]:
    """The request line by line, told to the person whom it is about."""
    draft = scene.draft
    chosen = draft.original.municipality if draft.original else draft.municipality
    lines = scene.words("replay.name", name=draft.name or "")
    lines += scene.words("replay.need", need=need_label(scene, draft.need or TALK))
    lines += scene.words("replay.municipality", municipality=scene.library.municipalities[chosen or ""].name)
    lines += scene.words("replay.phone", phone=spoken_phone(draft.phone)) if draft.phone else scene.words("replay.here")
    if draft.call_time:
        lines += scene.words("summary.call-time", time=draft.call_time)
    if draft.note:
        lines += scene.words("replay.note", note=draft.note)
    if draft.preliminary:
        lines += scene.words("replay.preliminary")
    if draft.need == Service.FAMILY_CASE_MANAGEMENT:
        lines += scene.words("family.institution")
    return lines
