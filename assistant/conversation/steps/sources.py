"""Where a statement comes from, in words."""

from collections.abc import Iterable

from assistant.conversation.steps.step import Scene
from assistant.eligibility.rules import Source
from assistant.i18n import DayCase, spoken_day


def source_lines(scene: Scene, sources: Iterable[Source]) -> tuple[str, ...]:
    """Each source once: its title, the places in it, and the day on which somebody last looked at all of them."""
    places: dict[str, list[str]] = {}
    oldest = None
    for source in dict.fromkeys(sources):
        places.setdefault(source.title, []).append(source.place)
        oldest = min(oldest or source.checked_on, source.checked_on)
    lines = scene.words("sources")
    for title, found in places.items():
        lines += scene.words("sources.one", title=title, place="; ".join(dict.fromkeys(found)))
    if oldest is not None:
        lines += scene.words("sources.day", day=spoken_day(oldest, DayCase.NOMINATIVE, with_year=True))
    return lines
