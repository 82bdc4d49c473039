"""A paragraph as tokens: which words tell time, by the words beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates.row import Row


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("They met in May.", "may", True),
        ("Theresa May said so.", "may", False),
        ("They may meet.", "may", False),
        ("They met on 5 March.", "march", True),
        ("The March on Oslo grew.", "march", False),
        ("MINISTERS MAY MARCH ON", "may", False),
        ("MINISTERS MEET ON MAY 5", "may", True),
        ("Sat, 20 July", "sat", True),
        ("He Sat down.", "sat", False),
        ("in fall 2018", "fall", True),
        ("the fall of Kabul", "fall", False),
        ("since April the price", "april", True),
        ("April Ryan asked.", "april", False),
    ],
)
def test_doubtful_words_need_their_neighbours(text, word, told):
    row = Row(text, 0, len(text))
    assert (row.classes[row.words.index(word)] != " ") is told


@given(st.text(max_size=60))
def test_tokens_are_the_text_in_order_without_its_spaces(text):
    row = Row(text, 0, len(text))
    assert row.start == sorted(row.start)
    assert all(text[s:e].lower() == w for s, e, w in zip(row.start, row.end, row.words, strict=True))
    assert len(row.classes) == len(row.words) == len(row.value)
