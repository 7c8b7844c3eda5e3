import pytest

from assistant.adapters.addresses import is_public


@pytest.mark.parametrize("address", ["8.8.8.8", "193.219.1.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104 - nobody listens on it here
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_our_own_machines_and_our_neighbours_are_not(address: str) -> None:
    assert not is_public(address)


def test_a_name_is_no_address() -> None:
    with pytest.raises(ValueError, match="does not appear"):
        is_public("localhost")
