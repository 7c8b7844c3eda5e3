"""Tokens, hashes, numbers by chance."""

import re

from assistant.adapters.secrets import SystemSecrets
from assistant.usecases.keyed import KeyedHash


def test_a_token_may_stand_in_an_address_and_is_never_the_same() -> None:
    tokens = {SystemSecrets("key").token() for _ in range(100)}

    assert len(tokens) == 100
    # 32 signs of 6 bits are 192 bits.
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", token) for token in tokens)


def test_a_number_below_a_limit_reaches_both_ends_and_not_the_limit() -> None:
    assert {SystemSecrets("key").below(3) for _ in range(200)} == {0, 1, 2}


def test_a_hash_depends_on_the_key_and_on_nothing_else() -> None:
    assert SystemSecrets("key").hashed("token") == SystemSecrets("key").hashed("token")
    assert SystemSecrets("key").hashed("token") != SystemSecrets("other key").hashed("token")


def test_hashes_are_those_that_are_stored_already_however_many_were_made_before() -> None:
    # The second example of RFC 4231.
    jefe = SystemSecrets("Jefe", ["Jefe"])
    expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"

    hashed = [jefe.hashed("what do ya want for nothing?") for _ in range(2)]

    assert hashed == [expected, expected]
    assert [one.earlier for one in hashed if isinstance(one, KeyedHash)] == [(expected,), (expected,)]
