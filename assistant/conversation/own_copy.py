"""The copy of all that is kept about a person, as a paper: the same sentences as in the talk, and the talk itself."""

from collections.abc import Sequence

from assistant.conversation.own_data import kept_lines, referral_lines, told_lines
from assistant.conversation.steps.step import Scene
from assistant.delivery.paper import Paper, PaperLine, PaperPart
from assistant.i18n import LITHUANIA, DayCase, spoken_day
from assistant.referrals.referral import Referral
from assistant.referrals.thread import TEXT_FOR_STAFF, Author, EntryKind

NAME = "mano-duomenys"


def own_copy(scene: Scene, referrals: Sequence[Referral], said: Sequence[str], kept_days: int) -> Paper:
    """The paper; `said` is what was said in the conversation, oldest first."""
    parts = [PaperPart(_label(scene, "own-copy.told"), (PaperLine(told_lines(scene)),))]
    for referral in referrals:
        parts.append(PaperPart(_label(scene, "own-copy.requests"), (PaperLine(referral_lines(scene, referral)),)))
        happened = _thread(referral) if referral.conversation == scene.conversation.id else ()
        if happened:
            parts.append(PaperPart(_label(scene, "own-copy.thread"), happened))
    parts.append(PaperPart(_label(scene, "own-copy.kept"), (PaperLine(kept_lines(scene, kept_days)),)))
    if said:
        parts.append(PaperPart(_label(scene, "own-copy.talk"), tuple(PaperLine((text,)) for text in said if text)))
    return Paper(
        name=NAME,
        title=_label(scene, "own-copy.title"),
        parts=tuple(parts),
        author=_label(scene, "web.label.name"),
        unwritable=PaperLine(scene.words("paper.unwritable")),
    )


MARKS = frozenset({"for_other", "confirmation"})
"""Fields that hold no words of the person; what they say stands above the thread."""


def _label(scene: Scene, message: str) -> str:
    return scene.words(message)[0]


def _thread(referral: Referral) -> tuple[PaperLine, ...]:
    """The words of the person and of staff, each under its day; what staff wrote for staff stays theirs."""
    words: list[PaperLine] = []
    for entry in referral.thread:
        is_for_person = entry.author is Author.PERSON or entry.kind in {EntryKind.REPLIED, EntryKind.ASKED}
        text = entry.text if is_for_person and entry.kind not in TEXT_FOR_STAFF else ""
        told = (text, *(change.after for change in entry.changes if change.field not in MARKS))
        day = spoken_day(entry.at.astimezone(LITHUANIA).date(), DayCase.NOMINATIVE, with_year=True)
        shown = tuple(one for one in told if one)
        if shown:
            words.append(PaperLine(shown, day))
    return tuple(words)
