"""What the department tells everybody for a few days, in its own words."""

from assistant.conversation.steps.step import Scene
from assistant.easy_language.sentences import split_sentences
from assistant.referrals.office import Notice


def notice_lines(scene: Scene) -> tuple[str, ...]:
    """Who says it, and what; nothing where the person's municipality tells nothing today."""
    municipality, notice = notice_of(scene)
    if notice is None:
        return ()
    who = scene.words("notice", municipality=scene.library.municipalities[municipality].name)
    return who + tuple(sentence.text for sentence in split_sentences(notice.text))


def untold_lines(scene: Scene) -> tuple[str, ...]:
    """The same, nothing where it was told already."""
    return () if mark_of(scene) == scene.conversation.noticed else notice_lines(scene)


def mark_of(scene: Scene) -> str:
    """What is kept of a notice that was told, empty where there is none."""
    municipality, notice = notice_of(scene)
    return "" if notice is None else f"{municipality}:{notice.fingerprint}"


def notice_of(scene: Scene) -> tuple[str, Notice | None]:
    """The municipality and what it tells today."""
    conversation, library = scene.conversation, scene.library
    known = conversation.draft.municipality or conversation.facts.municipality
    if known is None:
        # Before anybody said where they live, only the one that the program runs for can speak.
        served = (*library.routes, *library.paused)
        known = served[0] if len(served) == 1 else ""
    office = library.offices.get(known)
    return known, office.notice_on(scene.moment.today) if office is not None else None
