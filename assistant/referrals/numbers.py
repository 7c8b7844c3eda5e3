"""Referral numbers: eight digits, the last of which checks the others, so that a slip of one digit is noticed.

The first three digits are the block. A database gives numbers out of one block; whoever restores a backup goes on in a
block of which no number was ever given, since what was given after the backup is not known to it.
"""

from collections.abc import Collection

from stdnum import luhn

BLOCKS = range(100, 1000)
BLOCK_SIZE = 10_000


def number_of(seven_digits: int) -> str:
    """The number made of seven digits and their check digit (Luhn, ISO/IEC 7812-1)."""
    digits = f"{seven_digits:07d}"
    return digits + luhn.calc_check_digit(digits)


def number_in(block: int, place: int) -> str:
    """The number at a place of a block; places run from 0 to BLOCK_SIZE - 1."""
    return number_of(block * BLOCK_SIZE + place)


def successor_of(block: int) -> int:
    """The block that is opened when this one is full."""
    return block + 1 if block + 1 in BLOCKS else BLOCKS.start


def fresh_blocks(known: Collection[int]) -> tuple[int, ...]:
    """The blocks that a database may go on in after a restore.

    Besides those it knows, their successors are left out: one of them may have been opened after the backup.
    """
    taken = {*known, *(successor_of(block) for block in known)}
    # When nearly all are known, a successor is still better than none.
    return tuple(set(BLOCKS) - taken) or tuple(set(BLOCKS) - set(known))
