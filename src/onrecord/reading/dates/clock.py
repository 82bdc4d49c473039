"""Times of the clock ("at 14:30 GMT on Friday", "5 p.m.") and the words for past, present and future."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.reading.dates import periods
from onrecord.reading.dates.amounts import ends
from onrecord.reading.dates.calendar_dates import date_
from onrecord.reading.dates.context import Context, Found, Meaning, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.parts import whole
from onrecord.reading.dates.relative import on_weekday


def clock(match: Match, context: Context) -> Iterable[Found]:
    """``14:30 GMT``, ``5 p.m. EST, Nov. 9``, ``midnight Friday``; the day is the one said, or the last one named."""
    hour = _hour(match)
    if hour is None:
        return []
    when = _day(match, context)
    zone = "Z" if match.has("ZONE") and match.word("ZONE") in ("gmt", "utc") else ""
    if when is None:
        return whole(match, untold(f"XXXX-XX-XXT{hour}{zone}", "minute"))
    period = periods.of_day(when)
    return whole(match, Meaning(f"{period.value}T{hour}{zone}", "minute", when, when, period))


def ref(match: Match, _: Context) -> Iterable[Found]:
    """``now``, ``currently``, ``recently``, ``soon``, ``the future``, ``the past``, ``these days``."""
    row = match.row
    if match.has("THEN"):
        return whole(match, untold("PAST_REF", "vague"))
    if match.has("CURRENT"):
        # "the present", "at present"; "the present report", "to present a plan" are none
        if row.words[match.first] == "present" and not row.is_a(match.first - 1, "AT"):
            return []
        return whole(match, untold("PRESENT_REF", "vague"))
    if match.has("LAST"):
        return whole(match, untold("PAST_REF", "vague")) if match.word("LAST") == "past" and _alone(match) else []
    if match.has("FUTURE"):
        return whole(match, untold("FUTURE_REF", "vague")) if match.has("THE", "NEAR") and _alone(match) else []
    if match.has("TIME"):
        moment = match.word("TIME") != "time"
        if not row.is_a(match.first - 1, "AT") or not _alone(match):
            return []
        return whole(match, untold("PRESENT_REF" if moment and match.has("THE") else "PAST_REF", "vague"))
    if match.has("UNITS"):
        return whole(match, untold("PRESENT_REF", "vague")) if match.value("UNITS") == "D" else []
    value = match.value("REF", "NOW")
    if match.has("REF"):
        behind = row.words[match.last] if match.last < len(row.words) else ""
        before = row.words[match.first - 1] if match.first else ""
        attributive = value == "PAST_REF" and behind.endswith("ed") and row.is_a(match.first - 1, "THE", "A", "ITS")
        if attributive or (match.word("REF") == "previously" and behind.isalpha()) or before == "as":
            return []
    return whole(match, untold(str(value), "vague"))


def recent(match: Match, _: Context) -> Iterable[Found]:
    """``recent weeks``, ``recent``."""
    return whole(match, untold("PAST_REF", "vague"))


def _alone(match: Match) -> bool:
    """Whether no noun follows: "in the past", not "the past president"."""
    return ends(match.row, match.last)


def _hour(match: Match) -> str | None:
    if (point := match.value("POINT", part="hour")) is not None:
        return "24" if point == "24:00" else str(point)
    shift = match.value("AMPM", part="hour")
    written = match.word("CLOCK", "DAYNUM", "DECIMAL", part="hour").replace(".", ":")
    hours, _, minutes = written.partition(":")
    if not hours.isdigit() or (minutes and not (minutes.replace(":", "").isdigit() and len(minutes) > 1)):
        return None
    number = int(hours)
    if shift is not None and number <= 12:
        number = number % 12 + int(shift)
    if number > 24 or int(minutes[:2] or 0) > 59:
        return None
    return f"{number:02d}:{minutes or '00'}"


def _day(match: Match, context: Context) -> date | None:
    if match.tokens("day"):
        found = list(date_(match, context))
        return found[0].meaning.start if found else None
    if match.tokens("weekday"):
        number = match.value("WEEKDAY", "WABBR", part="weekday")
        return on_weekday(match, context, number) if isinstance(number, int) else None
    if (step := match.value("NOWDAY")) is not None:
        assert isinstance(step, int)
        return None if context.now is None else context.now + timedelta(step)
    last = context.last("D", here=True)
    return last.start if last else context.now
