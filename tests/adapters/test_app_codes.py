"""Codes of apps, against the numbers in RFC 6238."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from assistant.adapters.app_codes import TotpCodes

SECRET = base64.b32encode(b"12345678901234567890").decode()
CODES = TotpCodes("aiskiai")


@pytest.mark.parametrize(
    ("seconds", "code"),
    # RFC 6238, appendix B, of eight digits the last six.
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert CODES.step(SECRET, code, datetime.fromtimestamp(seconds, UTC)) == seconds // 30


@pytest.mark.parametrize(("away", "is_taken"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_code_may_be_one_step_early_or_late(away: int, is_taken: bool) -> None:
    now = datetime.fromtimestamp(1111111109, UTC) + timedelta(seconds=away)

    assert (CODES.step(SECRET, "081804", now) is not None) is is_taken


@pytest.mark.parametrize("wrong", ["", "081805", "81804", "0818040", "ąžuolas", "٠٨١٨٠٤"])
def test_what_is_no_code_fits_nothing(wrong: str) -> None:
    assert CODES.step(SECRET, wrong, datetime.fromtimestamp(1111111109, UTC)) is None


def test_each_secret_is_another_and_apps_can_read_its_address() -> None:
    secret = CODES.fresh()

    assert secret != CODES.fresh()
    assert len(base64.b32decode(secret)) == 20
    assert CODES.address(secret, "ona@kretinga.example").startswith("otpauth://totp/aiskiai:ona%40kretinga.example?")
