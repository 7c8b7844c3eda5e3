"""Recovery codes: what lets somebody in once when phone and key are lost; only keyed hashes are kept."""

from assistant.delivery.password import spoken_password
from assistant.usecases.ports import Secrets, UnitOfWork

RECOVERY_CODES = 10
"""So many are given out at once."""

# Whoever types a code from paper may take one sign for another that looks like it.
_BY_SIGHT = str.maketrans({"o": "0", "i": "1", "l": "1", " ": "", "-": "", "–": ""})


class RecoveryCodes:
    """Stores within the caller's unit of work."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    async def fresh(self, work: UnitOfWork, staff_id: str) -> tuple[str, ...]:
        """New codes in place of all that this member had."""
        codes = tuple(self._code() for _ in range(RECOVERY_CODES))
        await work.factors.put_codes(staff_id, [self._hash(staff_id, code) for code in codes])
        return codes

    async def use(self, work: UnitOfWork, staff_id: str, code: str) -> bool:
        """Whether this is one of the member's codes; it works no more after that."""
        return await work.factors.use_code(staff_id, self._hash(staff_id, code))

    def _code(self) -> str:
        """120 random bits in six groups: enough that a keyed hash, and no slow one, may stand in the database."""
        first, second = (spoken_password(self._secrets.hashed(self._secrets.token())) for _ in range(2))
        return f"{first}-{second[:9]}"

    def _hash(self, staff_id: str, code: str) -> str:
        return self._secrets.hashed(f"recovery code of {staff_id}: {code.strip().lower().translate(_BY_SIGHT)}")
