"""The words that tell time, and the letter that stands for each class of them in the grammar."""

from __future__ import annotations

from functools import cache

from onrecord.tables import rows

Value = int | str

# What the row of words finds out by itself, from the shape of a token.
SHAPES = ("DAYNUM", "NUM", "YEAR", "DECIMAL", "ISO", "NUMDATE", "CLOCK", "DECADE", "YEARS", "QNUM")


@cache
def words() -> dict[str, tuple[str, Value]]:
    """Class and value of each word, lower case."""
    return {row[0]: (row[1], _value(row[2] if len(row) > 2 else "")) for row in rows("time-words.tsv")}


@cache
def letters() -> dict[str, str]:
    """One letter for each class; a doubtful class (``MONTH?``) has that of the sure one."""
    names = dict.fromkeys([*(cls.rstrip("?") for cls, _ in words().values()), *SHAPES])
    table = {name: chr(0x100 + i) for i, name in enumerate(names)}
    return table | {name + "?": letter for name, letter in table.items()}


def _value(field: str) -> Value:
    return int(field) if field.removeprefix("-").isdecimal() else field


@cache
def neighbours(kind: str) -> frozenset[str]:
    """The words of a kind that ``time-neighbours.tsv`` has."""
    return frozenset(next(row[1] for row in rows("time-neighbours.tsv") if row[0] == kind).split())
