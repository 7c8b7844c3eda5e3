"""Whoever follows docs/webhook.md tells our calls from forged ones: the example there is run."""

import base64
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.delivery.webhook import signed_headers
from assistant.settings import ROOT

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET = b"s" * 32
BODY = b'{"type":"referral.created","data":{"number":"47128035"}}'


def example() -> Callable[..., bool]:
    """The function of the example."""
    paper = (ROOT / "docs" / "webhook.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", paper, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code, "docs/webhook.md", "exec"), names)  # noqa: S102 - our own words, read from our own paper
    return names["is_ours"]  # type: ignore[no-any-return]


def accepts(headers: dict[str, str], body: bytes = BODY, secret: bytes = SECRET, now: float | None = None) -> bool:
    try:
        return bool(example()(f"whsec_{base64.b64encode(secret).decode()}", headers, body, now or NOW.timestamp()))
    except (KeyError, ValueError):
        # A receiver that breaks answers 500 and takes nothing in.
        return False


def signed(**changes: str) -> dict[str, str]:
    return signed_headers(SECRET, "entry-1", NOW, BODY) | {f"webhook-{name}": value for name, value in changes.items()}


def test_a_call_of_ours_is_taken() -> None:
    assert accepts(signed())
    assert accepts(signed(signature=f"v1,AAAA {signed()['webhook-signature']}"))


FORGED = {
    "another body": (signed(), BODY.replace(b"47128035", b"47128036"), SECRET, 0),
    "one byte more": (signed(), BODY + b" ", SECRET, 0),
    "another id": (signed(id="entry-2"), BODY, SECRET, 0),
    "another time": (signed(timestamp=str(int(NOW.timestamp()) + 1)), BODY, SECRET, 0),
    "id and time cut elsewhere": (signed(id="entry-1.1", timestamp=str(int(NOW.timestamp()))), BODY, SECRET, 0),
    "another secret": (signed(), BODY, b"t" * 32, 0),
    "an empty signature": (signed(signature=""), BODY, SECRET, 0),
    "no signature at all": ({"webhook-id": "entry-1", "webhook-timestamp": "1"}, BODY, SECRET, 0),
    "another scheme": (signed(signature=signed()["webhook-signature"].replace("v1,", "v1a,")), BODY, SECRET, 0),
    "the beginning of the signature": (signed(signature=signed()["webhook-signature"][:-2]), BODY, SECRET, 0),
    "letters that are none of base64": (signed(signature="v1,ąčę"), BODY, SECRET, 0),
    "a time that is no number": (signed(timestamp="now"), BODY, SECRET, 0),
    "played again after ten minutes": (signed(), BODY, SECRET, 600),
    "from the future": (signed(), BODY, SECRET, -600),
}


@pytest.mark.parametrize(("headers", "body", "secret", "later"), FORGED.values(), ids=FORGED)
def test_a_forged_call_is_refused(headers: dict[str, str], body: bytes, secret: bytes, later: int) -> None:
    assert not accepts(headers, body, secret, NOW.timestamp() + later)
