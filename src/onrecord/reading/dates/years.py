"""Years and longer: ``2016``, ``2016-2018``, ``nineteen ninety-six``, ``the 1990s``, ``the 20th century``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.dates import periods
from onrecord.reading.dates.context import Context, Found, Meaning, told
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.parts import edged, number_of, whole
from onrecord.reading.dates.wording import neighbours


def year(match: Match, _: Context) -> Iterable[Found]:
    """``2016``, ``mid-2016``, ``fiscal 1999``, where the words beside it let it be a year."""
    number = number_of(match, part="year")
    sure = match.has("FISCAL", "UNIT", "EDGE", "EDGENOUN")
    if match.has("UNIT") and match.value("UNIT") != "Y":
        return []
    if not sure and not _is_year(match, number):
        return []
    return whole(match, edged(match, periods.year(number)))


def years(match: Match, _: Context) -> Iterable[Found]:
    """``2016-2018``, ``2016/17``: from the one to the other."""
    first, last = re.split(r"[-–/]", match.word())
    start, end = int(first), int(last) if len(last) == 4 else int(first[:2] + last)
    if not 1800 <= start < end <= periods.LAST_YEAR or end - start > 150 or not _is_year(match, start):
        return []
    a, b = periods.year(start), periods.year(end)
    return whole(match, Meaning(f"{a.value}/{b.value}", "year", a.start, b.end, b))


def spelt_year(match: Match, _: Context) -> Iterable[Found]:
    """``nineteen ninety-six``, ``the year two thousand``."""
    words = [match.row.value[k] for k in match.tokens() if match.row.is_a(k, "NUMWORD", "HUNDRED")]
    numbers = [w for w in words if isinstance(w, int)]
    if match.has("UNIT") and match.value("UNIT") != "Y":
        return []
    if numbers[:2] == [2, 1000] and (match.has("UNIT") or match.row.is_a(match.first - 1, "IN", "SINCE", "OF", "BY")):
        number = 2000 + sum(numbers[2:])
    elif numbers[0] in (17, 18, 19, 20) and not match.has("HUNDRED") and 10 <= numbers[1] <= 99:
        number = 100 * numbers[0] + sum(numbers[1:])
    else:
        return []
    return whole(match, told(periods.year(number)))


def decade(match: Match, context: Context) -> Iterable[Found]:
    """``the 1990s``, ``the late '80s``, ``the nineties``."""
    written = match.word("DECADE")
    if written:
        digits = "".join(c for c in written if c.isdigit())
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if len(digits) == 2 and not match.row.is_a(match.tokens().stop - 2, "APOS"):
            return []
    else:
        tens = match.value("NINETIES")
        assert isinstance(tens, int)
        if not match.row.is_a(match.first, "THE"):
            return []
        first = 1900 + 10 * tens
    if len(written) < 5 and context.now is not None and first + 95 <= context.now.year:
        first += 100
    return whole(match, edged(match, periods.decade(first)))


def century(match: Match, _: Context) -> Iterable[Found]:
    """``the 20th century``, ``the early nineteenth century``."""
    if match.value("UNIT") != "CE":
        return []
    number = match.value("ORD")
    assert isinstance(number, int)
    if not 11 <= number <= 22:
        return []
    return whole(match, edged(match, periods.century(number)))


def _is_year(match: Match, number: int) -> bool:
    """Whether a lone number of four digits is a year: by what stands before it and behind it."""
    row, first, last = match.row, match.first, match.last
    before, after = row.words[first - 1] if first else "", row.words[last] if last < len(row.words) else ""
    if (
        before in neighbours("sign_before")
        or before in neighbours("ranked")
        or after in neighbours("sign_after")
        or row.is_a(first - 1, "ABOUT", "THAN", "LEAST")
    ):
        return False
    if row.is_a(last, "HUNDRED", "UNITS", "UNIT", "DOT") and row.joined(last - 1) and not row.is_a(last, "DOT"):
        return False
    if row.is_a(last, "UNITS", "HUNDRED", "AMPM", "ZONE"):
        return False
    led = row.is_a(first - 1, "IN", "SINCE", "BY", "OF", "TO", "FROM", "BEFORE", "AFTER", "BETWEEN", "SEASON", "AND")
    plural = after.isalpha() and after.endswith("s") and not after.endswith("ss") and row.written(last).islower()
    if 1900 <= number <= 2059:
        # "2000 soldiers"; but "in 2000 soldiers were sent"
        return not (plural and number % 100 == 0 and not row.is_a(first - 1, "IN", "SINCE"))
    return (
        led
        and not row.is_a(first - 1, "AND", "TO", "OF", "BY", "FROM")
        and not (after.isalpha() and not row.is_a(last, "AND", "TO"))
    )
