"""What the roles of staff are called."""

from babel.support import Translations

from assistant.usecases.access import Role


class RoleLabels:
    """Words for roles in one language."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def role(self, role: Role) -> str:
        """The role as one or two words."""
        return {
            Role.STAFF: self.gettext("member of staff"),
            Role.LEAD: self.gettext("lead"),
            Role.ADMIN: self.gettext("administrator"),
        }[role]
