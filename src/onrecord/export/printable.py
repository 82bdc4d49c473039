"""Text made safe for a terminal: one line, and nothing in it that commands the terminal or turns the line around."""

from __future__ import annotations

import re
import unicodedata

# they say where a word may break and have no look of their own; on a terminal they only upset the columns
_LAYOUT_HINTS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_JOINERS = "\u200c\u200d"  # part of the spelling in Persian, in Indic scripts, in emoji
_ESCAPED_CATEGORIES = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def printable(text: str) -> str:
    r"""The text on one line, control characters and those that set the direction of writing escaped as in ``\x1b``.

    White space becomes single spaces. For reading only: the exact text is in the other formats.
    """
    line = re.sub(r"[^\S\x1c-\x1f\x85\u2028\u2029]+", " ", text.translate(_LAYOUT_HINTS))
    if line.isprintable():
        return line
    return "".join(_escaped(char) for char in line)


def _escaped(char: str) -> str:
    if unicodedata.category(char) in _ESCAPED_CATEGORIES and char not in _JOINERS:
        return char.encode("unicode_escape").decode("ascii")
    return char
