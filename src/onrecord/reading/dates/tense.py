"""Whether the clause around an expression speaks of what was or of what will be: the nearest verb that tells."""

from __future__ import annotations

from functools import cache

from onrecord.reading.dates.context import Tense
from onrecord.reading.dates.row import Row
from onrecord.reading.dates.wording import neighbours
from onrecord.tables import rows

# how far a verb is looked for, in tokens each way
_REACH = 25
# what a comma, and a word that opens another clause, count for in tokens of distance
_COMMA, _CLAUSE = 3, 6
_STOPS = frozenset(".!?;")


def tense_at(row: Row, first: int, last: int) -> Tense:
    """The tense beside tokens ``first`` to before ``last``.

    The verb before an expression counts before the one behind it, unless the expression opens its sentence.
    """
    table = _table()
    left = _nearest(row, range(first - 1, max(-1, first - _REACH), -1), table)
    right = _nearest(row, range(last, min(len(row.words), last + _REACH)), table)
    if first and row.words[first - 1] in neighbours("ahead") and (left is None or left[1] == "future"):
        return "future"
    if left is None or right is None:
        return (left or right or (0, None))[1]
    return left[1] if left[0] <= 2 * right[0] + 2 else right[1]


def _nearest(row: Row, tokens: range, table: dict[str, str]) -> tuple[int, Tense] | None:
    distance = 0
    words = row.words
    for k in tokens:
        word = words[k]
        distance += 1
        if word in _STOPS and not (word == "." and _abbreviates(row, k)):
            return None
        if word == ",":
            distance += _COMMA
        elif word in neighbours("opening"):
            distance += _CLAUSE
        if row.is_a(k, "MONTH") or (k and words[k - 1] == "be"):
            continue  # "in May"; "to be signed": what goes before "be" tells
        kind = table.get(word)
        if kind is None:
            if len(word) > 3 and word.endswith("ed") and word not in neighbours("not_past"):
                return distance, "past"
        elif kind == "future":
            return distance, "future"
        elif kind == "past":
            return distance, "past"
        elif words[k + 1 : k + 2] in (["to"], ["for"]) or word in neighbours("modal"):
            return distance, "future"
        elif word.endswith("ed"):
            return distance, "past"
    return None


def _abbreviates(row: Row, k: int) -> bool:
    """Whether a dot ends an abbreviation, not the sentence."""
    return (
        row.joined(k) or (k + 1 < len(row.words) and not row.written(k + 1)[:1].isupper()) or len(row.words[k - 1]) < 4
    )


@cache
def _table() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("time-tense.tsv")}
