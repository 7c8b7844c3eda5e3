"""Which network addresses belong to the open internet, and which to ourselves and our neighbours."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the open internet, also where it wraps another one.

    Loopback, private and link-local networks, multicast and what is reserved are not: behind them stand machines that
    trust whoever can reach them. Raises ValueError where it is no numeric address.
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = _wrapped(found) or found
    return found.is_global and not found.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """The address to which a gateway would really go."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
