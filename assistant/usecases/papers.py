"""Somebody wants a request or a letter on paper: made when it is asked for, kept nowhere."""

from dataclasses import replace

from assistant.conversation.messages import DocumentNotice
from assistant.conversation.on_paper import letter_paper, referral_paper
from assistant.conversation.state import Channel, Conversation
from assistant.conversation.steps.papers import letter_of
from assistant.conversation.steps.step import Scene
from assistant.conversation.turn import Moment
from assistant.delivery.paper import Paper
from assistant.errors import DocumentNotFoundError
from assistant.referrals.referral import Referral
from assistant.usecases.auditing import Did
from assistant.usecases.means import Documents
from assistant.usecases.own_data import OwnData
from assistant.usecases.own_export import Exported, exported
from assistant.usecases.ports import Clock, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.present import PresentLibrary


class Papers:
    """The person sees the papers of their own conversation, staff those of their own municipality."""

    def __init__(
        self, *, units: UnitsOfWork, present: PresentLibrary, clock: Clock, documents: Documents, own_data: OwnData
    ) -> None:
        self._units = units
        self._present = present
        self._clock = clock
        self._documents = documents
        self._own_data = own_data

    async def of_conversation(self, conversation: str, notice: DocumentNotice) -> Paper:
        """What a message of this conversation brings along. Raises DocumentNotFoundError, ConversationNotFoundError."""
        async with self._units() as work:
            return await self._of(work, await work.conversations.load(conversation), notice)

    async def own_data(self, conversation: str) -> Exported:
        """All that is kept about the person, for another program. Raises ConversationNotFoundError."""
        async with self._units() as work:
            known = await work.conversations.load(conversation)
            referrals = await work.referrals.of_conversation(conversation)
            return exported(known, referrals, await work.conversations.lines(conversation))

    async def in_chat(self, channel: Channel, external_id: str, notice: DocumentNotice) -> Paper:
        """The same for a channel's chat. Raises DocumentNotFoundError."""
        async with self._units() as work:
            known = await work.conversations.find(channel, external_id)
            if known is None:
                raise DocumentNotFoundError
            return await self._of(work, known, notice)

    async def of_staff(self, member: StaffMember, number: str) -> Paper:
        """A referral of one's own municipality, which is put into the audit log. Raises ReferralNotFoundError."""
        async with self._units() as work:
            known = await work.referrals.load(number, member.municipality)
            paper = await self.of_referral(work, known)
            work.audit.note(member, Did.EXPORTED, number, self._clock.now(), {"as": "pdf"})
            await work.commit()
        return paper

    async def of_referral(self, work: UnitOfWork, referral: Referral) -> Paper:
        """What the department files of a referral, with the promise that was made when it was sent."""
        return referral_paper(referral, await self._present.of(work), referral.promised)

    async def pdf(self, paper: Paper) -> bytes:
        """The paper as a file to print and to file."""
        return await self._documents.pdf(paper)

    async def _of(self, work: UnitOfWork, conversation: Conversation, notice: DocumentNotice) -> Paper:
        library = await self._present.of(work)
        if notice.is_own_data:
            return await self._own_data.copy(work, conversation)
        if not notice.number:
            letter = letter_of(Scene(conversation, library, Moment(self._clock.today())))
            if letter is None:
                raise DocumentNotFoundError
            return letter
        for referral in await work.referrals.of_conversation(conversation.id):
            if referral.number != notice.number:
                continue
            if not notice.letter_to:
                return await self.of_referral(work, referral)
            if any(entry.passing and entry.passing.target == notice.letter_to for entry in referral.thread):
                request = replace(referral.request, municipality=notice.letter_to)
                return letter_paper(request, library, self._clock.today())
        raise DocumentNotFoundError
