"""What bytes or a text seem to be, judged by their content: names and declared types are often wrong."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from onrecord.tables import rows

Markup = Literal["html", "feed", "mhtml"]

# Where a page may begin, after the WHATWG MIME Sniffing Standard (section 7.1, "scriptable"), and some more
# elements that saved fragments of articles begin with.
_PAGE_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|iframe|table|div|font|article|section|main"
    r"|header|nav|h[1-6]|p|ul|ol|blockquote|span|figure|a|b|br)(?=[\s>/])",
    re.IGNORECASE,
)
# what may stand before that: space, a byte order mark, an XML declaration, comments
_PROLOGUE = re.compile(r"(?:[\s\ufeff]+|<\?.{0,2000}?\?>|<!--.{0,20000}?-->)*", re.DOTALL)
_CLOSING_TAG = re.compile(r"</(?:html|body|p|div|article|section|h[1-6]|td|li|span|a)\s*>", re.IGNORECASE)
_PAGE_INSIDE = re.compile(r"<(?:html|body)(?:\s[^<>]*)?>", re.IGNORECASE)
_FEED_START = re.compile(r"<(?:rss|feed|rdf:RDF|sitemapindex|urlset)[\s>]", re.IGNORECASE)
_MHTML_HEADER = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEADER_LINE = re.compile(r"[A-Za-z-]+:\s")


class Signature(NamedTuple):
    """How files of one kind begin: ``start`` at ``offset``, and ``contains`` somewhere after it."""

    offset: int
    start: bytes
    contains: bytes
    kind: str
    remedy: str


def binary_kind(raw: bytes) -> Signature | None:
    """The well-known binary format that the bytes begin like, if any (``data/signatures.tsv``)."""
    for known in _signatures():
        if raw.startswith(known.start, known.offset) and known.contains in raw:
            return known
    return None


def markup(text: str, *, said_html: bool = False) -> Markup | None:
    """Which markup a text is written in; ``None`` for plain text.

    Args:
        text: the whole text, decoded.
        said_html: whether a file's suffix or a server says that it is HTML. A hint: it decides only where the
            text does not begin like a page yet has closing tags.
    """
    start = _PROLOGUE.match(text)
    at = start.end() if start else 0
    if _FEED_START.match(text, at):
        return "feed"
    if _HEADER_LINE.match(text, at) and _MHTML_HEADER.search(text, at, at + 4000):
        return "mhtml"
    if _PAGE_START.match(text, at) and (_CLOSING_TAG.search(text, at) or _PAGE_INSIDE.search(text, at)):
        return "html"
    if _PAGE_INSIDE.search(text, at, at + 1000) and _CLOSING_TAG.search(text, at):
        return "html"
    return "html" if said_html and _CLOSING_TAG.search(text, at) else None


@cache
def _signatures() -> tuple[Signature, ...]:
    return tuple(
        Signature(int(offset), bytes.fromhex(start), contains.encode(), kind, remedy)
        for offset, start, contains, kind, remedy in rows("signatures.tsv")
    )
