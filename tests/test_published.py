"""Dates of publication as they are written."""

import pytest

from onrecord.published import day, iso_date


@pytest.mark.parametrize(
    "written", ["2024-05-31", " 2024-05-31\n", "2024-05-31T23:59:59Z", "2024-05-31T00:30:00+04:00"]
)
def test_the_day_is_the_one_that_is_written(written: str) -> None:
    assert iso_date(written) == "2024-05-31"


@pytest.mark.parametrize("written", ["2024-05", "2024"])
def test_a_month_or_a_year_stays_one(written: str) -> None:
    assert iso_date(written) == written
    assert day(iso_date(written)) is None


def test_a_day_is_a_day() -> None:
    assert day("2024-05-31") == "2024-05-31"
    assert day(None) is None


@pytest.mark.parametrize("written", ["", "May 31", "31.05.2024", "2024-02-30", "2024-13", "0000", "yesterday"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        iso_date(written)
