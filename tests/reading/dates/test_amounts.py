"""Durations and repetitions."""

import pytest

from onrecord.reading.dates.amounts import timex


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("for three years", "P3Y"),
        ("a six-month mandate", "P6M"),
        ("two and a half years", "P2Y6M"),
        ("a year and a half", "P1Y6M"),
        ("half an hour", "PT30M"),
        ("some 48 hours", "PT48H"),
        ("twenty-five days", "P25D"),
        ("more than a hundred years", "P100Y"),
        ("two to three weeks", "P2W"),
        ("three consecutive days", "P3D"),
        ("several days", "PXD"),
        ("for decades", "PXDE"),
        ("a decades-long feud", "PXDE"),
        ("the year ended March", "P1Y"),
    ],
)
def test_durations(values, text, value):
    assert values(f"It went on {text}.")[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every week", "P1W"),
        ("every two years", "P2Y"),
        ("each Thursday", "XXXX-WXX-4"),
        ("on Sundays", "XXXX-WXX-7"),
        ("annually", "XXXX"),
        ("every morning", "XXXX-XX-XXTMO"),
    ],
)
def test_what_happens_again(values, text, value):
    assert values(f"The panel meets {text}.") == [value]


@pytest.mark.parametrize(
    "text",
    ["daily flights", "two flights a week", "three-quarters of it", "a quarter of the seats", "a 12-year-old boy"],
)
def test_rates_shares_and_ages_are_no_times(values, text):
    assert values(f"They saw {text}.") == []


def test_in_two_weeks_is_a_time_only_of_what_will_be(values):
    assert values("He will return in two weeks.") == ["2019-W33"]
    assert values("It was the third attack in two weeks.") == ["P2W"]


def test_fractions_of_a_unit_are_written_in_finer_ones():
    assert [timex(1.5, "D"), timex(0.5, "Y"), timex(2.5, "TM"), timex(None, "TH")] == [
        "P1DT12H",
        "P6M",
        "PT2M30S",
        "PTXH",
    ]
