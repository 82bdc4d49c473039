"""Sentences, and whose words an offset is among."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.places import Places


def sentences(text):
    places = Places(text)
    out = {}
    for at, letter in enumerate(text):
        out[places.sentence(at)] = out.get(places.sentence(at), "") + letter
    return [out[k].strip() for k in sorted(out)]


def test_sentences_end_at_full_stops_marks_and_lines():
    text = "Rain fell. Why? “It rained!” Nobody knew\nThe end."
    assert sentences(text) == ["Rain fell.", "Why?", "“It rained!”", "Nobody knew", "The end."]


@pytest.mark.parametrize("name", ["Mr. Karst", "J. Karst", "Gen. Karst", "Dr. Karst", "St. Karst"])
def test_an_abbreviation_ends_no_sentence(name):
    assert sentences(f"Then {name} left. It rained.") == [f"Then {name} left.", "It rained."]


def test_a_sentence_starts_where_the_one_before_it_ended():
    text = "Rain fell. It was cold."
    places = Places(text)
    assert places.sentence_start(0) == 0
    assert places.sentence_start(text.index("cold")) == text.index("It")


def test_sentences_between_two_offsets_are_counted():
    text = "One came. Two came. Three came."
    places = Places(text)
    first, second, third = (match.start() for match in re.finditer("came", text))
    assert places.between(first, first) == 0
    assert places.between(first, second) == 1
    assert places.between(first, third) == 2


def test_an_offset_is_among_the_words_of_its_statement():
    places = Places("abcdefghij", [((2, 4), (6, 8)), ((8, 10),)])
    assert [places.content(at) for at in range(10)] == [None, None, 0, 0, None, None, 0, 0, 1, 1]


def test_of_nested_statements_the_inner_one_counts():
    places = Places("abcdefghij", [((0, 10),), ((3, 5),)])
    assert [places.content(at) for at in (2, 3, 4, 5)] == [0, 1, 1, 0]


@given(st.text(st.sampled_from("Aa. ?\n“”)Mr1"), max_size=60))
def test_every_offset_is_in_one_sentence_and_behind_its_start(text):
    places = Places(text)
    numbers = [places.sentence(at) for at in range(len(text))]
    assert numbers == sorted(numbers)
    for at in range(len(text)):
        start = places.sentence_start(at)
        assert start <= at
        assert places.sentence(start) == numbers[at]
    assert Places(text).content(0) is None


def test_a_sentence_has_its_span():
    text = "One is here. Two is there. Three"
    places = Places(text)
    assert [text[slice(*places.sentence_span(at))].strip() for at in (0, 14, 30)] == [
        "One is here.",
        "Two is there.",
        "Three",
    ]
