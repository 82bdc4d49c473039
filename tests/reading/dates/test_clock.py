"""Times of the clock; now, then and soon."""

import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 14:30 GMT", "2019-07-31T14:30Z"),
        ("at 5 p.m. on Monday", "2019-07-29T17:00"),
        ("at 12 a.m. yesterday", "2019-07-30T00:00"),
        ("at 9:05 am on 3 July", "2019-07-03T09:05"),
        ("at noon", "2019-07-31T12:00"),
        ("at midnight Friday", "2019-07-26T24"),
    ],
)
def test_hours_have_a_day(values, text, value):
    assert values(f"The shelling began {text}.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("is now closed", "PRESENT_REF"),
        ("is currently closed", "PRESENT_REF"),
        ("was recently closed", "PAST_REF"),
        ("was open in the past", "PAST_REF"),
        ("will open soon", "FUTURE_REF"),
        ("will open in the near future", "FUTURE_REF"),
    ],
)
def test_past_present_and_future(values, text, value):
    assert values(f"The road {text}.") == [value]


@pytest.mark.parametrize(
    "text", ["the past president", "as soon as it can", "to present a plan", "the future king", "I am 5"]
)
def test_words_that_only_look_so_are_none(values, text):
    assert values(f"Here is {text}.") == []
