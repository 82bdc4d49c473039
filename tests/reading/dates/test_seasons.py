"""Quarters, halves, seasons, feasts."""

import pytest


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("the third quarter of 2018", "2018-Q3", "2018-07-01", "2018-09-30"),
        ("Q1 2017", "2017-Q1", "2017-01-01", "2017-03-31"),
        ("the first half of last year", "2018-H1", "2018-01-01", "2018-06-30"),
        ("the last half of 2018", "2018-H2", "2018-07-01", "2018-12-31"),
        ("the summer of 2016", "2016-SU", "2016-06-01", "2016-08-31"),
        ("last winter", "2018-WI", "2018-12-01", "2019-02-28"),
        ("Christmas Eve 2017", "2017-12-24", "2017-12-24", "2017-12-24"),
        ("New Year's Day 2018", "2018-01-01", "2018-01-01", "2018-01-01"),
    ],
)
def test_parts_of_a_year(values, days, text, value, start, end):
    assert values(f"Prices fell in {text}, it said.") == [value]
    assert days(f"Prices fell in {text}, it said.") == [(start, end)]


def test_year_earlier_is_that_quarter_of_the_quarter_spoken_of(values):
    text = "Sales rose in the third quarter of 2018 from a year earlier, and in the year-ago quarter they fell."
    assert values(text) == ["2018-Q3", "2017-Q3", "2017-Q3"]


@pytest.mark.parametrize(
    "text", ["the second half of the match", "the fall of the city", "a fall in prices", "springs"]
)
def test_other_halves_and_falls_are_none(values, text):
    assert values(f"They saw {text}.") == []
