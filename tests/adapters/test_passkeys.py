"""Where passkeys are possible, what browsers are asked for, and what is no answer of a passkey."""

import json

import pytest

from assistant.adapters.passkeys import WebAuthnPasskeys

PASSKEYS = WebAuthnPasskeys("https://aiskiai.example", "aiskiai")


@pytest.mark.parametrize(
    ("address", "are_possible"),
    [
        ("https://aiskiai.example", True),
        ("https://aiskiai.example:8443", True),
        ("http://localhost:8000", True),
        ("http://aiskiai.example", False),
        ("http://127.0.0.1:8000", False),
        ("https://192.0.2.1", False),
        ("https://[2001:db8::1]", False),
    ],
)
def test_they_need_a_name_and_https_or_localhost(address: str, are_possible: bool) -> None:
    assert WebAuthnPasskeys(address, "aiskiai").are_possible is are_possible


def test_a_new_one_can_be_found_without_a_name_and_verifies_the_person() -> None:
    options = json.loads(PASSKEYS.creation("challenge", "rasa", "rasa@kretinga.example", ["AAAA"]))

    assert options["rp"]["id"] == "aiskiai.example"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["attestation"] == "none"
    assert [one["id"] for one in options["excludeCredentials"]] == ["AAAA"]


def test_whoever_shows_one_is_verified() -> None:
    options = json.loads(PASSKEYS.request("challenge", ()))

    assert options["userVerification"] == "required"
    assert options["allowCredentials"] == []


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "null",
        "1",
        "ąžuolas",
        "{}",
        '{"id": "a"}',
        '{"id":"a","response":{}}',
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"AA"}}',
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","signature":"AA"}}',
    ],
)
def test_what_is_no_answer_proves_nothing(answer: str) -> None:
    assert PASSKEYS.told(answer) == ("", "")
    assert PASSKEYS.made(answer, "challenge") is None
    assert PASSKEYS.shown(answer, "challenge", "AAAA", 0) is None
