"""Which network addresses may be fetched from: public ones, looked up once and connected to as checked.

A server that fetches what strangers name must not be led to its own network. A name is resolved here, every address
it has is judged, and the connection goes to one of exactly those: a second look-up could answer otherwise (DNS
rebinding). Decimal, hexadecimal and short forms of an address need no care of their own, since the resolver reads them.
"""

from __future__ import annotations

import ipaddress
import socket
import time

from onrecord.errors import FetchError

# IPv4 addresses inside IPv6 that a gateway translates (RFC 6052)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_CHECK = "check the address and the network"


def connect(host: str, port: int, *, where: str, deadline: float, allow_private: bool) -> socket.socket:
    """A socket connected to a host that is public in all its addresses.

    Args:
        host: a name or an address.
        port: the TCP port.
        where: the URL, for messages.
        deadline: ``time.monotonic()`` by which it must be connected.
        allow_private: take any address.

    Raises:
        FetchError: the host is unknown, not public, or does not answer.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no host named {host} was found", where=where, remedy=_CHECK) from error
    for *_, address in found:
        if not allow_private and not is_public(str(address[0])):
            what = f"{host} is not a public address ({address[0]}); pages of private networks are not fetched"
            raise FetchError(what, where=where, remedy="save the page and read the file")
    failure: OSError | None = None
    for family, kind, protocol, _, address in found:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(left)
            connection.connect(address)
            return connection
        except OSError as error:
            connection.close()
            failure = error
    reason = f" ({failure.strerror.lower()})" if failure and failure.strerror else ""
    raise FetchError(f"{host} does not answer{reason}", where=where, remedy=_CHECK) from failure


def is_public(address: str) -> bool:
    """Whether an address, and any IPv4 address it carries, is one of the public Internet.

    Private, loopback, link-local, multicast, unspecified and reserved ones are not (IANA's special-purpose registries).
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.is_site_local or (ip.sixtofour and not is_public(str(ip.sixtofour))):
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)
