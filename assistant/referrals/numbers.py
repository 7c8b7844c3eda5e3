"""Referral numbers: eight digits, the last of which checks the others, so that a slip of one digit is noticed."""

from stdnum import luhn


def number_of(seven_digits: int) -> str:
    """The number made of seven digits and their check digit (Luhn, ISO/IEC 7812-1)."""
    digits = f"{seven_digits:07d}"
    return digits + luhn.calc_check_digit(digits)
