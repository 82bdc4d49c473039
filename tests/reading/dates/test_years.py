"""Years and longer."""

import pytest


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("in 2016", "2016", "2016-01-01", "2016-12-31"),
        ("since 2016", "2016", "2016-01-01", "2016-12-31"),
        ("in mid-2018", "2018", "2018-05-02", "2018-08-31"),
        ("in fiscal 1999", "1999", "1999-01-01", "1999-12-31"),
        ("in 1453", "1453", "1453-01-01", "1453-12-31"),
        ("in nineteen ninety-six", "1996", "1996-01-01", "1996-12-31"),
        ("in the year two thousand", "2000", "2000-01-01", "2000-12-31"),
        ("in the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("in the late '80s", "198", "1986-09-01", "1989-12-31"),
        ("in the nineties", "199", "1990-01-01", "1999-12-31"),
        ("in the 20th century", "19", "1900-01-01", "1999-12-31"),
        ("in 2016-2018", "2016/2018", "2016-01-01", "2018-12-31"),
        ("in 2016/17", "2016/2017", "2016-01-01", "2017-12-31"),
    ],
)
def test_years_and_longer(values, days, text, value, start, end):
    assert values(f"The pact was made {text}.") == [value]
    assert days(f"The pact was made {text}.") == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "2000 soldiers crossed", "some 1950 tents", "resolution 2118", "it cost $2016", "1500 tanks", "in 950",
        "in 2500", "grew 2010%", "two thousand people",
    ],
)  # fmt: skip
def test_amounts_and_years_out_of_this_world_are_none(values, text):
    assert values(f"Here {text}.") == []
