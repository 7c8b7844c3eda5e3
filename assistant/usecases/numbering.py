"""A referral gets a number that was never given before, not even by a database of which this one is a backup."""

from assistant.errors import NumbersExhaustedError
from assistant.referrals.numbers import BLOCK_SIZE, fresh_blocks, number_in, successor_of
from assistant.usecases.ports import Clock, Secrets, UnitOfWork

TRIES_IN_BLOCK = 12
"""So many taken numbers in a row mean that a block is nearly full."""


class GiveNumber:
    """Draws numbers by chance, so that a number tells neither how many there are nor what the next one is."""

    def __init__(self, *, clock: Clock, secrets: Secrets) -> None:
        self._clock = clock
        self._secrets = secrets

    async def __call__(self, work: UnitOfWork) -> str:
        """A new number; it counts as given when the caller commits. Raises NumbersExhaustedError."""
        block = await work.numbers.open_block()
        if block is None:
            block = await self._open_fresh(work)
        while True:
            for _ in range(TRIES_IN_BLOCK):
                number = number_in(block, self._secrets.below(BLOCK_SIZE))
                if not await work.referrals.is_number_taken(number):
                    return number
            block = await self._open_next(work, block)

    async def _open_next(self, work: UnitOfWork, full: int) -> int:
        following = successor_of(full)
        if following in await work.numbers.known_blocks():
            return await self._open_fresh(work)
        await work.numbers.open(following, self._clock.now())
        return following

    async def _open_fresh(self, work: UnitOfWork) -> int:
        fresh = sorted(fresh_blocks(await work.numbers.known_blocks()))
        if not fresh:
            raise NumbersExhaustedError
        block = fresh[self._secrets.below(len(fresh))]
        await work.numbers.open(block, self._clock.now())
        return block
