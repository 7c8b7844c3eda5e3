"""The fields of the forms as they are filled in before anybody types."""

from datetime import time

from api.inbox.settings.forms import Typed
from assistant.referrals.routing import Way
from assistant.understanding.phones import spoken_phone
from assistant.usecases.office_desk import OfficeNow


def contact_filled(now: OfficeNow) -> Typed:
    """The contact that people are told now."""
    contact = now.municipality.contact
    values = {"department": contact.department, "address": contact.address, "email": contact.email}
    values |= {f"phone-{place}": spoken_phone(phone) for place, phone in enumerate(contact.phones[:3], start=1)}
    if contact.opening is not None:
        for day in contact.opening.days:
            values |= {f"opens-{day.weekday}": _clock(day.opens), f"closes-{day.weekday}": _clock(day.closes)}
        values |= {"lunch-from": _clock(contact.opening.lunch_from), "lunch-until": _clock(contact.opening.lunch_until)}
    return Typed(values)


def promise_filled(now: OfficeNow) -> Typed:
    """The promise that is made now."""
    promise = now.office.promise
    if promise is None:
        return Typed({"kind": "unset"})
    return Typed({"kind": "none"} if promise.days is None else {"kind": "days", "days": str(promise.days)})


def notice_filled(now: OfficeNow) -> Typed:
    """The notice that is kept, also where its days are over."""
    notice = now.office.notice
    if notice is None:
        return Typed({"first": now.today.isoformat()})
    return Typed({"text": notice.text, "first": notice.span.first.isoformat(), "last": notice.span.last.isoformat()})


def recipients_filled(now: OfficeNow) -> Typed:
    """Who gets word now."""
    known = now.route.recipients if now.route else ()
    values = {
        name: "\n".join(one.to for one in known if one.way is way)
        for name, way in (("letters", Way.LETTER), ("documents", Way.DOCUMENT))
    }
    return Typed(values | {f"webhook-{one.name}": "1" for one in known if one.way is Way.WEBHOOK})


def _clock(moment: time | None) -> str:
    return f"{moment.hour}:{moment.minute:02}" if moment else ""
