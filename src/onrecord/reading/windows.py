"""Pieces to windows that the encoder takes: whole paragraphs packed together, each owned by one window.

A window begins with context that an earlier window owns, so that "he said" finds its name; nothing is decided twice
and nothing is lost at a seam.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.reading.pieces import Pieces

WIDTH = 254
"""Most pieces a window holds; with [CLS] and [SEP] 256 positions."""

CONTEXT = 48
"""Most pieces of left context that an earlier window owns."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start`` to ``end`` are shown to the encoder; those from ``own`` on are read here."""

    start: int
    own: int
    end: int


def units(pieces: Pieces, width: int = WIDTH) -> list[tuple[int, int]]:
    """Paragraphs as piece ranges; one longer than ``width`` is cut at a sentence's end where there is one."""
    out: list[tuple[int, int]] = []
    bounds = pieces.bounds.tolist()
    for start, end in pairwise(bounds):
        while end - start > width:
            at = _cut(pieces, start, width)
            out.append((start, at))
            start = at
        if end > start:
            out.append((start, end))
    return out


def _cut(pieces: Pieces, start: int, width: int) -> int:
    for at in range(start + width, start + width // 2, -1):
        if pieces.first[at] and pieces.text[pieces.start[at - 1]] in '.!?"”':
            return at
    at = start + width
    while at > start + 1 and not pieces.first[at]:
        at -= 1
    # a word longer than a window is cut inside: better than a window without end
    return at if at > start + 1 else start + width


def windows(pieces: Pieces, width: int = WIDTH, context: int = CONTEXT) -> list[Window]:
    """Windows over all pieces, in order; every piece is owned by exactly one."""
    parts = units(pieces, width)
    out: list[Window] = []
    i = 0
    while i < len(parts):
        own = parts[i][0]
        k = i
        while k > 0 and own - parts[k - 1][0] <= context:
            k -= 1
        if parts[i][1] - parts[k][0] > width:
            k = i
        start = parts[k][0]
        j = i + 1
        while j < len(parts) and parts[j][1] - start <= width:
            j += 1
        out.append(Window(start, own, parts[j - 1][1]))
        i = j
    return out
