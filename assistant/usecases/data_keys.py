"""The keys under which personal data is encrypted: a key for each referral and for each conversation."""

from typing import Protocol


class DataKeys(Protocol):
    """The keys by their owner: the number of a referral, or the id of a conversation."""

    async def destroy(self, owner: str) -> None:
        """Destroy the owner's key with the commit: what was encrypted under it is unreadable, also in older backups.

        An owner without a key is noted as destroyed too. What is stored for the owner later gets a new key.
        """
