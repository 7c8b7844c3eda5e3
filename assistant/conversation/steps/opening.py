"""When a department is open, as it set it itself."""

from datetime import time

from assistant.conversation.steps.step import Scene
from assistant.i18n import DayCase, spoken_weekday
from assistant.referrals.routing import Contact


def opening_lines(scene: Scene, contact: Contact) -> tuple[str, ...]:
    """One sentence for days in a row with the same hours; nothing where the department set none."""
    hours = contact.opening
    if hours is None or not hours.days:
        return ()
    lines = scene.words("contact.hours")
    for first, last in hours.alike():
        clock = {"opens": _spoken(first.opens), "closes": _spoken(first.closes)}
        if first == last:
            day = spoken_weekday(first.weekday, DayCase.ACCUSATIVE).capitalize()
            lines += scene.words("contact.hours.day", day=day, **clock)
        else:
            days = {
                "first": spoken_weekday(first.weekday, DayCase.GENITIVE),
                "last": spoken_weekday(last.weekday, DayCase.GENITIVE),
            }
            lines += scene.words("contact.hours.days", **days, **clock)
    if hours.lunch_from is not None and hours.lunch_until is not None:
        lunch = {"opens": _spoken(hours.lunch_from), "closes": _spoken(hours.lunch_until)}
        lines += scene.words("contact.hours.lunch", **lunch)
    return lines


def _spoken(moment: time) -> str:
    return f"{moment.hour}.{moment.minute:02}"
