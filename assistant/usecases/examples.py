"""Examples: invented referrals that show how the inbox works; what the use cases need of the database about them."""

from typing import Protocol

EXAMPLE_STAFF = "pavyzdys.example"
"""The domain of accounts that belong to examples; it is reserved, so that nobody real can ever have it."""


class Examples(Protocol):
    """Invented referrals with everything that was made for them."""

    async def counts(self, municipality: str) -> tuple[int, int]:
        """How many examples and how many real referrals a municipality has."""

    async def remove(self, municipality: str) -> int:
        """Take away the examples of a municipality, their conversations, deliveries and accounts, and nothing else.

        Gives how many examples there were, those among them that it had passed on.
        """
