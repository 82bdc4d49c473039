"""The features of a paragraph, by what a reader would say of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.furniture import features, lexicon, opens_furniture


@given(st.lists(st.text(max_size=80), max_size=8))
def test_features_gives_each_paragraph_finite_values_of_any_text(paragraphs):
    rows = features(paragraphs)
    assert len(rows) == len(paragraphs)
    assert all(0 < value <= 1 for row in rows for value in row.values())


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Home | World | Politics", "menu signs"),
        ("© 2031 The Lake Courier", "opens: copyright"),
        ("Q  And the prisoners?", "speaker label"),
        ("MS. HALE (via interpreter): Yes.", "speaker label"),
        ("By Jonas Reed", "byline"),
        ("MEROW, March 4 — The ministers met.", "dateline"),
        ("4 March 2031, 14:05", "mostly a date"),
        ("Write to desk@lakecourier.example", "link"),
        ("Tel.: +44 20 7946 0000", "telephone"),
        ("(Reporting by Jonas Reed)", "in brackets"),
        ("###", "no words"),
        ("STATEMENT OF THE MINISTRY", "all capitals"),
    ],
)
def test_features_sees_what_a_reader_would_see(text, feature):
    assert feature in features([text])[0]


def test_features_sees_what_is_said_twice():
    rows = features(["Ministers to meet in Merow", "They met.", "Ministers to meet in Merow"])
    assert "stands below too" in rows[0]
    assert "stands above too" in rows[2]
    assert "stands above too" not in rows[1]


def test_features_of_a_long_paragraph_look_at_both_its_ends():
    row = features(["Share this article. " + "The talks went on. " * 5000 + "All rights reserved."])[0]
    assert "opens: share (long)" in row
    assert "closes: copyright (long)" in row


@pytest.mark.parametrize("text", ["© 2031. All", "READ MORE: Snow", "All rights reserved.", "Editing by Ann Field"])
def test_opens_furniture_at_sure_openings(text):
    assert opens_furniture(text)


@pytest.mark.parametrize("text", ["", "The copyright was theirs.", "More people came.", "Readers said no."])
def test_opens_furniture_not_at_prose(text):
    assert not opens_furniture(text)


def test_lexicon_has_no_phrase_twice_in_a_group():
    cues = [cue for found in lexicon().cues.values() for cue in found]
    assert len(cues) == len(set(cues))
