"""The grammar of time expressions: patterns over classes of words, compiled to regular expressions over letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.reading.dates.row import Row
from onrecord.reading.dates.wording import Value, letters
from onrecord.tables import rows

_SIGN = re.compile(r"([a-z_]+:)?([A-Z_]+|[()|])?([?*+]?)")
# no expression goes on for longer; a list of a hundred days ends there
_MOST = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, which is that of its function, and what it matches."""

    name: str
    pattern: re.Pattern[str]


class Match:
    """Where a rule matches in a row, token by token; ``first`` is its first token, ``last`` the one behind it."""

    __slots__ = ("_found", "first", "last", "name", "row")

    def __init__(self, name: str, row: Row, found: re.Match[str]) -> None:
        self.name, self.row, self._found = name, row, found
        self.first, self.last = found.span()

    def tokens(self, part: str = "") -> range:
        """The tokens of a named part, none if it is not there; of the whole match without a name."""
        if not part:
            return range(self.first, self.last)
        if part not in self._found.re.groupindex or self._found[part] is None:
            return range(0)
        return range(*self._found.span(part))

    def has(self, *classes: str, part: str = "") -> bool:
        """Whether a token of one of some classes is in the match or in a part of it."""
        return self.token(*classes, part=part) is not None

    def token(self, *classes: str, part: str = "") -> int | None:
        """The first token of some classes (of any, without one) in the match or in a part of it."""
        return next((k for k in self.tokens(part) if not classes or self.row.is_a(k, *classes)), None)

    def value(self, *classes: str, part: str = "") -> Value | None:
        """The value of that token."""
        k = self.token(*classes, part=part)
        return None if k is None else self.row.value[k]

    def word(self, *classes: str, part: str = "") -> str:
        """The word of that token in lower case, or nothing."""
        k = self.token(*classes, part=part)
        return "" if k is None else self.row.words[k]


def matches(row: Row, at: int) -> Iterator[Match]:
    """The rules that match from a token on, the longest match first."""
    found = [
        (-match.end(), order, match, rule)
        for order, rule in enumerate(_starting().get(row.classes[at], ()))
        if (match := rule.pattern.match(row.classes, at, at + _MOST))
    ]
    for _, _, match, rule in sorted(found, key=lambda f: f[:2]):
        yield Match(rule.name, row, match)


@cache
def starts() -> re.Pattern[str]:
    """Matches a letter that some rule begins with."""
    return re.compile("[" + "".join(_starting()) + "]")


@cache
def _starting() -> dict[str, list[Rule]]:
    """The rules that can begin with each letter, in the table's order."""
    macros: dict[str, _Piece] = {}
    table: dict[str, list[Rule]] = {}
    for name, pattern in rows("time-grammar.tsv"):
        piece = _Compiler(pattern, macros).alternatives()
        if name[0] == "=":
            macros[name[1:]] = piece
            continue
        rule = Rule(name, re.compile(piece.pattern))
        for letter in piece.first:
            table.setdefault(letter, []).append(rule)
    return table


@dataclass(frozen=True, slots=True)
class _Piece:
    """A regular expression, the letters it can begin with, and whether it matches nothing at all."""

    pattern: str
    first: frozenset[str]
    empty: bool


class _Compiler:
    """Reads one pattern of the table by recursive descent."""

    def __init__(self, pattern: str, macros: dict[str, _Piece]) -> None:
        self._words = pattern.split()
        self._macros = macros
        self._at = 0

    def alternatives(self) -> _Piece:
        arms = [self._sequence()]
        while self._at < len(self._words) and self._words[self._at] == "|":
            self._at += 1
            arms.append(self._sequence())
        first = frozenset().union(*(arm.first for arm in arms))
        return _Piece("(?:" + "|".join(arm.pattern for arm in arms) + ")", first, any(arm.empty for arm in arms))

    def _sequence(self) -> _Piece:
        pattern, first, empty = "", frozenset[str](), True
        while self._at < len(self._words) and self._words[self._at] not in ("|", ")", ")?", ")*", ")+"):
            piece = self._item()
            pattern += piece.pattern
            first |= piece.first if empty else frozenset()
            empty = empty and piece.empty
        return _Piece(pattern, first, empty)

    def _item(self) -> _Piece:
        sign = _SIGN.fullmatch(self._words[self._at])
        if sign is None:
            raise ValueError(f"time-grammar.tsv: {self._words[self._at]!r} is no part of a pattern")
        name, what, times = sign.groups()
        self._at += 1
        if what == "(":
            piece = self.alternatives()
            times = self._words[self._at][1:]
            self._at += 1
        elif what in self._macros:
            piece = self._macros[what]
        else:
            letter = letters()[what]
            piece = _Piece(letter, frozenset(letter), False)
        pattern = f"(?P<{name[:-1]}>{piece.pattern})" if name else piece.pattern
        return _Piece(pattern + times, piece.first, piece.empty or times in ("?", "*"))
