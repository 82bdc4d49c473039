"""What the rules for dates share: the year, month and day in a match, and a period or a part of it as a meaning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.reading.dates import periods
from onrecord.reading.dates.context import Context, Found, Meaning, related, told, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.periods import NoSuchDayError, Period


def whole(match: Match, meaning: Meaning | None) -> list[Found]:
    """The match as one expression, or none."""
    return [] if meaning is None else [Found(match.first, match.last, meaning)]


def edged(match: Match, period: Period, part: str = "edge") -> Meaning:
    """A period, or its early, middle or late part if the match says so."""
    edge = match.value("EDGE", "EDGENOUN", part=part)
    return told(period.within(edge) if isinstance(edge, str) else period)


def day_of(
    match: Match, context: Context, month: int, day: int, year: int | None, weekday: int | str | None = None
) -> Meaning:
    """A day of a month in the year that is said, else in the one that the weekday, the tense and publication tell.

    Raises:
        NoSuchDayError: no year has that day, or not the one that is said.
    """
    if year is not None:
        return told(periods.day(year, month, day))
    if month == 2 and day == 29:
        periods.day(2000, month, day)
    else:
        periods.day(2001, month, day)
    period = context.of_year(match, lambda y: periods.day(y, month, day))
    if period is None:
        return untold(f"XXXX-{month:02d}-{day:02d}", "day")
    if isinstance(weekday, int) and period.start.isoweekday() != weekday:
        # the weekday tells the year if there is one near in which it agrees
        for step in (-1, 1):
            try:
                other = periods.day(period.start.year + step, month, day)
            except NoSuchDayError:
                continue
            if other.start.isoweekday() == weekday:
                return told(other)
    return told(period)


def year_of(match: Match, context: Context) -> int | None:
    """The year that the match says, in figures or as "last year"."""
    if match.tokens("year"):
        return number_of(match, part="year")
    if not match.tokens("year_unit") or match.value("UNIT", part="year_unit") != "Y":
        if match.tokens("year_unit"):
            raise NoSuchDayError("of another period than a year")
        return None
    if match.tokens("which"):
        period = related(match, context)
        return None if period is None else period.start.year
    if match.has("AGO"):
        return None
    known: date | None = context.named[-1].start if context.named else context.now
    return known.year if known else None


def number_of(match: Match, *classes: str, part: str) -> int:
    """The number that a part of a match says: a day or a year without classes."""
    value = match.value(*classes, part=part) if classes else match.value("DAYNUM", "ORD", "YEAR", part=part)
    assert isinstance(value, int)
    return value


def stepped(match: Match, context: Context, which: str, make: Callable[[int], Period]) -> Period | None:
    """The last, this or next one of what there is one of each year ("last May", "next summer")."""
    step = match.value("LAST", "NEXT", "THIS", "THAT", "CURRENT", "FOLLOWING", "PREVIOUS", "LATEST", part=which)
    anchor = context.last() if match.has("FOLLOWING", "PREVIOUS", "THAT", part=which) else None
    now = anchor.start if anchor else context.now
    if now is None:
        return None
    near = [make(y) for y in range(now.year - 1, now.year + 2)]
    if step == -1:
        return [p for p in near if p.end < now][-1]
    if step == 1:
        return next(p for p in near if p.start > now)
    return near[1]
