"""An HTML page to a document: the article's text, and the title, outlet, author and day the page gives."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.errors import SourceError
from onrecord.records import Document
from onrecord.sources.limits import DEFAULT, Limits, size
from onrecord.sources.worker import Worker, WorkerDiedError, WorkerTimeoutError

# one for the whole program: starting it costs a third of a second, a page a few hundredths
_worker = Worker("onrecord.sources.html_worker")

_SAVE = "open it in a browser, save the article as plain text and read that"
# a line that is written, not a menu's: five words or more, and a sentence's end or a quotation mark
_WRITTEN = re.compile(r"^(?=.*[.!?…:\"”“»«」。])(?:\W*\w+){5}", re.MULTILINE)
_NEEDS_SCRIPT = re.compile(r"\b(?:enable|activate|turn on|requires?|without)\b.{0,20}\bjavascript\b", re.IGNORECASE)


def from_html(page: str, *, id: str, url: str | None = None, raw: bytes = b"", limits: Limits = DEFAULT) -> Document:
    """The document that a page holds.

    Args:
        page: the page's HTML, decoded.
        id: names the document, and the page in messages: a path or URL.
        url: where it was fetched from, if it was; the page's own canonical URL comes before it.
        raw: the bytes as they came.
        limits: how large the page may be and how long making text of it may take.

    Raises:
        SourceError: the page has no article, is too large, took too long, or crashed the parser.
    """
    if len(page) >= limits.page_bytes:
        what = f"is an HTML page of {size(len(page))}; pages must be smaller than {size(limits.page_bytes)}"
        raise SourceError(what, where=id, remedy=_SAVE)
    try:
        found = _worker.ask({"html": page, "url": url}, seconds=limits.extract_seconds)
    except WorkerTimeoutError as late:
        what = f"finding the article in this page took over {limits.extract_seconds:g} s"
        raise SourceError(what, where=id, remedy=_SAVE) from late
    except WorkerDiedError as died:
        raise SourceError(f"the HTML parser failed on this page ({died})", where=id, remedy=_SAVE) from died
    text = found["text"]
    if not text or not _WRITTEN.search(text):
        raise SourceError("no article was found in this page", where=id, remedy=_SAVE)
    if len(text) < 500 and _NEEDS_SCRIPT.search(text):
        raise SourceError("this page has its article only with JavaScript", where=id, remedy=_SAVE)
    return Document(
        id=id,
        text=text,
        origin=id,
        title=found["title"] or None,
        published=found["published"] or None,
        url=_canonical(found["url"]) or url,
        outlet=found["outlet"] or None,
        author=found["author"] or None,
        media_type="text/html",
        extractor=found["extractor"],
        raw=raw,
    )


def _canonical(url: str | None) -> str | None:
    """The page's own URL, unless it is the site's front page, which careless templates give for every article."""
    return url if url and urlsplit(url).path.strip("/") else None
