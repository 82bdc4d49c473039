"""What is counted from publication or from a day named before. Publication is Wednesday, 31 July 2019."""

import pytest


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("yesterday", "2019-07-30", "2019-07-30", "2019-07-30"),
        ("the day before yesterday", "2019-07-29", "2019-07-29", "2019-07-29"),
        ("last night", "2019-07-30TNI", "2019-07-30", "2019-07-30"),
        ("on Sunday night", "2019-07-28TNI", "2019-07-28", "2019-07-28"),
        ("on Wednesday", "2019-07-31", "2019-07-31", "2019-07-31"),
        ("last Wednesday", "2019-07-24", "2019-07-24", "2019-07-24"),
        ("on Friday last week", "2019-07-26", "2019-07-26", "2019-07-26"),
        ("last week", "2019-W30", "2019-07-22", "2019-07-28"),
        ("earlier this month", "2019-07", "2019-07-01", "2019-07-31"),
        ("late last year", "2018", "2018-09-01", "2018-12-31"),
        ("two days ago", "2019-07-29", "2019-07-29", "2019-07-29"),
        ("nearly five years ago", "2014", "2014-01-01", "2014-12-31"),
        ("several years ago", "PAST_REF", None, None),
        ("over the weekend", "2019-W30-WE", "2019-07-27", "2019-07-28"),
        ("over the past two months", "P2M", "2019-05-31", "2019-07-31"),
        ("in recent weeks", "PAST_REF", None, None),
    ],
)
def test_counted_from_publication(values, days, text, value, start, end):
    assert values(f"They were seen {text}.") == [value]
    assert days(f"They were seen {text}.") == [(start, end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 5 June 2018. The following day they left.", ["2018-06-05", "2018-06-06"]),
        ("They met on 5 June 2018. The next morning they left.", ["2018-06-05", "2018-06-06TMO"]),
        ("They met on 5 June 2018 and left two days later.", ["2018-06-05", "2018-06-07"]),
        ("They met on 5 June 2018 and left three weeks later.", ["2018-06-05", "2018-W26"]),
        ("They met on 5 June 2018. A day earlier shots were heard.", ["2018-06-05", "2018-06-04"]),
        ("On the eve, the two had met.", ["2019-07-30"]),
        ("In 1994 a truce was signed. In May of that year it held.", ["1994", "1994-05"]),
        ("It was signed in 1994 and broken the following year.", ["1994", "1995"]),
    ],
)
def test_counted_from_what_the_text_has_named(values, text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["on the eve of the summit", "the day before the attack", "two years after the war", "this day"]
)
def test_counted_from_an_event_is_no_date(days, text):
    assert all(start is None for start, _ in days(f"They met {text}."))
