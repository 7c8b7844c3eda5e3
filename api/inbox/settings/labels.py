"""What things are called on the pages of the settings."""

from babel.support import Translations

from api.inbox.settings.forms import Fault
from assistant.errors import TeamRefusal
from assistant.i18n import format_day, spoken_weekday
from assistant.referrals.office import Span
from assistant.referrals.routing import Recipient, Way
from assistant.usecases.access import Role


class SettingsLabels:
    """Words for faults, roles and recipients in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def fault(self, fault: Fault) -> str:
        """What is wrong with a field, and what to do."""
        return {
            Fault.EMPTY: self.gettext("This field is empty. Fill it in."),
            Fault.TOO_LONG: self.gettext("The text is too long. Shorten it."),
            Fault.NOT_A_PHONE: self.gettext("This is not a phone number. Write it like this: 0 445 51008."),
            Fault.NOT_AN_EMAIL: self.gettext("This is not an e-mail address. Check how it is written."),
            Fault.NOT_A_DAY: self.gettext("This is not a day. Write year, month and day."),
            Fault.DAYS_TURNED: self.gettext("The last day is before the first one. Check both."),
            Fault.DAYS_TOO_MANY: self.gettext("There are too many days. Check both of them."),
            Fault.NOT_A_TIME: self.gettext("This is not a time. Write hours and minutes."),
            Fault.TIMES_TURNED: self.gettext("The end is not after the beginning. Check both times."),
            Fault.TIME_ALONE: self.gettext("One of the two times is missing. Fill in both or none."),
            Fault.NOT_A_LENGTH: self.gettext("Write a number from 1 to 60."),
            Fault.NOT_CHOSEN: self.gettext("Choose one from the list."),
            Fault.NOT_CONFIRMED: self.gettext("Tick the box to show that you know what will happen."),
            Fault.TOO_MANY: self.gettext("There are too many. Take some out first."),
            Fault.TWICE: self.gettext("One address stands in both lists. Leave it in one of them."),
            Fault.NOT_A_TERM: self.gettext("Write a number from 1 to 3650."),
            Fault.OVER: self.gettext("This day is over already. Choose another one."),
        }[fault]

    def refusal(self, why: TeamRefusal) -> str:
        """Why something may not be done with a colleague."""
        return {
            TeamRefusal.ELSEWHERE: self.gettext("This person cannot be added here. Ask the administrator."),
            TeamRefusal.KNOWN: self.gettext("This person works here already. See the list."),
            TeamRefusal.LAST_LEAD: self.gettext("The department needs a lead. Make somebody else a lead first."),
            TeamRefusal.TOO_HIGH: self.gettext("You may not do this with this role. Ask the administrator."),
            TeamRefusal.GONE: self.gettext("This person works here no more. See the list."),
        }[why]

    def role(self, role: Role) -> str:
        """As what somebody works here."""
        return {
            Role.STAFF: self.gettext("Member of staff"),
            Role.LEAD: self.gettext("Lead"),
            Role.ADMIN: self.gettext("Administrator"),
        }[role]

    def role_may(self, role: Role) -> str:
        """What somebody with this role may do."""
        return {
            Role.STAFF: self.gettext("Answers requests."),
            Role.LEAD: self.gettext("Answers requests and changes these settings."),
            Role.ADMIN: self.gettext("Also looks after the texts and the program."),
        }[role]

    def way(self, recipient: Recipient) -> str:
        """How a recipient gets word."""
        pattern = {
            Way.INBOX: self.gettext("Nothing is sent. Staff look at this page themselves."),
            Way.LETTER: self.gettext("Letter to %(address)s"),
            Way.DOCUMENT: self.gettext("Letter with a locked PDF to %(address)s"),
            Way.WEBHOOK: self.gettext("Request to the system “%(address)s”"),
        }[recipient.way]
        return pattern % {"address": recipient.name or recipient.to}

    def span(self, span: Span) -> str:
        """The days in a row, the year once where it is the same."""
        first, last = format_day(span.first), format_day(span.last)
        if span.first == span.last:
            return first
        if span.first.year == span.last.year:
            last = last.removeprefix(f"{span.last.year} m. ")
        return f"{first} – {last}"

    def contact_fields(self) -> dict[str, str]:
        """What the fields of the contact are called."""
        lunch = self.gettext("Lunch break")
        days = {f"{end}-{weekday}": self.weekday(weekday) for weekday in range(7) for end in ("opens", "closes")}
        return days | {
            "department": self.gettext("Name of the department"),
            "address": self.gettext("Address"),
            "phone-1": self.gettext("First phone"),
            "phone-2": self.gettext("Second phone"),
            "phone-3": self.gettext("Third phone"),
            "email": self.gettext("E-mail"),
            "lunch-from": lunch,
            "lunch-until": lunch,
        }

    def weekday(self, weekday: int) -> str:
        """The name of the day, 0 for Monday."""
        return spoken_weekday(weekday).capitalize()
