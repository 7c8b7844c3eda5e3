"""Another sign-in service by OpenID Connect: authorization code with PKCE, and an ID token that is checked in full."""

import base64
import hashlib
import json
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import aiohttp
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from assistant.errors import SignInServiceError
from assistant.usecases.ports import Clock
from assistant.usecases.signing_in import Identity

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures with a key of the service alone: neither unsigned tokens nor those signed with a shared secret."""
LEEWAY_SECONDS = 60
TIMEOUT = aiohttp.ClientTimeout(total=10)
LARGEST_ANSWER = 256 * 1024

_DISCOVERY = "/.well-known/openid-configuration"


class OpenIdProvider:
    """The port IdentityProvider; `redirect` is our own address to which browsers come back."""

    def __init__(self, *, issuer: str, client_id: str, client_secret: str, redirect: str, clock: Clock) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._redirect = redirect
        self._clock = clock

    async def address(self, state: str, nonce: str, verifier: str) -> str:
        """Where to send the browser. Raises SignInServiceError."""
        service = await self._service()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        wanted = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": self._redirect,
            "scope": "openid email",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        address = _of(service, "authorization_endpoint")
        return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(wanted)}"

    async def identity(self, code: str, nonce: str, verifier: str) -> Identity:
        """Who came back with this code. Raises SignInServiceError, also where the e-mail is not vouched for."""
        service = await self._service()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._redirect,
            "code_verifier": verifier,
            "client_id": self._client_id,
        }
        headers: dict[str, str] = {}
        # Every service takes one of the two ways to say the secret; the first is the standard's own default.
        if "client_secret_basic" in service.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
            # OAuth wants both quoted, so that a colon in the name is no end of it.
            login = aiohttp.encode_basic_auth(quote_plus(self._client_id), quote_plus(self._client_secret))
            headers["Authorization"] = login
        else:
            form["client_secret"] = self._client_secret
        token = await self._asked("POST", _of(service, "token_endpoint"), data=form, headers=headers)
        keys = await self._asked("GET", _of(service, "jwks_uri"))
        claims = self._checked(_of(token, "id_token"), keys, nonce)
        email = claims.get("email")
        if not isinstance(email, str) or claims.get("email_verified") is not True:
            raise SignInServiceError("the service does not vouch for the e-mail address")
        methods = claims.get("amr")
        is_strong = isinstance(methods, list) and "mfa" in methods
        return Identity(email, self._issuer, _of(claims, "sub"), is_strong=is_strong)

    def _checked(self, id_token: str, keys: dict[str, Any], nonce: str) -> dict[str, Any]:
        rules = jwt.JWTClaimsRegistry(
            now=int(self._clock.now().timestamp()),
            leeway=LEEWAY_SECONDS,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            # Keys of kinds that we do not know are nobody's fault and no use.
            known = [key for key in keys.get("keys", []) if key.get("use", "sig") == "sig"]
            claims = jwt.decode(id_token, KeySet.import_key_set({"keys": known}), algorithms=ALGORITHMS).claims
            rules.validate(claims)
        except (JoseError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise SignInServiceError(f"the ID token is refused: {type(error).__name__}") from error
        if claims.get("azp", self._client_id) != self._client_id:
            raise SignInServiceError("the ID token was made for another program")
        return dict(claims)

    async def _service(self) -> dict[str, Any]:
        service = await self._asked("GET", self._issuer.rstrip("/") + _DISCOVERY)
        if service.get("issuer") != self._issuer:
            raise SignInServiceError("the service calls itself by another name than AISKIAI_OIDC_ISSUER")
        return service

    async def _asked(self, method: str, address: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - aiohttp's own options
        try:
            async with (
                aiohttp.ClientSession(timeout=TIMEOUT) as session,
                session.request(method, address, allow_redirects=False, **more) as answer,
            ):
                if answer.status != 200:  # noqa: PLR2004 - HTTP's own number
                    raise SignInServiceError(f"the service answers {answer.status} at {urlsplit(address).path}")
                told = json.loads(await answer.content.read(LARGEST_ANSWER))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise SignInServiceError(f"the service does not answer: {type(error).__name__}") from error
        if not isinstance(told, dict):
            raise SignInServiceError("the service does not answer with an object")
        return told


def _of(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str):
        raise SignInServiceError(f"the service says no {name}")
    return value
