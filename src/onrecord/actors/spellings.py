"""Spellings, without what never matters in one, and the tables' lines by them.

A table is read as lines: what a line says is taken apart when a wording asks for it, so that opening all tables costs
hundredths of a second, not tenths.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from onrecord.tables import DATA

# letters and signs that Unicode does not take apart
_SIGNS = dict(zip("’‘ʼʽʻ`´–‑ıøØłŁəƏđĐ", "'''''''--ioOlLaAdD", strict=True))
_SIGNS |= {"‐": "-", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
_COMBINING = re.compile("[\u0300-\u036f]+")
_ARTICLE = re.compile(r"^(?:[Tt]he|THE) (?=.)")
_POSSESSIVE = re.compile(r"(?<=\w)'[sS]$|(?<=[\w.]s)'$|(?<=\.)'s$")
_DOTTED = re.compile(r"(?:\w\.){2,}\w?")
# a line of a table that has none of these is folded as it is
_FOLDED_AWAY = re.compile(r"""[.,:;'"]|\b[Tt][Hh][Ee] """)
_LONGEST_ACRONYM = 6
# in small letters, what is shorter or stands here is more often English, and anybody's, than a name
_SHORTEST_IN_SMALL = 5
_SMALL_WORDS = frozenset(
    {
        *("beehive", "china", "emirates", "guinea", "jersey", "polish", "turkey"),  # states
        *("buffalo", "cologne", "corona", "derby", "mobile", "orange", "phoenix", "reading", "split"),  # places
        *("capitol", "chancellery", "cobra", "congress", "exchequer", "hawks", "hermitage", "pentagon"),  # institutions
        *("civil guard", "foreign legion", "home army", "home office", "red army", "secret service", "space force"),
    }
)


def plain(text: str) -> str:
    """A text without accents, with one shape of apostrophe and hyphen."""
    if text.isascii():
        return text
    for sign, letters in _SIGNS.items():
        text = text.replace(sign, letters)
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text))


@lru_cache(maxsize=1 << 14)
def fold(wording: str) -> str:
    """A wording without what never matters: accents, leading "the", closing "'s", dots of an acronym, extra spaces."""
    words = " ".join(plain(wording).split()).strip(' ,;:"')
    words = _ARTICLE.sub("", _POSSESSIVE.sub("", words)).strip("'")
    return words.replace(".", "") if _DOTTED.fullmatch(words) else words


def lines(table: str) -> Iterator[str]:
    """The lines of ``data/TABLE`` as they are, comments and blank lines left out."""
    text = (DATA / table).read_text(encoding="utf-8")
    return (line for line in text.split("\n") if line and line[0] != "#")


def folded_cells(line: str) -> list[str]:
    """The cells of a table's line, each spelling in them folded."""
    line = plain(line)
    cells = line.split("\t")
    return ["|".join(map(fold, cell.split("|"))) for cell in cells] if _FOLDED_AWAY.search(line) else cells


class Index:
    """Lines of a table by spelling: with its capitals, and in small letters; the first line of a spelling stays."""

    def __init__(self) -> None:
        self.exact: dict[str, str] = {}
        self._small: dict[str, str] = {}

    def add(self, key: str, line: str) -> None:
        """Enter a folded spelling."""
        self.exact.setdefault(key, line)
        if len(key) > _LONGEST_ACRONYM or not key.isupper():
            self._small.setdefault(key.lower(), line)

    def get(self, key: str) -> str | None:
        """The line that a folded wording means."""
        line = self.exact.get(key)
        if line is None and (not key.islower() or _is_safe_in_small(key)):
            line = self._small.get(key.lower())
        return line


def _is_safe_in_small(key: str) -> bool:
    return key not in _SMALL_WORDS and (" " in key or len(key) >= _SHORTEST_IN_SMALL)
