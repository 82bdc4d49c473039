"""What an expression is resolved against: the day of publication, the tense beside it, what the text named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from onrecord.reading.dates import periods
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.periods import ORDER, NoSuchDayError, Period

Tense = Literal["past", "future"] | None
# days to a quarter that news speaks of whatever the tense
_AT_HAND = 45
# how many expressions back one is remembered to count from
_MEMORY = 12


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression says: its TIMEX3 value, its days if they can be told, its grain.

    ``period`` is what later expressions can count from ("the following day").
    """

    value: str
    grain: str
    start: date | None = None
    end: date | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``first`` to before ``last`` of a row, and what they mean."""

    first: int
    last: int
    meaning: Meaning


def told(period: Period, value: str | None = None, grain: str | None = None) -> Meaning:
    """A period of the calendar."""
    return Meaning(value or period.value, grain or periods.GRAINS[period.unit], period.start, period.end, period)


def untold(value: str, grain: str) -> Meaning:
    """A meaning whose days cannot be told."""
    return Meaning(value, grain)


@dataclass(slots=True)
class Context:
    """Goes through a document with its expressions.

    Attributes:
        now: the day of publication, if known.
        about: the last day of the month or year of publication where no more is known of it; years are told by it.
        tense: of the clause around a match; looked up when asked for.
        month_first: whether 7/8/2019 is in July.
        named: the periods named so far, the last one last.
        quarter: the quarter spoken of, which "a year earlier" is compared with; none once a longer time is spoken of.
        paragraph: how many were named before this paragraph.
    """

    now: date | None
    about: date | None
    tense: Callable[[Match], Tense]
    month_first: Callable[[], bool]
    named: list[Period] = field(default_factory=list)
    quarter: Period | None = None
    paragraph: int = 0

    def last(self, coarsest: str = "CE", *, here: bool = False) -> Period | None:
        """The last period named that is no coarser than a unit, in this paragraph alone if ``here``."""
        fine = ORDER[: ORDER.index(coarsest) + 1]
        for period in reversed(self.named[max(self.paragraph if here else 0, len(self.named) - _MEMORY) :]):
            if period.unit in fine:
                return period
        return None

    def last_of(self, *units: str) -> Period | None:
        """The last period of some unit among the last few named."""
        return next((p for p in reversed(self.named[-6:]) if p.unit in units), None)

    def of_year(self, match: Match, make: Callable[[int], Period]) -> Period | None:
        """The period of each year that is meant where none is said ("in December", "on 6 August").

        By tense the last one that has begun or the next one that has not ended; without a tense a day is the nearest
        one, a month or longer the last. Where publication is unknown the year of the text's last full date serves.
        """
        now = self.now or self.about
        if now is None:
            known = next((p for p in reversed(self.named) if p.unit in ("D", "M")), None)
            return None if known is None else make(known.start.year)
        return self.nearest(self._years(make, now.year), self.tense(match))

    def nearest(self, candidates: list[Period], tense: Tense) -> Period | None:
        """Of periods in order the one that the tense chooses."""
        now = self.now or self.about
        if now is None or not candidates:
            return None
        past = [p for p in candidates if p.start <= now]
        future = [p for p in candidates if p.end >= now]
        unit = candidates[0].unit
        if past and future and past[-1] is not future[0]:
            since, until = (now - past[-1].end).days, (future[0].start - now).days
            # a date of last year is not meant where this year's is at hand, nor next year's quarter where the last is
            if (unit in ("D", "WE") and past[-1].start.year < now.year and since > 300 and until < 65) or (
                unit in ("Q", "H") and until < _AT_HAND
            ):
                return future[0]
            if unit in ("Q", "H") and since < _AT_HAND:
                return past[-1]
        if tense == "future" and future:
            return future[0]
        if past and (tense == "past" or unit not in ("D", "WE")):
            return past[-1]
        return min(candidates, key=lambda p: (abs((p.start - now).days), p.start))

    @staticmethod
    def _years(make: Callable[[int], Period], year: int) -> list[Period]:
        found = []
        # eight years, for 29 February
        for candidate in range(year - 8, year + 9):
            try:
                found.append(make(candidate))
            except NoSuchDayError:
                continue
        near = [p for p in found if abs(p.start.year - year) < 2]
        return near if len(near) == 3 else found


def related(match: Match, context: Context, which: str = "which", unit: str = "year_unit") -> Period | None:
    """The year or other period that "last year", "this week", "the following month" names.

    Raises:
        NoSuchDayError: it is out of bounds.
    """
    k = match.token("LAST", "NEXT", "THIS", "THAT", "CURRENT", "FOLLOWING", "PREVIOUS", "LATEST", part=which)
    size = match.value("UNIT", "UNITS", "WEEKEND", part=unit)
    if k is None or not isinstance(size, str) or size not in ORDER:
        return None
    row = match.row
    step = row.value[k]
    assert isinstance(step, int)
    if row.is_a(k, "THAT", "FOLLOWING", "PREVIOUS"):
        # counted from what was named last; "previous" and "following" can be counted from publication as well
        anchor = context.last(size)
        if anchor is not None:
            return periods.containing(periods.moved(anchor.start, size, step), size)
        if row.is_a(k, "THAT"):
            return None
    if context.now is None:
        return None
    if row.is_a(k, "LATEST"):
        known = context.quarter if size == "Q" else context.last_of(size)
        step = 0 if size in ("D", "W", "WE") else -1
        return known or periods.containing(periods.moved(context.now, size, step), size)
    return periods.containing(periods.moved(context.now, size, step), size)
