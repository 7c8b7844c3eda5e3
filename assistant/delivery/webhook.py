"""What a municipality's own system is told of a referral, and how it can tell that we said it (pure).

The form is that of Standard Webhooks (https://www.standardwebhooks.com), for which libraries exist in many languages;
docs/webhook.md describes it for whoever builds the receiving side.
"""

import base64
import hashlib
import hmac
import json
from datetime import datetime

from assistant.referrals.referral import Referral
from assistant.referrals.request import Request

SECRET_PREFIX = "whsec_"  # noqa: S105 - the sign by which people know such a secret  # nosec B105
SHORTEST_SECRET = 24
LONGEST_SECRET = 64


def body_about(referral: Referral, inbox_url: str) -> bytes:
    """The whole request as JSON, the same bytes at every try; `inbox_url` opens it for staff who are signed in."""
    request = referral.request
    preliminary = request.preliminary
    told = {
        "type": "referral.created",
        "timestamp": referral.sent_at.isoformat(),
        "data": {
            "number": referral.number,
            "municipality": request.municipality,
            "inbox": inbox_url,
            "need": request.need,
            "for_other": request.for_other,
            **_confirmed(request),
            "name": request.name,
            "phone": request.phone,
            "call_time": request.call_time,
            "note": request.note,
            "preliminary": None
            if preliminary is None
            else {
                "outcome": preliminary.outcome,
                "reasons": [
                    {"criterion": criterion, "truth": truth, "text": text, "source": source}
                    for criterion, truth, text, source in preliminary.reasons
                ],
            },
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _confirmed(request: Request) -> dict[str, str]:
    """Who wanted it sent, and why not the person themself; empty where nobody was asked."""
    confirmation = request.confirmation
    if not request.for_other:
        return {"confirmed_by": "person", "not_confirmed_because": ""}
    if confirmation is None:
        return {"confirmed_by": "", "not_confirmed_because": ""}
    if confirmation.is_by_person:
        return {"confirmed_by": "person", "not_confirmed_because": ""}
    return {"confirmed_by": "helper", "not_confirmed_because": confirmation.value}


def body_of_test(municipality: str, at: datetime, settings_url: str) -> bytes:
    """A call that tries the receiving side out: of another type, and about nobody."""
    told = {
        "type": "test",
        "timestamp": at.isoformat(),
        "data": {"municipality": municipality, "settings": settings_url},
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def signed_headers(secret: bytes, entry_id: str, now: datetime, body: bytes) -> dict[str, str]:
    """The headers that prove who sent this body and when; `entry_id` is the same at every try, the moment is not."""
    timestamp = str(int(now.timestamp()))
    proof = hmac.new(secret, f"{entry_id}.{timestamp}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": entry_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{base64.b64encode(proof).decode()}",
    }


def secret_of(text: str) -> bytes | None:
    """The secret behind "whsec_…"; None where it is not written so, or is too short to be one."""
    try:
        secret = base64.b64decode(text.removeprefix(SECRET_PREFIX), validate=True)
    except ValueError:
        return None
    is_whole = text.startswith(SECRET_PREFIX) and SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET
    return secret if is_whole else None
