"""Second factors: setting them up, showing them at the sign-in, recovery codes for when they are lost."""

from collections.abc import Awaitable, Callable

from assistant.errors import LastFactorError, SecondFactorRefusedError, SignInRefusedError
from assistant.referrals.guessing import FREE_TRIES, lock_after
from assistant.usecases.auditing import Did
from assistant.usecases.challenges import Challenges
from assistant.usecases.factor_offers import Added, AppOffer, kept, named, offered
from assistant.usecases.ports import Clock, Secrets, StaffMember, UnitOfWork, UnitsOfWork
from assistant.usecases.recovery_codes import RecoveryCodes
from assistant.usecases.signing_in import (
    AppCodes,
    Device,
    Factor,
    FactorKind,
    FactorRecord,
    Passkeys,
    Seals,
    SecondFactorRule,
    StaffSession,
)
from assistant.usecases.staff import begin_session, factor_subject, holds

FREE_CODES = 5
"""So many wrong codes in a row are looked at; then waiting begins."""


class SecondFactors:
    """Adds factors for whoever may, and lets in whoever shows one."""

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        clock: Clock,
        secrets: Secrets,
        seals: Seals,
        app_codes: AppCodes,
        passkeys: Passkeys,
        rule: SecondFactorRule,
    ) -> None:
        self._units = units
        self._clock = clock
        self._secrets = secrets
        self._seals = seals
        self._app_codes = app_codes
        self._passkeys = passkeys
        self._rule = rule
        self._challenges = Challenges(clock, secrets)
        self._recovery = RecoveryCodes(secrets)

    @property
    def has_passkeys(self) -> bool:
        """Whether browsers allow passkeys at our address."""
        return self._passkeys.are_possible

    # Setting up

    async def may_set_up(self, session: str) -> StaffMember | None:
        """Who may add a factor: who is signed in, or who must have one and has none yet."""
        async with self._units() as work:
            known = await self._for_setting_up(work, session)
            return None if known is None else await work.staff.of_id(known.staff)

    def app_offer(self, member: StaffMember) -> AppOffer:
        """A fresh secret for an app."""
        secret = self._app_codes.fresh()
        return AppOffer(
            secret, self._app_codes.address(secret, member.email), self._seals.sealed(secret, offered(member.id))
        )

    def app_offered(self, member: StaffMember, sealed: str) -> AppOffer | None:
        """The same offer again, after a wrong code; None where it is none of ours."""
        secret = self._seals.opened(sealed, offered(member.id))
        return None if secret is None else AppOffer(secret, self._app_codes.address(secret, member.email), sealed)

    async def add_app(self, session: str, sealed: str, code: str, name: str) -> Added:
        """Add the app whose code proves that it has the secret. Raises SignInRefusedError, SecondFactorRefusedError."""

        async def proved(_: UnitOfWork, known: StaffSession) -> Factor | None:
            secret = self._seals.opened(sealed, offered(known.staff))
            step = None if secret is None else self._app_codes.step(secret, _digits(code), self._clock.now())
            if secret is None or step is None:
                return None
            factor_id = self._secrets.token()
            record = FactorRecord(named(name), secret=self._seals.sealed(secret, kept(factor_id)))
            return Factor(factor_id, known.staff, FactorKind.APP, record, self._clock.now(), counter=step)

        return await self._add(session, proved)

    async def passkey_offer(self, session: str) -> str:
        """What a browser needs to make a passkey. Raises SignInRefusedError."""
        async with self._units() as work:
            known = await self._for_setting_up(work, session)
            member = None if known is None else await work.staff.of_id(known.staff)
            if known is None or member is None:
                raise SignInRefusedError
            factors = await work.factors.of_staff(member.id)
        challenge = self._challenges.fresh(f"make:{known.id}")
        return self._passkeys.creation(challenge, member.id, member.email, _credentials(factors))

    async def add_passkey(self, session: str, answer: str, name: str) -> Added:
        """Add the passkey that a browser made. Raises SignInRefusedError, SecondFactorRefusedError."""

        async def proved(work: UnitOfWork, known: StaffSession) -> Factor | None:
            challenge, _ = self._passkeys.told(answer)
            if not await self._challenges.spend(work, challenge, f"make:{known.id}"):
                return None
            proof = self._passkeys.made(answer, challenge)
            if proof is None:
                return None
            record = FactorRecord(named(name), credential=proof.credential, public_key=proof.public_key)
            handle = self._handle(proof.credential)
            now = self._clock.now()
            return Factor(
                self._secrets.token(), known.staff, FactorKind.PASSKEY, record, now, handle, counter=proof.counter
            )

        return await self._add(session, proved)

    async def _add(self, session: str, proved: Callable[[UnitOfWork, StaffSession], Awaitable[Factor | None]]) -> Added:
        async with self._units() as work:
            known = await self._for_setting_up(work, session)
            if known is None:
                raise SignInRefusedError
            factor = await proved(work, known)
            if factor is None or not await work.factors.add(factor):
                raise SecondFactorRefusedError
            codes = () if await work.factors.codes_left(known.staff) else await self._recovery.fresh(work, known.staff)
            kept = session if known.is_whole else await self._raised(work, known)
            await self._put_down(work, known.staff, "second factor added")
            await work.commit()
        return Added(kept, codes)

    # Showing

    async def by_code(self, session: str, code: str) -> str:
        """Let in whoever types the code of an app, or a recovery code; gives the new session's secret.

        Raises SignInRefusedError where nobody waits for that, SecondFactorRefusedError where it does not fit.
        """
        async with self._units() as work:
            known = await self._at_threshold(work, session)
            subject = factor_subject(known.staff)
            now = self._clock.now()
            if await work.tries.locked_until((subject,), now) is not None:
                raise SecondFactorRefusedError(must_wait=True)
            if not await self._fits(work, known.staff, code):
                lock = lock_after(await work.tries.fail(subject) - FREE_CODES + FREE_TRIES)
                if lock is not None:
                    await work.tries.lock(subject, now + lock)
                await self._put_down_refused(work, known)
                raise SecondFactorRefusedError(must_wait=lock is not None)
            await work.tries.forget((subject,))
            raised = await self._raised(work, known)
            await work.commit()
        return raised

    async def passkey_request(self, session: str = "") -> str:
        """What a browser needs to show a passkey; without a session that of anybody who has one."""
        if not session:
            return self._passkeys.request(self._challenges.fresh("sign-in"), ())
        async with self._units() as work:
            known = await self._at_threshold(work, session)
            factors = await work.factors.of_staff(known.staff)
        return self._passkeys.request(self._challenges.fresh(f"show:{known.id}"), _credentials(factors))

    async def by_passkey(self, answer: str, device: Device, session: str = "") -> str:
        """Let in whoever shows a passkey, with a session at the threshold or without; gives the new session's secret.

        The passkey asks for a finger, a face or a PIN, so that alone it is two things already. Raises as `by_code`.
        """
        challenge, credential = self._passkeys.told(answer)
        async with self._units() as work:
            known = await self._at_threshold(work, session) if session else None
            purpose = f"show:{known.id}" if known is not None else "sign-in"
            factor = await work.factors.by_handle(self._handle(credential))
            is_fresh = factor is not None and await self._challenges.spend(work, challenge, purpose)
            if factor is None or not is_fresh or not await self._is_shown(work, factor, answer, known):
                await self._put_down_refused(work, known or factor)
                raise SecondFactorRefusedError
            if known is not None:
                token = await self._raised(work, known)
            else:
                token = await begin_session(work, self._secrets, self._clock.now(), factor.staff, device)
            await work.commit()
        return token

    # Looking after them

    async def of_member(self, member: StaffMember) -> tuple[tuple[Factor, ...], int]:
        """The member's factors, oldest first, and how many recovery codes are left."""
        async with self._units() as work:
            return await work.factors.of_staff(member.id), await work.factors.codes_left(member.id)

    async def new_codes(self, member: StaffMember) -> tuple[str, ...]:
        """Fresh recovery codes; the old ones work no more. None where there is no factor that they could replace."""
        async with self._units() as work:
            if not await work.factors.of_staff(member.id):
                return ()
            codes = await self._recovery.fresh(work, member.id)
            await self._put_down(work, member.id, "new recovery codes")
            await work.commit()
        return codes

    async def remove(self, member: StaffMember, factor_id: str) -> None:
        """Take a factor away; with the last one the recovery codes go too. Raises LastFactorError."""
        async with self._units() as work:
            factors = await work.factors.of_staff(member.id)
            is_last = [factor.id for factor in factors] == [factor_id]
            if is_last and self._rule is SecondFactorRule.REQUIRED:
                raise LastFactorError
            if not await work.factors.remove(member.id, factor_id):
                # Pressed twice, or nobody's or somebody else's: nothing was done, and no line may say that it was.
                return
            if is_last:
                await work.factors.remove_all(member.id)
            await self._put_down(work, member.id, "second factor removed")
            await work.commit()

    async def _for_setting_up(self, work: UnitOfWork, session: str) -> StaffSession | None:
        known = await work.sessions.of_token(self._secrets.hashed(session))
        if known is None or not holds(known, self._clock.now()):
            return None
        # Whoever has a factor shows it first, or a stolen mailbox would be enough to add another one.
        if known.is_whole or not await work.factors.of_staff(known.staff):
            return known
        return None

    async def _at_threshold(self, work: UnitOfWork, session: str) -> StaffSession:
        known = await work.sessions.of_token(self._secrets.hashed(session))
        if known is None or known.is_whole or not holds(known, self._clock.now()):
            raise SignInRefusedError
        return known

    async def _raised(self, work: UnitOfWork, known: StaffSession) -> str:
        """A whole session in place of the one at the threshold, under a new secret."""
        await work.sessions.end(known.staff, known.id)
        return await begin_session(work, self._secrets, self._clock.now(), known.staff, known.device)

    async def _is_shown(self, work: UnitOfWork, factor: Factor, answer: str, known: StaffSession | None) -> bool:
        """Whether this passkey gave the answer, and is of whoever stands at the threshold, if somebody does."""
        challenge, _ = self._passkeys.told(answer)
        proof = self._passkeys.shown(answer, challenge, factor.record.public_key, factor.counter)
        is_own = known is None or known.staff == factor.staff
        return proof is not None and is_own and await self._counted(work, factor, proof.counter)

    async def _put_down_refused(self, work: UnitOfWork, whose: StaffSession | Factor | None) -> None:
        """Put it down under whom somebody tried to come in as; where that is nobody, nothing can fill the log."""
        member = None if whose is None else await work.staff.of_id(whose.staff)
        if member is not None:
            work.audit.note(member, Did.SIGN_IN_REFUSED, "", self._clock.now())
        await work.commit()

    async def _put_down(self, work: UnitOfWork, staff_id: str, what: str) -> None:
        member = await work.staff.of_id(staff_id)
        if member is not None:
            work.audit.note(member, Did.CHANGED_STAFF, member.email, self._clock.now(), {"what": what})

    async def _fits(self, work: UnitOfWork, staff_id: str, code: str) -> bool:
        factors = await work.factors.of_staff(staff_id)
        now, digits, is_right = self._clock.now(), _digits(code), False
        for factor in factors:
            secret = self._seals.opened(factor.record.secret, kept(factor.id)) if factor.record.secret else None
            step = None if secret is None else self._app_codes.step(secret, digits, now)
            if step is not None and await work.factors.count_on(factor.id, step, now):
                is_right = True
        if is_right:
            return True
        return bool(factors) and await self._recovery.use(work, staff_id, code)

    async def _counted(self, work: UnitOfWork, factor: Factor, counter: int) -> bool:
        if counter == 0:
            # Many passkeys keep no count, since they live on several devices at once.
            await work.factors.mark_used(factor.id, self._clock.now())
            return True
        return await work.factors.count_on(factor.id, counter, self._clock.now())

    def _handle(self, credential: str) -> str:
        return self._secrets.hashed(f"passkey {credential}")


def _credentials(factors: tuple[Factor, ...]) -> tuple[str, ...]:
    return tuple(factor.record.credential for factor in factors if factor.kind is FactorKind.PASSKEY)


def _digits(code: str) -> str:
    return "".join(sign for sign in code if sign.isascii() and sign.isdigit())
