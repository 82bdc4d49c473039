"""What words alone tell of acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.events.words import odds, stem
from onrecord.reading.tags import ACTS


def chance(word, kind):
    return odds(word)[ACTS.index(kind)]


@pytest.mark.parametrize(("word", "kind"), [("condemned", "ACCUSE"), ("arrested", "COERCE"), ("urges", "REQUEST")])
def test_a_word_that_nearly_always_names_an_act_tells_for_it(word, kind):
    assert chance(word, kind) > 1 > max(o for name, o in zip(ACTS, odds(word), strict=True) if name != kind)


@pytest.mark.parametrize("word", ["the", "to", "statement", "said"])
def test_a_word_that_names_none_tells_against_all(word):
    assert max(odds(word)) < 0.3


def test_a_word_never_seen_tells_nothing():
    assert set(odds("Bgrblwski").tolist()) == {1.0}


def test_forms_of_a_word_are_one():
    assert len({stem(word) for word in ("attack", "attacks", "attacked", "Attacking")}) == 1


@given(st.text(max_size=30))
def test_any_word_has_odds_for_every_act(word):
    assert odds(word).shape == (len(ACTS),)
