"""How large, how slow and how far a source may be before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what is read; one object, so that every room that reads takes the same.

    Args:
        file_bytes: a file, standard input or one JSONL line must be smaller than this.
        page_bytes: an HTML page, from disk or off the web, compressed or not, must be smaller than this.
        fetch_seconds: time for one URL, from the first look-up to the last byte, redirects included.
        extract_seconds: time for making text of one page.
        redirects: how many are followed.
        allow_private: also fetch from addresses that are not public (an intranet, a test's own server).
    """

    file_bytes: int = 50_000_000
    page_bytes: int = 10_000_000
    fetch_seconds: float = 30.0
    extract_seconds: float = 20.0
    redirects: int = 5
    allow_private: bool = False


DEFAULT = Limits()


def size(count: int) -> str:
    """A number of bytes as a reader says it: ``50 MB``, ``1.5 kB``, ``12 bytes``."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count} bytes"
