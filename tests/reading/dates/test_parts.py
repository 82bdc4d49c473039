"""A date with the year that another word gives it."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 5 March last year", "2018-03-05"),
        ("on 5 March of next year", "2020-03-05"),
        ("in March this year", "2019-03"),
        ("in December last year", "2018-12"),
        ("in the spring of last year", "2018-SP"),
    ],
)
def test_year_is_said_in_words(values, text, expected):
    assert values(f"The bridge was opened {text}.") == [expected]
