"""Time expressions of a document: found where they stand, and only there."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import time_expressions

PUBLISHED = "2019-07-31"


@pytest.mark.parametrize(
    "text",
    [
        "MINISTERS MAY MARCH ON CAPITAL AS SUN SAT ON WALL",
        "Theresa May said she may march.",
        "The March on Oslo drew crowds; Mr. March led it.",
        "Second, the Sun wrote, he sat down.",
        "The fall of the city was a blow; a fall in prices followed.",
        "On 31 February nothing happened, nor on February 30, 2019.",
        "The law of 31.02.2019 and of 2019-13-01",
        "In 950 and in 2500 the walls stood.",
        "2000 soldiers and 1500 tanks crossed; resolution 2118 was passed for $2016.",
        "Three-quarters of the crop and a quarter of the seats",
        "Two flights a week will be added.",
    ],
)
def test_what_only_looks_like_a_time_is_none(values, text):
    assert values(text) == []


def test_spans_are_offsets_into_the_whole_text_and_other_paragraphs_are_left_alone():
    text = "Menu 1 May 2011\nThey met on 2 May 2012.\nRelated: 3 May 2013"
    (only,) = time_expressions(text, ((16, 39),), PUBLISHED)
    assert text[only.span[0] : only.span[1]] == "2 May 2012"


_WORDS = """the of in on last next May 5 31 2019 29th , . - ' s and to two years ago Monday quarter first half week
march 29.07.2019 31/02/2019 1990s twenty hundred a said will 14:30 p.m. GMT İstanbul early mid"""
WORDS = st.sampled_from(_WORDS.split())


@given(st.lists(WORDS, max_size=25), st.sampled_from([None, "2019-07-31", "2024-12", "2024-02-29", "1000-01-01"]))
def test_any_row_of_such_words_gives_ordered_spans_and_whole_intervals(words, published):
    text = " ".join(words)
    got = time_expressions(text, ((0, len(text)),), published)
    at = 0
    for x in got:
        assert at <= x.span[0] < x.span[1] <= len(text)
        at = x.span[1]
        assert (x.start is None) == (x.end is None)
        if x.start is not None:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", x.start)
            assert x.start <= x.end


@given(st.text(max_size=80))
def test_any_text_is_taken(text):
    time_expressions(text, ((0, len(text)),), PUBLISHED)
