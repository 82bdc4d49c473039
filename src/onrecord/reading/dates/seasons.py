"""Parts of a year: quarters, halves, seasons, and feasts that have a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.reading.dates import periods
from onrecord.reading.dates.context import Context, Found, told, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.parts import day_of, edged, stepped, whole, year_of
from onrecord.reading.dates.periods import Period


def quarter(match: Match, context: Context) -> Iterable[Found]:
    """``the third quarter``, ``Q3 2019``, ``the first half of last year``."""
    number = match.value("ORD", "QNUM", "LAST", part="number")
    part = match.value("UNIT", "HALF", part="part") or "Q"
    make: Callable[[int, int], Period] | None = {"Q": periods.quarter, "H": periods.half}.get(str(part))
    most = 4 if part == "Q" else 2
    if number == -1:
        number = most
    if match.has("LAST", part="number") and part != "H":
        return []
    if make is None or not isinstance(number, int) or not 1 <= number <= most:
        return []
    told_year = year_of(match, context)
    if match.has("AGO") and context.now is not None:
        recent = context.of_year(match, lambda y: make(y, number))
        told_year = recent.start.year - 1 if recent else None
    if told_year is None and part == "H" and not match.tokens("year_unit"):
        return []  # the first half of what? of the game
    period = make(told_year, number) if told_year is not None else context.of_year(match, lambda y: make(y, number))
    if period is None:
        return whole(match, untold(f"XXXX-{part}{number}", periods.GRAINS[str(part)]))
    if part == "Q" and not match.has("AGO"):
        context.quarter = period
    return whole(match, edged(match, period))


def that_quarter(match: Match, context: Context) -> Iterable[Found]:
    """``the 1988 quarter``, ``last year's quarter``: the quarter spoken of, in another year."""
    known, told_year = context.quarter, year_of(match, context)
    if known is None or told_year is None or match.value("UNIT", "PERIOD", part="part") not in ("Q", "P"):
        return []
    return whole(match, told(periods.quarter(told_year, (known.start.month + 2) // 3)))


def season(match: Match, context: Context) -> Iterable[Found]:
    """``the summer of 2016``, ``last winter``, ``in spring``."""
    name = match.value("SEASON", part="season")
    assert isinstance(name, str)
    if not match.row.is_a(match.first, "THE", "A", "EDGE", "LAST", "NEXT", "THIS", "PREVIOUS", "FOLLOWING") and not (
        match.has("YEAR", part="year")
        or match.row.is_a(match.first - 1, "IN", "SINCE", "BY", "TO", "BETWEEN", "BEFORE", "AFTER")
    ):
        return []
    told_year = year_of(match, context)
    if told_year is not None:
        period: Period | None = periods.season(told_year, name)
    elif match.tokens("season_which"):
        period = stepped(match, context, "season_which", lambda y: periods.season(y, name))
    else:
        period = context.of_year(match, lambda y: periods.season(y, name))
    return whole(match, untold(f"XXXX-{name}", "season") if period is None else edged(match, period))


def feast(match: Match, context: Context) -> Iterable[Found]:
    """``Christmas``, ``New Year's Eve``, with a year or without; one whose day moves each year is left alone."""
    if not match.row.written(match.first)[:1].isupper():
        return []
    if match.has("NEW"):
        month, day = (12, 31) if match.has("EVE") else (1, 1)
        if match.value("UNIT", part="") != "Y":
            return []
    else:
        month, day = map(int, str(match.value("FEAST")).split("-"))
        day -= match.has("EVE")
    return whole(match, day_of(match, context, month, day, year_of(match, context)))
