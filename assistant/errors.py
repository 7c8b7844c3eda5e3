"""The one family of errors; a subclass is a name and the data that it carries."""


class AiskiaiError(Exception):
    """Something this product knows how to name."""


class ContentError(AiskiaiError):
    """Content cannot be loaded; the message names file, line, what is wrong and what to do."""


class SettingsError(AiskiaiError):
    """The product cannot start with these settings; the message says what to mend."""


class BackupRefusedError(AiskiaiError):
    """A backup cannot be made or cannot be put back; the message says why and what to do. Nothing was changed."""


class ConversationNotFoundError(AiskiaiError):
    """There is no such conversation, or the token does not open it; the two are not told apart."""


class ConversationChangedError(AiskiaiError):
    """Somebody stored a newer version of the conversation first; load it and try again."""


class ReferralNotFoundError(AiskiaiError):
    """There is no such referral among those that the asker may see."""


class ReferralChangedError(AiskiaiError):
    """Somebody changed the referral after it was read; load it and try again."""


class ReferralAlreadyClosedError(AiskiaiError):
    """A closed referral takes no more replies."""


class NumbersExhaustedError(AiskiaiError):
    """Every block of referral numbers was opened; millions of referrals, or hundreds of restores."""


class SignInRefusedError(AiskiaiError):
    """The sign-in link is unknown, used or too old; the three are not told apart."""


class DeliveryError(AiskiaiError):
    """Base of the two ways in which handing over can fail."""


class TemporaryFailureError(DeliveryError):
    """Try again later."""


class DatabaseAwayError(TemporaryFailureError):
    """The database does not answer, is too busy, or has no room; nothing can be said of what was to be stored."""


class PermanentFailureError(DeliveryError):
    """Trying again cannot help; a human must look."""
