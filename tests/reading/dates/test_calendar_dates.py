"""Days and months."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "29 July 2019", "July 29, 2019", "July 29th", "the 29th of July", "29.07.2019", "2019-07-29", "7/29/2019",
        "29/7/2019", "29 Jul. 2019", "Monday, 29 July", "Mon, 29 Jul 2019", "JULY 29, 2019", "29-07-2019", "Jul 29",
        "29.07.19", "29 July this year", "Monday, July the 29th",
    ],
)  # fmt: skip
def test_day_in_the_orders_of_the_world(values, written):
    assert values(f"The envoys met on {written} in Ostrava.") == ["2019-07-29"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 14 to 16 June 2018", ["2018-06-14", "2018-06-16"]),
        ("June 14, 15 and 16, 2018", ["2018-06-14", "2018-06-15", "2018-06-16"]),
        ("on 3–5 June 2018", ["2018-06-03", "2018-06-05"]),
        ("between May and July 2018", ["2018-05", "2018-07"]),
        ("from 28 June to 3 July 2018", ["2018-06-28", "2018-07-03"]),
        ("from 30 December to 2 January 2018", ["2017-12-30", "2018-01-02"]),
        ("between November and March 2018", ["2017-11", "2018-03"]),
    ],
)
def test_both_ends_of_a_stretch_have_their_year(values, text, expected):
    assert values(f"Talks were held {text} in Ostrava.") == expected


@pytest.mark.parametrize("text", ["31 February", "February 30, 2019", "31.02.2019", "2019-13-01", "31/31/2019"])
def test_impossible_days_are_no_dates(values, text):
    assert values(f"The law of {text} is void.") == []


def test_weekday_tells_the_year_that_is_not_said(values):
    assert values("They met on Sunday, 29 July.") == ["2018-07-29"]


def test_months(values, days):
    assert values("In July 2018, last May, early March, January nineteen ninety-seven") == [
        "2018-07", "2019-05", "2019-03", "1997-01",
    ]  # fmt: skip
    assert days("It rained in mid-April 2018.") == [("2018-04-11", "2018-04-20")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3/7/2019 they met, on 13/7/2019 they left.", "2019-07-03"),
        ("On 3/7/2019 they met, on 7/13/2019 they left.", "2019-03-07"),
        ("On 3/7/2019 they met.", "2019-07-03"),
        ("On 3/7/2019 they met; on March 9 they left.", "2019-03-07"),
    ],
)
def test_order_of_day_and_month_is_that_of_the_texts_other_dates(values, text, expected):
    assert values(text)[0] == expected
