"""The one family of errors; a subclass is a name and the data that it carries."""

from enum import StrEnum


class AiskiaiError(Exception):
    """Something this product knows how to name."""


class ContentError(AiskiaiError):
    """Content cannot be loaded; the message names file, line, what is wrong and what to do."""


class SettingsError(AiskiaiError):
    """The product cannot start with these settings; the message says what to mend."""


class BackupRefusedError(AiskiaiError):
    """A backup cannot be made or cannot be put back; the message says why and what to do. Nothing was changed."""


class BackupNameTakenError(BackupRefusedError):
    """There is a file of this name already; a backup is never written over another."""


class ConversationNotFoundError(AiskiaiError):
    """There is no such conversation, or the token does not open it; the two are not told apart."""


class ConversationChangedError(AiskiaiError):
    """Somebody stored a newer version of the conversation first; load it and try again."""


class ReferralNotFoundError(AiskiaiError):
    """There is no such referral among those that the asker may see."""


class DocumentNotFoundError(AiskiaiError):
    """There is no such document of this conversation, or the letter is not filled in."""


class ReferralChangedError(AiskiaiError):
    """Somebody changed the referral after it was read; load it and try again."""


class ReadyReplyNotFoundError(AiskiaiError):
    """There is no such ready reply in this municipality."""


class ReadyReplyChangedError(AiskiaiError):
    """Somebody changed the ready reply after it was read; load it and try again."""


class ReferralAlreadyClosedError(AiskiaiError):
    """A closed referral takes no more replies."""


class ReferralNotClosedError(AiskiaiError):
    """Only what staff closed can be opened again."""


class UnknownColleagueError(AiskiaiError):
    """Nobody of the municipality's staff is called so; the message is how they were called."""


class OfficeChangedError(AiskiaiError):
    """Somebody changed the department's settings after they were read; load them and try again."""


class TeamRefusedError(AiskiaiError):
    """This may not be done with who works in a department; `why` says which rule stands against it."""

    def __init__(self, why: "TeamRefusal") -> None:
        super().__init__(why.value)
        self.why = why


class TeamRefusal(StrEnum):
    """Which rule stands against a change of who works in a department."""

    ELSEWHERE = "elsewhere"
    """The address has an account of another municipality."""
    KNOWN = "known"
    """The address has an account here already."""
    LAST_LEAD = "last-lead"
    """Nobody would be left who may look after the department."""
    TOO_HIGH = "too-high"
    """The role is above one's own."""
    GONE = "gone"
    """There is no such member of staff here."""


class OutboxEntryExistsError(AiskiaiError):
    """The outbox holds an entry with this id already."""


class NumbersExhaustedError(AiskiaiError):
    """Every block of referral numbers was opened; millions of referrals, or hundreds of restores."""


class ErasureNotWishedError(AiskiaiError):
    """Nobody wished that this referral is erased, so staff may not do so."""


class SignInRefusedError(AiskiaiError):
    """The sign-in link is unknown, used or too old; the three are not told apart."""


class SecondFactorRefusedError(AiskiaiError):
    """The code or the passkey does not fit; `must_wait` where there were so many tries that none is looked at now."""

    def __init__(self, *, must_wait: bool = False) -> None:
        super().__init__("the second factor was refused")
        self.must_wait = must_wait


class LastFactorError(AiskiaiError):
    """The last second factor stays where one is required."""


class SignInServiceError(AiskiaiError):
    """Another sign-in service does not answer, or says nothing that can be trusted; the message is for the log."""


class NoAccountError(AiskiaiError):
    """The other sign-in service vouches for an address that has no staff account here."""


class NotHeardError(AiskiaiError):
    """What somebody said could not be made into words."""


class NoSoundError(AiskiaiError):
    """Something cannot be heard; `is_known` is false where there is no such sound and no later time will help."""

    def __init__(self, words: str, *, is_known: bool = True) -> None:
        super().__init__(words)
        self.is_known = is_known


class FailureReason(StrEnum):
    """Why handing over failed, as far as a person can do something about it."""

    NO_ANSWER = "no-answer"
    """The other side cannot be reached, or says nothing."""
    LATER = "later"
    """The other side is there and asks to be tried later."""
    REFUSED = "refused"
    """The other side does not want it: wrong address, wrong secret, a person who has blocked us."""
    NOT_ALLOWED = "not-allowed"
    """We ourselves do not send to this address."""
    NOT_KEPT = "not-kept"
    """What was to be handed over is no longer there."""
    UNKNOWN = "unknown"


class DeliveryError(AiskiaiError):
    """Base of the two ways in which handing over can fail; the words are the other side's, for an administrator."""

    def __init__(self, words: str, reason: FailureReason = FailureReason.UNKNOWN) -> None:
        super().__init__(words)
        self.reason = reason


class TemporaryFailureError(DeliveryError):
    """Try again later."""


class DatabaseAwayError(TemporaryFailureError):
    """The database does not answer, is too busy, or has no room; nothing can be said of what was to be stored."""


class PermanentFailureError(DeliveryError):
    """Trying again cannot help; a human must look."""
