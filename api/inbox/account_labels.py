"""What stands on the pages of signing in and of the account, in one language."""

from babel import Locale
from babel.support import Translations

from assistant.usecases.access import Role
from assistant.usecases.signing_in import Device, Factor, FactorKind


class AccountLabels:
    """Words for roles, second factors, browsers and languages."""

    def __init__(self, translations: Translations) -> None:
        self.gettext = translations.gettext

    def role(self, role: Role) -> str:
        """What the member of staff may do, as a noun."""
        return {
            Role.STAFF: self.gettext("Member of staff"),
            Role.LEAD: self.gettext("Lead of the department"),
            Role.ADMIN: self.gettext("Administrator"),
        }[role]

    def kind(self, kind: FactorKind) -> str:
        """What a second factor is."""
        return {FactorKind.APP: self.gettext("Code from an app"), FactorKind.PASSKEY: self.gettext("Passkey")}[kind]

    def factor(self, factor: Factor) -> str:
        """A second factor by the name that its owner gave it."""
        kind = self.kind(factor.kind)
        return f"{kind}: {factor.record.name}" if factor.record.name else kind

    def device(self, device: Device) -> str:
        """Browser and system, as far as they are known."""
        known = ", ".join(filter(None, (device.browser, device.system)))
        return known or self.gettext("A browser that does not say what it is")

    def language(self, language: str) -> str:
        """A language, named in itself as everybody looks for it."""
        return (Locale.parse(language).get_display_name(language) or language).capitalize()
