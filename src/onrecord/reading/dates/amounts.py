"""How much time: counts in words and figures, durations ("for three years") and what happens again ("every week")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.reading.dates import periods
from onrecord.reading.dates.context import Context, Found, Meaning, told, untold
from onrecord.reading.dates.grammar import Match
from onrecord.reading.dates.row import Row
from onrecord.reading.dates.wording import neighbours


def duration(match: Match, context: Context) -> Iterable[Found]:
    """``three years``, ``six-month``, ``a year and a half``, ``decades``."""
    counted = amount(match)
    if counted is None or _is_rate(match) or _is_age(match) or _is_share(match) or _is_bare(match):
        return []
    if counted[1] in ("M", "Y"):
        context.quarter = None
    return [Found(match.first, match.last, _ahead(match, context, counted) or untold(timex(*counted), "duration"))]


def _ahead(match: Match, context: Context, counted: tuple[float | None, str]) -> Meaning | None:
    """The time that "in two weeks" is of what will be, which counts from publication."""
    count, unit = counted
    if context.now is None or count is None or count != int(count) or unit not in periods.ORDER:
        return None
    if not match.row.is_a(match.first - 1, "IN") or context.tense(match) != "future":
        return None
    return told(periods.containing(periods.moved(context.now, unit, int(count)), unit))


def ended(match: Match, context: Context) -> Iterable[Found]:
    """``the year`` of "the year ended 31 March": so much time, no year of the calendar."""
    k = match.token("UNIT")
    if k is None or match.row.value[k] != "Y":
        return []
    context.quarter = None
    return [Found(match.first, k + 1, untold("P1Y", "duration"))]


def amount(match: Match, part: str = "") -> tuple[float | None, str] | None:
    """Count and unit in a match: (3, "Y") of "three years", (None, "D") of "several days"; None without a unit."""
    row, tokens = match.row, match.tokens(part)
    unit_at = match.token("UNITS", "UNIT", part=part)
    if unit_at is None:
        return None
    unit = str(row.value[unit_at])
    before, behind = range(tokens.start, unit_at), range(unit_at + 1, tokens.stop)
    if row.is_a(tokens.start, "HALF"):
        return 0.5, unit
    count = number(row, before)
    if count is None and row.is_a(unit_at, "UNIT") and not any(row.is_a(k, "VAGUE") for k in before):
        count = 1
    if count is not None and any(row.is_a(k, "HALF") for k in behind):
        count += 0.5
    return count, unit


def number(row: Row, tokens: Sequence[int]) -> float | None:
    """The number that some tokens say, of "two to three" the first; None if they say none ("several")."""
    total: float | None = None
    for k in tokens:
        value = row.value[k]
        if row.is_a(k, "TO", "OR") and total is not None:
            break
        if row.is_a(k, "VAGUE"):
            return None
        if row.is_a(k, "DAYNUM", "NUM", "YEAR", "NUMWORD", "COUPLE"):
            assert isinstance(value, int)
            if total is not None and row.is_a(k, "DAYNUM", "NUM", "YEAR"):
                break
            total = value + (total or 0)
        elif row.is_a(k, "HUNDRED"):
            assert isinstance(value, int)
            total = value * (total or 1)
        elif row.is_a(k, "DECIMAL"):
            total = _decimal(row.words[k])
        elif row.is_a(k, "FRACTION"):
            total = (total or 0) + _fraction(str(value))
        elif row.is_a(k, "HALF") and total is not None:
            total += 0.5
    return total


def timex(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration: P3Y, PT4H, P2Y6M, PXW."""
    clock = unit[0] == "T"
    sign = "P" + ("T" if clock else "")
    letter = unit[1] if clock else unit
    if count is None:
        return f"{sign}X{letter}"
    whole, rest = int(count), count - int(count)
    finer = {"Y": ("M", 12), "TH": ("M", 60), "TM": ("S", 60), "D": ("TH", 24), "M": ("W", 4), "W": ("D", 7)}.get(unit)
    if rest and finer and abs(rest * finer[1] - round(rest * finer[1])) < 0.01:
        small = f"{round(rest * finer[1])}"
        small = f"T{small}H" if finer[0] == "TH" else small + finer[0]
        return (f"{sign}{whole}{letter}" if whole else sign) + small
    return f"{sign}{whole}{letter}" if not rest else f"{sign}{count:g}{letter}"


def every(match: Match, _: Context) -> Iterable[Found]:
    """``every week``, ``each Thursday``, ``daily``, ``twice a year``, ``Mondays``."""
    row = match.row
    if (value := match.value("DAILY")) is not None:
        # "daily flights": of what kind, not when
        return _again(match, str(value)) if ends(row, match.last) else []
    if (day := match.value("WEEKDAY", "WEEKDAYS")) is not None:
        part = match.value("PARTS", "PART")
        return _again(match, f"XXXX-WXX-{day}" + (f"T{part}" if part else ""))
    if (part := match.value("PART", "PARTS")) is not None:
        return _again(match, f"XXXX-XX-XXT{part}")
    k = match.token("UNIT", "UNITS", "WEEKEND")
    assert k is not None
    count = number(row, range(match.first, k)) if match.has("EVERY") else 1
    ordinal = match.value("ORD")
    unit = str(row.value[k])
    if unit == "WE":
        return _again(match, "XXXX-WXX-WE")
    return _again(match, timex(count or (ordinal if isinstance(ordinal, int) and ordinal > 0 else 1), unit))


def ends(row: Row, k: int) -> bool:
    """Whether a token cannot be the noun that an adjective before it belongs to."""
    return k >= len(row.words) or not row.words[k][0].isalpha() or row.words[k] in neighbours("function")


def _again(match: Match, value: str) -> list[Found]:
    return [Found(match.first, match.last, Meaning(value, "set"))]


def _is_rate(match: Match) -> bool:
    """Whether "a week" behind a plural noun says how often: "flights a week"."""
    row, first = match.row, match.first
    if not row.is_a(first, "A") or match.last != first + 2 or not first:
        return False
    before = row.words[first - 1]
    return before.isalpha() and before.endswith("s") and len(before) > 4 and not before.endswith(("ss", "as", "us"))


def _is_age(match: Match) -> bool:
    """Whether somebody is so old: "a 45-year-old man", "aged 45 years"."""
    row, last = match.row, match.last
    return row.words[last : last + 1] == ["old"] or (
        row.words[last : last + 2][1:] == ["old"] and row.is_a(last, "DASH")
    )


def _is_share(match: Match) -> bool:
    """Whether a quarter is a fourth part: "three-quarters of its food", "more than a quarter of the seats"."""
    row = match.row
    if match.value("UNITS", "UNIT") != "Q":
        return False
    return row.is_a(match.last, "OF") or match.has("DASH") or match.has("A") or not match.has("NUMWORD", "DAYNUM")


def _is_bare(match: Match) -> bool:
    """Whether "days", "hours" stand alone, where they need not be an amount: "on days when"."""
    row, first = match.row, match.first
    return (
        match.last == first + 1
        and row.value[first] in ("D", "TH", "TM", "TS")
        and row.words[first - 1 : first] not in (["for"], ["within"], ["in"])
    )


def _decimal(word: str) -> float | None:
    plain = word.replace(",", "") if word.count(",") and len(word.split(",")[-1]) == 3 else word.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _fraction(word: str) -> float:
    above, _, below = word.partition("/")
    return float(above) / (float(below) or 1) if below else float(above)


def counted(match: Match, part: str = "some") -> tuple[int, str] | None:
    """A whole count and its unit, for counting from a day; None where it is vague."""
    count, unit = amount(match, part) or (None, "")
    if count is None:
        return None
    if unit in periods.ORDER and count != int(count):
        finer = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "W": ("D", 7)}.get(unit)
        if finer is None:
            return round(count), unit
        return round(count * finer[1]), finer[0]
    return int(count), unit
