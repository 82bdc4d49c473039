"""Names to documents."""

import io
import os
from pathlib import Path

import pytest

from onrecord.errors import InputNotFound, OnrecordError, SourceError, UsageError
from onrecord.records import Document
from onrecord.sources.fetch import Page
from onrecord.sources.files import documents, from_bytes
from onrecord.sources.limits import Limits

TEXT = "“The talks go on,” said Ana Torv.\n"
PAGE = (Path(__file__).parent / "vessia.html").read_bytes()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one(name: str, **options: object) -> Document:
    (found,) = documents([name], **options)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def refused(name: str, **options: object) -> OnrecordError:
    (found,) = documents([name], **options)  # type: ignore[arg-type]
    assert isinstance(found, OnrecordError), found
    return found


def test_documents_read_plain_text_and_keep_its_bytes(folder: Path) -> None:
    raw = TEXT.encode("utf-16")
    (folder / "a.txt").write_bytes(raw)
    assert one("a.txt") == Document(id="a.txt", text=TEXT, origin="a.txt", raw=raw)


def test_documents_end_lines_of_plain_text_in_one_way(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"One.\r\nTwo.\rThree.\n")
    assert one("a.txt").text == "One.\nTwo.\nThree.\n"


def test_documents_read_pages_whatever_they_are_called(folder: Path) -> None:
    (folder / "a.txt").write_bytes(PAGE)
    assert one("a.txt").media_type == "text/html"
    assert one("a.txt").published == "2024-05-31"


def test_documents_read_plain_text_that_is_called_a_page(folder: Path) -> None:
    (folder / "a.html").write_text(TEXT, encoding="utf-8")
    assert one("a.html").text == TEXT


def test_documents_read_standard_input() -> None:
    document = one("-", stdin=io.BytesIO(TEXT.encode()))
    assert (document.id, document.text) == ("-", TEXT)


def test_documents_read_json_lines_by_ending_or_by_option(folder: Path) -> None:
    line = b'{"id": "x", "text": "One.\\r\\n"}\n'
    (folder / "a.jsonl").write_bytes(line)
    assert (one("a.jsonl").id, one("a.jsonl").text) == ("x", "One.\r\n")
    assert one("-", stdin=io.BytesIO(line), as_jsonl=True).id == "x"


def test_documents_read_urls(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://herald.vessia.example/1"
    page = Page("https://herald.vessia.example/one", "Zoë said: “Go.”".encode("cp1252"), "text/plain", "windows-1252")
    monkeypatch.setattr("onrecord.sources.fetch.fetch", lambda url, limits: page)
    document = one(url)
    assert (document.id, document.origin, document.url) == (url, url, page.url)
    assert document.text == "Zoë said: “Go.”"


def test_documents_go_on_after_a_failure_and_keep_the_order(folder: Path) -> None:
    (folder / "a.txt").write_text("One.")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.jsonl").write_text('{"text": "Two."}\nnonsense\n{"text": "Three."}')
    (folder / "d.txt").write_text("Four.")
    found = list(documents(["a.txt", "none.txt", "b.txt", "c.jsonl", "ftp://x/y", "d.txt"]))
    shown = [item.text if isinstance(item, Document) else type(item).__name__ for item in found]
    assert shown == ["One.", "InputNotFound", "SourceError", "Two.", "SourceError", "Three.", "UsageError", "Four."]


def test_documents_are_read_one_at_a_time(folder: Path) -> None:
    def names() -> object:
        yield "a.txt"
        raise AssertionError("read ahead")

    (folder / "a.txt").write_text("One.")
    assert isinstance(next(documents(names())), Document)  # type: ignore[arg-type]


def test_published_comes_before_what_documents_say(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"text": "One.", "published": "2020-01-01"}')
    assert one("a.jsonl", published="2024-06-01").published == "2024-06-01"
    with pytest.raises(UsageError, match=r"'June' is no date; write it as YYYY-MM-DD"):
        documents(["a.jsonl"], published="June")


@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        ("none.txt", InputNotFound, "none.txt: no such file; check the path"),
        ("a.txt/b.txt", InputNotFound, "no such file"),
        ("", InputNotFound, "names no file"),
        ("a\0b", InputNotFound, "no such file"),
        ("www.vessia.example/news", InputNotFound, "write https:// before"),
        (".", InputNotFound, "is a directory; name the files in it"),
        ("ftp://vessia.example/a", UsageError, "only|http or https"),
        ("file:///etc/hostname", UsageError, "file:// are not read"),
        ("http://", UsageError, "no web address"),
        ("http://127.0.0.1/", SourceError, "not a public address"),
        ("empty.txt", SourceError, "is empty"),
        ("digits.txt", SourceError, "no letters"),
        ("report.pdf", SourceError, "is a PDF document"),
        ("feed.xml", SourceError, "is a feed"),
        ("page.mhtml", SourceError, "MHTML"),
        ("app.html", SourceError, "no article"),
        ("x" * 5000, SourceError, "could not be read"),
    ],
)
def test_documents_say_in_one_line_what_cannot_be_read(
    folder: Path, name: str, kind: type[OnrecordError], word: str
) -> None:
    (folder / "a.txt").write_text("One.")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "digits.txt").write_text("12 — 13\n")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7 and so on")
    (folder / "feed.xml").write_text('<?xml version="1.0"?><rss><channel></channel></rss>')
    (folder / "page.mhtml").write_text("MIME-Version: 1.0\nContent-Type: multipart/related;\n\n")
    (folder / "app.html").write_text("<html><body><div id=app></div></body></html>")
    error = refused(name)
    assert isinstance(error, kind)
    with pytest.raises(OnrecordError, match=word):
        raise error
    assert "\n" not in str(error)
    assert error.exit_status == (2 if issubclass(kind, UsageError) else 1)


def test_documents_refuse_files_of_the_limit_and_over(folder: Path) -> None:
    (folder / "a.txt").write_text("a" * 1000)
    assert "is too large; a document must be smaller than 1 kB" in str(refused("a.txt", limits=Limits(file_bytes=1000)))
    assert len(one("a.txt", limits=Limits(file_bytes=1001)).text) == 1000


def test_documents_say_that_a_file_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, mode: str) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    assert str(refused("a.txt")) == "a.txt: may not be read; ask for the permission to read it"


def test_documents_of_files_with_names_that_are_no_text_can_be_printed(folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (folder / name).write_text("One.")
    except OSError:
        return  # a file system that has only names in UTF-8
    assert one(name).id.encode() == b"caf?.txt"


def test_from_bytes_takes_a_declared_encoding_as_a_hint() -> None:
    text = "Prezident Vessie řekl: „Jednání pokračují.“"
    assert from_bytes(text.encode("cp1250"), id="a", charset="windows-1250").text == text
