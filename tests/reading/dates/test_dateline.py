"""The day of publication in a text's own words."""

import pytest

from onrecord.reading.dates import dateline
from onrecord.reading.segment import Paragraph

PROSE = "The ministers of the two states met in the capital and spoke for three hours about the border and roads."


def day(*lines):
    """Lines are (kind, words); the text is made of them."""
    at, paragraphs = 0, []
    for kind, words in lines:
        paragraphs.append(Paragraph(at, at + len(words), kind, 1.0))
        at += len(words) + 1
    return dateline("\n".join(words for _, words in lines), paragraphs)


@pytest.mark.parametrize(
    "head",
    [
        "OSTRAVA, July 29, 2019. /CZAPRESS/.",
        "OSTRAVA, Czechia (CZA) — 29 July 2019 —",
        "OSTRAVA, 29 July 2019 (Czapress) –",
        "ST PETERSBURG, July 29, 2019 -",
    ],
)
def test_dateline_with_a_year(head):
    assert day(("body", f"{head} {PROSE}")) == "2019-07-29"


@pytest.mark.parametrize(
    "stamp",
    [
        "March 31, 2020 - 10:55 AMT",
        "31 March 2020 Read: 981",
        "Published: 31.03.2020, 10:55",
        "By Ada Lind, 31 March 2020",
    ],
)
def test_stamp_beside_the_headline(stamp):
    assert day(("title", "Ministers meet"), ("boilerplate", stamp), ("body", PROSE)) == "2020-03-31"


def test_stamp_under_the_headline_wins_over_the_clock_above_it():
    lines = [
        ("boilerplate", "Tuesday, 24 November 2026"),
        ("title", "Ministers meet"),
        ("boilerplate", "31 March 2020"),
    ]
    assert day(*lines, ("body", PROSE)) == "2020-03-31"


def test_stamp_under_the_article_counts_alone_but_not_in_a_list():
    article = [("title", "Ministers meet"), ("body", PROSE)]
    assert day(*article, ("boilerplate", "31 March 2020, 14:00")) == "2020-03-31"
    others = [("boilerplate", "31 March 2020"), ("boilerplate", "Bridge opens"), ("boilerplate", "30 March 2020")]
    assert day(*article, ("boilerplate", "Related news"), *others) is None


@pytest.mark.parametrize(
    "line", ["Updated: 31 March 2020", "© 31 March 2020 Czapress", "29 July", "31 February 2020", "In 2020"]
)
def test_other_days_are_none(line):
    assert day(("title", "Ministers meet"), ("boilerplate", line), ("body", PROSE)) is None


def test_day_in_the_running_text_is_no_dateline():
    assert day(("body", f"The pact of 3 May 2018 – the first – was kept. {PROSE}")) is None


def test_dateline_without_a_year_is_none():
    assert day(("body", f"OSTRAVA, July 29. /CZAPRESS/. {PROSE}")) is None
