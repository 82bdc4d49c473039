"""Days and months: ``29 July 2019``, ``July 29``, ``29.07.2019``, ``from 14 to 16 June``, ``early July``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.reading.dates import periods
from onrecord.reading.dates.context import Context, Found, told, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.parts import day_of, edged, number_of, stepped, whole, year_of
from onrecord.reading.dates.periods import Period

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[t ](\d\d:\d\d))?")
_SIGNS = re.compile(r"[./-]")
# two-digit years from here on are of the last century
_PIVOT = 60


def iso(match: Match, _: Context) -> Iterable[Found]:
    """``2019-07-29``, with a time or without."""
    found = _ISO.match(match.word())
    assert found is not None
    period = periods.day(int(found[1]), int(found[2]), int(found[3]))
    return whole(
        match, told(period, f"{period.value}T{found[4]}" if found[4] else None, "minute" if found[4] else None)
    )


def numeric(match: Match, context: Context) -> Iterable[Found]:
    """``29.07.2019``, ``7/29/2019``, ``29/07/19``."""
    word = match.word()
    first, second, last = _SIGNS.split(word)
    if len(last) == 2 and not len(first) == len(second) == 2:
        return []
    year = int(last) if len(last) == 4 else int(last) + (1900 if int(last) >= _PIVOT else 2000)
    month, day = (int(first), int(second)) if "/" in word and context.month_first() else (int(second), int(first))
    if month > 12 >= day and "/" in word:
        month, day = day, month
    return whole(match, told(periods.day(year, month, day)))


def date_(match: Match, context: Context) -> Iterable[Found]:
    """``29 July 2019``, ``July 29th``, ``the 29th of July last year``."""
    month, day = number_of(match, "MONTH", "MABBR", part="month"), number_of(match, part="day")
    weekday = match.value("WEEKDAY", "WABBR")
    return whole(match, day_of(match, context, month, day, year_of(match, context), weekday))


def days(match: Match, context: Context) -> Iterable[Found]:
    """``from 14 to 16 June``, ``June 14, 15 and 16, 2019``: a day each."""
    month = number_of(match, "MONTH", "MABBR", part="month")
    last = number_of(match, part="day")
    end = day_of(match, context, month, last, year_of(match, context))
    year = end.start.year if end.start else None
    found = []
    for k in match.tokens("days"):
        if match.row.is_a(k, "DAYNUM", "ORD"):
            value = match.row.value[k]
            assert isinstance(value, int)
            found.append(Found(k, k + 1, day_of(match, context, month, value, year)))
    day, named = match.tokens("day"), match.tokens("month")
    first = min(day.start, named.start) if named.start > day.start else day.start
    if named.start < day.start:  # June 14 and 16: the month goes with the first
        found[0] = Found(named.start, found[0].last, found[0].meaning)
    return [*found, Found(first, match.last, end)]


def two_dates(match: Match, _: Context) -> Iterable[Found]:
    """``28 June to 3 July 2019``: the year is that of both."""
    year = number_of(match, part="year")
    second = periods.day(year, number_of(match, "MONTH", "MABBR", part="month"), number_of(match, part="day"))
    months, day = match.tokens("first_month"), match.tokens("first_day")
    first = periods.day(
        year, number_of(match, "MONTH", "MABBR", part="first_month"), number_of(match, part="first_day")
    )
    if first.start > second.start:  # 30 December to 2 January 2020
        first = periods.day(year - 1, first.start.month, first.start.day)
    behind = match.tokens("month"), match.tokens("day")
    return [
        Found(min(months.start, day.start), max(months.stop, day.stop), told(first)),
        Found(min(b.start for b in behind), match.last, told(second)),
    ]


def month(match: Match, context: Context) -> Iterable[Found]:
    """``July 2019``, ``early July``, ``last July``, ``in July``."""
    number = number_of(match, "MONTH", "MABBR", part="month")
    if match.tokens("spelt"):
        words = [match.row.value[k] for k in match.tokens("spelt")]
        figures = [w for w in words if isinstance(w, int)]
        if figures[0] not in (17, 18, 19, 20):
            return []
        return whole(match, told(periods.month(100 * figures[0] + sum(figures[1:]), number)))
    period = _month(match, context, number)
    return whole(match, untold(f"XXXX-{number:02d}", "month") if period is None else edged(match, period))


def months(match: Match, context: Context) -> Iterable[Found]:
    """``between May and July 2019``: the year is that of both, the first not after the second."""
    numbers = [number_of(match, "MONTH", "MABBR", part=part) for part in ("first_month", "month")]
    second = _month(match, context, numbers[1])
    split = match.tokens("edge").start if match.tokens("edge") else match.tokens("month").start
    first_last = match.tokens("first_month").stop
    if second is None:
        meanings = [untold(f"XXXX-{n:02d}", "month") for n in numbers]
    else:
        first = periods.month(second.start.year - (numbers[0] > numbers[1]), numbers[0])
        meanings = [edged(match, first, "first_edge"), edged(match, second)]
    return [Found(match.first, first_last, meanings[0]), Found(split, match.last, meanings[1])]


def _month(match: Match, context: Context, number: int) -> Period | None:
    told_year = year_of(match, context)
    if told_year is not None:
        return periods.month(told_year, number)
    if match.tokens("month_which"):
        return stepped(match, context, "month_which", lambda y: periods.month(y, number))
    return context.of_year(match, lambda y: periods.month(y, number))
