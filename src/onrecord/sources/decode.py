"""Bytes to text: finds the encoding, and says what the bytes are when they are no text.

The order is: byte order mark; strict UTF-8; UTF-8 with a few broken bytes; what the page or server declares; the
Western encodings, when all but a few characters are ASCII; charset-normalizer. A declaration is only tried, since one
that is wrong is common; UTF-8 comes before it, since other encodings hardly ever pass for it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from onrecord.errors import SourceError
from onrecord.sources.sniff import binary_kind

_SAVE_AS_TEXT = "save its text as a plain text file in UTF-8 and read that"

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# a page's declaration stands in its first 1,024 bytes (HTML Standard, 4.2.5.4); pages in the wild allow themselves more
_DECLARED = re.compile(rb"""<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_DECLARED_WITHIN = 4096
# the Encoding Standard reads these labels as windows-1252, and so do all browsers
_LATIN_LABELS = {"ascii", "iso8859-1"}
# Python codecs that are no encodings of pages (the Encoding Standard bans UTF-7 too)
_NO_ENCODINGS = {"unicode-escape", "raw-unicode-escape", "utf-7", "idna", "punycode", "undefined"}
# encodings of mainframes and of wide characters: what has come as far as guessing builds on ASCII
_NOT_ON_ASCII = ["cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875", "utf_7"]
_NOT_ON_ASCII += ["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_TYPOGRAPHIC = re.compile("[“”‘’–—…\u00a0]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_IN_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?")
_LETTER = re.compile(r"[^\W\d_]")
# a look at this much is enough to judge by
_SAMPLE = 100_000


def decode(raw: bytes, where: str, *, declared: str | None = None) -> str:
    """The text that the bytes stand for, line ends as they are.

    Args:
        raw: the whole content.
        where: the file or URL, for messages.
        declared: the encoding that a server names, if it names one.

    Raises:
        SourceError: the bytes are empty, binary, or in an encoding that cannot be told.
    """
    if not raw.strip():
        raise SourceError(
            "is empty" if not raw else "has nothing but blanks", where=where, remedy="there is nothing to read"
        )
    if known := binary_kind(raw):
        raise SourceError(f"is {known.kind}, not text", where=where, remedy=known.remedy or _SAVE_AS_TEXT)
    text = _marked(raw) if raw.startswith(tuple(mark for mark, _ in _MARKS)) else _unmarked(raw, declared)
    if text is None:
        raise SourceError("is in an encoding that cannot be told", where=where, remedy=_SAVE_AS_TEXT)
    if _too_broken(text):
        raise SourceError("seems to be binary data, not text", where=where, remedy=_SAVE_AS_TEXT)
    if fault := fault_in(text):
        raise SourceError(f"has {fault}", where=where, remedy="remove it; no text has one")
    return text


def unix_newlines(text: str) -> str:
    """The text with every line end as one line feed."""
    return _NEWLINE.sub("\n", text)


def fault_in(text: str) -> str | None:
    """What a text has that no store or output takes, and where: a NUL or half a surrogate pair."""
    found = _IN_NO_TEXT.search(text)
    if not found:
        return None
    kind = "a NUL character" if found[0] == "\x00" else f"half a surrogate pair (U+{ord(found[0]):04X})"
    return f"{kind} at character {found.start()}"


def require_letters(text: str, where: str) -> None:
    """Refuse a text without a single letter.

    Raises:
        SourceError: there is none.
    """
    if not _LETTER.search(text):
        raise SourceError(
            "has no letters in it" if text.strip() else "has no text", where=where, remedy="there is nothing to read"
        )


def _marked(raw: bytes) -> str | None:
    """Decoded as its byte order mark says; what is broken becomes U+FFFD."""
    mark, encoding = next((mark, encoding) for mark, encoding in _MARKS if raw.startswith(mark))
    return raw[len(mark) :].decode(encoding, "replace")


def _unmarked(raw: bytes, declared: str | None) -> str | None:
    if b"\x00" in raw:
        # no text but UTF-16 and UTF-32 has NUL bytes
        wide = _wide(raw)
        return wide if wide is not None else raw.decode("utf-8", "replace")
    if (text := _strict(raw, "utf-8")) is not None:
        return text
    if (text := _nearly_utf8(raw)) is not None:
        return text
    for label in (declared, _declared_inside(raw)):
        if label and (text := _as_declared(raw, label)) is not None:
            return text
    return _western(raw) or _guessed(raw)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _nearly_utf8(raw: bytes) -> str | None:
    """UTF-8 in which one character in ten at most, of those beyond ASCII, is broken: cut or pasted, not mistaken."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if broken * 10 <= beyond_ascii else None


def _wide(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without its mark: the one of the four whose reading is clean and the most Latin."""
    readings = [_strict(raw, encoding) for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")]
    clean = [text for text in readings if text is not None and _clean(text[:_SAMPLE])]
    return max(clean, key=lambda text: sum(c < "\u0250" for c in text[:_SAMPLE]) / len(text[:_SAMPLE]), default=None)


def _clean(text: str) -> bool:
    """Whether all but one character in a hundred are such as texts are written with."""
    strange = {c for c in set(text) if c not in "\t\n\r\f" and unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs")}
    return sum(c in strange for c in text) * 100 <= len(text)


def _declared_inside(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, _DECLARED_WITHIN) if raw.lstrip()[:1] == b"<" else None
    return found[1].decode("ascii") if found else None


def _as_declared(raw: bytes, label: str) -> str | None:
    """As declared, if the declaration names an encoding of text and what comes out looks written, not garbled."""
    try:
        encoding = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    if encoding in _NO_ENCODINGS:
        return None
    encoding = "cp1252" if encoding in _LATIN_LABELS else encoding
    text = _strict(raw, encoding)
    if not isinstance(text, str) or _CONTROL.search(text):
        return None
    from charset_normalizer import from_bytes

    return text if _is_sprinkled(raw) or from_bytes(raw, cp_isolation=[encoding]).best() else None


def _is_sprinkled(raw: bytes) -> bool:
    """Whether bytes beyond ASCII stand alone or in twos: quotation marks, dashes, accents in Latin script."""
    runs = [len(run) for run in _NOT_ASCII.findall(raw[:_SAMPLE])]
    return sum(n for n in runs if n > 2) * 5 <= sum(runs)


def _western(raw: bytes) -> str | None:
    """As windows-1252, or as Mac Roman where that gives more quotation marks and dashes.

    charset-normalizer, which knows many more encodings, takes one in eight English articles in windows-1252 for
    something rarer (Baltic, Icelandic, Big5): a few curly quotation marks are little to go by.
    """
    if not _is_sprinkled(raw):
        return None
    readings = [_strict(raw, "cp1252"), _strict(raw, "mac_roman")]
    return max((t for t in readings if t is not None), key=lambda t: len(_TYPOGRAPHIC.findall(t)), default=None)


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_exclusion=_NOT_ON_ASCII).best()
    return str(best) if best else None


def _too_broken(text: str) -> bool:
    """Whether more than one character in fifty is a control or could not be decoded."""
    sample = text[:_SAMPLE]
    return (len(_CONTROL.findall(sample)) + sample.count("\ufffd")) * 50 > len(sample)
