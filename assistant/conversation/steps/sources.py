"""Where a statement comes from, in words."""

from collections.abc import Iterable

from assistant.conversation.steps.step import Scene
from assistant.eligibility.rules import Source
from assistant.i18n import DayCase, spoken_day


def source_lines(scene: Scene, sources: Iterable[Source]) -> tuple[str, ...]:
    """Each source once: its title, the place in it, and the day on which somebody last looked."""
    lines = list(scene.words("sources"))
    for source in dict.fromkeys(sources):
        day = spoken_day(source.checked_on, DayCase.NOMINATIVE, with_year=True)
        lines += scene.words("sources.one", title=source.title, place=source.place, day=day)
    return tuple(lines)
