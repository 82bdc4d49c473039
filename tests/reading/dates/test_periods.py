"""Calendar arithmetic."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import periods

DAYS = st.dates(date(1100, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from(periods.ORDER))
def test_a_day_is_in_the_period_that_contains_it(when, unit):
    period = periods.containing(when, unit)
    if unit != "WE":
        assert period.start <= when <= period.end
    assert period.start <= period.end


@given(DAYS, st.sampled_from(periods.ORDER), st.integers(-5, 5))
def test_moving_on_and_back_ends_within_three_days(when, unit, count):
    count = count if unit != "CE" else 0
    there = periods.moved(when, unit, count)
    assert abs((periods.moved(there, unit, -count) - when).days) <= 3


def test_the_ends_of_february():
    assert periods.moved(date(2020, 3, 31), "M", -1) == date(2020, 2, 29)
    assert periods.moved(date(2020, 2, 29), "Y", 1) == date(2021, 2, 28)


@pytest.mark.parametrize("parts", [(2019, 2, 31), (2019, 13, 1), (999, 1, 1), (2201, 1, 1), (2019, 0, 1)])
def test_impossible_days_are_refused(parts):
    with pytest.raises(periods.NoSuchDayError):
        periods.day(*parts)


def test_far_moves_are_refused():
    with pytest.raises(periods.NoSuchDayError):
        periods.moved(date(2019, 1, 1), "D", 10**9)
    with pytest.raises(periods.NoSuchDayError):
        periods.moved(date(2019, 1, 1), "Y", 10**6)


def test_thirds_of_a_month_and_iso_weeks():
    july = periods.month(2019, 7)
    assert [str(july.within(edge).start.day) for edge in ("early", "mid", "late")] == ["1", "11", "21"]
    assert july.within("late").end == july.end
    assert periods.week(date(2021, 1, 1)).value == "2020-W53"
