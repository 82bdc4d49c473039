"""Expressions that count from publication or from a day the text has named: yesterday, last week, two days later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.reading.dates import periods
from onrecord.reading.dates.amounts import amount, counted, ends, timex
from onrecord.reading.dates.context import Context, Found, Meaning, related, told, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.parts import edged, whole
from onrecord.reading.dates.periods import ORDER, Period

_UNTOLD = {"D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX",
           "DE": "XXX", "CE": "XX"}  # fmt: skip


def nowday(match: Match, context: Context) -> Iterable[Found]:
    """``today``, ``late yesterday``, ``tomorrow morning``, ``tonight``."""
    step = match.value("NOWDAY") or 0
    part = match.value("TONIGHT") or match.value("PART", part="part")
    assert isinstance(step, int)
    return whole(match, of_day(_from(context.now, step), part))


def beyond(match: Match, context: Context) -> Iterable[Found]:
    """``the day before yesterday``, ``the day after tomorrow``."""
    step, way = match.value("NOWDAY"), match.value("BEFORE", "AFTER", part="beyond")
    assert isinstance(step, int)
    assert isinstance(way, int)
    return whole(match, of_day(_from(context.now, step + way), None)) if match.value("UNIT") == "D" else []


def weekday(match: Match, context: Context) -> Iterable[Found]:
    """``Monday``, ``last Friday``, ``Sunday night``, ``Friday of last week``."""
    number = match.value("WEEKDAY", "WABBR", part="weekday")
    assert isinstance(number, int)
    part = match.value("PART", part="part")
    if match.tokens("week"):
        week = related(match, context, "week", "")
        if week is None or week.unit != "W":
            return []
        return whole(match, of_day(week.start + timedelta(number - 1), part))
    return whole(match, of_day(on_weekday(match, context, number), part, f"XXXX-WXX-{number}"))


def on_weekday(match: Match, context: Context, number: int) -> date | None:
    """The day that a weekday names, by its modifier or by tense; without a tense the last one, publication included."""
    which = match.token(part="which")
    anchor = context.last("D") if match.has("FOLLOWING", "PREVIOUS", part="which") else None
    now = anchor.start if anchor else context.now
    if now is None:
        return None
    back, on = (now.isoweekday() - number) % 7, (number - now.isoweekday()) % 7
    if which is None:
        return now + timedelta(on) if context.tense(match) == "future" else now - timedelta(back)
    if match.has("THIS", part="which"):
        return now + timedelta(number - now.isoweekday())
    if match.has("NEXT", "FOLLOWING", part="which"):
        return now + timedelta(on or 7)
    if match.has("THAT", part="which"):
        same = [p for p in context.named[-6:] if p.unit == "D" and p.start.isoweekday() == number]
        return same[-1].start if same else now - timedelta(back)
    return now - timedelta(back or 7)


def which(match: Match, context: Context) -> Iterable[Found]:
    """``last week``, ``this year``, ``earlier this month``, ``the end of the year``, ``the quarter``."""
    unit = match.value("UNIT", "WEEKEND", part="unit")
    if not isinstance(unit, str) or unit not in ORDER:
        return []
    if match.tokens("which"):
        return whole(match, _which(match, context, unit))
    if match.has("EDGE", "EDGENOUN", part="edge") or match.tokens("sooner"):
        period = None if context.now is None or unit == "D" else periods.containing(context.now, unit)
        if unit == "D" or (unit != "Y" and not match.row.is_a(match.last - 2, "THE")):
            return []
        return whole(match, _untold(unit) if period is None else _sooner(match, context, period))
    return whole(match, _the(match, context, unit))


def year_end(match: Match, context: Context) -> Iterable[Found]:
    """``year-end``, ``the year's end``: of this year, or of the last one where that is nearer."""
    if match.value("UNIT", part="unit") != "Y" or match.word(part="edge") != "end":
        return []
    if context.now is None:
        return whole(match, untold("XXXX-12-31", "day"))
    now = context.now
    past = match.row.is_a(match.first - 1, "SINCE", "FROM") or (context.tense(match) == "past" and now.month < 10)
    period = periods.day(now.year - past, 12, 31)
    return whole(match, told(period) if match.has("DASH") else told(periods.year(period.start.year).within("late")))


def part_of(match: Match, context: Context) -> Iterable[Found]:
    """``this morning``, ``last night``, ``in the afternoon``: of publication's day, or of the day just named."""
    part, row = match.value("PART", part=""), match.row
    k = match.token("LAST", "NEXT", "THIS", "THAT", "CURRENT", "FOLLOWING", "PREVIOUS", "LATEST")
    if k is None and not match.has("THE", "EDGE", "EDGENOUN") and match.word() != "overnight":
        return []
    if match.has("THE") and (not ends(row, match.last) or row.is_a(match.last, "OF")):
        return []  # "the night guard", "the night of the vote"
    if k is None or row.is_a(k, "THAT", "FOLLOWING", "PREVIOUS"):
        anchor = context.last("D", here=k is None) or context.last("D")
        when = anchor.start if anchor else context.now
        step = 0 if k is None else row.value[k]
    else:
        when, step = context.now, row.value[k]
    assert isinstance(step, int)
    return whole(match, of_day(_from(when, step), part))


def ago(match: Match, context: Context) -> Iterable[Found]:
    """``two days ago``, ``nearly four years ago``, ``a year ago`` (of the quarter spoken of)."""
    return whole(match, _counted(match, context, context.now, -1, "PAST_REF"))


def from_now(match: Match, context: Context) -> Iterable[Found]:
    """``a year from now``, ``two weeks from tomorrow``."""
    step = match.value("NOWDAY") or 0
    assert isinstance(step, int)
    return whole(match, _counted(match, context, _from(context.now, step), 1, "FUTURE_REF"))


def later(match: Match, context: Context) -> Iterable[Found]:
    """``three weeks later``, ``two days earlier``, ``a year after``: counted from what was named last."""
    step = match.value("SOONER") or match.value("AFTER")
    step = int(step) if step else 1
    if match.has("AFTER") and not _ends_clause(match):
        return []  # "two years after the war"
    anchor = context.last()
    return whole(match, _counted(match, context, anchor.start if anchor else None, step, None))


def earlier(match: Match, context: Context) -> Iterable[Found]:
    """``a week before``: as :func:`later`, where no "before the war" follows."""
    anchor = context.last()
    if not _ends_clause(match):
        return []
    return whole(match, _counted(match, context, anchor.start if anchor else None, -1, None))


def year_ago(match: Match, context: Context) -> Iterable[Found]:
    """``the year-ago quarter``, ``a year-earlier``, ``the corresponding period last year``."""
    if match.value("UNIT", part="unit") not in ("Y", None) or (match.tokens("some") and counted(match) != (1, "Y")):
        return []
    now = context.quarter.start if context.quarter else context.now
    if now is None:
        return whole(match, untold("XXXX", "year"))
    return whole(match, _compared(periods.moved(now, "Y", -1), "Q" if context.quarter else "Y"))


def next_day(match: Match, context: Context) -> Iterable[Found]:
    """``the following day``, ``the day before``, ``the next morning``: counted from the day that was named last."""
    way = match.value("FOLLOWING", "NEXT", "PREVIOUS", "BEFORE", "AFTER")
    unit = match.value("UNIT", "PART") if match.tokens("unit") else match.value("UNIT")
    assert isinstance(way, int)
    if match.has("BEFORE", "AFTER") and (unit != "D" or not _ends_clause(match)):
        return []
    if match.has("NEXT") and match.has("UNIT") and unit != "D":
        return []
    size = unit if isinstance(unit, str) and unit in ORDER else "D"
    anchor = context.last("D" if size in ("D", "W") else size)
    publication = context.now if match.has("PREVIOUS") or size != "D" else None
    now = anchor.start if anchor else publication
    if now is None:
        return whole(match, _untold(size))
    if match.has("PART"):
        return whole(match, of_day(_from(now, way), unit))
    return whole(match, told(periods.containing(periods.moved(now, size, way), size)))


def eve(match: Match, context: Context) -> Iterable[Found]:
    """``on the eve``: the day before the one named last, or before publication; not "the eve of the summit"."""
    row = match.row
    if row.is_a(match.last, "OF") or (match.first and not row.is_a(match.first - 1, "ON")) or not match.has("THE"):
        return []
    anchor = context.last("D", here=True)
    return whole(match, of_day(_from(anchor.start if anchor else context.now, -1), None))


def span(match: Match, context: Context) -> Iterable[Found]:
    """``the past two months``, ``the next few days``, ``recent years``: an amount of time up to or from publication."""
    found = amount(match)
    if found is None:
        return []
    count, unit = found
    if unit in ("M", "Y"):
        context.quarter = None
    row, k = match.row, match.token("LAST", "NEXT", "PREVIOUS", "FOLLOWING", "THIS", "THESE", "RECENT", "LATEST")
    numbered = match.has("NUMWORD", "DAYNUM", "NUM", "YEAR", "HUNDRED", "VAGUE", "COUPLE", "FRACTION", "DECIMAL")
    if not numbered and match.has("UNIT") and (k is None or row.words[k] != "past" or not match.has("THE")):
        return []
    if (
        k is not None
        and not numbered
        and match.has("UNITS")
        and not match.has("THE")
        and row.is_a(k, "LAST", "PREVIOUS")
    ):
        return whole(match, untold("PAST_REF", "vague"))
    if k is not None and row.is_a(k, "RECENT", "THESE") and not numbered:
        return whole(match, untold("PRESENT_REF" if row.is_a(k, "THESE") else "PAST_REF", "vague"))
    if k is not None and row.is_a(k, "THIS") and match.has("UNIT"):
        return []
    value = timex(count, unit)
    if (
        context.now is None
        or count is None
        or unit not in ORDER
        or (k is not None and row.is_a(k, "PREVIOUS", "FOLLOWING"))
    ):
        return whole(match, untold(value, "duration"))
    ahead = k is None or row.is_a(k, "NEXT")
    edge = periods.moved(context.now, unit, int(count) if ahead else -int(count))
    start, end = (context.now, edge) if ahead else (edge, context.now)
    return whole(match, Meaning(value, "duration", start, end))


def of_day(when: date | None, part: object, untold_value: str = "XXXX-XX-XX") -> Meaning:
    """A day, or a part of it (``TMO``, ``TAF``, ``TEV``, ``TNI``)."""
    clock = f"T{part}" if part else ""
    grain = "part of day" if part else "day"
    if when is None:
        return untold(untold_value + clock, grain)
    period = periods.day(when.year, when.month, when.day)
    return told(period, period.value + clock, grain)


def _which(match: Match, context: Context, unit: str) -> Meaning | None:
    period = related(match, context, "which", "unit")
    if period is None:
        if match.has("THAT", part="which") or (match.has("THIS", part="which") and unit == "D"):
            return None
        return _untold(unit)
    if unit == "D" and match.has("LAST", "THIS", "CURRENT", "LATEST", part="which"):
        return None
    return _sooner(match, context, period)


def _sooner(match: Match, context: Context, period: Period) -> Meaning:
    way = match.value("SOONER", part="sooner")
    if way is not None and context.now is not None:
        return told(period.until(context.now) if int(way) < 0 else period.since(context.now))
    return edged(match, period)


def _the(match: Match, context: Context, unit: str) -> Meaning | None:
    """A bare "the quarter", "the weekend": the one spoken of, or the one that publication lies in."""
    row, last = match.row, match.last
    if unit == "Q":
        if row.is_a(last, "ENDED") and row.is_a(last + 1, "MONTH", "MABBR") and context.now is not None:
            closing = row.value[last + 1]
            assert isinstance(closing, int)
            month = context.of_year(match, lambda y: periods.month(y, closing))
            context.quarter = periods.containing(periods.moved(month.start, "D", -16), "Q") if month else None
        elif row.is_a(last, "OF"):
            return None
        period = context.quarter
        if period is None and context.now is not None:
            period = periods.containing(periods.moved(context.now, "Q", -1), "Q")
        return None if period is None else told(period)
    if unit == "WE":
        if context.now is None:
            return _untold(unit)
        this = periods.weekend(context.now)
        future = context.tense(match) == "future" or context.now >= this.start
        return told(this if future else periods.shifted(this, "W", -1))
    return None


def _counted(match: Match, context: Context, now: date | None, step: int, vague: str | None) -> Meaning | None:
    """So many units before or after a day, as fine as the unit is."""
    found = counted(match)
    if found is None:
        return None if vague is None else untold(vague, "vague")
    count, unit = found
    if unit == "Y" and count == 1:
        # compared with a quarter a year is counted to the quarter
        if context.quarter is not None and step < 0:
            return _compared(periods.moved(context.quarter.start, "Y", step), "Q")
        now = now or context.now
    if now is None:
        return _untold(unit) if unit in ORDER else None
    if unit not in ORDER:
        return (
            of_day(now, None) if count < 24 else of_day(_from(now, step * (count // 24) if unit == "TH" else 0), None)
        )
    return told(periods.containing(periods.moved(now, unit, step * count), unit))


def _compared(when: date, unit: str) -> Meaning:
    """A period that another is compared with: nothing is counted from it."""
    return replace(told(periods.containing(when, unit)), period=None)


def _untold(unit: str) -> Meaning:
    return untold(_UNTOLD[unit], periods.GRAINS[unit])


def _from(now: date | None, step: int) -> date | None:
    return None if now is None else now + timedelta(step)


def _ends_clause(match: Match) -> bool:
    """Whether nothing follows that the expression could be counted from."""
    row, last = match.row, match.last
    return last >= len(row.words) or not row.words[last][0].isalnum() or row.is_a(last, "AND", "TO", "IN")
