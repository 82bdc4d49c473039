"""Words of a window: taken by at most one mention, with abbreviations whole."""

import numpy as np
import pytest

from onrecord.reading.attribution import Scores
from onrecord.reading.encoder import shipped
from onrecord.reading.pieces import cut
from onrecord.reading.tags import TAGS
from onrecord.reading.windows import Window
from onrecord.reading.word_row import WordRow


@pytest.fixture
def row():
    """A function from a text to its words, of which the head knows nothing."""

    def lay(text, own=0):
        pieces = cut(text, ((0, len(text)),), shipped().tokenizer)
        return WordRow(pieces, Window(0, own, len(pieces)), Scores.silent(len(pieces)))

    return lay


def test_words_are_whole_and_stand_where_they_stand_in_the_text(row):
    text = "Unpronounceable Bgrblwski left."
    words = row(text)
    assert words.words == ["Unpronounceable", "Bgrblwski", "left", "."]
    assert [text[s:e] for s, e in zip(words.start, words.end, strict=True)] == words.words


def test_chances_of_a_word_add_up_to_one(row):
    words = row("Ana left.")
    assert words.chance.shape == (3, len(TAGS))
    assert np.allclose(words.chance.sum(1), 1)


def test_an_abbreviation_keeps_its_dot(row):
    words = row("The U.S. left.")
    k = words.words.index("U")
    assert words._wording(k, k + 3) == "U.S."


def test_the_longest_wording_of_a_table_counts(row):
    words = row("Secretary of State Karst")
    assert words._longest(0, {"Secretary": "R", "Secretary of State": "R"}) == 3
    assert words._longest(0, {"Secretary": "R"}) == 1
    assert words._longest(0, {}) == 0


def test_a_word_taken_again_is_the_later_mentions_and_frees_the_former(row):
    words = row("Ana Moro left.")
    words._take(0, 2, "person", 0.5)
    words._take(1, 3, "place", 0.5)
    assert [words._type(k) for k in range(4)] == ["", "place", "place", ""]
    assert [f for f in words.found if f] == [(1, 3, "place", 0.5)]


def test_a_window_without_words_of_its_own_has_none(row):
    assert row("Ana left.", own=3).words == []
