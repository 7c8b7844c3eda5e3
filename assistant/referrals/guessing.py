"""How long nobody may try to open a receipt after so many failures in a row."""

from datetime import timedelta

FREE_TRIES = 3
"""Everybody mistypes; only after these does waiting begin."""

FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=24)


def lock_after(failures: int) -> timedelta | None:
    """None for the first failures, then 5, 10, 20 … minutes, never more than a day.

    In a year nobody gets more than about 380 tries at one number, from however many devices.
    """
    if failures < FREE_TRIES:
        return None
    doublings = min(failures - FREE_TRIES, 10)
    return min(FIRST_LOCK * (1 << doublings), LONGEST_LOCK)
