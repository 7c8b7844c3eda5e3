"""A passkey made of software, that does what it is told: also what a real one never would."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40


@dataclass
class Authenticator:
    """One credential of one site; `counter` is what it says of its own uses, 0 for one that keeps no count."""

    origin: str = "https://aiskiai.example"
    site: str = "aiskiai.example"
    is_verifying: bool = True
    counter: int = 0
    credential: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, options: str, challenge: str = "") -> str:
        """What a browser would send for navigator.credentials.create()."""
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)})
        told = bytes(16) + len(self.credential).to_bytes(2) + self.credential + public
        statement = {"fmt": "none", "attStmt": {}, "authData": self._data(HAS_KEY) + told}
        client = self._client("webauthn.create", challenge or json.loads(options)["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=cbor2.dumps(statement))

    def shows(self, options: str, challenge: str = "") -> str:
        """What a browser would send for navigator.credentials.get()."""
        data = self._data(0)
        client = self._client("webauthn.get", challenge or json.loads(options)["challenge"])
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _data(self, more: int) -> bytes:
        flags = PRESENT | more | (VERIFIED if self.is_verifying else 0)
        return hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, **response: bytes) -> str:
        name = bytes_to_base64url(self.credential)
        told = {part: bytes_to_base64url(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})


def challenge_in(options: str) -> str:
    """The challenge as we made it."""
    return base64url_to_bytes(json.loads(options)["challenge"]).decode()
