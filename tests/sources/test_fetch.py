"""Fetching, from a server of the test's own."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import FetchError, UsageError
from onrecord.sources import addresses
from onrecord.sources.fetch import fetch
from onrecord.sources.limits import Limits

BODY = b"<html><body><p>The talks go on, the minister said.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=windows-1252"}
OPEN = Limits(allow_private=True, page_bytes=100_000, fetch_seconds=30)


class Site(BaseHTTPRequestHandler):
    """An invented outlet's site, well-behaved and not."""

    seen: dict[str, str]

    def do_GET(self) -> None:
        type(self).seen = dict(self.headers)
        match self.path.partition("?")[0]:
            case "/plain":
                self.reply(200, HTML, BODY)
            case "/untyped":
                self.reply(200, {}, BODY)
            case "/gzip":
                self.reply(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(BODY))
            case "/bomb":
                self.reply(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000)))
            case "/broken-gzip":
                self.reply(200, {**HTML, "Content-Encoding": "gzip"}, b"no gzip at all")
            case "/cut-gzip":
                self.reply(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(BODY)[:-12])
            case "/brotli":
                self.reply(200, {**HTML, "Content-Encoding": "br"}, BODY)
            case "/large":
                self.reply(200, HTML, bytes(100_001))
            case "/large-unsaid":
                self.reply(200, HTML, bytes(300_000), length=None)
            case "/cut":
                self.reply(200, HTML, BODY, length=len(BODY) + 10)
            case "/pdf":
                self.reply(200, {"Content-Type": "application/pdf"}, b"%PDF-1.7")
            case "/slow":
                self.reply(200, HTML, b"", length=None)
                self.drip()
            case "/slow-head":
                self.drip()
            case "/nonsense":
                self.wfile.write(b"this is not HTTP\r\n\r\n")
            case "/there":
                self.reply(302, {"Location": "/plain?from=there"}, b"")
            case "/round":
                self.reply(301, {"Location": "/round"}, b"")
            case "/inside":
                self.reply(302, {"Location": "http://10.0.0.1/admin"}, b"")
            case "/to-nowhere":
                self.reply(302, {"Location": "http://[::1"}, b"")
            case "/escapes":
                self.reply(200, {"Content-Type": "image/\x1b[31m"}, b"")
            case "/to-file":
                self.reply(302, {"Location": "file:///etc/hostname"}, b"")
            case path:
                self.reply(int(path[1:]), HTML, b"sorry")

    def reply(self, status: int, headers: dict[str, str], body: bytes, *, length: int | None = -1) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(len(body) if length < 0 else length))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A byte now and then, until the other side has had enough."""
        for _ in range(1200):
            self.wfile.write(b"x")
            if self.server.ended.wait(0.05):  # type: ignore[attr-defined]
                return

    def log_message(self, format: str, *args: object) -> None: ...


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """The client hangs up, as it should."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Site)
    server.ended = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.ended.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def test_fetch_brings_the_page_and_what_is_said_of_it(site: str) -> None:
    page = fetch(f"{site}/plain#part", OPEN)
    assert page.body == BODY
    assert (page.media_type, page.charset) == ("text/html", "windows-1252")


def test_fetch_says_who_it_is_and_sends_no_more(site: str) -> None:
    fetch(f"{site}/plain", OPEN)
    assert Site.seen["User-Agent"].startswith("onrecord/")
    assert {"Cookie", "Authorization", "Referer"}.isdisjoint(Site.seen)


def test_fetch_takes_pages_without_a_type(site: str) -> None:
    assert fetch(f"{site}/untyped", OPEN).media_type is None


def test_fetch_unpacks(site: str) -> None:
    assert fetch(f"{site}/gzip", OPEN).body == BODY


def test_fetch_follows_redirects_and_says_where_it_came(site: str) -> None:
    page = fetch(f"{site}/there", OPEN)
    assert (page.url, page.body) == (f"{site}/plain?from=there", BODY)


def test_fetch_writes_addresses_as_the_net_wants_them(site: str) -> None:
    assert fetch(f"{site}/plain?q=Zoë Torv", OPEN).body == BODY


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/404", r"the server answers 404 Not Found; check the address"),
        ("/403", r"403 Forbidden; open it in a browser"),
        ("/503", r"503 Service Unavailable; try again later"),
        ("/pdf", r"is application/pdf, not a page"),
        ("/large", r"larger than 100 kB"),
        ("/large-unsaid", r"larger than 100 kB"),
        ("/bomb", r"larger than 100 kB"),
        ("/broken-gzip", r"compressed in a way that is broken"),
        ("/cut-gzip", r"ended before the page did"),
        ("/brotli", r"compressed as 'br'"),
        ("/cut", r"ended before the page did"),
        ("/nonsense", r"the connection failed"),
        ("/round", r"redirects more than 5 times"),
        ("/escapes", r"is something unknown, not a page"),
        ("/to-nowhere", r"redirects to what is no web address"),
        ("/to-file", r"redirects to what is no web address"),
    ],
)
def test_fetch_says_why_a_page_cannot_be_had(site: str, path: str, word: str) -> None:
    with pytest.raises(FetchError, match=word) as caught:
        fetch(site + path, OPEN)
    assert caught.value.where == site + path
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["/slow", "/slow-head"])
def test_fetch_ends_at_the_time_limit_however_a_server_drips(site: str, path: str) -> None:
    with pytest.raises(FetchError, match=r"took over 0.3 s"):
        fetch(site + path, Limits(allow_private=True, fetch_seconds=0.3))


def test_fetch_refuses_private_addresses(site: str) -> None:
    with pytest.raises(FetchError, match="is not a public address"):
        fetch(f"{site}/plain")


def test_fetch_checks_each_redirect(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.1" or judge(ip))
    with pytest.raises(FetchError, match=r"10\.0\.0\.1 is not a public address"):
        fetch(f"{site}/inside")


def test_fetch_looks_a_host_up_once_and_goes_where_it_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(site.rpartition(":")[2])
    answers = iter(["127.0.0.1", "10.0.0.1"])

    def rebinding(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(addresses, "is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert fetch(f"http://herald.vessia.example:{port}/plain").body == BODY
    assert Site.seen["Host"] == f"herald.vessia.example:{port}"
    assert next(answers) == "10.0.0.1"


def test_fetch_over_tls_from_a_server_that_has_none_fails_in_one_line(site: str) -> None:
    with pytest.raises(FetchError, match="the connection failed"):
        fetch(site.replace("http:", "https:") + "/plain", OPEN)


@pytest.mark.parametrize(
    "url", ["ftp://vessia.example/a", "http:///a", "http://vessia.example:99999/", "http://[::1/", "https://"]
)
def test_fetch_refuses_what_is_no_web_address(url: str) -> None:
    with pytest.raises(UsageError, match="is no web address"):
        fetch(url)
