"""One URL to the bytes of a page, within limits: never unless the user names the URL, never further than asked."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import FetchError, UsageError
from onrecord.sources.addresses import connect
from onrecord.sources.limits import DEFAULT, Limits, size

_SAVE = "open it in a browser, save the page and read the file"
_TEXT_TYPES = {"application/xhtml+xml", "application/xml"}
_REDIRECTS = {301, 302, 303, 307, 308}
_REMEDIES = {404: "check the address", 410: "the page is gone; check the address", 429: "try again later"}
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: ``url`` after redirects, ``body`` decompressed, what its headers say of it."""

    url: str
    body: bytes
    media_type: str | None
    charset: str | None


class _Target(NamedTuple):
    secure: bool
    host: str
    port: int
    path: str


class _Redirect(NamedTuple):
    """From which URL, and to where in that URL's terms."""

    at: str
    link: str


def fetch(url: str, limits: Limits = DEFAULT) -> Page:
    """The page at a URL.

    Each redirect is checked like the URL itself. No cookies, no credentials, no proxy.

    Raises:
        UsageError: this is no http or https address.
        FetchError: it cannot be had, is no text, or goes over a limit.
    """
    deadline = time.monotonic() + limits.fetch_seconds
    at, link = "", url
    for _ in range(limits.redirects + 1):
        found = _get(at, link, url, deadline, limits)
        if isinstance(found, Page):
            return found
        at, link = found
    raise FetchError(f"redirects more than {limits.redirects} times", where=url, remedy=_SAVE)


def _get(at: str, link: str, where: str, deadline: float, limits: Limits) -> Page | _Redirect:
    """One request and its answer: for ``link`` as found at URL ``at``; ``where`` is the URL that the user gave."""
    try:
        url = urljoin(at, link)
        target = _target(url)
    except ValueError as error:
        if not at:
            raise UsageError(f"is no web address ({error})", where=where, remedy="check the address") from None
        raise FetchError(f"redirects to what is no web address ({error})", where=where, remedy=_SAVE) from None
    sock = connect(target.host, target.port, where=where, deadline=deadline, allow_private=limits.allow_private)
    with contextlib.closing(sock):
        if target.secure:
            sock = _tls().wrap_socket(sock, server_hostname=target.host, do_handshake_on_connect=False)
        with contextlib.closing(sock), _watched(sock, where, deadline, limits):
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            return _ask(sock, target, url, where, limits)


def _ask(sock: socket.socket, target: _Target, url: str, where: str, limits: Limits) -> Page | _Redirect:
    """Speak HTTP over a connected socket."""
    kind = http.client.HTTPSConnection if target.secure else http.client.HTTPConnection
    connection = kind(target.host, target.port)
    connection.sock = sock  # the address that was checked, not one looked up again
    headers = {
        "User-Agent": f"onrecord/{version('onrecord')}",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    connection.request("GET", target.path, headers=headers)
    with connection.getresponse() as answer:
        location = answer.headers.get("Location")
        if answer.status in _REDIRECTS and location:
            return _Redirect(url, location)
        if answer.status != 200:
            # the usual words, not the server's own, which go to a terminal
            what = f"the server answers {answer.status} {http.client.responses.get(answer.status, '')}".rstrip()
            fallback = "try again later" if answer.status >= 500 else _SAVE
            raise FetchError(what, where=where, remedy=_REMEDIES.get(answer.status, fallback))
        # get_content_type() says text/plain where nothing is said
        said = answer.headers.get_content_type() if "Content-Type" in answer.headers else None
        if said and not said.startswith("text/") and said not in _TEXT_TYPES:
            said = said if said.isprintable() else "something unknown"
            raise FetchError(f"is {said}, not a page", where=where, remedy="give the address of an article's page")
        return Page(url, _body(answer, where, limits), said, answer.headers.get_content_charset())


def _body(answer: http.client.HTTPResponse, where: str, limits: Limits) -> bytes:
    """The body, decompressed as it comes, so that neither form can grow past the limit."""
    coding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"comes compressed as {coding!r:.20}, which was not asked for", where=where, remedy=_SAVE)
    inflate = None if coding == "identity" else zlib.decompressobj(wbits=47)  # 47: gzip or zlib, whichever it is
    body = bytearray()
    too_large = FetchError(f"is larger than {size(limits.page_bytes)}", where=where, remedy=_SAVE)
    if (answer.length or 0) > limits.page_bytes:
        raise too_large
    while chunk := answer.read(_CHUNK):
        body += inflate.decompress(chunk, limits.page_bytes + 1 - len(body)) if inflate else chunk
        if len(body) > limits.page_bytes:
            raise too_large
    if answer.length or (inflate and body and not inflate.eof):
        raise FetchError("the connection ended before the page did", where=where, remedy="try again")
    return bytes(body)


def _target(url: str) -> _Target:
    """Where a URL leads.

    Raises:
        ValueError: nowhere that is read.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise ValueError("only http and https are read")
    if not parts.hostname or not parts.hostname.isprintable():
        raise ValueError("it names no host")
    secure = parts.scheme == "https"
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode()
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*") + (
        "?" + quote(parts.query, safe="/%:=&~+!$,;'@()*?") if parts.query else ""
    )
    return _Target(secure, host, parts.port or (443 if secure else 80), path)


@cache
def _tls() -> ssl.SSLContext:
    """The system's certificates, and certifi's for machines that have none."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@contextlib.contextmanager
def _watched(sock: socket.socket, where: str, deadline: float, limits: Limits) -> Iterator[None]:
    """Cut the connection at the deadline, and say in plain words what went wrong on it.

    A socket's own time-out starts anew with each byte, so a server that drips would never meet it.
    """
    late = threading.Event()

    def cut() -> None:
        late.set()
        with contextlib.suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # SSLSocket's own would pull the state from under a read

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    too_late = FetchError(f"took over {limits.fetch_seconds:g} s", where=where, remedy="try again later, or " + _SAVE)
    try:
        yield
    except (OSError, http.client.HTTPException, zlib.error, FetchError) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise too_late from error
        if isinstance(error, FetchError):
            raise
        if isinstance(error, ssl.SSLCertVerificationError):
            what = f"the server's certificate cannot be trusted ({error.verify_message})"
            raise FetchError(what, where=where, remedy="check the address; do not trust what it sends") from error
        if isinstance(error, zlib.error):
            raise FetchError("comes compressed in a way that is broken", where=where, remedy=_SAVE) from error
        reason = (getattr(error, "strerror", None) or type(error).__name__).lower()
        raise FetchError(f"the connection failed ({reason})", where=where, remedy="try again") from error
    finally:
        timer.cancel()
    if late.is_set():
        raise too_late
