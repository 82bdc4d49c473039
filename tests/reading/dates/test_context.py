"""Which year or week is meant where none is said."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In December the two sides met.", "2018-12"),
        ("The two sides will meet in December.", "2019-12"),
        ("The sides are to meet in December.", "2019-12"),
        ("The deal is to be signed by March.", "2020-03"),
        ("The envoys met on Friday.", "2019-07-26"),
        ("The envoys will meet on Friday.", "2019-08-02"),
        ("The envoys met on December 25.", "2018-12-25"),
        ("He is expected on January 5.", "2020-01-05"),
        ("They met last Monday.", "2019-07-29"),
        ("They meet next Monday.", "2019-08-05"),
        ("A summit in December: a headline", "2018-12"),
        ("A deal extended to August 9", "2019-08-09"),
    ],
)
def test_tense_and_modifiers_choose(values, text, expected):
    assert values(text) == [expected]


def test_leap_days_are_found_in_leap_years(values):
    assert values("They met on 29 February.") == ["2016-02-29"]


def test_relative_times_without_publication_have_no_days(values, days):
    text = "They met yesterday, in December, on Monday, last week, on 14 June and two days ago, and since 2016."
    assert values(text, None) == [
        "XXXX-XX-XX", "XXXX-12", "XXXX-WXX-1", "XXXX-WXX", "XXXX-06-14", "XXXX-XX-XX", "2016",
    ]  # fmt: skip
    assert days(text, None) == [(None, None)] * 6 + [("2016-01-01", "2016-12-31")]


def test_year_is_carried_from_a_full_date_where_publication_is_unknown(values):
    assert values("On 3 May 2018 they met. On 7 May they left.", None) == ["2018-05-03", "2018-05-07"]


def test_month_of_publication_tells_years_but_not_days(values):
    text = "Protests broke out on November 28 and went on yesterday."
    assert values(text, "2024-12") == ["2024-11-28", "XXXX-XX-XX"]
    assert values("They met in May.", "2024") == ["2024-05"]


@pytest.mark.parametrize("published", ["0001-01-01", "0999", "2300-05", "9999-12-31"])
def test_publication_out_of_this_world_is_unknown(values, published):
    assert values("They met yesterday and in December.", published) == ["XXXX-XX-XX", "XXXX-12"]
