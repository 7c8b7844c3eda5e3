"""A real OpenID Connect provider in its own process, where some people's tokens are spoilt on purpose.

Whoever signs in under one of the names in SPOILT gets a token with that fault; all others get an honest one. It insists
on the client's secret and on PKCE, which the provider behind it would let pass.
"""

import base64
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.telegram_server.process import free_port, wait_until_healthy

SECRET = "geheim"
CLIENT = "aiskiai-inbox"
EMAIL = "ona@kretinga.example"
STRONG_EMAIL = "ieva@kretinga.example"
Claims = dict[str, Any]

SPOILT: dict[str, Callable[[Claims], Claims]] = {
    "wrong-nonce": lambda claims: claims | {"nonce": "of another browser"},
    "no-nonce": lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
    "expired": lambda claims: claims | {"exp": claims["iat"] - 120},
    "no-expiry": lambda claims: {name: value for name, value in claims.items() if name != "exp"},
    "from-the-future": lambda claims: claims | {"iat": claims["iat"] + 3600},
    "other-issuer": lambda claims: claims | {"iss": "https://elsewhere.example"},
    "other-audience": lambda claims: claims | {"aud": ["another-program"]},
    "other-party": lambda claims: claims | {"aud": [CLIENT, "another"], "azp": "another"},
    "unverified-email": lambda claims: claims | {"email_verified": False},
    "verified-in-words": lambda claims: claims | {"email_verified": "true"},
    "no-email": lambda claims: {name: value for name, value in claims.items() if name != "email"},
    "unsigned": lambda claims: claims,
    "signed-by-secret": lambda claims: claims,
    "signed-by-stranger": lambda claims: claims,
    "changed-after-signing": lambda claims: claims,
}


@contextmanager
def running_provider() -> Iterator[str]:
    """The provider's address, which is its issuer too."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.oidc_provider", str(port)], stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}/.well-known/openid-configuration", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def sign_in_there(address: str, who: str) -> str:
    """Sign in at the provider as a browser would; gives the path and query to which it sends the browser back."""
    answer = httpx.post(address, data={"sub": who}, trust_env=False, follow_redirects=False)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["location"])
    return f"{back.path}?{back.query}"


def serve(port: int) -> None:
    """Run until stopped."""
    import flask  # noqa: PLC0415 - only the process of the provider has it
    from joserfc import jwt  # noqa: PLC0415 - as above
    from joserfc.jwk import OctKey, RSAKey  # noqa: PLC0415 - as above
    from oidc_provider_mock import User, app  # noqa: PLC0415 - as above
    from oidc_provider_mock._storage import storage  # noqa: PLC0415 - as above

    verified = {"email": EMAIL, "email_verified": True}
    people = [
        User(sub="ona", claims=verified),
        User(sub="strong", claims=verified | {"email": STRONG_EMAIL, "amr": ["pwd", "mfa"]}),
        # Of whom the service says the address that Ona had before.
        User(sub="successor", claims=verified),
        User(sub="stranger", claims=verified | {"email": "stranger@kretinga.example"}),
        *(User(sub=who, claims=verified) for who in SPOILT),
    ]
    provider = app(require_nonce=True, user_claims=people)
    challenges: dict[str, str] = {}

    @provider.before_request  # type: ignore[untyped-decorator]  # it ships no types
    def insist() -> flask.Response | None:
        if flask.request.path != "/oauth2/token":
            return None
        given = flask.request.authorization
        verifier = flask.request.form.get("code_verifier", "").encode()
        made = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=").decode()
        is_known = given is not None and given.password == SECRET
        is_same_browser = challenges.get(flask.request.form.get("code", "")) == made
        return None if is_known and is_same_browser else flask.Response("{}", 400)

    @provider.after_request  # type: ignore[untyped-decorator]  # as above
    def spoil(answer: flask.Response) -> flask.Response:
        if answer.status_code == 302 and flask.request.args.get("code_challenge_method") == "S256":
            [code] = parse_qs(urlsplit(answer.headers["location"]).query)["code"]
            challenges[code] = flask.request.args["code_challenge"]
        if flask.request.path != "/oauth2/token" or answer.status_code != 200:
            return answer
        told = answer.get_json()
        kept = storage.jwk.as_dict(is_private=True)
        key = RSAKey.import_key(kept)
        token = jwt.decode(told["id_token"], key, algorithms=["RS256"])
        who = token.claims["sub"]
        if who not in SPOILT:
            return answer
        header = {"alg": "RS256", "kid": kept.get("kid", "")}
        told["id_token"] = jwt.encode(header, SPOILT[who](token.claims), key, algorithms=["RS256"])
        match who:
            case "unsigned":
                told["id_token"] = jwt.encode({"alg": "none"}, token.claims, key, algorithms=["none"])
            case "signed-by-secret":
                told["id_token"] = jwt.encode(
                    {"alg": "HS256"}, token.claims, OctKey.import_key(SECRET), algorithms=["HS256"]
                )
            case "signed-by-stranger":
                stranger = RSAKey.generate_key(2048)
                told["id_token"] = jwt.encode(header, token.claims, stranger, algorithms=["RS256"])
            case "changed-after-signing":
                signed = told["id_token"].split(".")
                changed = json.dumps(token.claims | {"email": "lead@kretinga.example"}).encode()
                signed[1] = base64.urlsafe_b64encode(changed).rstrip(b"=").decode()
                told["id_token"] = ".".join(signed)
        answer.set_data(json.dumps(told))
        return answer

    provider.run("127.0.0.1", port, debug=False)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
