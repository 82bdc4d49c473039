"""Calendar arithmetic: days, weeks, months, quarters, years and longer as whole periods with their TIMEX3 value."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1000, 2200
# the months that a season of TIMEX3 opens and closes with; a winter is named for the year it begins in
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
GRAINS = {
    "D": "day", "WE": "weekend", "W": "week", "M": "month", "Q": "quarter", "H": "half", "S": "season", "Y": "year",
    "DE": "decade", "CE": "century", "TH": "hour", "TM": "minute", "TS": "second",
}  # fmt: skip
# the same, finest first, to compare
ORDER = ("D", "WE", "W", "M", "S", "Q", "H", "Y", "DE", "CE")


class NoSuchDayError(ValueError):
    """31 February, or a year that is out of this world."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from ``start`` to ``end``, both included: one ``unit`` (a key of :data:`GRAINS`) of the calendar."""

    unit: str
    start: date
    end: date
    value: str

    def within(self, edge: str) -> Period:
        """The early, middle or late third of the period, under the same value."""
        days = (self.end - self.start).days + 1
        if days < 3:
            return self
        first, last = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}[edge]
        start = self.start + timedelta(days * first // 3)
        return Period(self.unit, start, self.start + timedelta(days * last // 3 - 1), self.value)

    def until(self, last: date) -> Period:
        """The part of the period up to a day, the whole if the day is not in it."""
        return Period(self.unit, self.start, last, self.value) if self.start <= last <= self.end else self

    def since(self, first: date) -> Period:
        """The part of the period from a day on, the whole if the day is not in it."""
        return Period(self.unit, first, self.end, self.value) if self.start <= first <= self.end else self


def in_bounds(published: str | None) -> str | None:
    """A day, month or year in ISO 8601, or nothing where its year is before 1000 or after 2200."""
    return published if published and FIRST_YEAR <= int(published[:4]) <= LAST_YEAR else None


def day(year: int, month: int, number: int) -> Period:
    """A day of the calendar.

    Raises:
        NoSuchDayError: the month has no such day, or the year is before 1000 or after 2200.
    """
    _bounded(year)
    try:
        return of_day(date(year, month, number))
    except ValueError:
        raise NoSuchDayError(f"{year}-{month}-{number}") from None


def of_day(when: date) -> Period:
    """A day as a period."""
    return Period("D", when, when, when.isoformat())


def week(when: date) -> Period:
    """The ISO 8601 week that a day is in, Monday to Sunday."""
    monday = when - timedelta(when.weekday())
    year, number, _ = when.isocalendar()
    return Period("W", monday, monday + timedelta(6), f"{year}-W{number:02d}")


def weekend(when: date) -> Period:
    """Saturday and Sunday of a day's ISO week."""
    whole = week(when)
    return Period("WE", whole.end - timedelta(1), whole.end, whole.value + "-WE")


def month(year: int, number: int) -> Period:
    """A month."""
    _bounded(year)
    return _months("M", year, number, 1, f"{year:04d}-{number:02d}")


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year."""
    _bounded(year)
    return _months("Q", year, 3 * number - 2, 3, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Period:
    """A half of the calendar year."""
    _bounded(year)
    return _months("H", year, 6 * number - 5, 6, f"{year:04d}-H{number}")


def season(year: int, name: str) -> Period:
    """A season of the north by whole months; the winter of a year runs on into the next."""
    _bounded(year)
    return _months("S", year, SEASONS[name][0], 3, f"{year:04d}-{name}")


def year(number: int) -> Period:
    """A year."""
    _bounded(number)
    return _months("Y", number, 1, 12, f"{number:04d}")


def decade(first: int) -> Period:
    """Ten years from a year that ends in 0; TIMEX3 writes the first three digits."""
    _bounded(first)
    return _months("DE", first, 1, 120, f"{first // 10:03d}")


def century(number: int) -> Period:
    """The 20th century is 1900 to 1999 to those who speak of it, as TIMEX3's value 19 has it."""
    first = 100 * (number - 1)
    _bounded(first)
    return _months("CE", first, 1, 1200, f"{number - 1:02d}")


def containing(when: date, unit: str) -> Period:
    """The period of a unit that a day is in.

    Raises:
        NoSuchDayError: its year is before 1000 or after 2200.
    """
    _bounded(when.year)
    if unit == "D":
        return of_day(when)
    if unit == "W":
        return week(when)
    if unit == "WE":
        return weekend(when)
    if unit == "M":
        return month(when.year, when.month)
    if unit == "Q":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "H":
        return half(when.year, 1 + (when.month > 6))
    if unit == "S":
        name = ("WI", "SP", "SU", "FA")[when.month % 12 // 3]
        return season(when.year - (when.month < 3), name)
    if unit == "Y":
        return year(when.year)
    return decade(when.year // 10 * 10) if unit == "DE" else century(when.year // 100 + 1)


def moved(when: date, unit: str, count: int) -> date:
    """A day so many units on (back, if negative); the last of the month where the month has no such day.

    Raises:
        NoSuchDayError: it would be before the year 1000 or after 2200.
    """
    if unit in ("D", "W", "WE"):
        days = count * (1 if unit == "D" else 7)
        if abs(days) > 500_000:
            raise NoSuchDayError(f"{days} days from {when}")
        try:
            result = when + timedelta(days)
        except OverflowError:
            raise NoSuchDayError(f"{days} days from {when}") from None
        _bounded(result.year)
        return result
    total = when.year * 12 + when.month - 1 + count * (3 if unit == "S" else _MONTHS[unit])
    number, first = divmod(total, 12)
    _bounded(number)
    return date(number, first + 1, min(when.day, calendar.monthrange(number, first + 1)[1]))


def shifted(period: Period, unit: str, count: int) -> Period:
    """The period of the same kind so many units on."""
    return containing(moved(period.start, unit, count), period.unit)


def _months(unit: str, first_year: int, first: int, count: int, value: str) -> Period:
    last_year, last = divmod(first_year * 12 + first - 1 + count - 1, 12)
    end = date(last_year, last + 1, calendar.monthrange(last_year, last + 1)[1])
    return Period(unit, date(first_year, first, 1), end, value)


def _bounded(number: int) -> None:
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise NoSuchDayError(f"year {number}")
