"""Writes what an outbox entry stands for, at the moment it is handed over: a letter, or a parcel for a system."""

from collections.abc import Mapping
from datetime import timedelta

from assistant.delivery.operator_letters import alarm_about, summary_of
from assistant.delivery.outbox import TO_PERSON, TO_SIGN_IN, TO_STAFF, Carrier, OutboxEntry
from assistant.delivery.password import spoken_password
from assistant.delivery.payload import LetterText, letter_about
from assistant.delivery.sign_in_letter import invitation_letter, sign_in_letter
from assistant.delivery.staff_letters import staff_letter
from assistant.delivery.trial import trial_letter
from assistant.delivery.webhook import body_about, body_of_test
from assistant.errors import FailureReason, PermanentFailureError
from assistant.library.library import Words
from assistant.referrals.referral import Referral
from assistant.referrals.routing import Municipality
from assistant.usecases.keyed import by_each_key
from assistant.usecases.means import Attachment, Letter, Locker, Parcel
from assistant.usecases.papers import Papers
from assistant.usecases.person_letters import person_letter
from assistant.usecases.ports import Clock, Secrets, UnitOfWork, UnitsOfWork
from assistant.usecases.watch import stuck

LETTER_LINK_HOLDS = timedelta(minutes=10)
"""How long a sign-in link in a letter works that somebody asked for just now."""
LINK_HOLDS = timedelta(hours=24)
"""How long the first link of an account works, in a letter or handed over by whoever made the account."""


class Writer:
    """`messages` are the words for people, `names` the municipalities by id.

    `public_url` is where the pages are, without a slash at the end.
    """

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        papers: Papers,
        locker: Locker,
        messages: Mapping[str, Words],
        names: Mapping[str, Municipality],
        public_url: str,
    ) -> None:
        self._secrets = secrets
        self._papers = papers
        self._locker = locker
        self._units = units
        self._clock = clock
        self._messages = messages
        self._names = names
        self._public_url = public_url

    async def letter(self, entry: OutboxEntry) -> Letter:
        """The letter, under the entry's id. Raises PermanentFailureError where what it is about is gone."""
        text = await self._text(entry)
        attachment = await self._document(entry) if entry.carrier is Carrier.DOCUMENT else None
        return Letter(entry.id, entry.recipient, text.subject, text.body, attachment)

    async def parcel(self, entry: OutboxEntry) -> Parcel:
        """What a system is told, under the entry's id. Raises PermanentFailureError where the referral is gone."""
        if entry.carrier is Carrier.WEBHOOK_TEST:
            return Parcel(entry.id, entry.recipient, body_of_test(entry.subject, entry.created_at, self._settings))
        async with self._units() as work:
            referral = await self._referral(work, entry)
        return Parcel(entry.id, entry.recipient, body_about(referral, self._inbox(entry.subject)))

    async def _text(self, entry: OutboxEntry) -> LetterText:
        now = self._clock.now()
        if entry.carrier is Carrier.ALARM:
            async with self._units() as work:
                failed = await work.outbox.of_id(entry.subject)
            if failed is None:
                raise PermanentFailureError("what failed is no longer kept", FailureReason.NOT_KEPT)
            return alarm_about(failed, self._inbox(failed.subject), now)
        if entry.carrier is Carrier.SUMMARY:
            async with self._units() as work:
                return summary_of(await stuck(work, now), now)
        if entry.carrier is Carrier.LETTER_TEST:
            name = self._names[entry.subject].name
            return trial_letter(name, self._settings)
        if entry.carrier in TO_SIGN_IN:
            return self._opening(entry)
        if entry.carrier in TO_PERSON:
            return person_letter(entry.carrier, self._messages, self._public_url)
        if entry.carrier in TO_STAFF:
            return staff_letter(entry.carrier, entry.subject, self._inbox(entry.subject))
        has_document = entry.carrier is Carrier.DOCUMENT
        return letter_about(entry.subject, self._inbox(entry.subject), has_document=has_document)

    def _opening(self, entry: OutboxEntry) -> LetterText:
        """A letter with a link that opens the inbox; one that comes too late would only vex."""
        is_first = entry.carrier is Carrier.LETTER_INVITED
        if self._clock.now() >= entry.created_at + (LINK_HOLDS if is_first else LETTER_LINK_HOLDS):
            raise PermanentFailureError("the link in the letter would be too old", FailureReason.NOT_KEPT)
        page = f"{self._public_url}/inbox/sign-in"
        link = f"{page}?token={link_token_of(entry, self._secrets)}"
        return invitation_letter(link, page) if is_first else sign_in_letter(link)

    async def _document(self, entry: OutboxEntry) -> Attachment:
        async with self._units() as work:
            paper = await self._papers.of_referral(work, await self._referral(work, entry))
        pdf = await self._papers.pdf(paper)
        return Attachment(f"{paper.name}.pdf", await self._locker.locked(pdf, password_of(entry, self._secrets)))

    @staticmethod
    async def _referral(work: UnitOfWork, entry: OutboxEntry) -> Referral:
        referral = await work.referrals.by_number(entry.subject)
        if referral is None:
            raise PermanentFailureError("the referral is no longer kept", FailureReason.NOT_KEPT)
        return referral

    @property
    def _settings(self) -> str:
        return f"{self._public_url}/inbox/settings"

    def _inbox(self, number: str) -> str:
        return f"{self._public_url}/inbox/{number}"


def link_token_of(entry: OutboxEntry, secrets: Secrets) -> str:
    """The one-time token of a letter to sign in with; like the password it is kept nowhere."""
    return secrets.hashed(f"sign-in link of {entry.id}")


def password_of(entry: OutboxEntry, secrets: Secrets) -> str:
    """What opens the document of this entry, empty where it brings none.

    It follows from the entry and our own key, so that it is kept nowhere and is the same in all processes.
    """
    if entry.carrier is not Carrier.DOCUMENT:
        return ""
    return spoken_password(_password_hash(entry, secrets))


def passwords_of(entry: OutboxEntry, secrets: Secrets) -> tuple[str, ...]:
    """What may open the document of this entry: a letter that is older than our own key has the password of then."""
    if entry.carrier is not Carrier.DOCUMENT:
        return ()
    return tuple(spoken_password(one) for one in by_each_key(_password_hash(entry, secrets)))


def _password_hash(entry: OutboxEntry, secrets: Secrets) -> str:
    return secrets.hashed(f"document password of {entry.id}")
