"""Passkeys of this site, made and checked by the rules of WebAuthn."""

import json
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from assistant.usecases.signing_in import Proof

# What a browser sends may be cut off, of another shape, or no JSON at all; the library then raises whatever broke.
_UNREADABLE = (WebAuthnException, ValueError, LookupError, TypeError, AttributeError)


class WebAuthnPasskeys:
    """The port Passkeys; `address` is where staff reach the pages, `name` what browsers show."""

    def __init__(self, address: str, name: str) -> None:
        parts = urlsplit(address)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._site = parts.hostname or ""
        self._is_secure = parts.scheme == "https" or self._site == "localhost"
        self._name = name

    @property
    def are_possible(self) -> bool:
        """Whether browsers allow passkeys here: not at a bare number, and not without HTTPS but on localhost."""
        try:
            ip_address(self._site)
        except ValueError:
            return self._is_secure
        return False

    def creation(self, challenge: str, account: str, email: str, known: Sequence[str]) -> str:
        """What navigator.credentials.create() needs, as JSON."""
        options = generate_registration_options(
            rp_id=self._site,
            rp_name=self._name,
            user_id=account.encode(),
            user_name=email,
            challenge=challenge.encode(),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=_described(known),
        )
        return options_to_json(options)

    def request(self, challenge: str, known: Sequence[str]) -> str:
        """What navigator.credentials.get() needs, as JSON."""
        options = generate_authentication_options(
            rp_id=self._site,
            challenge=challenge.encode(),
            allow_credentials=_described(known),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return options_to_json(options)

    def told(self, answer: str) -> tuple[str, str]:
        """Challenge and credential that the answer speaks of, unchecked; empty where it cannot be read."""
        try:
            told = json.loads(answer)
            client = json.loads(base64url_to_bytes(told["response"]["clientDataJSON"]))
            return base64url_to_bytes(client["challenge"]).decode(), str(told["id"])
        except _UNREADABLE:
            return "", ""

    def made(self, answer: str, challenge: str) -> Proof | None:
        """The passkey that was made for this challenge; None where anything is wrong."""
        try:
            made = verify_registration_response(
                credential=answer,
                expected_challenge=challenge.encode(),
                expected_rp_id=self._site,
                expected_origin=self._origin,
                require_user_verification=True,
            )
        except _UNREADABLE:
            return None
        return Proof(
            bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key), made.sign_count
        )

    def shown(self, answer: str, challenge: str, public_key: str, counter: int) -> Proof | None:
        """That this passkey answered this challenge; None where anything is wrong."""
        try:
            shown = verify_authentication_response(
                credential=answer,
                expected_challenge=challenge.encode(),
                expected_rp_id=self._site,
                expected_origin=self._origin,
                credential_public_key=base64url_to_bytes(public_key),
                credential_current_sign_count=counter,
                require_user_verification=True,
            )
        except _UNREADABLE:
            return None
        return Proof(bytes_to_base64url(shown.credential_id), public_key, shown.new_sign_count)


def _described(credentials: Sequence[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(credential)) for credential in credentials]
