"""What a user names, to documents: paths, ``-`` for standard input, http and https URLs."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputNotFound, OnrecordError, SourceError, UsageError
from onrecord.published import REMEDY, iso_date
from onrecord.records import Document
from onrecord.sources.decode import decode, require_letters, unix_newlines
from onrecord.sources.json_lines import bounded_lines, jsonl
from onrecord.sources.limits import DEFAULT, Limits, size
from onrecord.sources.sniff import markup

# two letters at least, so that C:\article.txt stays a path
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_HTML_TYPES = {"text/html", "application/xhtml+xml"}


def documents(
    names: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    as_jsonl: bool = False,
    limits: Limits = DEFAULT,
) -> Iterator[Document | OnrecordError]:
    """The documents that names stand for, in order, read one at a time.

    A failure is yielded in the document's place, never raised, so that the others are still read.

    Args:
        names: paths, ``-``, or http and https URLs. Files ending ``.jsonl`` or ``.ndjson`` hold many documents.
        stdin: what ``-`` reads; the program's standard input by default.
        published: the day of publication, ``YYYY-MM-DD``: comes before what the documents say themselves.
        as_jsonl: every name holds JSON lines, whatever its ending.
        limits: how much, and for how long.

    Yields:
        For each name its :class:`Document`, or several for JSON lines, or an :class:`OnrecordError`.

    Raises:
        UsageError: ``published`` is no date; at once, before anything is read.
    """
    try:
        day = iso_date(published) if published is not None else None
    except ValueError:
        raise UsageError(f"{published!r} is no date", where="--published", remedy=REMEDY) from None

    def each() -> Iterator[Document | OnrecordError]:
        for name in names:
            for found in _named(name, stdin, as_jsonl, limits):
                yield dataclasses.replace(found, published=day) if day and isinstance(found, Document) else found

    return each()


def from_bytes(
    raw: bytes,
    *,
    id: str,
    url: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    """The document in the content of a file or of an answer: plain text or an HTML page, told by content.

    Line ends of plain text become line feeds here, before the text is the document's; it never changes after.

    Args:
        raw: the whole content.
        id: names the document, and it in messages.
        url: where it was fetched from, if it was.
        media_type: what it is said to be; a hint.
        charset: the encoding it is said to be in; a hint.
        limits: how large an HTML page may be and how long it may take.

    Raises:
        SourceError: it is empty, binary, without letters, or a page without an article.
    """
    text = decode(raw, id, declared=charset)
    kind = markup(text, said_html=media_type in _HTML_TYPES)
    if kind == "html":
        from onrecord.sources.html import from_html  # subprocess and threads: only for those who read pages

        return from_html(text, id=id, url=url, raw=raw, limits=limits)
    if kind == "feed":
        raise SourceError("is a feed or site map, not an article", where=id, remedy="name the pages it lists")
    if kind == "mhtml":
        raise SourceError("is a page saved as MHTML", where=id, remedy='save it as "Webpage, HTML only" and read that')
    require_letters(text, id)
    return Document(id=id, text=unix_newlines(text), origin=id, url=url, raw=raw)


def _named(name: str, stdin: BinaryIO | None, as_jsonl: bool, limits: Limits) -> Iterator[Document | OnrecordError]:
    """The documents of one name, or the error that kept it from being read."""
    # a file's name that is not UTF-8 comes with half surrogates in it, which nothing can print
    id = name.encode("utf-8", "replace").decode()
    try:
        if scheme := _SCHEME.match(name):
            yield _from_url(id, scheme[1].lower(), limits)
        elif name == "-":
            yield from _from_stream(stdin or sys.stdin.buffer, id, as_jsonl, limits)
        else:
            with _opened(name, id) as stream:
                lines = as_jsonl or name.lower().endswith((".jsonl", ".ndjson"))
                yield from _from_stream(stream, id, lines, limits)
    except OnrecordError as error:
        yield error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield SourceError(f"could not be read ({reason})", where=id, remedy="try again or copy it elsewhere")


def _from_stream(stream: BinaryIO, id: str, lines: bool, limits: Limits) -> Iterator[Document | OnrecordError]:
    if lines:
        yield from jsonl(bounded_lines(stream, limits), name=id, limits=limits)
        return
    raw = stream.read(limits.file_bytes)
    if len(raw) >= limits.file_bytes:
        what = f"is too large; a document must be smaller than {size(limits.file_bytes)}"
        raise SourceError(what, where=id, remedy="split it, or give many documents as JSON lines (--jsonl)")
    said = "text/html" if id.lower().endswith((".html", ".htm", ".xhtml")) else None
    yield from_bytes(raw, id=id, media_type=said, limits=limits)


def _from_url(url: str, scheme: str, limits: Limits) -> Document:
    if scheme not in ("http", "https"):
        what = f"addresses beginning {scheme}:// are not read"
        raise UsageError(what, where=url, remedy="give a path, or an http or https address")
    from onrecord.sources.fetch import fetch  # ssl and http.client: only for those who fetch

    page = fetch(url, limits)
    return from_bytes(page.body, id=url, url=page.url, media_type=page.media_type, charset=page.charset, limits=limits)


def _opened(name: str, id: str) -> BinaryIO:
    """The file at a path, or a clear word on why there is none."""
    path = Path(name)
    if not name:
        raise InputNotFound("an empty name names no file", remedy="give a path, a URL, or - for standard input")
    try:
        if path.is_dir():
            raise InputNotFound(
                "is a directory", where=id, remedy=f"name the files in it, for instance {path / '*.txt'}"
            )
        return path.open("rb")
    except PermissionError as error:
        raise SourceError("may not be read", where=id, remedy="ask for the permission to read it") from error
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: a NUL in the path, which no file has
        remedy = "to read a web page, write https:// before its address" if id.startswith("www.") else "check the path"
        raise InputNotFound("no such file", where=id, remedy=remedy) from None
