"""Readings as JSON lines: the public contract, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from onrecord.records import Reading

# JSON lets these stand as they are, but they end a line for Python's str.splitlines and some other readers of lines;
# in JSON they can only be inside a string, where the escape means the same character
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def json_line(reading: Reading) -> str:
    """The contract's object on one line, without the line's end; characters of all scripts stand as themselves."""
    return one_line(json.dumps(reading.to_dict(), ensure_ascii=False, allow_nan=False))


def one_line(plain: str) -> str:
    """JSON such that every reader of lines takes it for one."""
    return plain.translate(_LINE_ENDS)


def write_jsonl(readings: Iterable[Reading], out: TextIO) -> None:
    """Write one contract object a line, each as soon as its reading is there.

    Args:
        readings: taken one at a time; may be a generator without end.
        out: where to; its encoding should be UTF-8.
    """
    for reading in readings:
        out.write(json_line(reading) + "\n")
        out.flush()
