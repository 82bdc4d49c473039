"""All time expressions of a document, found and resolved from its beginning to its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from onrecord.reading.dates import amounts, calendar_dates, clock, periods, relative, seasons, years
from onrecord.reading.dates.context import Context, Found, Tense
from onrecord.reading.dates.grammar import Match, matches, starts
from onrecord.reading.dates.periods import NoSuchDayError
from onrecord.reading.dates.row import Row
from onrecord.reading.dates.tense import tense_at
from onrecord.records import Spans, TimeExpression

_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_WORDED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?\b")

_Function = Callable[[Match, Context], Iterable[Found]]
# the function of a rule is that of its name, in one of these rooms
_ROOMS = (calendar_dates, years, seasons, relative, amounts, clock)


def time_expressions(text: str, spans: Spans, published: str | None) -> tuple[TimeExpression, ...]:
    """Every time expression in some paragraphs of a text.

    Args:
        text: the document's text.
        spans: the paragraphs to look in, in order.
        published: the day of publication, ``YYYY-MM-DD``. Without it what is relative to it ("yesterday") has no days.
            Of a month or a year (``2024-12``) no more is made than the years of dates that are without one.

    Returns:
        Expressions in order, never overlapping, each with its TIMEX3 value (ISO 24617-1, TimeML) and, where they can be
        told, its first and last day.
    """
    published = periods.in_bounds(published)
    context = Context(
        now=date.fromisoformat(published) if published and len(published) == 10 else None,
        about=_last_day(published) if published and len(published) < 10 else None,
        tense=_tense,
        month_first=cache(lambda: _month_first(text, published)),
    )
    found: list[TimeExpression] = []
    for start, end in spans:
        row = Row(text, start, end)
        context.paragraph = len(context.named)
        found += [_expression(row, one) for one in _in_row(row, context)]
    return tuple(found)


def _in_row(row: Row, context: Context) -> Iterable[Found]:
    at, begins = 0, starts()
    while start := begins.search(row.classes, at):
        at = start.start()
        behind = at + 1
        for match in matches(row, at):
            try:
                found = sorted(_function(match.name)(match, context), key=lambda f: f.first)
            except NoSuchDayError:
                # 31 February is no date, nor is the February in it
                behind = match.last
                break
            if found:
                for one in found:
                    if one.meaning.period is not None:
                        context.named.append(one.meaning.period)
                yield from found
                behind = match.last
                break
        at = behind


@cache
def _function(rule: str) -> _Function:
    name = "date_" if rule == "date" else rule
    room = next(room for room in _ROOMS if hasattr(room, name))
    function: _Function = getattr(room, name)
    return function


def _expression(row: Row, found: Found) -> TimeExpression:
    meaning = found.meaning
    return TimeExpression(
        span=(row.start[found.first], row.end[found.last - 1]),
        value=meaning.value,
        start=meaning.start.isoformat() if meaning.start else None,
        end=meaning.end.isoformat() if meaning.end else None,
        grain=meaning.grain,
    )


def _tense(match: Match) -> Tense:
    return tense_at(match.row, match.first, match.last)


def _last_day(published: str) -> date:
    year, month = (int(part) for part in (published + "-12").split("-")[:2])
    return periods.month(year, month).end


def _month_first(text: str, published: str | None) -> bool:
    """Whether 7/8/2019 is 8 July here: as the text's other dates have it, else as publication does; else it is not."""
    pairs = [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(text)]
    votes = sum((b > 12 >= a) - (a > 12 >= b) for a, b in pairs)
    if votes:
        return votes > 0
    if published and len(published) == 10:
        month, day = int(published[5:7]), int(published[8:])
        if month != day and ((day, month) in pairs) != ((month, day) in pairs):
            return (month, day) in pairs
    return bool(_WORDED.search(text))
