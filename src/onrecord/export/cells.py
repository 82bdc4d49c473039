"""Pieces of text for the cells of tables on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.export.printable import printable
from onrecord.records import Spans

if TYPE_CHECKING:
    from rich.text import Text

_BETWEEN = 60  # characters between two pieces of some words that are all shown


def in_context(text: str, spans: Spans, beside: int) -> Text:
    """Words in brackets, for eyes and terminals without colour, with a few characters on either side and between."""
    from rich.text import Text

    line, reached = Text(), None
    for start, end in sorted(spans):
        if reached is None:
            line.append(_before(text, start, beside))
        elif start - reached <= _BETWEEN:
            line.append(printable(text[reached:start]))
        else:
            line.append(" … ")
        line.append(f"[{printable(text[start:end])}]", "bold")
        reached = end
    if reached is not None:
        line.append(_after(text, reached, beside))
    return line


def _before(text: str, start: int, beside: int) -> str:
    """The whole words before a place, as far as they reach."""
    if start <= beside:
        return printable(text[:start])
    words = text[start - beside - 1 : start]
    return "…" + printable(words[_gap(words) :])


def _after(text: str, end: int, beside: int) -> str:
    if len(text) - end <= beside:
        return printable(text[end:])
    words = text[end : end + beside + 1]
    return printable(words[: len(words) - _gap(words[::-1])]) + "…"


def _gap(words: str) -> int:
    """How many characters to leave out so that no word is cut at the beginning; one where there is no end of any."""
    return next((at + 1 for at, char in enumerate(words) if char.isspace()), 1)


def stacked(*lines: Text) -> Text:
    """Lines for one cell, those left out that are empty."""
    from rich.text import Text

    return Text("\n").join(line for line in lines if line.plain)
