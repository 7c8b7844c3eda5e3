"""What the lines of the audit log are called on its page."""

import json
from collections.abc import Mapping

from babel.support import Translations

from api.inbox.role_labels import RoleLabels
from assistant.referrals.routing import Municipality
from assistant.usecases.access import Role
from assistant.usecases.auditing import AuditLine, Did


class AuditLabels:
    """Words for what somebody did."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self._roles = RoleLabels(translations)

    def did(self, did: str) -> str:
        """What was done; the id itself where a newer program wrote it."""
        if did not in set(Did):
            return did
        return {
            Did.OPENED: self.gettext("Opened the request"),
            Did.SEARCHED: self.gettext("Searched among the requests"),
            Did.TOOK: self.gettext("Took the request"),
            Did.GAVE: self.gettext("Gave the request to a colleague"),
            Did.REPLIED: self.gettext("Answered the person"),
            Did.ASKED: self.gettext("Asked the person"),
            Did.CALLED: self.gettext("Noted a call"),
            Did.NOTED: self.gettext("Wrote a note"),
            Did.RETRIED: self.gettext("Sent letters once more"),
            Did.PASSED_ON: self.gettext("Passed the request on"),
            Did.POINTED: self.gettext("Pointed the person to another municipality"),
            Did.MERGED: self.gettext("Joined two requests"),
            Did.CLOSED: self.gettext("Closed the request"),
            Did.REOPENED: self.gettext("Opened the closed request again"),
            Did.EXPORTED: self.gettext("Downloaded a file"),
            Did.SIGNED_IN: self.gettext("They signed in"),
            Did.SIGN_IN_REFUSED: self.gettext("They could not sign in"),
            Did.SIGNED_OUT: self.gettext("They signed out"),
            Did.CHANGED_STAFF: self.gettext("Changed an account"),
            Did.CHANGED_SETTING: self.gettext("Changed a setting"),
            Did.TAUGHT: self.gettext("Looked through questions that were not understood"),
            Did.READ_LOG: self.gettext("Looked at the log"),
            Did.ERASED: self.gettext("Erased the request"),
            Did.PRUNED: self.gettext("Took out lines whose time was over"),
            Did.RESTORED: self.gettext("Restored a backup"),
        }[Did(did)]

    def who(self, line: AuditLine) -> str:
        """Whose doing it was."""
        return line.email or self.gettext("Command of the program")

    def subject(self, subject: str) -> str:
        """What it was done to, where that is no request."""
        if subject == "taught-words":
            return self.gettext("words that editors accepted")
        return subject

    def details(self, line: AuditLine, names: Mapping[str, Municipality]) -> tuple[str, ...]:
        """What else is known of it, one fact each."""
        told = json.loads(line.details)
        return tuple(self._detail(name, str(value), names) for name, value in told.items() if value != "")

    def _detail(self, name: str, value: str, names: Mapping[str, Municipality]) -> str:
        if name == "to":
            return self.gettext("To: %(name)s") % {"name": names[value].name if value in names else value}
        if name == "role" and value in set(Role):
            return self.gettext("Role: %(name)s") % {"name": self._roles.role(Role(value))}
        if name == "by":
            return self.gettext("Chosen: %(names)s") % {"names": ", ".join(map(self._filter, value.split()))}
        if name == "as":
            return self.gettext("Kind of file: %(name)s") % {"name": value.upper()}
        if name in {"count", "deliveries"}:
            return self.gettext("How many: %(count)s") % {"count": value}
        return f"{name}: {value}"

    def _filter(self, name: str) -> str:
        return {
            "person": self.gettext("by person"),
            "action": self.gettext("by action"),
            "day": self.gettext("by day"),
            "number": self.gettext("by number"),
        }.get(name, name)
