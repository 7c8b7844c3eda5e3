"""Which account another sign-in service speaks of: known by what it never gives to somebody else."""

from datetime import datetime

from assistant.errors import NoAccountError, SignInServiceError
from assistant.usecases.auditing import Did
from assistant.usecases.ports import StaffMember, UnitOfWork
from assistant.usecases.signing_in import Identity


async def account_of(work: UnitOfWork, identity: Identity, now: datetime) -> StaffMember:
    """The account, found by its e-mail address for the first time, and from then on by the subject alone.

    The caller commits. Raises NoAccountError, and SignInServiceError where the address belongs to somebody else at the
    service than before; that is put into the audit log.
    """
    known = await work.known_elsewhere.staff_of(identity.issuer, identity.subject)
    member = None if known is None else await work.staff.of_id(known)
    if member is not None:
        return member
    member = await work.staff.by_email(identity.email)
    if member is None:
        raise NoAccountError(f"No account has the address {identity.email}.")
    if not await work.known_elsewhere.add(identity.issuer, identity.subject, member.id):
        work.audit.note(member, Did.SIGN_IN_REFUSED, "", now)
        await work.commit()
        raise SignInServiceError("the address belongs to somebody else there than before")
    return member
