"""Which addresses may be fetched from."""

import socket
import time

import pytest

from onrecord.errors import FetchError
from onrecord.sources.addresses import connect, is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "fc00::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
    ],
)
def test_is_public_refuses_addresses_that_are_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "193.0.6.139", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_is_public_takes_public_ones(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "0x7f.1", "127.1", "0", "::1", "localhost"])
def test_connect_refuses_this_machine_in_every_spelling(host: str) -> None:
    # a resolver that does not know a spelling refuses it too, by another line
    with pytest.raises(FetchError, match=r"is not a public address|no host named"):
        connect(host, 80, where="http://x/", deadline=time.monotonic() + 60, allow_private=False)


def test_connect_refuses_a_host_that_is_private_in_one_of_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(FetchError, match=r"herald.example is not a public address \(10.0.0.1\)"):
        connect("herald.example", 80, where="http://x/", deadline=time.monotonic() + 60, allow_private=False)


@pytest.mark.parametrize("host", ["herald.invalid", "a" * 80 + ".example"])
def test_connect_says_that_a_host_is_unknown(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FetchError, match="no host named"):
        connect(host, 80, where="http://x/", deadline=time.monotonic() + 60, allow_private=False)


def test_connect_says_that_a_host_does_not_answer() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="does not answer"):
        connect("127.0.0.1", port, where="http://x/", deadline=time.monotonic() + 60, allow_private=True)
    with pytest.raises(FetchError, match="does not answer"):
        connect("127.0.0.1", port, where="http://x/", deadline=time.monotonic() - 1, allow_private=True)
